"""An answer that is carried over in words, and several in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from .assessment import Answer, NotApplicable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .assessment import Value
    from .evidence import Evidence


def shown(answer: Answer | None) -> str:
    """An answer in a few words, and that it was a guess before where it was."""
    if answer is None or answer == Answer():
        return "unanswered"
    if answer.guess:
        return f"{shown(attrs.evolve(answer, guess=''))} (a guess: {answer.guess})"
    if answer.by:
        return joined([f"{_value(value)} from {unit}" for unit, value in answer.by.items()])
    if answer.value is None:
        return "a note alone" if answer.note else "only what goes with an answer"
    return _value(answer.value)


def with_details(what: str, answer: Answer) -> str:
    """A sentence on an answer that is left behind, with all that goes with it."""
    said = {
        "note": answer.note,
        "reason": answer.reason.strip(),
        "confidence": "" if answer.confidence is None else str(answer.confidence),
        "basis": answer.basis or "",
        "evidence": joined([_piece(piece) for piece in answer.evidence]),
    }
    return "; ".join([what, *(f"its {name}: {text}" for name, text in said.items() if text)])


def joined(texts: list[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, [", ".join(texts[:-1]), *texts[-1:]]))


def gathered(answer: Answer, others: Mapping[str, Answer]) -> Answer:
    """An answer with the notes and the evidence of others, and in its note what else they say."""
    known = (answer, *others.values())
    texts = [one.note for one in known if one.note]
    texts += [line for path, other in others.items() for line in _details(path, other)]
    note = ""
    for text in texts:
        note += "" if f"\n{text}\n" in f"{note}\n" else f"\n{text}"
    pieces = [piece for one in known for piece in one.evidence]
    return attrs.evolve(answer, note=note[1:], evidence=tuple(dict.fromkeys(pieces)))


def _details(path: str, answer: Answer) -> Iterator[str]:
    """What goes with an answer, but for its note and its evidence."""
    if answer.reason.strip():
        yield f"The reason for {path}: {answer.reason}"
    if answer.confidence is not None:
        yield f"The confidence in {path}: {answer.confidence}"
    if answer.basis is not None:
        yield f"What {path} rested on: {answer.basis}"


def _piece(piece: Evidence) -> str:
    """A piece of evidence in a few words: `title 'Staff survey' (kind survey)`."""
    said = {
        **attrs.asdict(piece, filter=lambda _, stated: bool(stated)),
        **({"groups": " ".join(piece.groups)} if piece.groups else {}),
    }
    title = said.pop("title", "without a title")
    rest = ", ".join(f"{name} {stated}" for name, stated in said.items())
    return f"{title} ({rest})" if rest else title


def _value(value: Value) -> str:
    if isinstance(value, NotApplicable):
        return f"not applicable ({value.reason})"
    return f"'{value}'"
