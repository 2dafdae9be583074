"""Of several raters of one organisation and period, the one assessment that stands for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import NotComparable, cut
from maturity.scoring.words import listed

from .consensus import consensus
from .panel import AGREED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.assessment import Assessment


def settled(sheets: Sequence[Assessment]) -> tuple[Assessment, str]:
    """The agreed assessment, else the median of all; and which: "agreed", "median" or "".

    `sheets` are of one organisation and period; one alone stands for itself. NotComparable where
    two are of one rater, or where they answer different frameworks.
    """
    if len(sheets) == 1:
        return sheets[0], ""
    first = sheets[0]
    period = first.period
    day = period.last_day.isoformat() if period else "none"
    if len({one.rater.strip().casefold() for one in sheets}) < len(sheets):
        what = f"there are several assessments of the period that ends on {day}"
        raise NotComparable(f"{what}; give the one that was agreed")
    agreed = [one for one in sheets if is_agreed(one)]
    if agreed:
        return agreed[0], "agreed"
    versions = {(one.id, one.edition, one.digest) for one in (s.framework for s in sheets)}
    if len(versions) > 1:
        names = dict.fromkeys(
            f"'{cut(one.framework.id)}' {one.framework.edition}" for one in sheets
        )
        alike = f"{len(versions)} versions of " if len(names) == 1 else ""
        raise NotComparable(
            f"the raters of '{cut(first.organisation.name)}' in {period.text if period else day} "
            f"answered different things: {alike}{listed(list(names))}; give what was agreed"
        )
    return consensus(sheets).assessment, "median"


def is_agreed(assessment: Assessment) -> bool:
    """Whether an assessment is what several raters agreed on."""
    return assessment.rater.strip().casefold() == AGREED
