"""Carrying answers to items over to a later edition: what is kept, guessed, left and new."""

from __future__ import annotations

import pytest

import maturity as mt

HEAD = """
schema = 1
id = "tool"
title = "Tool"
[scales.s]
no = 0
partly = 0.5
yes = 1
[scales.days]
number = { min = 0, max = 30, better = "lower" }
[scoring]
scale = "s"
dimension = { rule = "mean", range = [0, 1] }
[properties.model]
options = { own = "Own", bought = "Bought in" }
[profiles.quick]
ask = "dimensions"
scale = "s"
"""
OLD = (
    'edition = "1"'
    + HEAD
    + """
[dimensions.d.items]
stays = "This stays."
old-name = "This is renamed."
both = "There is a plan, and it is used."
one = "First half."
two = "Second half."
gone = "This goes."
days = { text = "Days lost.", scale = "days" }
"""
)
NEW = (
    'edition = "2"'
    + HEAD
    + """
[dimensions.d.items]
stays = "This stays."
new-name = "This is renamed."
planned = "There is a plan."
used = "The plan is used."
whole = "Both halves."
fresh = "This is new."
days = "Days lost are few."
[bridge]
from = "1"
same = { "d.new-name" = "d.old-name" }
split = { "d.both" = ["d.planned", "d.used"] }
merged = { "d.whole" = ["d.one", "d.two"] }
dropped = { "d.gone" = "No longer asked" }
new = { "d.fresh" = "Asked for by boards" }
"""
)


def old() -> mt.Framework:
    """The earlier edition."""
    return mt.parse_framework(OLD)


def new() -> mt.Framework:
    """The later edition."""
    return mt.parse_framework(NEW)


def carried(answers: dict[str, object], **details: object) -> mt.CarriedOver:
    """Answers to the earlier edition, carried over."""
    return mt.carry_over(old().assess(answers, **details), new())  # type: ignore[arg-type]  # each as its test needs it


def test_what_is_the_same_is_kept_whole() -> None:
    """What is the same is kept whole, under its new name where it has one."""
    answer = mt.Answer(value="yes", note="Seen", confidence=4)
    found = carried({"d.stays": answer, "d.old-name": "partly"})
    assert found.kept == ("d.stays", "d.new-name")
    assert found.assessment.answers["d.stays"] == answer
    assert found.assessment.answers["d.new-name"].value == "partly"
    assert not found.guesses
    assert found.new == ("d.fresh",)


def test_the_parts_of_a_split_item_get_a_guess_that_says_so() -> None:
    """Each part of a split item gets the old answer, marked as a guess."""
    found = carried({"d.both": mt.Answer(value="yes", note="Page 3")})
    planned = found.assessment.answers["d.planned"]
    assert (planned.value, planned.note) == ("yes", "Page 3")
    assert planned.guess == (
        "edition 1 asked 'There is a plan, and it is used.' in one; the answer was 'yes'"
    )
    assert set(found.guesses) == {"d.planned", "d.used"}


@pytest.mark.parametrize(
    ("one", "two", "value"),
    [
        ("yes", "no", "no"),
        ("partly", "yes", "partly"),
        (mt.not_applicable("A"), mt.not_applicable("B"), mt.not_applicable("A")),
    ],
)
def test_a_merged_item_gets_the_lowest(one: object, two: object, value: object) -> None:
    """A merged item gets the lowest of the old answers, marked as a guess."""
    found = carried({"d.one": one, "d.two": two})
    assert found.assessment.answers["d.whole"].value == value
    assert set(found.guesses) == {"d.whole"}


@pytest.mark.parametrize("two", [None, mt.Answer(note="Later"), mt.not_applicable("Not here")])
def test_a_merged_item_that_is_half_answered_is_a_draft(two: object) -> None:
    """Where one of the old items is unanswered or not applicable, there is a draft with a note."""
    answers = {"d.one": "yes"} | ({} if two is None else {"d.two": two})
    found = carried(answers)
    draft = found.assessment.answers["d.whole"]
    assert draft.is_draft
    assert draft.note.startswith("Edition 1 asked 2 questions: d.one 'yes', d.two ")
    assert set(found.drafts) == {"d.whole"}


def test_what_is_dropped_is_left_with_the_reason() -> None:
    """What is dropped is left out, with the reason."""
    found = carried({"d.gone": "yes"})
    assert dict(found.left) == {"d.gone": "dropped in edition 2: No longer asked"}
    assert not found.assessment.answers


def test_an_answer_that_the_new_scale_lacks_is_a_draft() -> None:
    """An answer that can't be given any more becomes a draft that tells it."""
    found = carried({"d.days": 3})
    assert found.assessment.answers["d.days"] == mt.Answer(note="Edition 1 had the answer '3'.")


def test_claims_targets_actions_and_properties() -> None:
    """Claims, targets, actions and properties go along where the later edition has a place."""
    organisation = mt.Organisation(name="Ours", properties={"model": "own"})
    action = mt.Action(title="Do it", paths=("d.old-name", "d.gone", "d"))
    found = carried(
        {"d": mt.Answer(value="partly", note="Ours")},
        organisation=organisation,
        targets={"d.old-name": "yes", "d.gone": "yes"},
        actions=[action],
    )
    assessment = found.assessment
    assert (assessment.claims["d"].value, assessment.claims["d"].note) == ("partly", "Ours")
    assert dict(assessment.targets) == {"d.new-name": "yes"}
    assert assessment.actions[0].paths == ("d.new-name", "d")
    assert assessment.organisation == organisation
    assert found.kept == ("property model", "target of d.new-name")
    assert dict(found.guesses) == {"d": "edition 1 had other items below it; it was 'partly'"}
    assert dict(found.left) == {
        "target of d.gone": "'yes' has no place in edition 2",
        "action 1, 'Do it'": "it is no longer about d.gone, which is dropped in edition 2",
    }


def test_a_guess_is_written_and_read_and_is_a_caveat() -> None:
    """A guess is written and read back, and the score says so."""
    assessment = carried({"d.both": "yes"}).assessment
    again = mt.parse_assessment(mt.dump_assessment(assessment), new())
    assert again.answers == assessment.answers
    (caveat,) = mt.score(again)["d"].caveats
    assert caveat == "2 items are guesses from answers to an earlier edition: d.planned and d.used."
    record = mt.score(again).record()
    assert mt.recompute(record, new()).record() == record


def test_the_carried_assessment_is_sound() -> None:
    """What comes out may be written and read: it has no fault."""
    found = carried({"d.stays": "yes", "d.both": "no", "d.one": "yes", "d.days": 4})
    text = mt.dump_assessment(found.assessment)
    assert mt.parse_assessment(text, new()).answers == found.assessment.answers


def test_a_bridge_round_trip() -> None:
    """A bridge is written and read, and is no part of the digest."""
    framework = new()
    assert mt.parse_framework(mt.dump_framework(framework)) == framework
    bare = mt.parse_framework(NEW.partition("[bridge]")[0])
    assert bare.digest == framework.digest
    text = NEW.replace('from = "1"', 'from = { id = "other", edition = "1" }')
    other = mt.parse_framework(text)
    assert other.bridge is not None
    assert other.bridge.framework == "other"
    assert mt.parse_framework(mt.dump_framework(other)) == other


def test_a_split_draft_stays_a_draft() -> None:
    """A note without an answer becomes a draft of each part, with what is known."""
    found = carried({"d.both": mt.Answer(note="Ask the board")})
    draft = found.assessment.answers["d.used"]
    assert draft.is_draft
    assert draft.note.endswith("the answer was a note alone. Ask the board")


def test_answers_of_several_units_go_along() -> None:
    """Several units' answers are kept where the item is the same, and told where it is not."""
    by = mt.Answer(by={"one": "yes", "two": "no"})
    units = {"one": "One", "two": "Two"}
    found = carried({"d.stays": by, "d.one": by, "d.two": "yes"}, units=units)
    assert found.assessment.answers["d.stays"] == by
    assert found.drafts["d.whole"] == (
        "edition 1 asked 2 questions: d.one 'yes' from one and 'no' from two, d.two 'yes'"
    )


def test_what_the_later_edition_does_not_know_is_left() -> None:
    """A property, or an answer for a whole branch, that has no place any more is left behind."""
    later = NEW.replace("[properties.model]", "[properties.kind]").replace(
        '[profiles.quick]\nask = "dimensions"\nscale = "s"\n', ""
    )
    organisation = mt.Organisation(name="Ours", properties={"model": "own"})
    answers = old().assess({"d": "partly"}, organisation=organisation)
    found = mt.carry_over(answers, mt.parse_framework(later))
    assert dict(found.left) == {
        "property model": "edition 2 does not ask for it",
        "d": "edition 2 does not take 'partly' for it",
    }
    assert not found.assessment.claims


@pytest.mark.parametrize(("better", "value"), [("higher", 3), ("lower", 7)])
def test_merged_numbers_take_the_worse(better: str, value: float) -> None:
    """Of numbers that were merged the worse is the guess."""
    head = HEAD.replace('better = "lower"', f'better = "{better}"')
    first = f'edition = "1"{head}[dimensions.d.items]\n' + "".join(
        f'{name} = {{ text = "{name}", scale = "days" }}\n' for name in "ab"
    )
    second = (
        f'edition = "2"{head}[dimensions.d.items]\nc = {{ text = "C", scale = "days" }}\n'
        '[bridge]\nfrom = "1"\nmerged = { "d.c" = ["d.a", "d.b"] }\n'
    )
    assessment = mt.parse_framework(first).assess({"d.a": 3, "d.b": 7})
    found = mt.carry_over(assessment, mt.parse_framework(second))
    assert found.assessment.answers["d.c"].value == value


BRANCHES = (
    HEAD
    + """
[dimensions.plans.items]
a = "A"
b = "B"
[dimensions.other.items]
x = "X"
"""
)
LATER = (
    HEAD
    + """
[dimensions.plans.items]
b = "B"
x = "X"
z = "Z"
[dimensions.other.items]
a = "A"
[bridge]
from = "1"
same = { "plans.x" = "other.x", "other.a" = "plans.a" }
new = { "plans.z" = "Added" }
"""
)


def test_a_branch_that_does_not_apply_is_said_of_each_of_its_items() -> None:
    """What a branch's N/A covered stays N/A where it went; what is new or moved in is untouched."""
    first = mt.parse_framework('edition = "1"' + BRANCHES)
    later = mt.parse_framework('edition = "2"' + LATER)
    reason = mt.not_applicable("whole")
    found = mt.carry_over(first.assess({"plans": reason, "other.x": "yes"}), later)
    assert dict(found.left) == {
        "plans": "edition 1 had other items below it; "
        "not applicable (whole) is said of each of its items instead"
    }
    assert dict(found.assessment.answers) == {
        "plans.b": mt.Answer(value=reason),
        "plans.x": mt.Answer(value="yes"),
        "other.a": mt.Answer(value=reason),
    }
    assert not found.assessment.claims
    assert found.new == ("plans.z",)
    again = mt.parse_assessment(mt.dump_assessment(found.assessment), later)
    assert again.answers == found.assessment.answers


def test_a_branch_that_is_the_same_stays_not_applicable_as_a_whole() -> None:
    """Where a branch holds the same items in both editions, its N/A stays that of the branch."""
    first = mt.parse_framework('edition = "1"' + BRANCHES)
    later = mt.parse_framework('edition = "2"' + BRANCHES + '[bridge]\nfrom = "1"\n')
    found = mt.carry_over(first.assess({"plans": mt.not_applicable("whole")}), later)
    assert found.assessment.claims["plans"].value == mt.not_applicable("whole")
    assert not found.assessment.answers


@pytest.mark.parametrize(
    ("old_line", "new_line", "value"),
    [
        ("partly = 0.5\nyes = 1", "yes = 0.5\npartly = 1", "partly"),
        ("partly = 0.5", "partly = 0.25", "partly"),
    ],
)
def test_an_answer_whose_meaning_changed_is_a_guess(
    old_line: str, new_line: str, value: str
) -> None:
    """Where the options stand in another order, or are worth something else, it is a guess."""
    later = 'edition = "2"' + BRANCHES.replace(old_line, new_line) + '[bridge]\nfrom = "1"\n'
    first = mt.parse_framework('edition = "1"' + BRANCHES)
    found = mt.carry_over(first.assess({"plans.a": value}), mt.parse_framework(later))
    assert found.assessment.answers["plans.a"].guess == (
        "edition 1 had other answers to choose from; it was 'partly'"
    )


def again(answer: mt.Answer) -> mt.Answer:
    """The answer to one question, carried over to an edition that asks it in two."""
    first = mt.parse_framework('edition = "1"' + HEAD + '[dimensions.d.items]\na = "A"\n')
    later = (
        f'edition = "2"{HEAD}[dimensions.d.items]\nb = "B"\nc = "C"\n'
        '[bridge]\nfrom = "1"\nsplit = { "d.a" = ["d.b", "d.c"] }\n'
    )
    found = mt.carry_over(first.assess({"d.a": answer}), mt.parse_framework(later))
    return found.assessment.answers["d.b"]


def test_a_guess_of_a_guess_says_both() -> None:
    """A guess that is made of a guess keeps what that one rests on."""
    assert again(mt.Answer(value="yes", guess="edition 0 asked more")).guess == (
        "edition 1 asked 'A' in one; the answer was 'yes' (a guess: edition 0 asked more)"
    )


def test_a_guess_or_draft_that_is_kept_is_told_as_one() -> None:
    """What was a guess or a draft before is so still: it is not among the answers kept."""
    guess, draft = mt.Answer(value="yes", guess="edition 0 asked more"), mt.Answer(note="Ask")
    found = carried({"d.stays": guess, "d.old-name": draft})
    assert dict(found.assessment.answers) == {"d.stays": guess, "d.new-name": draft}
    assert dict(found.guesses) == {"d.stays": "edition 0 asked more"}
    assert dict(found.drafts) == {"d.new-name": "Ask"}
    assert not found.kept


def test_a_draft_stays_one_where_the_meaning_changed() -> None:
    """A note without an answer is no guess, even where other answers can be chosen now."""
    later = f'edition = "2"{BRANCHES}[bridge]\nfrom = "1"\n'.replace("0.5", "0.25")
    first = mt.parse_framework('edition = "1"' + BRANCHES)
    draft = mt.Answer(note="Ask")
    found = mt.carry_over(first.assess({"plans.a": draft}), mt.parse_framework(later))
    assert found.assessment.answers["plans.a"] == draft
    assert dict(found.drafts) == {"plans.a": "Ask"}
    assert not found.guesses


def test_a_merged_draft_keeps_every_note() -> None:
    """A draft that is made of several questions keeps the notes of all of them."""
    one, two = mt.Answer(value="yes", note="First"), mt.Answer(note="Second")
    note = carried({"d.one": one, "d.two": two}).assessment.answers["d.whole"].note
    assert note.endswith("First\nSecond")


def test_all_that_is_left_of_one_thing_is_told() -> None:
    """Where an answer and its target are both left behind, both are told."""
    assert dict(carried({"d.gone": "yes"}, targets={"d.gone": "yes"}).left) == {
        "d.gone": "dropped in edition 2: No longer asked",
        "target of d.gone": "'yes' has no place in edition 2",
    }


def test_nothing_that_is_known_of_merged_answers_is_lost() -> None:
    """Units' answers, notes, evidence and what else was said go into the draft of a merged item."""
    units = {"u1": "Ward 1", "u2": "Ward 2"}
    minutes, survey = mt.Evidence(title="Minutes"), mt.Evidence(title="Survey")
    by = {"u1": "yes", "u2": mt.not_applicable("Closed")}
    one = mt.Answer(by=by, evidence=[minutes], confidence=2)
    two = mt.Answer(
        value="yes", note="N note", evidence=[minutes, survey], reason="R", basis="data"
    )
    found = carried({"d.one": one, "d.two": two}, units=units)
    assert found.assessment.answers["d.whole"] == mt.Answer(
        note=(
            "Edition 1 asked 2 questions: "
            "d.one 'yes' from u1 and not applicable (Closed) from u2, d.two 'yes'. N note\n"
            "The confidence in d.one: 2\n"
            "The reason for d.two: R\n"
            "What d.two rested on: data"
        ),
        evidence=[minutes, survey],
    )


def test_nothing_that_is_known_of_a_merged_guess_is_lost() -> None:
    """The lowest answer keeps what is said of it; what is said of the others goes into its note."""
    minutes, survey = mt.Evidence(title="Minutes"), mt.Evidence(title="Survey")
    one = mt.Answer(value="yes", note="First", evidence=[minutes], reason="High")
    two = mt.Answer(value="no", note="Second", evidence=[survey], reason="Low", confidence=5)
    whole = carried({"d.one": one, "d.two": two}).assessment.answers["d.whole"]
    assert whole == mt.Answer(
        value="no",
        note="Second\nFirst\nThe reason for d.one: High",
        evidence=[survey, minutes],
        reason="Low",
        confidence=5,
        guess="edition 1 asked 2 questions: d.one 'yes', d.two 'no'",
    )


def test_a_draft_keeps_the_evidence() -> None:
    """Where an answer can't be given any more, what goes with it stands in the draft."""
    evidence = [mt.Evidence(title="Count")]
    found = carried({"d.days": mt.Answer(value=3, evidence=evidence, confidence=4)})
    assert found.assessment.answers["d.days"] == mt.Answer(
        note="Edition 1 had the answer '3'.", evidence=evidence, confidence=4
    )


def test_a_draft_without_a_note_is_told_too() -> None:
    """Evidence without an answer, or an empty line, is told as what it is."""
    evidence = mt.Answer(evidence=[mt.Evidence(title="Count")])
    found = carried({"d.stays": evidence, "d.old-name": mt.Answer()})
    assert dict(found.drafts) == {
        "d.stays": "only what goes with an answer",
        "d.new-name": "unanswered",
    }


def test_a_number_of_another_unit_is_a_guess() -> None:
    """A number is kept where it means the same; in another unit it is a guess."""
    days = '[dimensions.d.items]\ndays = { text = "Days lost.", scale = "days" }\n'
    first = mt.parse_framework(f'edition = "1"{HEAD}{days}')
    later = f'edition = "2"{HEAD}{days}[bridge]\nfrom = "1"\n'
    weeks = later.replace("min = 0", 'unit = "weeks", min = 0')
    kept, guessed = (
        mt.carry_over(first.assess({"d.days": 3}), mt.parse_framework(text))
        for text in (later, weeks)
    )
    assert kept.kept == ("d.days",)
    assert dict(guessed.guesses) == {
        "d.days": "edition 1 had other answers to choose from; it was '3'"
    }
