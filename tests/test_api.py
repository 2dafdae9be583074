"""What a user may rely on: the names that the package lists, and nothing by accident."""

from __future__ import annotations

import importlib.metadata
import inspect

import pytest

import maturity as mt


def test_names() -> None:
    """The public names are these; adding one is a decision, and removing one breaks users."""
    assert sorted(mt.__all__) == [
        "Action",
        "Advice",
        "Agreement",
        "Agreements",
        "Answer",
        "Assessment",
        "Bridge",
        "Buddies",
        "CarriedOver",
        "Cohort",
        "Consensus",
        "Dimension",
        "Dissent",
        "Evidence",
        "EvidenceReview",
        "ExtraMissing",
        "Fault",
        "FaultsFound",
        "Framework",
        "FrameworkEntry",
        "Indicator",
        "Item",
        "Level",
        "MaturityError",
        "NotApplicable",
        "NotComparable",
        "Option",
        "Organisation",
        "Overlay",
        "Overview",
        "PeopleRow",
        "PeopleTable",
        "PeopleTables",
        "RecordRefused",
        "RunDisplay",
        "Schedule",
        "Score",
        "Scorecard",
        "TargetProgress",
        "Trend",
        "UnknownName",
        "Where",
        "Xmr",
        "__version__",
        "advise",
        "agreement",
        "alpha",
        "alpha_interval",
        "buddies",
        "carry_over",
        "consensus",
        "diff",
        "dump_assessment",
        "dump_framework",
        "example",
        "example_system",
        "frameworks",
        "import_table",
        "indicator",
        "load_assessment",
        "load_assessments",
        "load_framework",
        "not_applicable",
        "overview",
        "parse_assessment",
        "parse_framework",
        "people_table",
        "people_tables",
        "quantile_group",
        "recompute",
        "review_evidence",
        "run_display",
        "save_assessment",
        "save_framework",
        "schedule",
        "score",
        "shared",
        "target_progress",
        "trend",
        "write_system",
        "xmr",
    ]


@pytest.mark.parametrize("name", sorted(set(mt.__all__) - {"__version__"}))
def test_documented(name: str) -> None:
    """Every public name is there, is called what it is called, and says what it is."""
    thing = getattr(mt, name)
    assert thing.__name__ == name
    assert thing.__module__.startswith("maturity.")
    assert inspect.getdoc(thing)


def test_listed() -> None:
    """What is public is listed, loaded or not."""
    assert set(mt.__all__) <= set(dir(mt))


def test_unknown() -> None:
    """A name that does not exist is an AttributeError, as in any module."""
    with pytest.raises(AttributeError, match="module 'maturity' has no attribute 'scores'"):
        mt.scores  # type: ignore[attr-defined]  # noqa: B018  # on purpose


def test_star() -> None:
    """A star import brings every public name."""
    names: dict[str, object] = {}
    exec("from maturity import *", names)  # noqa: S102  # nothing else is executed
    assert set(mt.__all__) <= set(names)


def test_version() -> None:
    """The version that the package states is the one that is installed."""
    assert mt.__version__ == importlib.metadata.version("maturity")


def test_fifteen_lines() -> None:
    """From a shipped framework to what blocks the next level, with the public names alone."""
    board = mt.load_framework("hwb-board")
    answers = {item.id: "met" for item in board.items if item.level == "young"}
    card = mt.score(board.assess(answers, organisation="Ours", period="2026-Q1"))
    assert card["vision"].level == board.levels[0]
    assert card["vision"].why().text
    blockers = card["vision"].blockers()
    assert blockers.target == board.levels[1]
    assert {board[blocker.path].level for blocker in blockers.items} == {"established"}  # type: ignore[union-attr]  # an item
    assert mt.recompute(card.record(), board) == card
