"""How a framework is scored, a line each: rules, conventions, evidence, obligations, weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.ids import parent
from maturity.model.scales import NumericScale
from maturity.scoring.convention_words import changed_words, conventions_words
from maturity.scoring.words import article, item_word, listed

from .answer_words import evidence_words, obligation_words
from .plain import capital
from .rule_words import RuleWords, branch_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.evidence import EvidenceExpectation
    from maturity.model.framework import Framework
    from maturity.model.scales import AnyScale


def scoring_lines(framework: Framework) -> Iterator[str]:
    """All that decides what the answers amount to."""
    yield from RuleWords(framework).lines()
    yield conventions_words(framework.scoring.conventions, item_word(framework))
    yield from _own_conventions(framework)
    yield from evidence_lines(framework)
    yield from obligation_words(framework)
    yield from _weights(framework)


def evidence_lines(framework: Framework) -> Iterator[str]:
    """The evidence that branches ask for where an item doesn't state its own."""
    found: dict[str, list[str]] = {}
    names = branch_names(framework)
    branches = [node for node in framework.walk() if node.own_items]
    for node in branches:
        for item in node.own_items:
            asked, scale = node.conventions.evidence, framework.scales[item.scale]
            if asked is None or item.evidence is not None:
                continue
            # What is claimed of a whole branch may be on a scale that the evidence doesn't suit.
            if item.claims is None or _suits(asked, scale):
                titles = found.setdefault(" ".join(evidence_words(asked, scale)), [])
                titles += [names[node.id]] if names[node.id] not in titles else []
    found.pop("", None)
    for text, titles in found.items():
        yield text if len(titles) == len(branches) else f"{listed(titles, most=99)}: {text}"


def _suits(asked: EvidenceExpectation, scale: AnyScale) -> bool:
    """Whether an answer can count as what stands without evidence."""
    if asked.above is None or isinstance(scale, NumericScale):
        return not isinstance(asked.above, str)
    return asked.above in [option.id for option in scale.options]


def _own_conventions(framework: Framework) -> Iterator[str]:
    """Where a branch, and so all below it, departs from the conventions above it."""
    found: dict[str, list[str]] = {}
    names = branch_names(framework)
    above = {"": framework.scoring.conventions}
    for node in framework.walk():
        above[node.id] = node.conventions
        text = changed_words(node.conventions, above[parent(node.id)], item_word(framework))
        if text:
            found.setdefault(text, []).append(names[node.id])
    for text, titles in found.items():
        yield f"In {listed(titles, most=99)}: {text}"


def _weights(framework: Framework) -> Iterator[str]:
    """What a weight does, where there are any."""
    item, branch = item_word(framework), framework.term("dimension")
    weighted = {
        item: any(one.weight != 1 for one in framework.items if one.claims is None),
        branch: any(node.weight != 1 for node in framework.walk()),
    }
    for word in [word for word, there in weighted.items() if there][:1]:
        yield f"{capital(article(word))} {word} of weight 2 counts double, and so on."
