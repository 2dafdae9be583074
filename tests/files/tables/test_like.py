"""A table beside the framework that it is like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import maturity as mt

if TYPE_CHECKING:
    from pathlib import Path

KIT = """
schema = 1
id = "kit"
title = "The kit"
edition = "2"
description = "Ours."
principles = ["Ours."]
terms = { item = "point" }

[source]
title = "A kit"
publisher = "Somebody"
year = 2020
wording = "paraphrase"

[levels]
low = "Low"
high = { label = "High", text = "Ours." }

[scales.s]
no = "No"
yes = "Yes"

[scoring]
scale = "s"
dimension = { rule = "staged", threshold = 0.5 }
overall = { rule = "mean", of = "level", over = ["tea", "soup"] }

[profiles.hot]
title = "Hot"
tags = ["hot"]

[profiles.pots]
title = "Pots"
items = ["tea.pot"]

[profiles.all]
title = "All"

[dimensions.tea]
title = "Tea and coffee"
text = "Ours."

[dimensions.tea.at.low]
pot = { text = "Ours 1.", weight = 2, tags = ["hot"], source = { place = "p. 7" } }
cup = { text = "Ours 2." }

[dimensions.tea.at.high]
cake = { text = "Ours 3.", descriptors = { low = "Ours." } }

[dimensions.soup.at.low]
bowl = "Ours 4."
"""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Imports a table like the kit."""
    return Read(tmp_path)


class Read:
    """Imports a table like a framework, and keeps what is told."""

    def __init__(self, folder: Path) -> None:
        """Know where to write the table."""
        self.folder = folder
        self.notes: list[str] = []

    def __call__(self, text: str, like: str = KIT) -> mt.Framework:
        """The framework that a table of lines makes; `|` parts cells, `/` statements."""
        path = self.folder / "t.tsv"
        path.write_text(text.replace("|", "\t").replace("/", "<br>"), "utf-8")
        base = mt.parse_framework(like)
        return mt.import_table(path, like=base, tell=self.notes.append)


WHOLE = "|Low one|High one\nHot drinks|P/C|K\nSoup|B|"


def test_whole(read: Read) -> None:
    """Ids, levels, scales, scoring and short forms are the kit's; the words are the table's."""
    kit, found = mt.parse_framework(KIT), read(WHOLE)
    assert (found.id, found.title, found.edition) == ("kit-verbatim", "A kit", "2")
    assert [(item.id, item.text, item.level, item.weight) for item in found.items] == [
        ("tea.pot", "P", "low", 2),
        ("tea.cup", "C", "low", 1),
        ("tea.cake", "K", "high", 1),
        ("soup.bowl", "B", "low", 1),
    ]
    assert [node.title for node in found.dimensions] == ["Hot drinks", "Soup"]
    assert (found.levels, found.scales, found.scoring) == (kit.levels, kit.scales, kit.scoring)
    assert (found.profiles, found.terms) == (kit.profiles, kit.terms)
    assert [item.source.place for item in found.items] == [
        "p. 7",
        "Hot drinks, low, 2",
        "Hot drinks, high, 1",
        "Soup, low, 1",
    ]
    assert {item.source.wording for item in found.items} == {"verbatim"}
    assert (found.source.publisher, found.source.year) == ("Somebody", 2020)
    assert not any("Ours" in item.text or item.descriptors for item in found.items)
    assert (found.dimensions[0].text, found.principles) == ("", ())
    assert read.notes == [
        "by its place: 'Hot drinks' is 'tea'",
        "statements: 4; with an id of 'kit': 4",
    ]


def test_scores_compare(read: Read) -> None:
    """The same answers have the same results."""
    kit, found = mt.parse_framework(KIT), read(WHOLE)
    assert mt.shared(found, kit).drop == ()
    answers = {"tea.pot": "yes", "tea.cup": "no", "tea.cake": "yes", "soup.bowl": "yes"}
    ours, theirs = mt.score(found.assess(answers)), mt.score(kit.assess(answers))
    for path in ("", "tea", "soup"):
        assert (ours[path].value, ours[path].level) == (theirs[path].value, theirs[path].level)


def test_more_and_fewer(read: Read) -> None:
    """What is more gets an id of its words, what is missing is left out, and both are told."""
    found = read("|Low|High\nTea and coffee|P/C/Clean pots daily|\nSoup|B|Hot soup daily")
    assert [item.id for item in found.items] == [
        "tea.pot",
        "tea.cup",
        "tea.clean-pots-daily",
        "soup.bowl",
        "soup.hot-daily",
    ]
    assert read.notes == [
        (
            "'tea', low: 3 in the table, 2 in 'kit'; ids went by the place: check that each "
            "means the same"
        ),
        "new: 'tea.clean-pots-daily', from line 2, column 2",
        "new: 'soup.hot-daily', from line 3, column 3",
        "without a statement, and left out: tea.cake",
        "statements: 5; with an id of 'kit': 3",
    ]


def test_part_of_it(read: Read) -> None:
    """A branch that is not in the table is left out, with what names it."""
    found = read("|Low|High\nSoup|B|")
    assert [node.id for node in found.dimensions] == ["soup"]
    assert list(found.profiles) == ["all"]
    assert read.notes == [
        "without a statement, and left out: tea.pot, tea.cup, tea.cake",
        "statements: 1; with an id of 'kit': 1",
    ]


def test_new_dimension(read: Read) -> None:
    """A branch that the framework has not is new."""
    whole = WHOLE.replace("Hot drinks", "1. Tea and coffee:")
    found = read(f"{whole}\nWashing up of the pots|Water is hot|")
    assert [item.id for item in found.items][-1] == "washing-pots.water-hot"
    assert read.notes == [
        "new: the dimension 'Washing up of the pots', as 'washing-pots'",
        "new: 'washing-pots.water-hot', from line 4, column 2",
        "statements: 5; with an id of 'kit': 4",
    ]


def test_levels_by_place(read: Read) -> None:
    """Levels of other names go by their place, where there are as many."""
    found = read(WHOLE.replace("Low one", "Start").replace("High one", "Goal"))
    assert [level.label for level in found.levels] == ["Low", "High"]
    assert read.notes[:2] == [
        "by its place: the level 'Start' is 'low'",
        "by its place: the level 'Goal' is 'high'",
    ]
    with pytest.raises(mt.FaultsFound) as caught:
        read(WHOLE.replace("|High one", "|High one|Top"))
    (fault,) = caught.value.faults
    assert str(fault).endswith(
        ":1: error[table.unlike]: column 4: 'Top' is none of the levels of 'kit'; allowed: Low, "
        "High"
    )


def test_levels_in_another_order(read: Read) -> None:
    """The columns may stand in any order."""
    found = read("|High|Low\nTea and coffee|K|P/C\nSoup||B")
    assert {item.id: item.text for item in found.items}["tea.cake"] == "K"


def test_list_with_ids(read: Read) -> None:
    """An id that is stated goes before the place."""
    found = read(
        "Theme|Level|Text|Id\nTea and coffee|Low|C|cup\nTea and coffee|Low|P|\n"
        "Tea and coffee|High|New|spoon\nTea and coffee|High|K|cake\nSoup|Low|B|"
    )
    assert {item.id: item.text for item in found.items} == {
        "tea.pot": "P",
        "tea.cup": "C",
        "tea.cake": "K",
        "tea.spoon": "New",
        "soup.bowl": "B",
    }


def test_id_that_is_not_known(read: Read) -> None:
    """A statement with another id takes the item at its place, and that is told."""
    found = read("Theme|Level|Text|Id\nTea and coffee|Low|P|1.1\n||C|1.2\nSoup|Low|B|bowl")
    assert {item.id: item.text for item in found.items}["tea.cup"] == "C"
    assert (
        "'kit' has no such ids there, and these went by the place: '1.1' is 'tea.pot', "
        "'1.2' is 'tea.cup'"
    ) in read.notes
    assert not any("changed" in note for note in read.notes)


def test_level_with_a_slip(read: Read) -> None:
    """The level that was likely meant is told."""
    with pytest.raises(mt.FaultsFound) as caught:
        read("|Lowe board|High board|Top board\nTea and coffee|P|K|T")
    assert str(caught.value).endswith("allowed: Low, High; did you mean 'Low'?")


def test_dimension_with_a_slip(read: Read) -> None:
    """What is new is told with the name that was likely meant."""
    read("|Low|High\nTea and coffee|P/C|K\nSuop|B|\nWashing|X|")
    assert read.notes[0] == "new: the dimension 'Suop', as 'suop'; did you mean 'Soup'?"
    assert "new: the dimension 'Washing', as 'washing'" in read.notes


def test_list_with_paths(read: Read) -> None:
    """A whole path is an id, too: it goes before the place, and is told as it stands."""
    found = read(
        "Theme|Level|Text|Id\nTea and coffee|Low|C|tea.cup\nTea and coffee|Low|P|tea.pot\n"
        "Soup|Low|B|bowl"
    )
    assert {item.id: item.text for item in found.items} == {
        "tea.pot": "P",
        "tea.cup": "C",
        "soup.bowl": "B",
    }
    assert read.notes == [
        "without a statement, and left out: tea.cake",
        "statements: 3; with an id of 'kit': 3",
    ]


def test_counts_of_a_cell(read: Read) -> None:
    """Statements that state their ids count, too, where a cell has another number of them."""
    read("Theme|Level|Text|Id\nTea and coffee|Low|C|cup\n||P|\n||New words|\nSoup|Low|B|bowl")
    assert read.notes[1] == (
        "'tea', low: 3 in the table, 2 in 'kit'; ids went by the place: check that each means the "
        "same"
    )


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("Soup|Low|C|tea.cup", ":2: error[table.id]: column 4: 'tea.cup' is 'tea.cup' in 'kit', "),
        ("Soup|Low|C|cup", ":2: error[table.id]: column 4: 'cup' is 'tea.cup' in 'kit', "),
        (
            "Tea and coffee|Low|C|cup\nTea and coffee|Low|P|tea.cup",
            ":3: error[table.id]: column 4: 'tea.cup' is the id of another statement; ",
        ),
    ],
)
def test_id_that_stands_elsewhere(read: Read, rows: str, what: str) -> None:
    """An id of the framework in another dimension is a fault, as is one that is stated twice."""
    with pytest.raises(mt.FaultsFound) as caught:
        read(f"Theme|Level|Text|Id\n{rows}")
    assert what in str(caught.value)


@pytest.mark.parametrize(
    ("said", "told"), [("3|", True), ("|odd", True), ("2|hot", False), ("1|", False), ("|", False)]
)
def test_weights_and_tags(read: Read, said: str, told: bool) -> None:  # noqa: FBT001  # a parameter of the test
    """Those of the framework are kept, and where the table states others that is told."""
    found = read(f"Theme|Level|Text|Weight|Tags\nTea and coffee|Low|P|{said}\nSoup|Low|New/B||")
    assert (found.items[0].weight, found.items[0].tags) == (2, ("hot",))
    assert ("the weights and tags are those of 'kit', not the table's" in read.notes) == told


def test_id_at_another_level(read: Read) -> None:
    """An id that is stated keeps its level, and that is told."""
    found = read("Theme|Level|Text|Id\nTea and coffee|High|C|cup\nSoup|Low|B|")
    assert {item.id: (item.text, item.level) for item in found.items}["tea.cup"] == ("C", "low")
    assert "'tea.cup' stays at 'low', as in 'kit': the table has it at 'High'" in read.notes


def test_list_without_levels(read: Read) -> None:
    """Without a column of levels a statement's place is that in its dimension."""
    found = read("Theme|Text\nTea and coffee|P\n|C\n|K\nSoup|B")
    assert [(item.id, item.text, item.level) for item in found.items] == [
        ("tea.pot", "P", "low"),
        ("tea.cup", "C", "low"),
        ("tea.cake", "K", "high"),
        ("soup.bowl", "B", "low"),
    ]


PARTS = """
schema = 1
id = "parts"
title = "Parts"
edition = "1"
[scales.s]
no = "No"
yes = "Yes"
[scoring]
dimension = { rule = "mean" }
[dimensions.tea]
title = "Tea"
scoring = { scale = "s" }
[dimensions.tea.items]
own = "Ours 1."
[dimensions.tea.parts.leaf]
title = "Leaf"
[dimensions.tea.parts.leaf.items]
dry = "Ours 2."
[dimensions.tea.parts.water.items]
hot = "Ours 3."
"""


def test_parts(read: Read) -> None:
    """Parts are found as dimensions are; a new one gets an id of its words."""
    found = read("Theme|Part|Text\nTea||1\n|Leaf|2\n|Water|3\n|Milk jug|Cold milk", PARTS)
    assert [(item.id, item.text) for item in found.items] == [
        ("tea.own", "1"),
        ("tea.leaf.dry", "2"),
        ("tea.water.hot", "3"),
        ("tea.milk-jug.cold", "Cold milk"),
    ]
    assert read.notes == [
        "new: the part 'Milk jug', as 'tea.milk-jug'",
        "new: 'tea.milk-jug.cold', from line 5, column 3",
        "statements: 4; with an id of 'parts': 3",
    ]


def test_table_without_the_parts(read: Read) -> None:
    """Without a column of parts a statement's place is that in its dimension."""
    found = read("Theme|Text\nTea|1\n|2\n|3\n|And more", PARTS)
    assert [(item.id, item.text) for item in found.items] == [
        ("tea.own", "1"),
        ("tea.and-more", "And more"),
        ("tea.leaf.dry", "2"),
        ("tea.water.hot", "3"),
    ]


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        (
            "Tea||1|own\nTea||2|leaf\nTea|Leaf|3|",
            (3, 4, "'leaf' is the id of a part of 'tea' already"),
        ),
        (
            "Tea||1|own\nTea||2|water\nTea|Leaf|3|",
            (3, 4, "'water' is the id of a part of 'tea' already"),
        ),
        (
            "Tea||1|own\nTea||2|milk-jug\nTea|Milk jug|3|",
            (3, 4, "'milk-jug' is the id of a part of 'tea' already"),
        ),
    ],
)
def test_id_of_a_part(read: Read, rows: str, what: tuple[int, int, str]) -> None:
    """An id that a part has is a fault, at its place."""
    line, column, said = what
    with pytest.raises(mt.FaultsFound) as caught:
        read(f"Theme|Part|Text|Id\n{rows}", PARTS)
    (fault,) = caught.value.faults
    assert str(fault).endswith(
        f":{line}: error[table.id]: column {column}: {said}; give it an id of its own"
    )


def test_id_of_several_items(read: Read) -> None:
    """Without a column of parts, an id that several parts have names none."""
    twice = PARTS.replace("hot =", "dry =")
    with pytest.raises(mt.FaultsFound) as caught:
        read("Theme|Text|Id\nTea|1|own\nTea|2|dry", twice)
    (fault,) = caught.value.faults
    assert str(fault).endswith(
        ":3: error[table.id]: column 3: 'dry' is the id of several items of 'tea'; say in a column "
        "of parts which one is meant"
    )
    assert read("Theme|Part|Text|Id\nTea|Leaf|2|dry", twice).items[0].id == "tea.leaf.dry"


def test_scoring_that_does_not_fit(read: Read) -> None:
    """A rule that needs what is not in the table is a fault."""
    narrow = KIT.replace('over = ["tea", "soup"]', 'over = ["tea"]')
    with pytest.raises(mt.FaultsFound) as caught:
        read("|Low|High\nSoup|B|", narrow)
    (fault,) = caught.value.faults
    assert fault.code == "table.unlike"
    assert fault.what.startswith("the scoring of 'kit' does not fit what is in the table: ")
    assert fault.hint == "import the whole table, or import it without --like"


def test_overlay(tmp_path: Path) -> None:
    """What is like an overlay is a framework of its own."""
    (tmp_path / "kit.toml").write_text(KIT, "utf-8")
    overlay = tmp_path / "ours.toml"
    overlay.write_text(
        'schema = 1\nid = "ours"\ntitle = "Ours"\nedition = "1"\n'
        'extends = { id = "kit", edition = "2" }\n[drop]\n"tea.cup" = "No cups"\n',
        "utf-8",
    )
    path = tmp_path / "t.tsv"
    path.write_text("\tLow\tHigh\nTea and coffee\tP\tK\nSoup\tB\t", "utf-8")
    found = mt.import_table(path, like=overlay)
    assert found.overlay is None
    assert (found.id, len(found.items)) == ("ours-verbatim", 3)
