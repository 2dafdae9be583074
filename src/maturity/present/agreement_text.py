"""How far raters agree, as a page of text: what to talk about first, and who said what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from maturity.model.assessment import NotApplicable
from maturity.scoring import sentences
from maturity.scoring.words import answer_words, counted, items_word, listed, number_text, per_cent

from .gap_text import gaps_view, lines
from .layout import bullets, heading, indented, table, words
from .plain import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from maturity.analysis.agreement import Agreement, Agreements
    from maturity.analysis.scale_alphas import Alpha
    from maturity.analysis.spread import Spread
    from maturity.model.assessment import Assessment, Organisation, Value
    from maturity.model.periods import Period

GAP = Text("")
MOST, MOST_ALONE = 5, 10
TEXT_LENGTH = 90
# Krippendorff's own marks: Content Analysis (2004), chapter 11.
RELIABLE, TENTATIVE = 0.8, 0.67


def agreements_view(found: Agreements) -> Iterator[RenderableType]:
    """A page for each organisation, and below them those that have one rater."""
    for place, agreement in enumerate(found):
        if place:
            yield GAP
        yield from agreement_view(agreement)
    if not len(found):
        yield words("No organisation here has two raters at one period: nothing to compare.")
    if found.alone:
        yield GAP
        yield words("Not compared, with one rater or none", "bold")
        yield bullets(map(_alone, found.alone[:MOST_ALONE]))
        if len(found.alone) > MOST_ALONE:
            yield words(f"And {len(found.alone) - MOST_ALONE} more; --format json lists all.")


def agreement_view(agreement: Agreement) -> Iterator[RenderableType]:
    """How far the raters of one organisation agree."""
    yield heading("How far the raters agree", _subject(agreement.organisation, agreement.period))
    yield words(sentences.framework_title(agreement.card))
    yield words(sentences.SELF_REPORTED)
    if agreement.made_up:
        yield words(sentences.MADE_UP)
    yield words(f"{counted(len(agreement.raters), 'rater')}: {_raters(agreement)}.")
    if agreement.panel.agreed:
        yield words("There is an agreed assessment as well. It counts as no rater here.")
    yield GAP
    yield bullets(_in_short(agreement))
    yield GAP
    yield from _topics(agreement)
    yield from _disputed(agreement)
    yield from gaps_view(agreement)
    yield from _consensus(agreement)


def _subject(organisation: Organisation, period: Period | None) -> str:
    name = organisation.name or organisation.code or "an organisation without a name"
    return f"{name}, {period.text}" if period else name


def _alone(sheet: Assessment) -> str:
    return f"{_subject(sheet.organisation, sheet.period)}: {sheet.rater or 'no rater named'}"


def _raters(agreement: Agreement) -> str:
    """The raters by name, each with the group."""
    names = [
        f"{name} ({sheet.rater_group})" if sheet.rater_group else name
        for name, sheet in zip(agreement.raters, agreement.panel.sheets, strict=True)
    ]
    return listed(names, most=20)


def _in_short(agreement: Agreement) -> Iterator[str]:
    """The figures, each with what it means."""
    item = items_word(agreement.framework, 1)
    if agreement.agreed is None:
        yield f"No {item} is answered by two raters yet."
        return
    both = sum(spread.pairs > 0 for spread in agreement.items)
    yield (
        f"Two or more raters answered {counted(both, item)}. Of all pairs of their answers, "
        f"{per_cent(agreement.agreed)} are the same."
    )
    several = len(agreement.alphas) > 1
    for alpha in agreement.alphas:
        on = f", on the scale '{alpha.scale}'" if several else ""
        yield f"Agreement beyond chance{on}: {_alpha(alpha, item)}"
    if any(alpha.value is not None for alpha in agreement.alphas):
        yield (
            "That figure (Krippendorff's alpha) is 1 where raters always agree, and 0 where they "
            "agree no more than by chance. From 0.8 on, what one rater says can stand for all; "
            "below 0.67 it can't, and talking comes first."
        )
    if any(alpha.low is not None for alpha in agreement.alphas):
        items = items_word(agreement.framework)
        yield (
            f"The range says how far the figure could move with other {items} like these. It says "
            f"nothing of other raters, and with fewer than about 20 {items} it is too narrow."
        )


def _alpha(alpha: Alpha, item: str) -> str:
    """The figure, its range and what it means; or why there is none."""
    if not alpha.items:
        return f"can't be worked out, because no {item} has two answers."
    if alpha.value is None:
        return "can't be worked out, because all the answers to compare are the same."
    span = ""
    if alpha.low is not None and alpha.high is not None:
        span = f" (range {number_text(alpha.low, cut=True)} to {number_text(alpha.high)})"
    meaning = "weak"
    if alpha.value >= TENTATIVE:
        meaning = "strong" if alpha.value >= RELIABLE else "fair"
    return f"{number_text(alpha.value, cut=True)}{span}, which is {meaning}."


def _topics(agreement: Agreement) -> Iterator[RenderableType]:
    """The first things to talk about, with who said what."""
    found = agreement.discuss
    if not found:
        if agreement.pairs:
            yield words("Nothing to settle: nobody differs on what counts.")
        return
    yield words("Talk about these first", "bold")
    yield words("Those where raters are furthest apart on what matters most come first.")
    for number, topic in enumerate(found[:MOST], start=1):
        spread = topic.spread
        text = lines(_named(spread), topic.why, f"{_said(agreement, spread)}.")
        yield indented(bullets([text], mark=f"{number}."))
    if len(found) > MOST:
        yield words(f"And {len(found) - MOST} more; --format csv lists all.")


def _named(spread: Spread) -> str:
    """The path, the unit and the text of what was judged."""
    unit = f", {spread.unit}" if spread.unit else ""
    return f"{spread.path}{unit}: {shortened(spread.item.text, TEXT_LENGTH)}"


def _said(agreement: Agreement, spread: Spread) -> str:
    """Who said what; nothing of who left it out."""
    return "; ".join(
        f"{name}: {answer_text(spread, said)}"
        for name, said in zip(agreement.raters, spread.said, strict=True)
        if said is not None
    )


def answer_text(spread: Spread, said: Value) -> str:
    """An answer by its label."""
    if isinstance(said, NotApplicable):
        return f"does not apply ({said.reason})"
    return answer_words(spread.scale, said)


def _disputed(agreement: Agreement) -> Iterator[RenderableType]:
    """What some answer and others call not applicable."""
    found = [spread for spread in agreement.items if spread.disputed]
    if not found:
        return
    yield GAP
    yield words("Does it apply?", "bold")
    yield words("Some say that it does not apply, others answer it. Settle that too.")
    yield bullets(lines(_named(spread), f"{_said(agreement, spread)}.") for spread in found[:MOST])
    if len(found) > MOST:
        yield words(f"And {len(found) - MOST} more; --format csv lists all.")


def _consensus(agreement: Agreement) -> Iterator[RenderableType]:
    """What the answers in the middle come to, and who stands apart."""
    consensus, card = agreement.consensus, agreement.card
    yield GAP
    yield words("What they say together", "bold")
    yield words(
        f"The answer in the middle for each {items_word(agreement.framework, 1)}, "
        "and of two in the middle the worse one. It settles nothing that was not talked about."
    )
    name = card.framework.term("dimension").capitalize()
    rows = [
        [words(sentences.title(score)), words(sentences.result(score))] for score in card.dimensions
    ]
    if card.overall.status != "none":
        rows.append([words(sentences.title(card.overall)), words(sentences.result(card.overall))])
    yield indented(table([name, "Result"], rows))
    if consensus.left_open:
        yield words("Left open, although it was answered:")
        yield bullets(f"{path}: {why}" for path, why in consensus.left_open.items())
    apart = Counter(dissent.rater for dissent in consensus.dissents)
    if apart:
        told = [f"{name} on {apart[name]}" for name in consensus.raters if apart[name]]
        yield words(f"Who said something else: {listed(told, most=20)}.")
