"""Records from which a result can be worked out again, and rows for dataframes."""

from __future__ import annotations

import copy
import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import maturity as mt
from maturity.model.frozen import FrozenMap

from .tools import NO_REASON, at, card_of, framework_of, said

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = (
    """
[scoring]
scale = "met"
dimension = { rule = "staged", threshold = 0.5 }
overall = { rule = "mean" }
[properties.delivery]
options = { own = "In-house", bought = "Bought in" }
[profiles.some]
title = "Some"
dimensions = ["a"]
[profiles.short]
title = "Short"
ask = "dimensions"
"""
    + at("a", bronze=2, silver=2)
    + '[dimensions.b]\ntitle = "B"\nat.bronze.x = { text = "X", evidence = { above = "no" } }\n'
    + 'items.n = { text = "N", scale = "marks" }\n'
)


def full_card(profile: str | None = None, as_of: date | None = None) -> mt.Scorecard:
    """A card of an assessment that says all that one can say."""
    piece = mt.Evidence(
        kind="survey",
        title="Staff survey",
        reference="papers/7",
        collected=date(2026, 1, 2),
        expires=date(2026, 6, 30),
        groups=("nurses", "porters"),
        basis="data",
    )
    answers: dict[str, Any] = {
        "a.b1": mt.Answer(by=FrozenMap({"one": "yes", "two": NO_REASON})),
        "a.b2": mt.Answer(
            value="partly", note="Nearly", reason="Later", confidence=4, basis="opinion"
        ),
        "a.s1": NO_REASON,
        "b.x": mt.Answer(value="yes", evidence=(piece,)),
        "b.n": 55,
        "a": "silver",
    }
    assessment = framework_of(TEXT).assess(
        answers,
        organisation=mt.Organisation(
            name="Ours", scheme="ods", code="X1", size=0, properties=FrozenMap({"delivery": "own"})
        ),
        period="2025/26 Q4",
        rater="agreed",
        rater_group="board",
        made_up=True,
        digest="sha256:0",
        units={"one": "One", "two": "Two"},
        targets={"a.s1": "yes", "b.n": 80},
    )
    return mt.score(assessment, profile, as_of)


@pytest.mark.parametrize("profile", [None, "some", "short"])
@pytest.mark.parametrize("as_of", [None, date(2026, 7, 1)])
def test_round_trip(profile: str | None, as_of: date | None) -> None:
    """A record, through JSON, recomputes to the same record byte for byte."""
    card = full_card(profile, as_of)
    text = json.dumps(card.record())
    again = mt.recompute(json.loads(text), card.framework)
    assert json.dumps(again.record()) == text
    assert again == card


def test_round_trip_of_little() -> None:
    """An assessment that says nothing at all has a record too."""
    card = card_of(TEXT, {})
    assert mt.recompute(json.loads(json.dumps(card.record())), card.framework) == card


def test_content() -> None:
    """A record states what it was made from, and under which rules."""
    card = full_card()
    record: Any = card.record()
    assert record["format"] == 1
    assert record["framework"] == {
        "id": "tool",
        "edition": "1",
        "digest": card.framework.digest,
        "extends": None,
    }
    assert (record["profile"], record["as_of"], record["period"]) == (
        None,
        "2026-03-31",
        "2025/26 Q4",
    )
    assert record["organisation"] == {
        "name": "Ours",
        "scheme": "ods",
        "code": "X1",
        "size": 0,
        "properties": {"delivery": "own"},
    }
    assert record["answers"]["a.b1"] == {
        "by": {"one": "yes", "two": {"not_applicable": "Not done here"}}
    }
    assert record["answers"]["a.b2"] == {
        "value": "partly",
        "note": "Nearly",
        "reason": "Later",
        "confidence": 4,
        "basis": "opinion",
    }
    assert record["answers"]["b.x"]["evidence"][0]["expires"] == "2026-06-30"
    assert record["answers"]["b.x"]["evidence"][0]["groups"] == ["nurses", "porters"]
    assert record["claims"] == {"a": {"value": "silver"}}
    assert record["targets"] == {"a.s1": "yes", "b.n": 80}
    assert record["rules"]["a"]["rule"]["rule"] == "staged"
    assert record["rules"]["a"]["rule"]["threshold"] == 0.5
    assert record["rules"][""]["conventions"]["missing"] == "bound"
    assert set(record["caveats"]) == {"", "a", "b"}


def change(*keys: str, to: object) -> Callable[[dict[str, Any]], None]:
    """What sets one key of a record."""

    def apply(record: dict[str, Any]) -> None:
        for key in keys[:-1]:
            record = record[key]
        record[keys[-1]] = to

    return apply


def remove(*keys: str) -> Callable[[dict[str, Any]], None]:
    """What takes one key out of a record."""

    def apply(record: dict[str, Any]) -> None:
        for key in keys[:-1]:
            record = record[key]
        del record[keys[-1]]

    return apply


READ = "the record can't be read: "
OTHER = "the record was made with another framework: its "


def changed(key: str) -> str:
    """What is said of a record of which one key was changed."""
    return f"the record was changed: its '{key}' is not what is worked out from its answers"


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (change("format", to=2), "the record has format 2; this reads format 1"),
        (
            change("format", to=1.0),
            "the record has the number 1 as its format; this reads format 1",
        ),
        (change("format", to=True), "the record has true as its format; this reads format 1"),
        (remove("format"), "the record has no format; this reads format 1"),
        (
            change("framework", to="tool"),
            READ + "its 'framework' is 'tool', not a table",
        ),
        (remove("framework", "id"), READ + "its 'framework' has no 'id'"),
        (
            change("framework", "id", to="other"),
            OTHER + "id is 'other', this one's is 'tool'",
        ),
        (
            change("framework", "edition", to="2"),
            OTHER + "edition is '2', this one's is '1'",
        ),
        (remove("answers"), READ + "it has no 'answers'"),
        (remove("caveats"), READ + "it has no 'caveats'"),
        (
            change("colour", to="red"),
            READ + "it has a key that is not known: 'colour'",
        ),
        (remove("profile"), READ + "it has no 'profile'"),
        (
            change("profile", to=["some"]),
            READ + "its profile is a list, which 'tool' does not have; there are: some, short",
        ),
        (
            change("profile", to="none"),
            READ + "its profile is 'none', which 'tool' does not have; there are: some, short",
        ),
        (
            change("answers", to=[]),
            READ + "its 'answers' is a list, not a table",
        ),
        (
            change("answers", "a.b2", to={"shout": "yes"}),
            READ + "its 'answers.a.b2' has a key that is not known: 'shout'",
        ),
        (
            change("answers", "a.b2", to="yes"),
            READ + "its 'answers.a.b2' is 'yes', not a table",
        ),
        (
            change("answers", "a.b2", to={"value": {"na": 1}}),
            READ + "its 'answers.a.b2' has no 'not_applicable'",
        ),
        (
            change("answers", "b.x", to={"value": "yes", "evidence": [{"colour": 1}]}),
            READ + "its 'answers.b.x.evidence' has a key that is not known: 'colour'",
        ),
        (
            change("answers", "b.x", to={"value": "yes", "evidence": 7}),
            READ + "answers.b.x.evidence: error[value.type]: "
            "the number 7 can't stand here; allowed: a list",
        ),
        (
            change("as_of", to="soon"),
            READ + "its 'as_of' is 'soon', not a date such as 2026-03-31",
        ),
        (
            change("as_of", to=7),
            READ + "its 'as_of' is the number 7, not a date such as 2026-03-31",
        ),
        (
            change("as_of", to=""),
            READ + "its 'as_of' is '', not a date such as 2026-03-31",
        ),
        (
            change("as_of", to="20260331"),
            changed("as_of"),
        ),
        (change("units", to=None), READ + "its 'units' is nothing, not a table"),
        (
            change("rater", to=7),
            READ + "rater: error[value.type]: the number 7 can't stand here; allowed: a text",
        ),
        (
            change("organisation", to={"colour": "red"}),
            READ + "its 'organisation' has a key that is not known: 'colour'",
        ),
        (
            change("rules", "a", "rule", "threshold", to=0.6),
            changed("rules"),
        ),
        (
            change("result", to=[]),
            changed("result"),
        ),
    ],
)
def test_refused(spoil: Callable[[dict[str, Any]], None], message: str) -> None:
    """A record of another framework or format, changed or none at all, is refused with a reason."""
    card = full_card()
    record = copy.deepcopy(card.record())
    spoil(record)
    with pytest.raises(mt.RecordRefused) as refused:
        mt.recompute(record, card.framework)
    assert str(refused.value) == message


def test_refused_output() -> None:
    """What the command line prints holds a record: that is said."""
    card = full_card()
    with pytest.raises(mt.RecordRefused) as refused:
        mt.recompute({"format": 1, "record": card.record()}, card.framework)
    assert str(refused.value) == "this holds a record, and more: give what stands under 'record'"


def test_refused_digest() -> None:
    """A record of another content is refused with both digests."""
    card = full_card()
    record = copy.deepcopy(card.record())
    change("framework", "digest", to="sha256:1")(record)
    with pytest.raises(mt.RecordRefused) as refused:
        mt.recompute(record, card.framework)
    assert str(refused.value) == (
        "the record was made with another framework: its digest is 'sha256:1', "
        f"this one's is '{card.framework.digest}'"
    )


@pytest.mark.parametrize("answer", ["never", 7, True])
def test_refused_answer(answer: object) -> None:
    """An answer that is not on the scale is refused with the fault."""
    card = full_card()
    record = copy.deepcopy(card.record())
    change("answers", "a.b2", to={"value": answer})(record)
    with pytest.raises(mt.RecordRefused, match=r"^the record can't be read: answers\.a\.b2: error"):
        mt.recompute(record, card.framework)


def test_round_trip_of_a_profile_that_is_not_the_frameworks_own() -> None:
    """A card of what is shared has a record that holds the whole profile."""
    card = full_card()
    other = framework_of(TEXT.replace('b1 = "', 'another = "'))
    shared = mt.score(card.assessment, mt.shared(card.framework, other))
    record: Any = shared.record()
    assert record["profile"]["drop"]
    text = json.dumps(record)
    assert mt.recompute(json.loads(text), card.framework) == shared


@pytest.mark.parametrize(
    ("profile", "message"),
    [
        ({"id": "x", "drop": "a"}, "its 'profile' has 'a' as 'drop'"),
        ({"id": 3}, "its 'profile' has the number 3 as 'id'"),
        ({"id": "x", "drop": [3]}, "its 'profile' has a list as 'drop'"),
        ({"colour": "x"}, "its 'profile' has a key that is not known: 'colour'"),
    ],
)
def test_refused_profile(profile: object, message: str) -> None:
    """A profile that can't be one is refused."""
    card = full_card()
    record = copy.deepcopy(card.record())
    change("profile", to=profile)(record)
    with pytest.raises(mt.RecordRefused) as refused:
        mt.recompute(record, card.framework)
    assert str(refused.value) == READ + message


def test_keys_in_any_order() -> None:
    """A store that sorts keys, or writes 1.0 as 1, changes nothing that is said."""
    card = full_card()
    text = json.dumps(card.record(), sort_keys=True).replace("1.0,", "1,")
    assert mt.recompute(json.loads(text), card.framework) == card


def test_rows() -> None:
    """A row a node, in file order, the overall first: text, numbers and None alone."""
    rows = full_card().to_records()
    assert [row["path"] for row in rows] == ["", "a", "b"]
    assert {type(value) for row in rows for value in row.values()} <= {str, int, float, type(None)}
    row = rows[1]
    # a.b1 is answered yes by one team, the other leaves it out; of a.s2 nothing is known
    assert row == {
        "organisation": "Ours",
        "period": "2025/26 Q4",
        "framework": "tool",
        "edition": "1",
        "extends": None,
        "profile": None,
        "path": "a",
        "title": "A",
        "status": "open",
        "value": 1.0,
        "level": "bronze",
        "level_rank": 1,
        "answered": 2,
        "applicable": 3,
        "not_applicable": 1,
        "low_value": 1.0,
        "low_level": "bronze",
        "low_level_rank": 1,
        "high_value": 3.0,
        "high_level": "gold",
        "high_level_rank": 3,
        "so_far_value": 1.0,
        "so_far_level": "bronze",
        "so_far_level_rank": 1,
        "na_effect": "below",
        "claimed": "silver",
        "rule": "staged",
        "missing": "bound",
        "not_applicable_rule": "exclude",
    }


def test_rows_without_a_result() -> None:
    """Where there is nothing to state, a row says None."""
    rows = card_of(TEXT, said(na="b1 b2 s1 s2")).to_records()
    row = next(row for row in rows if row["path"] == "a")
    assert row["status"] == "undefined"
    assert row["period"] is None
    for name in ("value", "level", "level_rank", "low_value", "high_level", "high_level_rank"):
        assert row[name] is None


def test_reworded_caveat() -> None:
    """A caveat that an earlier edition of the library worded otherwise does not spoil a record."""
    card = full_card()
    record = copy.deepcopy(card.record())
    change("caveats", "a", to=["Worded otherwise."])(record)
    assert mt.recompute(record, card.framework).record() == card.record()
