"""Advice on words: the same twice, two ideas in one, hard to read."""

from __future__ import annotations

from functools import partial

import pytest

import maturity as mt
from maturity.analysis import advice_words
from maturity.analysis.advice_words import _Effort, advise_on_words, joint_of, lix

from .tools import advice, framework

HEAD = '[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n[dimensions.d.at.low]\n'
ON = "[dimensions.d.at.low]\n"
HARD = (
    "Organisational representatives systematically evaluate comprehensive interdisciplinary "
    "commissioning arrangements, demonstrating continuous improvement, accountability and "
    "transparency throughout neighbouring communities and local partners."
)


def on_words(items: str, more: str = "") -> list[str]:
    """What is said of the words of some items at the lowest level."""
    found = advise_on_words(framework(HEAD + items + more))
    return [str(one) for one in found]


# ------------------------------------------------------------------------------- the same twice


def test_the_same_text_twice() -> None:
    """The later of two items with one text is told, with the earlier."""
    assert on_words('a = "Each team has a plan."\nb = "Each  team has a Plan."\n') == [
        (
            "advice[same-text]: 'd.b' says the same as 'd.a': \"Each  team has a Plan.\"; "
            "say where they differ, or leave one out: else one fact counts twice"
        )
    ]


def test_nearly_the_same_text() -> None:
    """A few letters make no difference."""
    (found,) = on_words(
        'a = "Each team has a written plan."\nb = "Every team has a written plan."\n'
    )
    assert "'d.b' says nearly the same as 'd.a'" in found


def test_a_long_text_with_another_word() -> None:
    """In a long text one word in place of another is nearly the same; of each word, its ending."""
    long = "Each team has a written plan for the time after a {} in the night."
    assert len(on_words(f'a = "{long.format("fire")}"\nb = "{long.format("flood")}"\n')) == 1
    short = "Every manager is {} in this."
    assert (
        len(on_words(f'a = "{short.format("trained")}"\nb = "{short.format("training")}"\n')) == 1
    )


def test_each_copy_is_told_once() -> None:
    """Of many copies each is told once."""
    items = "".join(f'a{n} = "Each team has a plan."\n' for n in range(5))
    assert len(on_words(items)) == 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Each team has a plan.", "Each team has a coach."),
        ("Training is given within 3 months.", "Training is given within 6 months."),
        ("Shared plan", "Shared plan"),
        ("Partners read the plan of the board.", "The board of partners plan the reading."),
    ],
)
def test_texts_that_differ_enough(one: str, other: str) -> None:
    """Another word among few, another number, or a heading is no repetition."""
    assert on_words(f'a = "{one}"\nb = "{other}"\n') == []


def test_the_same_id_in_two_branches_is_on_purpose() -> None:
    """A framework that asks each branch the same does so on purpose."""
    text = '"Each team has a plan."\n'
    other = f"[dimensions.e.at.low]\nPLAN = {text}"
    assert on_words(f"plan = {text}", other.replace("PLAN", "plan")) == []
    assert len(on_words(f"plan = {text}", other.replace("PLAN", "scheme"))) == 1


def test_a_stronger_form_at_a_higher_level_is_no_repetition() -> None:
    """From level to level a text may grow; the very same text may not stand at two."""
    high = "[dimensions.d.at.high]\nb = "
    assert on_words('a = "Some teams have a plan."\n', high + '"Most teams have a plan."\n') == []
    assert len(on_words('a = "All teams have a plan."\n', high + '"All teams have a plan."\n')) == 1


def test_looking_for_pairs_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """When enough pairs are looked at, only the very same texts are still found."""
    near = 'a = "Each team has a written plan."\nb = "Every team has a written plan."\n'
    same = 'c = "Each team has a written plan."\n'
    for count in (1, 0):
        monkeypatch.setattr(advice_words, "_Effort", partial(_Effort, candidates=count))
        assert on_words(near) == []
        (found,) = on_words(near + same)
        assert "'d.c' says the same as 'd.a'" in found


def test_two_thousand_items_are_compared() -> None:
    """Among two thousand items the one pair is found."""
    items = "".join(
        f'a{n} = "Team {n:x} has w{n * 7:x} and v{n * 3:x} at hand, and z{n:x}."\n'
        for n in range(2000)
    )
    pair = 'p = "Each team has a written plan."\nq = "Every team has a written plan."\n'
    assert len(on_words(items + pair)) == 1


# ------------------------------------------------------------------------------ two ideas in one


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("There is a plan, and it is reviewed.", "and it is reviewed"),
        ("There is a plan; everyone has read it.", "; everyone has read it"),
        ("The plan is written and is read by all.", "and is read by all"),
        ("Staff are trained and the board has a budget.", "and the board has a budget"),
        (
            "The board can act. Staff are heard and managers are trained.",
            "and managers are trained",
        ),
        ("Is the plan known AND is it used?", "AND is it used"),
    ],
)
def test_two_claims(text: str, joint: str) -> None:
    """Two verbs that can't be missed, one on each side, are two claims."""
    assert joint_of(text) == joint


@pytest.mark.parametrize(
    "text",
    [
        "The board has a clear and shared plan.",
        "Staff and managers are trained.",
        "Plans are written, read and followed.",
        "The board makes a plan and shares it.",
        "Staff know that the plan is ours and that it is used.",
        "There is a plan for what is urgent and what can wait.",
        "Where staff are ill and nobody can stand in, help comes.",
        "These are in place: a policy and a team that has met.",
        "There is time to have a break and to be heard.",
        "There is a room and time to have a break.",
        "The board is heard. Staff and managers are too.",
        "",
    ],
)
def test_one_claim(text: str) -> None:
    """Words, lists and clauses within a sentence may be joined."""
    assert joint_of(text) == ""


def test_two_ideas_are_told() -> None:
    """The joint is named, and another's statement stays whole."""
    item = 'a = { text = "A plan is there, and it is read.", source = { wording = "WORDING" } }\n'
    start = "advice[two-ideas]: 'd.a' may hold two claims, joined at \"and it is read\"; "
    ours = on_words(item.replace("WORDING", "ours"))
    assert ours == [start + "where one can be true without the other, make two items of it"]
    theirs = on_words(item.replace("WORDING", "paraphrase"))
    assert theirs == [
        start + "it is another's statement and stays whole: say how to answer if half is true"
    ]


# ---------------------------------------------------------------------------------- hard to read


def test_lix() -> None:
    """Words in a sentence, plus long words in a hundred; checked by hand."""
    # 20 words in 2 sentences, and 4 of seven letters or more.
    text = (
        "Managers read the written summary of the plan each week. "
        "Others listen to the working group as it is heard."
    )
    assert lix(text) == 10 + 20
    assert lix("One two three four. " * 4) is None
    assert lix("one two three four five " * 4) == 20


def test_a_hard_text() -> None:
    """The measure, its limit and the longest words are named."""
    assert on_words(f'a = "{HARD}"\n') == [
        (
            "advice[hard-to-read]: 'd.a' is hard to read: LIX 105, and 60 means very difficult; "
            "use shorter sentences and shorter words; the longest words are 'interdisciplinary', "
            "'representatives' and 'Organisational'"
        )
    ]


def test_every_text_is_read() -> None:
    """Levels, branches and descriptors are read as well, each at its place."""
    text = f"""
        [dimensions.d]
        text = "{HARD}"
        [dimensions.d.items.a]
        text = "A plan."
        scale = "levels"
        descriptors = {{ high = "{HARD}" }}
        """
    levels = f'[levels]\nlow = "Low"\nhigh = {{ label = "High", text = "{HARD}" }}\n'
    head = 'schema = 1\nid = "small"\ntitle = "Small"\nedition = "1"\n'
    found = list(advise_on_words(mt.parse_framework(head + levels + text)))
    assert [(one.path, one.place[-1]) for one in found] == [
        ("", "text"),
        ("d", "text"),
        ("d.a", "high"),
    ]


def test_the_very_words_of_another_are_left_alone() -> None:
    """Words that can't be changed here get no advice on how to change them."""
    item = 'a = { text = "TEXT", source = { wording = "verbatim" } }\n'
    assert on_words(item.replace("TEXT", HARD)) == []


def test_plain_words_get_no_advice() -> None:
    """Short plain items get none at all."""
    assert (
        advice(
            HEAD
            + 'a = "Each team has a plan."\n'
            + ON.replace("low", "mid")
            + 'b = "B"\n'
            + ON.replace("low", "high")
            + 'c = "C"\n'
        )
        == []
    )
