"""What a careful reader should know beside a result."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from maturity.model.rules import Staged

from .cells import answer_to, explained, given, held_down, is_top
from .leaves import NOT_APPLICABLE
from .on_base import left_out
from .readings import Reading
from .sentences import MADE_UP, SELF_REPORTED, point_text, result
from .staging import minimums
from .words import counted, item_word, items_word, listed, number_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.assessment import Answer
    from maturity.model.scales import AnyScale
    from maturity.model.scoring import Conventions
    from maturity.model.tree import Item

    from .scorecard import Score, Scorecard

NEAR = 1e-9


def card_caveats(card: Scorecard) -> tuple[str, ...]:
    """Caveats of the whole card: self-reported, made up, another digest, no day for evidence."""
    found = [SELF_REPORTED]
    assessment = card.assessment
    if assessment.made_up:
        found.insert(0, MADE_UP)
    if assessment.digest is not None and assessment.digest != card.framework.digest:
        found.append(
            "The framework has been changed since these answers were given: "
            "same edition, another digest."
        )
    found += _extends(card)
    dated = any(e.expires for a in assessment.answers.values() for e in a.evidence)
    if card.as_of is None and dated:
        found.append("No period and no day is stated, so no evidence is taken to have expired.")
    return tuple(found)


def _extends(card: Scorecard) -> Iterator[str]:
    """What an overlay's results compare on, and what is left out there."""
    if card.framework.overlay is None:
        return
    base = card.framework.overlay.base
    compares = "its results compare with others on what is shared."
    if card.on_base is None:
        compares = "nothing that was asked is shared, so no result compares with others."
    yield f"A local framework, which extends {base.title}, {base.edition}: {compares}"
    if left := [f"'{node.title}'" for node in left_out(card)]:
        one = len(left) == 1
        yield (
            f"{'The answer' if one else 'The answers'} to {listed(left)} as a whole "
            f"{'is' if one else 'are'} not part of what is shared: "
            f"{'it is' if one else 'they are'} not asked for in the very same way there."
        )


def node_caveats(card: Scorecard, score: Score) -> tuple[str, ...]:
    """Caveats of one node."""
    found = [*_claims(score), *_na_effect(card, score), *_vacuous(card, score)]
    found += [*_outside(score), *_unproven(card, score), *_excused(card, score)]
    found += _guessed(card, score)
    return tuple(found)


def _claims(score: Score) -> Iterator[str]:
    if score.claimed is None:
        return
    if score.level is not None and score.level.rank == score.claimed.rank:
        return
    known = f"The answers give: {result(score)}."
    if not score.coverage.answered:
        known = "Nothing is known yet from the answers below it."
    yield f"Claimed: {score.claimed.label}. {known}"


def _na_effect(card: Scorecard, score: Score) -> Iterator[str]:
    """Where "not applicable" lifts the level, or leaves nothing to state one on."""
    if score.na_effect is None:
        return
    all_away = score.level is None and not score.coverage.applicable
    if all_away or (score.level is not None and score.na_effect.rank < score.level.rank):
        codes = card.cells.codes[:, sorted(score.node.reads), card.column]
        number = int((codes == NOT_APPLICABLE).any(axis=0).sum())  # by one unit at the least
        word = items_word(card.asked, number)
        yield (
            f"{number} {word} {'is' if number == 1 else 'are'} marked not applicable; "
            f"counted as the lowest answer instead, the level would be {score.na_effect.label}."
        )


def _vacuous(card: Scorecard, score: Score) -> Iterator[str]:
    """Rungs that hold because nothing is asked of them, or nothing is left to count there."""
    if not isinstance(score.rule, Staged) or score.level is None:
        return
    step = next(s for s in card.plan.steps if score.node in s.nodes)
    place = step.nodes.index(score.node)
    results = card.results
    columns = results.value.shape[2]
    column = results.at(Reading.STATED) * columns + card.column
    shares = results.shares[step.rows[place], :, column]
    asked = minimums(step)
    for rank in range(1, score.level.rank + 1):
        label = score.node.ladder[rank - 1].label
        if not asked[rank - 1] and not score.rule.least:
            yield f"{label} holds only because nothing is asked of it."
        elif asked[rank - 1] and all(np.isnan(shares[other]) for other in asked[rank - 1]):
            yield f"{label} holds only because nothing counts there."


def _outside(score: Score) -> Iterator[str]:
    """A stated result that no completion would give."""
    if score.value is None:
        return
    if score.bounds is None:
        yield "What is stated would go with any completion of the answers: the conventions say so."
        return
    ends = (score.bounds.low, score.bounds.high)
    what, shown = "What is stated lies", [point_text(score, end) for end in ends]
    if _in_order([point.level.rank if point.level else 0 for point in (ends[0], score, ends[1])]):
        values = [cast("float", point.value) for point in (ends[0], score, ends[1])]
        if _in_order([values[0] - NEAR, values[1], values[2] + NEAR]):
            return
        low, value, high = (number_text(value, score.rule) for value in values)
        what, shown = f"The value, {value}, lies", [low, high]
    yield (
        f"{what} outside what any completion would give ({shown[0]} to {shown[1]}): "
        "the conventions say so."
    )


def _in_order(numbers: list[float]) -> bool:
    return numbers == sorted(numbers)


def _unproven(card: Scorecard, score: Score) -> Iterator[str]:
    """Answers held down for want of evidence."""
    held = [
        item.claims or item.id
        for item, scale, conventions, answer in _answered(card, score)
        if held_down(item, scale, conventions, answer, card.as_of)
    ]
    if held:
        word = items_word(card.asked, len(held))
        yield (
            f"{len(held)} {word} {'counts' if len(held) == 1 else 'count'} for less until there is "
            f"evidence that has not expired: {listed(held)}."
        )


def _excused(card: Scorecard, score: Score) -> Iterator[str]:
    """Items that pass by their obligation: explained, or asked for as *may* alone."""
    passed = [
        item
        for item, scale, conventions, answer in _answered(card, score)
        if explained(item, conventions, answer)
        and not all(is_top(scale, value) for value in given(answer))
    ]
    if passed:
        number = counted(len(passed), item_word(card.asked))
        verb = "counts" if len(passed) == 1 else "count"
        yield f"{number} {verb} as met because a reason is given, or because it is optional."


def _guessed(card: Scorecard, score: Score) -> Iterator[str]:
    """Answers that are guesses, carried over from an earlier edition."""
    guesses = [
        item.claims or item.id for item, *_, answer in _answered(card, score) if answer.guess
    ]
    if guesses:
        number = counted(len(guesses), item_word(card.asked))
        yield (
            f"{number} {'is a guess' if len(guesses) == 1 else 'are guesses'}"
            f" from answers to an earlier edition: {listed(guesses)}."
        )
    claim = card.assessment.claims.get(score.path)
    if score.claimed is not None and claim and claim.guess and score.path not in guesses:
        yield "The claim is a guess from an answer to an earlier edition."


def _answered(
    card: Scorecard, score: Score
) -> Iterator[tuple[Item, AnyScale, Conventions, Answer]]:
    """What a node rests on that is answered: the item, its scale, its home's conventions."""
    leaves = card.plan.leaves
    for leaf in sorted(score.node.reads):
        answer = answer_to(leaves.items[leaf], card.assessment)
        if answer is not None:
            yield leaves.items[leaf], leaves.scales[leaf], leaves.homes[leaf], answer
