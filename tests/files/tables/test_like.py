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
    assert caught.value.faults[0].what == "'Top' is none of the levels of 'kit'"


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
