"""An assessment with nothing answered yet, as text to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.scales import NumericScale
from maturity.present.plain import harmless, shortened
from maturity.scoring.words import number_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.framework import Framework
    from maturity.model.tree import Dimension, Item

WIDTH = 100

HEAD = """\
# {title}, {edition}: the answers of one organisation.
# A line that starts with # is a remark. To answer, take away the # in front of a line and put what
# you answer between the quotes. A line that stays a remark is unanswered, and that is no fault.
# Where something does not apply, say why:  {item} = {{ not_applicable = "the reason" }}
# To say more:                              {item} = {{ answer = "{answer}", note = "..." }}
# See what is wrong with  maturity check FILE,  and the result with  maturity score FILE

schema = 1
framework = {{ id = "{id}", edition = {quoted_edition} }}
organisation = {{ name = "The name of your organisation" }}
#period = "2025/26 Q4"           # or 2026-03-31, "2026-03", "2026", "2026-Q1", "2025/26"
#rater = "agreed"                # who answered; "agreed" when several did so together
#lead = ""                       # who keeps this file
"""


def blank_assessment(framework: Framework) -> str:
    """The text: every item of `framework` a remark, so that nothing is answered."""
    return "\n".join((_head(framework), *_properties(framework), *_branches(framework))) + "\n"


def _head(framework: Framework) -> str:
    """What the file is, how to fill it in, and who answers."""
    items = framework.items
    first = items[0] if items else None
    return HEAD.format(
        title=harmless(framework.title),
        edition=harmless(framework.edition),
        id=framework.id,
        quoted_edition=_quoted(framework.edition),
        item=first.id.rpartition(".")[2] if first else "an-id",
        answer=_options(framework, first)[-1] if first else "answer",
    )


def _properties(framework: Framework) -> Iterator[str]:
    """What may be said of the organisation."""
    for known in framework.properties.values():
        options = _either([f"{name} ({label})" for name, label in known.options.items()])
        yield f"# {harmless(f'{known.title}: {options}')}."
        yield f'# Add it to the organisation above: properties = {{ {known.id} = "..." }}'
        yield ""


def _branches(framework: Framework) -> Iterator[str]:
    """A header for each dimension and part that has items of its own, and a line for each item."""
    labels = {level.id: level.label for level in framework.levels}
    for node in framework.walk():
        if "." not in node.id:
            yield ""
            yield f"# {'-' * (WIDTH - 2)}"
        if not node.own_items:
            yield f"# {_title(node)}"
            continue
        yield f"# {_title(node)}"
        yield f"[answers.{node.id}]"
        level = None
        for item in node.own_items:
            yield ""
            if item.level is not None and item.level != level:
                level = item.level
                yield f"# -- {harmless(labels[level])} --"
            yield f"# {shortened(item.text, WIDTH - 2)}"
            yield f"#{item.id.rpartition('.')[2]} = {_blank(framework, item)}"
        yield ""


def _title(node: Dimension) -> str:
    """A branch's title, on one line."""
    return harmless(node.title)


def _blank(framework: Framework, item: Item) -> str:
    """An empty answer, and what is allowed in its place."""
    options = _options(framework, item)
    scale = framework.scales[item.scale]
    if isinstance(scale, NumericScale):
        return f"0  # {harmless(' '.join(options))}"
    return f'""  # {_either(options)}'


def _either(names: Sequence[str]) -> str:
    """`a, b or c`."""
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _options(framework: Framework, item: Item) -> list[str]:
    """The answers that an item's scale allows."""
    scale = framework.scales[item.scale]
    if isinstance(scale, NumericScale):
        ends = f"a number from {number_text(scale.minimum)} to {number_text(scale.maximum)}"
        return [ends, *([scale.unit] if scale.unit else [])]
    return [option.id for option in scale.options]


def _quoted(text: str) -> str:
    """A text as TOML holds it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in escaped) + '"'
