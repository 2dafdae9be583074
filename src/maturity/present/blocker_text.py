"""What stands between a result and the next level, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.assessment import NotApplicable
from maturity.model.scales import NumericScale
from maturity.scoring.look import Look
from maturity.scoring.words import counted, item_word, number_text

from .answer_words import effort_words
from .layout import bullets, words
from .plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.text import Text

    from maturity.model.tree import Item
    from maturity.scoring.blockers import Blocker, Blockers
    from maturity.scoring.scorecard import Score, Scorecard

SHORT = 130


def blockers_view(score: Score, length: int = SHORT) -> Iterator[RenderableType]:
    """How far the next level is, and the fewest items that lead there; texts cut to `length`."""
    blockers = score.blockers()
    if blockers.target is None:
        if score.level is not None and score.node.levelled and score.level.rank == score.node.rungs:
            yield words("This is the highest level.")
        return
    target = blockers.target.label
    if not blockers.reachable:
        if Look(score.card, score).left_out(blockers.target.rank):
            return  # the reasons say so
        yield words(f"{target} can't be reached by better answers alone.")
        return
    item = item_word(score.card.asked)
    most = "" if blockers.exact else "at most "
    yield words(f"{target} is {most}{counted(len(blockers), item)} away:")
    yield bullets(_line(score.card, blocker, length) for blocker in blockers.items)


def others(blockers: Blockers, item: str) -> str:
    """That what is listed need not be the only way; `item`: the framework's word for one."""
    if not blockers.exact:
        return "A smaller set may do as well."
    same = f"Another {item}" if len(blockers) == 1 else f"Other sets of {len(blockers)}"
    return f"{same} may do as well: what is listed comes first in the framework."


def _line(card: Scorecard, blocker: Blocker, length: int) -> Text:
    """One item: its text, its path and what is in the way."""
    line = words(f"[{said(card, blocker)}] ", "bold")
    line.append_text(words(shortened(blocker.text, length)))
    beside = "; ".join([blocker.path, *effort_words(_item(card, blocker.path))])
    line.append_text(words(f" ({beside})", "cyan"))
    return line


def said(card: Scorecard, blocker: Blocker) -> str:
    """What was answered: the option's label, or that nothing was."""
    if blocker.mark == "unanswered":
        return "unanswered"
    answers, claims = card.assessment.answers, card.assessment.claims
    answer = answers.get(blocker.path) or claims.get(blocker.path)
    if answer is None or answer.value is None:
        return "not the same in every unit"
    if isinstance(answer.value, NotApplicable):
        return "now: not applicable"
    label = _label(card, blocker.path, answer.value)
    tail = ", without current evidence" if blocker.mark == "evidence" else ""
    return f"now: {label}{tail}"


def _label(card: Scorecard, path: str, value: str | float) -> str:
    """An answer as people read it."""
    item = _item(card, path)
    scale = card.asked.scales[item.scale]
    if not isinstance(value, str):
        unit = f" {scale.unit}" if isinstance(scale, NumericScale) and scale.unit else ""
        return f"{number_text(float(value))}{unit}"
    options = () if isinstance(scale, NumericScale) else scale.options
    return next(option.label for option in options if option.id == value)


def _item(card: Scorecard, path: str) -> Item:
    """The item that a blocker's path means."""
    return next(item for item in card.asked.items if path in {item.id, item.claims})
