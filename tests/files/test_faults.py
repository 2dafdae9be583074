"""Problems become faults in the order of the text."""

from __future__ import annotations

from maturity.errors import Problem
from maturity.files.faults import to_faults

TEXT = "a = 1\n[b]\nc = [1, 2]\n"


def test_faults_come_in_the_order_of_the_text_and_once() -> None:
    """Faults come in the order of the text and once."""
    problems = [
        Problem("z", ("b", "c", 1), "second element"),
        Problem("y", ("b", "d"), "missing"),
        Problem("x", ("a",), "first"),
        Problem("x", ("a",), "first"),
        Problem("w", (), "whole"),
        Problem("v", ("none", "at", "all"), "nowhere"),
    ]
    faults = to_faults(problems, TEXT, "f")
    assert [str(fault) for fault in faults] == [
        "f:1:1: error[x]: first",
        "f:1:1: error[w]: whole",
        "f:1:1: error[v]: nowhere",
        "f:2:2: error[y]: missing",
        "f:3:9: error[z]: second element",
    ]


def test_without_problems_there_are_no_faults_and_nothing_is_read() -> None:
    """Without problems there are no faults and nothing is read."""
    assert to_faults([], "not = = toml", "f") == ()


def test_of_many_faults_the_first_are_shown_and_the_rest_counted() -> None:
    """Of many faults the first are shown and the rest counted."""
    faults = to_faults([Problem("x", ("a",), f"number {n}") for n in range(202)], TEXT, "f")
    assert len(faults) == 201
    assert str(faults[-1]) == (
        "f: error[faults.more]: and 2 more faults are not shown; mend these first"
    )


def test_long_messages_are_cut() -> None:
    """Long messages are cut, and all of them together are no book."""
    (fault,) = to_faults([Problem("x", ("a",), "w" * 1000, "word " * 1000)], TEXT, "f")
    assert (len(fault.what), len(fault.hint)) == (100, 600)
    many = [Problem("x", ("a",), f"{n} " + "word " * 1000, "word " * 1000) for n in range(200)]
    faults = to_faults(many, TEXT, "f")
    assert sum(len(str(fault)) for fault in faults) < 100_000
    assert faults[-1].code == "faults.more"
