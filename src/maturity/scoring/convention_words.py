"""Conventions in plain words: what is done with what is missing, not applicable or empty."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from maturity.model.numbers import shown
from maturity.model.scoring import Conventions

from .words import article

if TYPE_CHECKING:
    from collections.abc import Mapping

_MISSING = {
    "bound": "a missing answer leaves the result open",
    "exclude": "a missing answer is left out",
    "lowest": "a missing answer counts as the lowest",
    "block": "a missing answer blocks the level",
}
_AWAY = {
    "exclude": "is left out",
    "pass": "counts as met",
    "block": "blocks the level",
    "lowest": "counts as the lowest answer",
    "target": "counts as the target",
}
_EMPTY = {
    "undefined": "there is no result",
    "pass": "the result is the best there is",
    "fail": "the result is the lowest there is",
}
_EMPTY_LEVEL = {"pass": "counts as reached", "fail": "is not reached"}
_UNITS = {
    "mean": "the mean of their answers counts",
    "median": "the answer in the middle counts",
    "weakest-link": "the lowest answer counts",
}


def conventions_words(conventions: Conventions, item: str) -> str:
    """What is done with missing answers and N/A, and all that isn't as usual.

    `item`: the framework's word for an item.

    >>> conventions_words(Conventions(empty="fail"), "item").partition(". ")[2]
    'Where nothing is left to count, the result is the lowest there is.'
    """
    said = _said(conventions, item)
    always = f"{said.pop('missing')[:-1]}; {_lowered(said.pop('not_applicable'))}"
    unusual = conventions.beyond(Conventions())
    return " ".join([always, *(text for key, text in said.items() if key in unusual)])


def changed_words(conventions: Conventions, above: Conventions, item: str) -> str:
    """In what the conventions differ from the ones above; the evidence asked for is left out.

    >>> changed_words(Conventions(missing="exclude"), Conventions(), "item")
    'A missing answer is left out.'
    """
    changed = conventions.beyond(above)
    said = _said(conventions, item)
    return " ".join(text for key, text in said.items() if key in changed)


def share_text(share: float) -> str:
    """A share that a file states, as per cent and as exact as it is.

    >>> share_text(0.8), share_text(0.7999), share_text(1e-9)
    ('80%', '79.99%', '0.0000001%')
    """
    return f"{Decimal(shown(share * 100)):f}%"


def _said(conventions: Conventions, item: str) -> dict[str, str]:
    """A sentence for each convention but the evidence."""
    coverage, tolerance = conventions.minimum_coverage, conventions.tolerance
    level = _EMPTY_LEVEL[conventions.empty_level]
    said: Mapping[str, str] = {
        "missing": _MISSING[conventions.missing],
        "not_applicable": (
            f"{article(item)} {item} that does not apply {_AWAY[conventions.not_applicable]}"
        ),
        "empty": f"where nothing is left to count, {_EMPTY[conventions.empty]}",
        "empty_level": f"a level with nothing left to count {level}",
        "minimum_coverage": (
            f"no level is stated before {share_text(coverage)} is answered"
            if coverage
            else "a level is stated however little is answered"
        ),
        "tolerance": (
            f"a share that is less than asked by up to {share_text(tolerance)} of the whole "
            "is enough"
            if tolerance
            else "a share has to be exactly what is asked, or more"
        ),
        "units": f"where several teams or sites answer, {_UNITS[conventions.units]}",
        "reason_length": (
            "a reason that stands in for an answer has to be at least "
            f"{conventions.reason_length} characters long"
            if conventions.reason_length > 1
            else "a reason that stands in for an answer may be of any length"
        ),
    }
    return {key: f"{text[0].upper()}{text[1:]}." for key, text in said.items()}


def _lowered(text: str) -> str:
    """A sentence as it goes on after a semicolon."""
    return text[0].lower() + text[1:]
