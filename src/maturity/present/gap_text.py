"""The gap between groups of raters, such as board and staff, as part of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from maturity.scoring.words import answer_words, counted, items_word

from .layout import bullets, indented, table, words
from .plain import capital, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.analysis.agreement import Agreement
    from maturity.analysis.rater_groups import DimensionGap, GroupGap, ItemGap

MOST = 5
TEXT_LENGTH = 80


def gaps_view(agreement: Agreement) -> Iterator[RenderableType]:
    """Each two groups, compared by dimension and by item."""
    for gap in agreement.gaps:
        yield Text("")
        yield from _gap_view(agreement, gap)


def _gap_view(agreement: Agreement, gap: GroupGap) -> Iterator[RenderableType]:
    """Two groups."""
    item = items_word(agreement.framework, 1)
    yield words(f"{capital(gap.first)} and {gap.second}", "bold")
    yield words(
        f"{capital(gap.first)}: {counted(gap.first_raters, 'rater')}. "
        f"{capital(gap.second)}: {counted(gap.second_raters, 'rater')}. "
        "Compared by each group's answer in the middle."
    )
    if not gap.items:
        yield words(f"There is no {item} that both answered.")
        return
    heads = [
        agreement.framework.term("dimension").capitalize(),
        f"{capital(gap.first)} higher", f"{capital(gap.second)} higher", "Same", "Gap",
    ]  # fmt: skip
    yield indented(table(heads, [_row(one) for one in gap.dimensions], narrow=heads[3:]))
    yield words(
        f"Gap: how much higher {gap.second} rates than {gap.first}, on average, in hundredths of "
        "the scale; below 0 it is lower."
    )
    widest = sorted((one for one in gap.items if one.gap), key=lambda one: -abs(one.gap))
    if widest:
        yield words("Furthest apart:")
        yield bullets(_item(gap, one) for one in widest[:MOST])


def _row(gap: DimensionGap) -> list[RenderableType]:
    counts = (gap.first_higher, gap.second_higher, gap.same)
    hundredths = round(gap.gap * 100)
    return [
        words(capital(gap.title)),
        *(words(str(count)) for count in counts),
        words(f"{hundredths:+d}" if hundredths else "0"),
    ]


def _item(gap: GroupGap, item: ItemGap) -> Text:
    """What each group says of one item."""
    unit = f", {item.unit}" if item.unit else ""
    first, second = (answer_words(item.scale, said) for said in (item.first_said, item.second_said))
    return lines(
        f"{item.path}{unit}: {shortened(item.text, TEXT_LENGTH)}",
        f"{capital(gap.first)}: {first}; {gap.second}: {second}.",
    )


def lines(*texts: str) -> Text:
    """Texts below each other, in one entry of a list."""
    return Text("\n").join(words(text) for text in texts)
