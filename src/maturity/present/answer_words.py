"""What may be answered, and what evidence is asked for, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.numbers import shown
from maturity.model.scales import NumericScale
from maturity.scoring.words import answer_words, article, item_word, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.evidence import EvidenceExpectation
    from maturity.model.framework import Framework
    from maturity.model.scales import AnyScale, Direction
    from maturity.model.tree import Item

MOST_EFFORT = 5


def either(names: Sequence[str]) -> str:
    """The names, one of which will do.

    >>> either(["no", "partly", "yes"]), either(["yes"])
    ('no, partly or yes', 'yes')
    """
    return " or ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def number_words(scale: NumericScale) -> str:
    """`a number from 0 to 20 days, in steps of 0.5`."""
    unit = f" {scale.unit}" if scale.unit else ""
    steps = "" if scale.step is None else f", in steps of {shown(scale.step)}"
    whole = scale.step == 1 and float(scale.minimum).is_integer()
    kind, steps = ("a whole number", "") if whole else ("a number", steps)
    return f"{kind} from {shown(scale.minimum)} to {shown(scale.maximum)}{unit}{steps}"


def allowed_words(scale: AnyScale) -> str:
    """All that may be answered on a scale: `Red, Amber or Green`."""
    if isinstance(scale, NumericScale):
        return number_words(scale)
    return either([option.label for option in scale.options])


def limits_words(direction: Direction, limits: Sequence[tuple[str, str]]) -> str:
    """What a number has to be for each level: pairs of a label and a limit.

    >>> limits_words("from", [("Amber", "0.5"), ("Green", "0.8")])
    'Amber from 0.5, Green from 0.8'
    """
    word = {"from": "from", "above": "above", "up_to": "up to", "under": "under"}[direction]
    return ", ".join(f"{label} {word} {limit}" for label, limit in limits)


def evidence_words(asked: EvidenceExpectation | None, scale: AnyScale) -> list[str]:
    """The evidence that is asked for, and what an answer on `scale` counts as without it."""
    if asked is None:
        return []
    found = []
    if asked.kinds or asked.groups or asked.link or asked.above is not None:
        link = ", with a reference" if asked.link else ""
        groups = f"; covering {listed(asked.groups, most=99)}" if asked.groups else ""
        found.append(f"Evidence: {either(asked.kinds) or 'any kind'}{link}{groups}.")
    if asked.above is not None:
        worse = isinstance(scale, NumericScale) and scale.better == "lower"
        limit = f"{_limit(scale, asked.above)} at {'best' if worse else 'most'}"
        found.append(f"Without evidence it counts as {limit}.")
    return found


def effort_words(item: Item) -> list[str]:
    """How much effort it takes to move an item up; nothing where it is not stated."""
    return [f"effort {item.effort} of {MOST_EFFORT}"] if item.effort is not None else []


def obligation_words(framework: Framework) -> list[str]:
    """What the marks of items that may pass without being met mean; nothing where none is used."""
    used = {item.obligation for item in framework.items}
    item = item_word(framework)
    start = f"{article(item).capitalize()} {item} marked"
    said = {
        "should": f"{start} 'should' also counts as met where a reason is given.",
        "may": f"{start} 'may' counts as met once it is answered, whatever the answer.",
    }
    return [text for mark, text in said.items() if mark in used]


def _limit(scale: AnyScale, above: str | float) -> str:
    """What an answer counts as at most; a number as exact as it is stated."""
    if isinstance(scale, NumericScale):
        return " ".join(filter(None, [shown(float(above)), scale.unit]))
    return answer_words(scale, above)
