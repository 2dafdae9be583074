"""One assessment out of several raters' assessments."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import maturity as mt
from maturity.analysis.consensus import Consensus, Dissent, How, consensus

from .raters import AWAY, SMALL, UNITS, Said, sheet, sheets


def answer(found: Consensus, path: str = "a.one") -> mt.Answer | None:
    """What is said together of an item."""
    return found.assessment.answers.get(path)


def of(*said: object, how: How = "median", path: str = "a.one") -> object:
    """What raters who say this of an item say together; None: they leave it out."""
    given: list[Any] = [{} if one is None else {path: one} for one in said]
    found = answer(consensus(sheets(*given), how), path)
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("said", "median", "majority"),
    [
        (("red", "amber", "green"), "amber", None),
        (("red", "green", "green"), "green", "green"),
        (("red", "green"), "red", None),
        (("red", "red", "green", "green"), "red", None),
        (("red", None, None), "red", "red"),
        ((None, None), None, None),
        ((AWAY, AWAY, "green"), AWAY, AWAY),
        ((AWAY, "red"), "red", "red"),
        ((AWAY, AWAY, "red", "green"), "red", None),
        ((AWAY, None), AWAY, AWAY),
    ],
)
def test_how(said: tuple[object, ...], median: object, majority: object) -> None:
    """The middle or the most frequent answer; not applicable where more than half say so."""
    assert of(*said) == median
    assert of(*said, how="majority") == majority


def test_numbers() -> None:
    """Numbers have a middle and a most frequent one as well."""
    assert of(3, 7, path="b.days") == 7
    assert of(3, 7, 7.0, how="majority", path="b.days") == 7


def test_about() -> None:
    """It is of the same organisation and period, says how it came about, and can be scored."""
    given = [
        sheet(name, {"a.one": "red"}, "staff", made_up=name == "Ann", targets={"a.one": target},
              lead="L", as_of=date(2026, 3, 1), actions=(mt.Action(title="Ask"),))
        for name, target in (("Ann", "green"), ("Ben", "amber"))
    ]  # fmt: skip
    found = consensus(given)
    one = found.assessment
    assert (one.rater, one.rater_group, one.lead) == ("median of 2 raters", "staff", "L")
    assert (one.made_up, one.stated_as_of, len(one.actions)) == (True, date(2026, 3, 1), 1)
    assert one.organisation.name == "Ours"
    assert one.period is not None
    assert not one.targets
    assert found.raters == ("Ann", "Ben")
    assert mt.score(one)["a"].coverage.answered == 1


def test_what_differs_is_left_out() -> None:
    """Details on which raters differ are nobody's."""
    one = consensus([sheet("Ann", {}, "staff"), sheet("Ben", {}, "board")]).assessment
    assert one.rater_group == ""


def test_targets_that_agree_are_kept() -> None:
    """A target that all who state one share stays."""
    given = [sheet("Ann", {}, targets={"a.one": "green"}), sheet("Ben", {})]
    assert dict(consensus(given).assessment.targets) == {"a.one": "green"}


def test_dissent_is_kept() -> None:
    """Who said something else stands in records, and in the notes of the answers."""
    found = consensus(sheets({"a.one": "red"}, {"a.one": "amber"}, {"a.one": AWAY}, {}))
    about: dict[str, Any] = {"path": "a.one", "text": "One is there.", "unit": "", "instead": "red"}
    assert found.dissents == (
        Dissent(rater="Ben", said="amber", **about),
        Dissent(rater="Cem", said=AWAY, **about),
    )
    said = answer(found)
    assert said is not None
    assert said.note == "Ben says: Amber. Cem says: it does not apply (Not here.)."


def test_reasons_are_joined() -> None:
    """Not applicable keeps all the reasons, each once, and who says otherwise."""
    other = mt.not_applicable("Too small.")
    found = consensus(sheets({"a.one": AWAY}, {"a.one": other}, {"a.one": AWAY}, {"a.one": "red"}))
    said = answer(found)
    assert said is not None
    assert said.value == mt.not_applicable("Not here.; Too small.")
    assert [dissent.rater for dissent in found.dissents] == ["Dee"]


def test_tie_is_said() -> None:
    """Two answers given as often leave an item open, with the reason, and a draft."""
    found = consensus(sheets({"a.one": "green"}, {"a.one": "red"}), "majority")
    assert dict(found.left_open) == {"a.one": "Red and Green were said as often."}
    said = answer(found)
    assert said is not None
    assert said.is_draft
    assert said.note == (
        "Left open: Red and Green were said as often. Ann says: Green. Ben says: Red."
    )
    assert [(one.rater, one.instead) for one in found.dissents] == [("Ann", None), ("Ben", None)]


def test_evidence_notes_and_reasons() -> None:
    """Evidence is put together; notes keep their writers; reasons are of those who say the same."""
    first, second = mt.Evidence(title="A"), mt.Evidence(title="B")
    found = consensus(
        sheets(
            {"a.one": mt.Answer(value="red", evidence=(first,), reason="Poor", guess="Old")},
            {"a.one": mt.Answer(value="green", evidence=(second, first), note="Yes.", reason="x")},
        )
    )
    said = answer(found)
    assert said is not None
    assert said.evidence == (first, second)
    assert (said.reason, said.guess) == ("Poor", "Old")
    assert said.note == "Ben says: Green. Ben notes: Yes."


def test_agreed() -> None:
    """What was agreed stands as it is; raters who say otherwise dissent."""
    agreed = sheet("agreed", {"a.one": "amber", "a.two": "red"})
    found = consensus([agreed, *sheets({"a.one": "red", "a.three": "red"})], "agreed")
    assert found.assessment is agreed
    assert [(one.path, one.said, one.instead) for one in found.dissents] == [
        ("a.one", "red", "amber"),
        ("a.three", "red", None),
    ]
    assert dict(found.left_open) == {"a.three": "the agreed assessment does not answer it."}


def test_agreed_is_no_rater() -> None:
    """The agreed assessment has no voice in the median."""
    given = [sheet("agreed", {"a.one": "red"}), *sheets({"a.one": "green"}, {"a.one": "green"})]
    found = consensus(given)
    assert found.assessment.rater == "median of 2 raters"
    assert found.assessment.answers["a.one"].value == "green"


def test_units() -> None:
    """Units are put together one by one; a mix with the whole is left open and said."""

    def by(**values: str) -> mt.Answer:
        return mt.Answer(by=values)

    first: Said = {"a.one": by(north="red", south="green"), "a.two": by(north="red")}
    given = [
        sheet("Ann", first, units=UNITS),
        sheet("Ben", {"a.one": by(north="amber", south="red"), "a.two": "green"}, units=UNITS),
        sheet("Cem", {"a.one": by(north="green", south="red")}, units=UNITS),
    ]  # fmt: skip
    found = consensus(given)
    one, two = answer(found), answer(found, "a.two")
    assert one is not None
    assert two is not None
    assert dict(one.by) == {"north": "amber", "south": "red"}
    assert one.note.startswith("Ann says of North: Red. Cem says of North: Green. Ann says of S")
    assert two.is_draft
    assert dict(found.left_open) == {"a.two": "some raters answer for the whole, others for units."}
    tied = consensus(given[:2], "majority")
    assert tied.left_open["a.one"] == (
        "North: Red and Amber were said as often. South: Red and Green were said as often."
    )


def test_claims() -> None:
    """One answer for a whole branch has a middle too, and what does not apply goes to the items."""
    found = consensus(sheets({"a": "red"}, {"a": "green"}, {"a": "green"}))
    assert found.assessment.claims["a"].value == "green"
    assert [dissent.path for dissent in found.dissents] == ["a"]
    gone = consensus(sheets({"a": AWAY}, {"a": AWAY}, {"a.one": "red"})).assessment
    assert "a" not in gone.claims
    assert gone.answers["a.one"].value == mt.not_applicable("Not here.")


def test_it_can_be_saved() -> None:
    """As a file it is read back equal."""
    given = sheets({"a.one": "red", "a": "green"}, {"a.one": "green"}, {"b": AWAY})
    one = consensus(given, "majority").assessment
    assert mt.parse_assessment(mt.dump_assessment(one), SMALL) == one


@pytest.mark.parametrize(
    ("given", "how", "message"),
    [
        ([], "median", "consensus() takes assessments, at least one"),
        (
            [sheet("Ann", {}), sheet("Ann", {}, period="2026-Q2")],
            "median",
            (
                "consensus() takes assessments of one organisation, one period and one framework; "
                "these are of 2"
            ),
        ),
        ([sheet("Ann", {})], "agreed", 'none of the assessments has "agreed" as its rater'),
        ([sheet("agreed", {})], "median", 'there is no rater besides "agreed"'),
    ],
)
def test_refused(given: list[mt.Assessment], how: How, message: str) -> None:
    """What can't be put together is told in a sentence."""
    with pytest.raises(mt.NotComparable) as told:
        consensus(given, how)
    assert str(told.value) == message


def test_ways() -> None:
    """There are three ways, given by name."""
    with pytest.raises(ValueError, match="takes median, majority or agreed"):
        consensus([], "mean")  # type: ignore[arg-type]  # refused: that is the point
    with pytest.raises(TypeError, match="takes median, majority or agreed, found nothing"):
        consensus([], None)  # type: ignore[arg-type]  # refused: that is the point


def test_one_rater() -> None:
    """Of one rater, it is what that rater says."""
    said: Said = {"a.one": "red"}
    found = consensus(sheets(said))
    assert found.assessment.rater == "median of 1 rater"
    assert found.dissents == ()
