"""A framework as a form to print: what the answers mean, and room for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.narrow import narrowed
from maturity.model.scales import LADDER, Scale
from maturity.scoring.sentences import SELF_REPORTED
from maturity.scoring.words import item_word

from .answer_words import obligation_words
from .document import Blanks, Document, Paragraph, Table
from .framework_document import FROM, opening, section
from .question_document import tree_blocks
from .scale_document import level_table, option_table
from .scoring_document import evidence_lines
from .source_words import whole_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.framework import Framework

    from .document import Block

ABOUT = ("Organisation", "Period", "Filled in by (names and jobs)", "Date")
HOW = (
    "Tick one box for each {item}: what is true today, not what is planned. "
    "Where it does not apply, tick that box and say why; where you don't know, tick nothing, "
    "for no answer is not the lowest answer. "
    "Under notes and evidence write what the answer rests on, where it can be found, and of what "
    "date it is."
)
ACTIONS = 6


def form_document(framework: Framework, profile: str | None = None) -> Document:
    """The form for a framework, or for its short form `profile`; UnknownName where there is none.

    It is to be filled in by hand. Beside each item stands its path, to find its line in the
    answer sheet.
    """
    asked = narrowed(framework, profile)
    blocks = [
        *opening(framework, profile, ": a form to fill in"),
        Paragraph(SELF_REPORTED),
        Blanks(ABOUT),
        *section("How to fill it in", [Paragraph(text) for text in _how(asked)]),
        *section("What the answers mean", list(_meanings(asked))),
        *tree_blocks(asked, form=True),
        *section("What we will do next", [_actions()]),
        *section(FROM, [Paragraph(text) for text in whole_source(framework)]),
    ]
    return Document(f"{framework.title}, {framework.edition}: form", tuple(blocks))


def _how(framework: Framework) -> Iterator[str]:
    """How it is filled in: what to tick, when a reason will do, and the evidence asked for."""
    yield HOW.format(item=item_word(framework))
    marks = " ".join(obligation_words(framework))
    if marks:
        yield marks
    yield from evidence_lines(framework)


def _meanings(framework: Framework) -> Iterator[Block]:
    """The levels, and what the answers mean where that is said of them."""
    yield from level_table(framework, ids=False)
    used = dict.fromkeys(item.scale for item in framework.items)
    for name in used:
        scale = framework.scales[name]
        if name != LADDER and isinstance(scale, Scale) and any(o.text for o in scale.options):
            yield option_table(scale, several=len(used) > 1, ids=False)


def _actions() -> Table:
    """Room for what is to be done."""
    heads = ("What", "Who", "By when")
    return Table("Actions agreed", heads, (("",) * len(heads),) * ACTIONS)
