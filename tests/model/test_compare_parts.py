"""What two records say differently."""

from __future__ import annotations

from attrs import evolve

from maturity.model.compare_parts import (
    conventions,
    differing,
    evidence_effect,
    fields,
    keys,
    order,
    records,
    source,
    spaced,
)
from maturity.model.difference import LABELS, ORDER, SCORES, SHOWN, UNKNOWN
from maturity.model.evidence import EvidenceExpectation
from maturity.model.scales import Option
from maturity.model.scoring import Conventions
from maturity.model.source import Source

US = Source(title="Ours", publisher="Us")


def test_differing() -> None:
    """The fields that differ, by name; 1 and 1.0 don't."""
    assert differing(Option("a", "A", 1), Option("a", "B", 1.0)) == ["label"]


def test_fields() -> None:
    """A field that is known, one that nobody knows, and one that is left to others."""
    known = {"label": ("relabelled", "name", LABELS)}
    found = fields(
        "p",
        Option("a", "A", 1),
        Option("b", "B", 2),
        known,  # type: ignore[arg-type]  # a kind is a text
        frozenset({"id"}),
    )
    assert [(one.kind, one.path, one.what, one.effect) for one in found] == [
        ("relabelled", "p", "name", LABELS),
        ("other", "p", "value", UNKNOWN),
    ]


def test_keys() -> None:
    """Keys with other values, keys that one lacks, and another order."""
    found = keys(
        ("other", "p", "term"), {"a": "A", "b": "B", "c": "C"}, {"c": "C", "b": "X"}, SHOWN
    )
    assert [(one.what, one.before, one.after, one.effect) for one in found] == [
        ("term a", "A", None, SHOWN),
        ("term b", "B", "X", SHOWN),
        ("order of terms", ("b", "c"), ("c", "b"), ORDER),
    ]


def test_records() -> None:
    """Records field by field, and whole where one of the two lacks them."""
    a, b = Option("a", "A", 0), Option("b", "B", 1)
    found = records(
        {"option a": a, "option b": b}, {"option a": Option("a", "X", 2)}, {}, ("other", SCORES)
    )
    assert [(one.what, one.before, one.after) for one in found] == [
        ("label of option a", "A", "X"),
        ("value of option a", 0, 2),
        ("option b", b, None),
    ]


def test_order() -> None:
    """Only what both have counts."""
    assert not list(order("p", "items", ["a", "b"], ["a", "new", "b"]))
    (found,) = order("p", "items", ["a", "gone", "b"], ["b", "a"])
    assert (found.what, found.before, found.after) == ("order of items", ("a", "b"), ("b", "a"))


def test_source() -> None:
    """What both have from above isn't told; without anything above, all of it is."""
    them = evolve(US, publisher="Them")
    assert [one.what for one in source("p", (US, them), None)] == ["publisher of the source"]
    assert not list(source("p", (US, them), (US, them)))
    other = (evolve(US, publisher="Else"), them)
    assert [one.what for one in source("p", (US, them), other)] == ["publisher of the source"]


def test_conventions() -> None:
    """Conventions and evidence, each with its effect."""
    asked = Conventions(missing="block", evidence=EvidenceExpectation(kinds=("audit",)))
    found = list(conventions("p", (Conventions(), asked), None))
    assert [(one.kind, one.what, one.effect) for one in found] == [
        ("scoring changed", "missing", SCORES),
        ("other", "evidence", SHOWN),
    ]
    assert not list(conventions("p", (Conventions(), asked), (Conventions(), asked)))


def test_evidence_effect() -> None:
    """Evidence counts where answers without it count as less."""
    assert evidence_effect(None, EvidenceExpectation(kinds=("audit",))) == SHOWN
    assert evidence_effect(EvidenceExpectation(above="no"), None) == SCORES


def test_spaced() -> None:
    """A name in words."""
    assert spaced("not_applicable") == "not applicable"
