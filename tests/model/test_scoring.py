"""The conventions, and what is said about scoring as a whole."""

from __future__ import annotations

from maturity.model.evidence import EvidenceExpectation
from maturity.model.rules import NoTotal
from maturity.model.scoring import Conventions, Scoring


def test_defaults() -> None:
    """The conventions that hold where none is stated."""
    assert Conventions() == Conventions(
        missing="bound",
        not_applicable="exclude",
        empty="undefined",
        empty_level="pass",
        minimum_coverage=0.0,
        tolerance=1e-9,
        units="mean",
        reason_length=1,
        evidence=None,
    )
    assert Scoring().overall == Scoring().dimension == Scoring().part == NoTotal()


def test_beyond() -> None:
    """Beyond the conventions above is what differs from them, by name."""
    expects = EvidenceExpectation(kinds=("survey",))
    own = Conventions(missing="block", evidence=expects)
    assert own.beyond(Conventions()) == {"missing": "block", "evidence": expects}
    assert own.beyond(own) == {}
