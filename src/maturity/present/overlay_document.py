"""What a local framework leaves out, adds and changes in the one that it extends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.difference import EXTENDS, NAMED
from maturity.model.differences import diff
from maturity.model.ids import is_below, parent
from maturity.model.texts import words_of
from maturity.scoring.words import counted, item_word

from .diff_text import Said
from .document import Paragraph, Table
from .plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.difference import Difference
    from maturity.model.framework import Framework, Overlay

    from .document import Block

LONGEST = 200
APART = {"added", "dropped", "reworded"}
WHOLE = "everywhere"


def overlay_blocks(framework: Framework) -> Iterator[Block]:
    """All that is different from the base; nothing for a framework that extends none."""
    overlay = framework.overlay
    if overlay is None:
        return
    base = overlay.base
    differences = diff(base, framework)
    found = [one for one in differences if not _told_elsewhere(one)]
    yield Paragraph(
        f"This framework extends '{base.title}', edition {base.edition} (id: {base.id}). "
        + ("What is not listed here is as it is there." if found else "Nothing is different.")
    )
    yield from _table("Left out", ("Where", "Words", "Why"), _dropped(overlay))
    yield from _table("Added", ("Where", "Words"), _added(framework, overlay))
    said = Said(differences)
    reworded = [one for one in found if one.kind == "reworded"]
    yield from _table("In other words", ("Where", "Before", "Now"), _reworded(said, reworded))
    rest = [one for one in found if one.kind not in APART]
    yield from _table("Changed otherwise", ("Where", "What", "Before", "Now"), _changed(said, rest))


def _table(
    caption: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]
) -> Iterator[Table]:
    """A table, if it has rows."""
    if rows:
        yield Table(caption, heads, tuple(rows))


def _told_elsewhere(one: Difference) -> bool:
    """Whether the document says it at another place: its title, whose words an item's are."""
    if one.effect in {EXTENDS, NAMED} or one.what.endswith("of the source"):
        return True
    return not one.path and one.what in {"title", "description"}


def _dropped(overlay: Overlay) -> list[tuple[str, str, str]]:
    """What is left out, with the reason."""
    nodes = overlay.base.by_path
    return [(path, words_of(nodes[path]), reason) for path, reason in overlay.dropped.items()]


def _added(framework: Framework, overlay: Overlay) -> list[tuple[str, str]]:
    """What is added; what is below a branch that is new is counted, and stands further down."""
    added = set(overlay.added)
    items = [item.id for item in framework.items]
    rows = []
    for path in overlay.added:
        if parent(path) in added:
            continue
        text = words_of(framework.by_path[path])
        if path not in items:
            number = sum(is_below(item, path) for item in items)
            text += f" ({counted(number, item_word(framework))})"
        rows.append((path, text))
    return rows


def _reworded(said: Said, found: Sequence[Difference]) -> list[tuple[str, ...]]:
    """What says the same in other words, or other things."""
    return [(one.path or WHOLE, *said.before_and_now(one)) for one in found]


def _changed(said: Said, found: Sequence[Difference]) -> list[tuple[str, ...]]:
    """What else is different; a long list of settings is cut."""
    return [
        (
            one.path or WHOLE,
            one.what,
            *(shortened(text, LONGEST) for text in said.before_and_now(one)),
        )
        for one in found
    ]
