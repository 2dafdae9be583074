"""The best choice among possible pairs: as much as can be had within the limits, exactly."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np

from maturity.errors import ExtraMissing

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence


def best_choice(
    worth: Sequence[int], limits: Iterable[tuple[Sequence[Collection[Hashable]], int]]
) -> list[int]:
    """The places of the choices that are worth most together, lowest place first.

    `worth`: of each choice, a whole number above 0. `limits`: the names that each choice uses up,
    and how often one name may be used. It is solved exactly, as an integer programme, by SciPy's
    HiGHS. ExtraMissing without SciPy (the extra `solve`).
    """
    if find_spec("scipy") is None:
        raise ExtraMissing("finding buddies", "solve", "scipy")
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415  # it may be absent
    from scipy.sparse import csr_array  # noqa: PLC0415  # the same

    count = len(worth)
    if not count:
        return []
    rows: list[int] = []
    columns: list[int] = []
    most: list[int] = []
    for uses, limit in limits:
        at: dict[Hashable, int] = {}
        for choice, names in enumerate(uses):
            for name in names:
                rows.append(len(most) + at.setdefault(name, len(at)))
                columns.append(choice)
        most += [limit] * len(at)
    matrix = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(most), count))
    found = milp(
        -np.array(worth, float),
        constraints=LinearConstraint(matrix, -np.inf, np.array(most, float)),
        integrality=np.ones(count),
        bounds=Bounds(0, 1),
        options={"mip_rel_gap": 0.0},
    )
    return [int(place) for place in np.flatnonzero(np.rint(found.x) == 1)]
