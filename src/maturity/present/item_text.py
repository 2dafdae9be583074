"""One item explained: what is asked, what was answered, and what that counts as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.model.assessment import NotApplicable
from maturity.scoring import sentences
from maturity.scoring.cells import answer_to, explained, given, held_down
from maturity.scoring.words import answer_words, listed

from .answer_words import effort_words
from .layout import heading, pairs, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.model.assessment import Answer, Value
    from maturity.model.tree import Item
    from maturity.scoring.scorecard import Scorecard

GAP = Text("")
MISSING = {
    "bound": "nothing yet: it leaves the result open",
    "exclude": "nothing: it is left out",
    "lowest": "the lowest answer",
    "block": "nothing: it blocks the level",
}
AWAY = {
    "exclude": "nothing: it is left out",
    "pass": "met",
    "block": "nothing: it blocks the level",
    "lowest": "the lowest answer",
    "target": "the target",
}
UNITS = {
    "mean": "the mean of what the units answer",
    "median": "the middle one of what the units answer",
    "weakest-link": "the lowest of what the units answer",
}


def item_view(card: Scorecard, item: Item) -> Iterator[RenderableType]:
    """The whole explanation of one item."""
    yield heading(item.id, f"{sentences.framework_title(card)}: {sentences.subject(card)}")
    yield from map(words, card.caveats)
    yield GAP
    yield words(item.text)
    yield GAP
    yield pairs(_rows(card, item))


def _rows(card: Scorecard, item: Item) -> Iterator[tuple[str, str]]:
    """What was answered, what it counts as, and where."""
    answer = answer_to(item, card.assessment)
    yield "Answer", "unanswered" if answer is None else _answered(card, item, answer)
    yield "Counts as", _counted(card, item, answer)
    if answer is not None and answer.note:
        yield "Note", answer.note
    for effort in effort_words(item):
        yield "Effort", effort.removeprefix("effort ")
    home = next(node for node in card.asked.walk() if node.id == item.home)
    labels = {level.id: level.label for level in card.asked.levels}
    level = f", {labels[item.level]}" if item.level is not None else ""
    yield "Belongs to", f"{home.title} ({home.id}){level}"
    elsewhere = [path for path in item.counts if path != item.home]
    if elsewhere:
        yield "Counts in", listed(elsewhere, most=99)


def _answered(card: Scorecard, item: Item, answer: Answer) -> str:
    """The answer by its label, or that of each unit."""
    if answer.value is not None:
        return _label(card, item, answer.value)
    units = card.assessment.units
    said = [f"{units.get(unit, unit)}: {_label(card, item, v)}" for unit, v in answer.by.items()]
    said += [f"{title}: unanswered" for unit, title in units.items() if unit not in answer.by]
    return "; ".join(said)


def _counted(card: Scorecard, item: Item, answer: Answer | None) -> str:
    """What an answer counts as, and why where that isn't what it says."""
    leaf = card.plan.leaves.index[item.id]
    scale, home = card.plan.leaves.scales[leaf], card.plan.leaves.homes[leaf]
    if answer is None:
        return MISSING[home.missing]
    if isinstance(answer.value, NotApplicable):
        return AWAY[home.not_applicable]
    if explained(item, home, answer) and given(answer):
        return "met, because a reason is given, or because it is optional"
    asked = item.evidence or home.evidence
    if asked is not None and held_down(item, scale, home, answer, card.as_of):
        kinds = f" ({' or '.join(asked.kinds)})" if asked.kinds else ""
        link = ", with a reference," if asked.link else ""
        limit = _label(card, item, asked.above if asked.above is not None else "")
        most = "at most " if answer.by else ""
        return f"{most}{limit}, until there is evidence{kinds}{link} that has not expired"
    return UNITS[home.units] if answer.by else "what it says"


def _label(card: Scorecard, item: Item, value: Value) -> str:
    """A value as people read it."""
    if isinstance(value, NotApplicable):
        return f"not applicable: {value.reason}"
    return answer_words(card.asked.scales[item.scale], value)
