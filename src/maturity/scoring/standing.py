"""How an entry comes to stand where it counts: by its answers, or for want of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from .leaves import ABSENT, NOT_APPLICABLE, UNANSWERED

if TYPE_CHECKING:
    from .entries import Entry
    from .look import Look

OPEN = "still open"
LOW = frozenset({"bound", "lowest"})


@frozen
class Standing:
    """`want`: what there is instead of answers, empty where they decide.

    `secured`: answers are missing, and what they turn out to be can only lift it.
    """

    want: str = ""
    secured: bool = False

    def at(self, height: str) -> str:
        """`Red`, `at least Red`, or `not started, so it counts as Red`."""
        if self.secured:
            return f"at least {height}"
        return f"{self.want}, so it counts as {height}" if self.want else height

    def mark(self, height: str) -> str:
        """What follows a name in a list: ` (not started)`, or nothing."""
        if self.secured:
            return f" (at least {height})"
        return f" ({self.want})" if self.want else ""

    def many(self, number: int, height: str) -> str:
        """`3 at Red`, `3 at least Red`, or `3 unanswered (counted as Red)`."""
        if self.secured:
            return f"{number} at least {height}"
        if self.want:
            return f"{number} {self.want} (counted as {height})"
        return f"{number} at {height}"


def standing(look: Look, entry: Entry, *, lowest: bool) -> Standing:
    """Why an entry stands where it does; at the `lowest` there is nothing to secure."""
    missing = look.score.conventions.missing
    if entry.is_item:
        want, low = _item(look, entry), missing in LOW
    else:
        own = look.card[look.path(entry)].conventions.missing
        want, low = _node(look, entry), missing == "bound" or own in LOW
    return Standing(want, secured=want == OPEN and low and not lowest)


def _item(look: Look, entry: Entry) -> str:
    """What stands in for the answer to an item."""
    codes = look.card.cells.codes[:, entry.slot, look.card.column]
    codes = codes[codes != ABSENT]
    if (codes == UNANSWERED).any():
        return "unanswered" if (codes == UNANSWERED).all() else OPEN
    return "not applicable" if (codes == NOT_APPLICABLE).all() else ""


def _node(look: Look, entry: Entry) -> str:
    """What stands in for answers in a branch."""
    score = look.card[look.path(entry)]
    if score.status == "undefined":
        return "blocked" if score.coverage.applicable else "not applicable"
    if score.status in {"not started", "withheld"}:
        return score.status
    bounds = score.bounds
    by_value = look.node.rule.name == "weakest-link" and not look.node.by_rank
    if by_value and bounds is not None and bounds.low.value != bounds.high.value:
        return OPEN
    return OPEN if score.status == "open" else ""
