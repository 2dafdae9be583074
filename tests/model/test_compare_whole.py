"""How frameworks differ as wholes."""

from __future__ import annotations

import pytest
from attrs import evolve

import maturity as mt
from maturity.model.difference import (
    ANSWERS,
    DEFAULT,
    EXTENDS,
    LABELS,
    LADDER,
    NAMED,
    ORDER,
    SCORES,
    SHORT_FORM,
    SHOWN,
    UNKNOWN,
)
from maturity.model.frozen import FrozenMap
from maturity.model.scales import Level, Scale

from .compared import TOOL, effects, other, told

Row = tuple[str, str, str, str | None, str | None]


@pytest.mark.parametrize(
    ("old", "new", "row", "effect"),
    [
        ('id = "tool"', 'id = "t"', ("other", "", "id", "tool", "t"), NAMED),
        ('edition = "1"', 'edition = "2"', ("other", "", "edition", "1", "2"), NAMED),
        ('title = "Tool"', 'title = "T"', ("reworded", "", "title", "Tool", "T"), SHOWN),
        (
            'edition = "1"',
            'edition = "1"\ndescription = "D"',
            ("reworded", "", "description", "", "D"),
            SHOWN,
        ),
        ('["Be kind."]', "[]", ("other", "", "principles", "Be kind.", None), SHOWN),
        ('item = "line"', 'item = "row"', ("other", "", "term item", "line", "row"), SHOWN),
        ('item = "line"', "", ("other", "", "term item", "line", None), SHOWN),
        ('"Us"', '"Them"', ("other", "", "publisher of the source", "Us", "Them"), SHOWN),
        ('low = "Low"', 'low = "L"', ("relabelled", "", "label of level low", "Low", "L"), LABELS),
        (
            'text = "All."',
            'text = "A."',
            ("relabelled", "", "text of level high", "All.", "A."),
            LABELS,
        ),
        (
            'below = "Nothing"',
            'below = "None"',
            ("relabelled", "", "label of level below", "Nothing", "None"),
            LABELS,
        ),
        (
            'below = "Nothing"',
            "",
            ("scale changed", "", "levels", "below, low, high", "low, high"),
            LADDER,
        ),
        (
            'no = "No"',
            'never = "No"',
            ("scale changed", "", "scale met", "no, yes", "never, yes"),
            ANSWERS,
        ),
        (
            'no = "No"',
            'no = "Never"',
            ("relabelled", "", "label of option no of scale met", "No", "Never"),
            LABELS,
        ),
        (
            'no = "No"\nyes = { label = "Yes",',
            'no = { label = "No", value = 0 }\nyes = { label = "Yes", value = 3,',
            ("scale changed", "", "value of option yes of scale met", "1", "3"),
            SCORES,
        ),
        (
            "[scales.rate]",
            '[scales.more]\na = "A"\nb = "B"\n[scales.rate]',
            ("scale changed", "", "scale more", None, "a, b"),
            DEFAULT,
        ),
        (
            "max = 10",
            "max = 20",
            ("scale changed", "", "highest number of scale rate", "10", "20"),
            ANSWERS,
        ),
        (
            '"days"',
            '"weeks"',
            ("scale changed", "", "unit of scale rate", "days", "weeks"),
            ANSWERS,
        ),
        ("step = 1", "step = 2", ("scale changed", "", "step of scale rate", "1", "2"), ANSWERS),
        (
            "high = 5",
            "high = 6",
            ("scale changed", "", "bands of scale rate", "from = {high = 5}", "from = {high = 6}"),
            SCORES,
        ),
        (
            'scale = "met"\n',
            'scale = "met"\nmissing = "block"\n',
            ("scoring changed", "", "missing", "bound", "block"),
            SCORES,
        ),
        (
            'rule = "staged"',
            'rule = "share"',
            ("rule changed", "", "rule of each dimension", "staged", "share"),
            SCORES,
        ),
        (
            'dimension = { rule = "staged" }',
            'dimension = { rule = "staged" }\npart = { rule = "share" }',
            ("rule changed", "", "rule of each part", "staged", "share"),
            SCORES,
        ),
        (
            'dimension = { rule = "staged" }',
            'dimension = { rule = "staged" }\noverall = { rule = "weakest-link" }',
            ("rule changed", "", "overall rule", "none", "weakest-link"),
            SCORES,
        ),
        (
            'small = "Small"',
            'small = "S"',
            ("other", "", "options of property size", "small = Small", "small = S"),
            SHOWN,
        ),
        (
            'title = "Short"',
            'title = "S"',
            ("other", "", "title of short form short", "Short", "S"),
            SHORT_FORM,
        ),
        (
            '[profiles.short]\ntitle = "Short"\nitems = ["a.x"]\n',
            "",
            ("other", "", "short form short", "Short", None),
            SHORT_FORM,
        ),
    ],
)
def test_one_thing(old: str, new: str, row: Row, effect: str) -> None:
    """Each thing that a framework says as a whole is told once, with its effect."""
    assert told((old, new)) == [row]
    assert effects((old, new)) == [effect]


def test_levels_in_another_order() -> None:
    """Levels in another order are no other labels, and no mere order."""
    turned = evolve(TOOL, levels=tuple(evolve(one, rank=3 - one.rank) for one in TOOL.levels[::-1]))
    assert [(one.what, one.effect) for one in mt.diff(TOOL, turned)] == [("levels", LADDER)]


def test_a_rank_alone() -> None:
    """A rank that no file could hold is told all the same."""
    wrong = evolve(TOOL, levels=(Level("low", "Low", 7), TOOL.levels[1]))
    assert [one.what for one in mt.diff(TOOL, wrong)] == ["rank of level low"]


def test_the_scale_of_the_ladder_alone() -> None:
    """The ladder's scale is told only where the levels don't say it already."""
    scale = Scale("levels", TOOL.scales["levels"].options[1:])  # type: ignore[union-attr]  # the ladder
    wrong = evolve(TOOL, scales=FrozenMap({**TOOL.scales, "levels": scale}))
    assert [one.what for one in mt.diff(TOOL, wrong)] == ["scale levels"]


def test_a_scale_of_another_kind() -> None:
    """A scale of options and one of numbers have no answer in common."""
    scales = FrozenMap({**TOOL.scales, "met": TOOL.scales["rate"]})
    (found,) = mt.diff(TOOL, evolve(TOOL, scales=scales))
    assert (found.what, found.effect) == ("scale met", ANSWERS)


def test_order_alone() -> None:
    """Another order of scales, terms, short forms or options of a property is an order, no more."""
    turned = evolve(TOOL, scales=FrozenMap(dict([*TOOL.scales.items()][::-1])))
    (found,) = mt.diff(TOOL, turned)
    assert (found.kind, found.what, found.effect) == ("other", "order of scales", ORDER)
    size = evolve(TOOL.properties["size"], options=FrozenMap({"a": "A", "b": "B"}))
    two = [
        evolve(TOOL, properties=FrozenMap({"size": evolve(size, options=FrozenMap(options))}))
        for options in ({"a": "A", "b": "B"}, {"b": "B", "a": "A"})
    ]
    (found,) = mt.diff(*two)
    assert (found.what, found.effect) == ("order of options of property size", ORDER)


def test_what_is_new_in_a_record_is_told() -> None:
    """A field that nobody has thought of is told, with a warning."""
    scale = evolve(TOOL.scales["met"], id="another")
    wrong = evolve(TOOL, scales=FrozenMap({**TOOL.scales, "met": scale}))
    assert UNKNOWN in {one.effect for one in mt.diff(TOOL, wrong)}


def test_what_is_extended() -> None:
    """An overlay says what it extends; of two overlays, what differs in that."""
    head = 'schema = 1\nid = "{}"\ntitle = "Tool"\nedition = "1"\n'
    text = head.format("ours") + 'extends = {{ id = "tool", edition = "{}" }}\n'
    ours = mt.parse_framework(text.format("1"), base=TOOL)
    found = mt.diff(TOOL, ours)
    assert [(one.what, one.before, one.after) for one in found] == [
        ("id", "tool", "ours"),
        ("extends", None, "tool, 1"),
    ]
    assert list(found)[1].effect == EXTENDS
    assert found.same_scores
    later = mt.parse_framework(text.format("2"), base=other(('edition = "1"', 'edition = "2"')))
    assert [(one.what, one.before, one.after) for one in mt.diff(ours, later)] == [
        ("edition of what it extends", "1", "2")
    ]
