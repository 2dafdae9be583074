"""No hidden count of people can be worked out, and nothing is hidden that needn't be."""

from __future__ import annotations

import random
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from maturity.analysis.people_tables import people_tables
from maturity.analysis.suppression import Counts, Unprotected, hidden_cells, sensitive_cells
from tests.analysis.survey import ITEMS, SECTORS, cohort, survey

from .attack import attack, cell_of, ranges
from .effort import effort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity import Assessment
    from maturity.analysis.people_counts import By

    from .attack import Cell

ALIKE = 0.3  # how often everybody of a group says the same
MINIMUMS = st.sampled_from([3, 4, 7, 11])


@st.composite
def tables(draw: st.DrawFn) -> tuple[Counts, int]:
    """A table of a few groups, perhaps in two ways, and the smallest count that is shown."""
    minimum = draw(MINIMUMS)
    columns = draw(st.integers(2, 4))
    dice = random.Random(draw(st.integers(0, 10**6)))  # noqa: S311  # examples, no secrets
    weights = [[dice.random() ** 3 for _ in range(columns)] for _ in range(3)]
    for each in weights:
        if dice.random() < ALIKE:
            each[1:] = [0] * (columns - 1)
    people = [
        (group, other, answer)
        for group in range(draw(st.integers(1, 3)))
        for _ in range(dice.randint(minimum, 3 * minimum))
        for other in [dice.randrange(2)]
        for answer in dice.choices(range(columns), weights[group])
    ]
    ways = [0, 1] if draw(st.booleans()) else [0]
    names = [(way, name) for way in ways for name in sorted({one[way] for one in people})]
    rows = [tuple(sum(one[2] == n for one in people) for n in range(columns))]
    rows += [
        tuple(sum(one[way] == name and one[2] == n for one in people) for n in range(columns))
        for way, name in names
    ]
    partitions = tuple(
        (0, tuple(n for n, (own, _) in enumerate(names, start=1) if own == way)) for way in ways
    )
    telling = frozenset(range(draw(st.integers(1, columns))))
    return Counts(tuple(rows), partitions, telling), minimum


def is_safe(counts: Counts, hidden: frozenset[tuple[int, int]], minimum: int) -> bool:
    """Whether each hidden cell has the range that the module promises."""
    small = {
        (row, column): (1, minimum - 1)
        for row, cells in enumerate(counts.rows)
        for column, count in enumerate(cells)
        if 1 <= count < minimum
    }
    told = ranges(counts, hidden, {cell: own for cell, own in small.items() if cell in hidden})
    plain = ranges(counts, hidden, {})
    for (row, column), (low, high) in plain.items():
        count, total = counts.rows[row][column], sum(counts.rows[row])
        if (row, column) in small:
            wide = low == 0 and high >= minimum
        elif count == total and column in counts.telling:
            wide = low <= count - minimum
        else:
            wide = low < high
        if not wide or told[row, column][0] == told[row, column][1]:
            return False
    return True


@effort(40)
@given(tables())
def test_ranges_are_as_wide_as_promised(given: tuple[Counts, int]) -> None:
    """What needs protection is hidden, and an integer programme finds each range wide enough."""
    counts, minimum = given
    hidden = hidden_or_none(counts, minimum)
    if hidden is None:
        return
    columns = len(counts.rows[0])
    assert hidden >= {divmod(cell, columns) for cell in sensitive_cells(counts, minimum)}
    assert is_safe(counts, hidden, minimum)


@effort(20)
@given(tables())
def test_nothing_is_hidden_in_vain(given: tuple[Counts, int]) -> None:
    """To show any single cell again that isn't small itself would break the promise."""
    counts, minimum = given
    hidden = hidden_or_none(counts, minimum)
    columns = len(counts.rows[0])
    needed = {divmod(cell, columns) for cell in sensitive_cells(counts, minimum)}
    for cell in (hidden or frozenset()) - needed:
        assert not is_safe(counts, (hidden or frozenset()) - {cell}, minimum)


@effort(40)
@given(tables())
def test_only_a_lost_row_is_given_up(given: tuple[Counts, int]) -> None:
    """A row is left out only where to hide the whole table would not protect it."""
    counts, minimum = given
    if hidden_or_none(counts, minimum) is None:
        cells = product(range(len(counts.rows)), range(len(counts.rows[0])))
        assert not is_safe(counts, frozenset(cells), minimum)


@effort(10)
@given(st.integers(0, 10**6), MINIMUMS, st.sampled_from([("rater_group",), ("organisation",),
       ("rater_group", "sector", "organisation")]))  # fmt: skip
def test_no_attack_on_all_tables_succeeds(seed: int, minimum: int, by: tuple[By, ...]) -> None:
    """From all that one call shows, no hidden number follows, even when told which are small."""
    people = survey(seed, 8 * minimum + seed % (20 * minimum))
    found = people_tables(cohort(people), ITEMS, by, minimum)
    check(found.to_records(), truth(people, found.left_out, by), minimum)


@effort(15)
@given(st.integers(0, 10**6), st.randoms())
def test_people_in_any_order(seed: int, dice: random.Random) -> None:
    """The order in which people come changes nothing."""
    people = survey(seed, 80)
    mixed = list(people)
    dice.shuffle(mixed)
    by: tuple[By, ...] = ("rater_group", "organisation")
    first, second = (people_tables(cohort(each), ITEMS, by) for each in (people, mixed))
    assert first.to_records() == second.to_records()
    assert first.left_out == second.left_out


def test_the_attack_works() -> None:
    """Against small numbers hidden alone the same attack succeeds; against all of it, it fails."""
    people = survey(7, 400)
    by: tuple[By, ...] = ("rater_group", "sector", "organisation")
    found = people_tables(cohort(people), ITEMS, by)
    counts = truth(people, found.left_out, by)
    alone = [
        {**one, "count": None if 1 <= count < found.minimum else count}
        for one in found.to_records()
        for count in [counts[cell_of(one)]]
    ]
    pinned = [cell for cell, (low, high) in attack(alone, SECTORS).items() if low == high]
    assert len(pinned) > len(ITEMS)
    check(found.to_records(), counts, found.minimum)


def check(records: list[dict[str, object]], counts: dict[Cell, int], minimum: int) -> None:
    """What is shown is true and not small, and no hidden number can be told from all of it."""
    for one in records:
        count = counts[cell_of(one)]
        assert one["count"] in {None, count}
        assert one["count"] is None or not 1 <= count < minimum
    small = {cell: (1, minimum - 1) for cell, count in counts.items() if 1 <= count < minimum}
    for cell, (low, high) in attack(records, SECTORS).items():
        assert low <= counts[cell] <= high
        assert low < high
        if cell in small:
            assert low == 0
            assert high >= minimum
    assert all(low < high for low, high in attack(records, SECTORS, small).values())


def truth(
    people: list[Assessment], left_out: Mapping[str, tuple[str, ...]], by: tuple[By, ...]
) -> dict[Cell, int]:
    """The count of every cell, of the people who are counted."""
    counts = {cell_of(one): 0 for one in people_tables(cohort(people), ITEMS, by, 1).to_records()}
    for one in people:
        groups = {
            "rater_group": one.rater_group,
            "sector": str(one.organisation.sector),
            "organisation": one.organisation.name,
        }
        if any(groups[kind] in left_out.get(kind, ()) for kind in by):
            continue
        for path in ITEMS:
            answer = one.answers.get(path)
            said = "unanswered" if answer is None else answer.value
            said = said if isinstance(said, str) else "not_applicable"
            counts[path, "everybody", "", said] += 1
            for kind in by:
                counts[path, kind, groups[kind], said] += 1
    return counts


def hidden_or_none(counts: Counts, minimum: int) -> frozenset[tuple[int, int]] | None:
    """The hidden cells; None where a row can't be shown at all."""
    try:
        return hidden_cells(counts, minimum)
    except Unprotected:
        return None
