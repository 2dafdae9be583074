"""The levels of a framework and what may be answered, as pieces of a document."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from maturity.model.numbers import shown
from maturity.model.rules import Mean, Median, Staged, Sum, WeakestLink
from maturity.model.scales import LADDER, NumericScale
from maturity.scoring.words import plural

from .answer_words import limits_words, number_words
from .document import Paragraph, Table
from .plain import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.framework import Framework
    from maturity.model.scales import Scale

    from .document import Block

LOWEST_FIRST = "From lowest to highest"
AWAY = "Or not applicable, with a reason. No answer is not the same as either."


def level_table(framework: Framework, *, ids: bool = True) -> list[Table]:
    """The ladder as a table, if there is one; `ids`: with the id of each level."""
    if not framework.levels:
        return []
    term = framework.term("level")
    rows = [(level.label, level.text, level.id) for level in framework.levels]
    if framework.below_label is not None:
        below = framework.below
        rows.insert(0, (below.label, f"The first {term} is not reached.", below.id))
    return [_table(LOWEST_FIRST, term, rows, ids=ids)]


def main_scale(framework: Framework) -> str | None:
    """The scale on which most items are answered; None where there are no items."""
    counts = Counter(item.scale for item in framework.items)
    return max(counts, key=counts.__getitem__, default=None)


def answer_blocks(framework: Framework) -> Iterator[Block]:
    """What an answer may be, on each scale that is used; the one used most comes first."""
    used = dict.fromkeys(item.scale for item in framework.items)
    main = main_scale(framework)
    for name in sorted(used, key=lambda name: name != main):
        scale = framework.scales[name]
        if name == LADDER:
            yield Paragraph(f"One of the {plural(framework.term('level'))} above.")
        elif isinstance(scale, NumericScale):
            start = f"{name}: " if len(used) > 1 else ""
            yield Paragraph(capital(f"{start}{number_sentence(framework, scale)}."))
        else:
            yield option_table(scale, several=len(used) > 1, values=_values_count(framework))
    if used:
        yield Paragraph(AWAY)


def option_table(scale: Scale, *, several: bool, ids: bool = True, values: bool = False) -> Table:
    """The options of a scale; its own id is told where there are `several` scales.

    `ids`: with their ids. `values`: with their values, unless these are 0, 1, 2 and so on.
    """
    rows = [(option.label, option.text, option.id) for option in scale.options]
    caption = f"{LOWEST_FIRST}, on the scale '{scale.id}'" if several else LOWEST_FIRST
    table = _table(caption, "answer", rows, ids=ids)
    numbers = [option.value for option in scale.options]
    if not values or numbers == list(range(len(numbers))):
        return table
    kept = tuple((*row, shown(value)) for row, value in zip(table.rows, numbers, strict=True))
    return Table(caption, (*table.heads, "Value"), kept)


def _values_count(framework: Framework) -> bool:
    """Whether any result rests on the values of answers, and not on their order alone."""
    rules = [framework.scoring.overall, *(node.rule for node in framework.walk())]
    return any(
        isinstance(rule, Mean | Sum | Median | WeakestLink)
        or (isinstance(rule, Staged) and rule.credit == "partial")
        for rule in rules
    )


def number_sentence(framework: Framework, scale: NumericScale) -> str:
    """A numeric scale: its ends, which of them is better, and what turns a number into a level."""
    text = f"{number_words(scale)}; {scale.better} is better"
    if scale.bands is None:
        return text
    labels = {level.id: level.label for level in framework.levels}
    limits = [(labels[rung], shown(limit)) for rung, limit in scale.bands.limits]
    return f"{text}; {limits_words(scale.bands.direction, limits)}"


def _table(caption: str, of: str, rows: Sequence[tuple[str, str, str]], *, ids: bool) -> Table:
    """A table of labels, what they mean where any says so, and their ids."""
    meant = any(meaning for _, meaning, _ in rows)
    wanted = [True, meant, ids]
    heads = (capital(of), "What it means", "Id")
    kept = [tuple(cell for cell, on in zip(row, wanted, strict=True) if on) for row in rows]
    shown = tuple(head for head, on in zip(heads, wanted, strict=True) if on)
    return Table(caption, shown, tuple(kept))
