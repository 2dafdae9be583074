"""Advice on texts that are hard to read, alone and together."""

from __future__ import annotations

import pytest

import maturity as mt
from maturity.analysis.advice_reading import lix

from .tools import framework, on_words

HARD = (
    "Organisational representatives systematically evaluate comprehensive interdisciplinary "
    "commissioning arrangements, demonstrating continuous improvement, accountability and "
    "transparency throughout neighbouring communities and local partners."
)
SHORT = "Governance arrangements facilitate interdisciplinary collaboration."
START = "advice[hard-to-read]: "
HINT = "; use shorter sentences and shorter words; the longest words are "


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


def test_lix_of_several_texts() -> None:
    """Each text ends a sentence, with a full stop or without; together they may be enough."""
    texts = ["Managers read the plan each week"] * 4
    # 24 words in 4 sentences, and 4 long ones.
    assert lix(*texts) == pytest.approx(6 + 100 * 4 / 24)
    assert lix(*[text + "." for text in texts]) == lix(*texts)
    assert lix(*texts[:3]) is None
    assert lix() is None


def test_a_hard_text() -> None:
    """The measure, its limit and the longest words are named."""
    assert on_words(f'a = "{HARD}"\n') == [
        (
            f"{START}'d.a' is hard to read: LIX 105, and 60 means very difficult{HINT}"
            "'interdisciplinary', 'representatives', 'Organisational', 'systematically' and "
            "'accountability'"
        )
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            SHORT,
            f"3 of its 5 words have 11 letters or more{HINT}'interdisciplinary', '",
        ),
        (
            "The team uses interoperability and operationalisation to plan.",
            f"2 of its 8 words have 11 letters or more{HINT}'operationalisation' and",
        ),
        (
            "Multi-disciplinary teams co-operate transformationally",
            "",  # so few words without a full stop are a heading
        ),
        (
            "Multi-disciplinary teams co-operate transformationally.",
            f"2 of its 4 words have 11 letters or more{HINT}'transformationally', 'Multi-",
        ),
        (
            "Partner bodies assess service pathways, demonstrating results in collaboration.",
            "LIX 76, and 60 means very difficult (of 9 words only)",
        ),
    ],
)
def test_a_short_text(text: str, told: str) -> None:
    """Two very long words at least, in a quarter of the words or in a text with a high LIX."""
    found = on_words(f'a = "{text}"\n')
    if told:
        (line,) = found
        assert line.startswith(f"{START}'d.a' is hard to read: {told}")
    else:
        assert found == []


@pytest.mark.parametrize(
    "text",
    [
        # One very long word is no cause, whatever the measure.
        "Each team has a written plan for emergencies.",
        "Employees understand their responsibilities.",
        "The board has a multidisciplinary governance framework.",
        # Long words that are common ones.
        "Managers support colleagues through regular wellbeing conversations.",
        # Names can't be changed.
        "Northamptonshire and Buckinghamshire take part in Nottinghamshire.",
        # Headings.
        "Information governance and confidentiality",
        "Organisational development",
        # Words joined by hyphens are as long as their longest part.
        "A state-of-the-art, up-to-the-minute map is there.",
        # Two very long words among many plain ones.
        "Psychological help from other organisations is there for all who ask for it in time.",
    ],
)
def test_a_short_text_that_is_not_hard(text: str) -> None:
    """Common long words, names, headings and a single long word get no advice."""
    assert on_words(f'a = "{text}"\n') == []


def test_a_long_sentence_of_short_words() -> None:
    """Where no word is long, none is named."""
    (line,) = on_words(f'a = "{"one two three four " * 16}"\n')
    assert line.endswith("LIX 64, and 60 means very difficult; use shorter sentences")


TOGETHER = [
    "Managers support partners through regular meetings.",
    "Outcomes improve through regional planning.",
    "Partners discuss priorities in regular sessions.",
    "Service leaders present finance reports.",
]


def items_of(texts: list[str], more: str = "") -> str:
    """Items with some texts, as a table."""
    return "".join(f'i{at} = {{ text = "{text}"{more} }}\n' for at, text in enumerate(texts))


def test_short_texts_together() -> None:
    """Items that are too short to be told alone are read as one text, and their words named."""
    assert on_words(items_of(TOGETHER)) == [
        (
            f"{START}4 items of 'd', read as one text, are hard to read: LIX 101, and 50 means "
            f"difficult{HINT}'priorities', 'Managers', 'partners', 'meetings' and 'Outcomes'"
        )
    ]


@pytest.mark.parametrize(
    "items",
    [
        items_of(TOGETHER[:3]),
        items_of(TOGETHER, ', source = { wording = "verbatim" }'),
        items_of([f"Regional planning {name}" for name in ("a", "b", "c", "d", "e", "f", "g")]),
        items_of([f"{name} of us know of the regular meetings." for name in ("All", "Most")] * 2),
    ],
)
def test_texts_that_are_not_told_together(items: str) -> None:
    """Fewer than 20 words, another's very words, headings, and plain ones."""
    assert [line for line in on_words(items) if line.startswith(START)] == []


def test_what_is_told_alone_is_not_told_again() -> None:
    """One hard item among plain ones does not make the others hard."""
    plain = ["We meet each week and talk about the plan.", "We ask all who work at night for help."]
    (line,) = on_words(items_of([HARD, *plain]))
    assert line.startswith(f"{START}'d.i0'")


def test_each_branch_is_read_by_itself() -> None:
    """The advice stands at the dimension or part whose items were read."""
    part = "[dimensions.d.parts.p.at.low]\n" + items_of(TOGETHER)
    found = mt.advise(
        framework('[scoring]\nscale = "met"\ndimension = { rule = "staged" }\n' + part)
    )
    assert [(one.path, one.place) for one in found if one.code == "advice.hard-to-read"] == [
        ("d.p", ("dimensions", "d", "parts", "p"))
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
    found = [
        one for one in mt.advise(mt.parse_framework(head + levels + text)) if "hard" in one.code
    ]
    assert [(one.path, one.place[-1]) for one in found] == [
        ("", "text"),
        ("d", "text"),
        ("d.a", "high"),
    ]


def test_the_very_words_of_another_are_left_alone() -> None:
    """Words that can't be changed here get no advice on how to change them."""
    item = 'a = { text = "TEXT", source = { wording = "verbatim" } }\n'
    assert on_words(item.replace("TEXT", HARD)) == []


def test_the_shipped_frameworks_are_not_flooded() -> None:
    """In none of them a whole dimension or a short statement is called hard."""
    for name in ("hwb-board", "hwb-elements", "ohwb-service"):
        hard = [one for one in mt.advise(mt.load_framework(name)) if "hard" in one.code]
        assert len(hard) <= 5
        assert all("LIX 6" in one.what and "one text" not in one.what for one in hard)
