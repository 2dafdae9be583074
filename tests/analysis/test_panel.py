"""Who rated one organisation at one period, and what each said of each item."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.analysis.panel import NO_NAME, Judged, Panel, panels

from .raters import AWAY, SMALL, UNITS, Said, sheet, sheets

TAKES = "this takes assessments"


def judged(panel: Panel) -> dict[tuple[str, str], tuple[object, ...]]:
    """What was said, by path and unit."""
    return {(one.path, one.unit): one.said for one in panel.judged}


def test_by_organisation_and_period() -> None:
    """Organisations and periods stand apart; a period may be written in two ways."""
    given = [
        sheet("Ann", {}),
        sheet("Ann", {}, period="2026-Q2"),
        sheet("Ben", {}, period="2025/26 Q4"),
        sheet("Ann", {}, organisation="Theirs"),
        sheet("Cem", {}, organisation=mt.Organisation(name="Renamed", code="X")),
        sheet("Dee", {}, organisation=mt.Organisation(name="Ours", code="X")),
    ]
    found = [panel.raters for panel in panels(given, None, TAKES)]
    assert found == [("Ann", "Ben"), ("Ann",), ("Ann",), ("Cem", "Dee")]


def test_another_framework_stands_apart() -> None:
    """Answers to another edition are not compared."""
    other = mt.parse_framework(mt.dump_framework(SMALL).replace('edition = "1"', 'edition = "2"'))
    late = other.assess({}, organisation="Ours", period="2026-Q1", rater="Ben")
    assert len(panels([sheet("Ann", {}), late], None, TAKES)) == 2


def test_agreed_is_no_rater() -> None:
    """The assessment that was agreed stands beside the raters, however it is written."""
    panel = panels([sheet("Agreed", {}), sheet("Ann", {})], None, TAKES)[0]
    assert panel.raters == ("Ann",)
    assert panel.agreed is not None
    assert len(panel.all) == 2


def test_one_agreed_alone() -> None:
    """An agreed assessment alone has no rater, and still is someone's."""
    panel = panels([sheet("agreed", {})], None, TAKES)[0]
    assert (panel.raters, panel.organisation.name) == ((), "Ours")
    assert panel.period is not None


def test_no_name() -> None:
    """A rater without a name is told as one."""
    assert panels([sheet("", {})], None, TAKES)[0].raters == (NO_NAME,)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("Ann", "ann "), "'ann '"),
        (("", ""), "a rater without a name"),
        (("agreed",) * 2, "'agreed'"),
    ],
)
def test_twice(names: tuple[str, str], told: str) -> None:
    """One rater can't stand twice."""
    with pytest.raises(
        mt.NotComparable, match=f"^Ours: two assessments of one period are by {told};"
    ):
        panels([sheet(name, {}) for name in names], None, TAKES)


def test_what_is_said() -> None:
    """Options, numbers, not applicable and nothing, in file order."""
    ann: Said = {"a.one": "red", "b.days": 3}
    ben: Said = {"a.one": AWAY, "a.two": mt.Answer(note="Later")}
    panel = panels(sheets(ann, ben), None, TAKES)[0]
    assert judged(panel) == {
        ("a.one", ""): ("red", AWAY),
        ("a.two", ""): (None, None),
        ("a.three", ""): (None, None),
        ("b.four", ""): (None, None),
        ("b.days", ""): (3, None),
    }


def test_branch_that_does_not_apply() -> None:
    """What is said of a whole branch is said of each item in it."""
    panel = panels(sheets({"a": AWAY}, {"a.one": "red"}), None, TAKES)[0]
    assert judged(panel)["a.one", ""] == (AWAY, "red")
    assert judged(panel)["b.four", ""] == (None, None)


def test_units() -> None:
    """Units stand apart, by id; answers for the whole are not among them."""
    by = mt.Answer(by={"south": "red", "north": "green"})
    north = mt.Answer(by={"north": AWAY})
    given = [
        sheet("Ann", {"a.one": by, "a.two": by}, units=UNITS),
        sheet("Ben", {"a.one": north, "a.two": "amber"}, units={"north": "Other"}),
    ]
    panel = panels(given, None, TAKES)[0]
    found = judged(panel)
    assert panel.units == UNITS
    assert found["a.one", "north"] == ("green", AWAY)
    assert found["a.one", "south"] == ("red", None)
    assert ("a.one", "") not in found
    assert found["a.two", ""] == (None, "amber")
    assert found["a.two", "north"] == ("green", None)


def test_profile() -> None:
    """In a short form, one answer for a branch is what is judged."""
    panel = panels(sheets({"a": "red"}, {"a": "green"}), "quick", TAKES)[0]
    assert judged(panel) == {("a", ""): ("red", "green"), ("b", ""): (None, None)}


def test_judged() -> None:
    """Answers and reasons are told apart."""
    one = Judged(item=SMALL.items[0], unit="", said=(None, "red", AWAY, "green"))
    assert one.answers == ((1, "red"), (3, "green"))
    assert one.reasons == ("Not here.",)


@pytest.mark.parametrize("given", [5, [5]])
def test_takes_assessments(given: object) -> None:
    """What is no assessment is refused in a sentence."""
    with pytest.raises(TypeError, match=f"{TAKES}, found a number"):
        panels(given, None, TAKES)  # type: ignore[arg-type]  # refused: that is the point
