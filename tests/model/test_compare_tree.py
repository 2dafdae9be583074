"""How the dimensions, parts and items of two frameworks differ."""

from __future__ import annotations

import pytest
from attrs import evolve

import maturity as mt
from maturity.model.difference import (
    ANSWERS,
    APART,
    CHOSEN,
    DEFAULT,
    MOVED,
    ORDER,
    SAME_ANSWERS,
    SCORES,
    SHOWN,
    WORDS,
)

from .compared import TOOL, effects, other, told

Row = tuple[str, str, str, str | None, str | None]
V = 'items.v = "Five is there."'
Y = 'at.low.y = "Two is there."'


def item_v(table: str) -> tuple[str, str]:
    """The item `b.v` with something more to say."""
    return V, f'items.v = {{ text = "Five is there.", {table} }}'


@pytest.mark.parametrize(
    ("change", "row", "effect"),
    [
        ((V, ""), ("dropped", "b.v", "item", "Five is there.", None), APART),
        ((V, f'{V}\nitems.u = "U."'), ("added", "b.u", "item", None, "U."), APART),
        (
            (V, 'items.v = "Five."'),
            ("reworded", "b.v", "words", "Five is there.", "Five."),
            WORDS,
        ),
        (
            ('low = "Some."', 'low = "A bit."'),
            ("reworded", "a.x", "descriptor low", "Some.", "A bit."),
            WORDS,
        ),
        (
            ('low = "Some.", high = "All."', 'high = "All.", low = "Some."'),
            ("other", "a.x", "order of descriptors", "low, high", "high, low"),
            ORDER,
        ),
        (
            ('title = "Second"', 'title = "Third"'),
            ("reworded", "b", "title", "Second", "Third"),
            WORDS,
        ),
        (
            ('title = "Second"', 'title = "Second"\ntext = "About."'),
            ("reworded", "b", "text", "", "About."),
            WORDS,
        ),
        ((Y, Y.replace("low", "high")), ("re-levelled", "a.y", "level", "low", "high"), SCORES),
        (
            item_v("levels = { low = 1, high = 2 }"),
            ("re-levelled", "b.v", "levels at which it counts", None, "low = 1, high = 2"),
            SCORES,
        ),
        (
            item_v("counts = { a = { low = 1 } }"),
            ("re-levelled", "b.v", "where it counts", None, "a = {low = 1}"),
            SCORES,
        ),
        (item_v("weight = 2"), ("reweighted", "b.v", "weight", "1", "2"), SCORES),
        (
            ('title = "Second"', 'title = "Second"\nweight = 2'),
            ("reweighted", "b", "weight", "1", "2"),
            SCORES,
        ),
        (item_v('obligation = "may"'), ("other", "b.v", "obligation", None, "may"), SCORES),
        (item_v("effort = 2"), ("other", "b.v", "effort", None, "2"), SHOWN),
        (item_v('tags = ["new"]'), ("other", "b.v", "tags", None, "new"), CHOSEN),
        (
            item_v('evidence = ["audit"]'),
            ("other", "b.v", "evidence", None, "kinds = [audit]"),
            SHOWN,
        ),
        (
            item_v('evidence = { above = "no" }'),
            ("other", "b.v", "evidence", None, "above = no"),
            SCORES,
        ),
        (item_v('scale = "rate"'), ("scale changed", "b.v", "scale", "met", "rate"), ANSWERS),
        (
            item_v('source = { place = "Page 1" }'),
            ("other", "b.v", "place of the source", None, "Page 1"),
            SHOWN,
        ),
        (
            ('title = "Second"', 'title = "Second"\nscoring = { rule = "share" }'),
            ("rule changed", "b", "rule", "staged", "share"),
            SCORES,
        ),
        (
            ('title = "First"', 'title = "First"\nscoring = { missing = "block" }'),
            ("scoring changed", "a", "missing", "bound", "block"),
            SCORES,
        ),
        (
            (
                "[dimensions.a.parts.p]",
                '[dimensions.a.scoring]\nscale = "met"\n[dimensions.a.parts.p]',
            ),
            None,
            None,
        ),
        (
            (f'{V}\nitems.w = "Six is there."', f'items.w = "Six is there."\n{V}'),
            ("other", "b", "order of items", "v, w", "w, v"),
            ORDER,
        ),
    ],
)
def test_one_thing(change: tuple[str, str], row: Row | None, effect: str | None) -> None:
    """Each thing that is said of a branch or an item is told once, with its effect."""
    assert told(change) == ([] if row is None else [row])
    assert effects(change) == ([] if effect is None else [effect])


def test_what_is_inherited_is_told_where_it_is_said() -> None:
    """A rule, a convention or a source that changes above is not told again of all below it."""
    changed = other(
        ('rule = "staged"', 'rule = "share"'),
        ('scale = "met"\n', 'scale = "met"\nmissing = "block"\nevidence = ["audit"]\n'),
        ('"Us"', '"Them"'),
    )
    assert [(one.path, one.what) for one in mt.diff(TOOL, changed)] == [
        ("", "rule of each dimension"),
        ("", "missing"),
        ("", "publisher of the source"),
        ("", "evidence"),
    ]


def test_evidence_that_is_asked_of_all() -> None:
    """An item that asks for other evidence than all, where that counts, is scored otherwise."""
    asks = ('scale = "met"\n', 'scale = "met"\nevidence = { above = "no" }\n')
    rate = (', scale = "rate"', "")
    before = other(asks, rate)
    (found,) = mt.diff(before, other(asks, rate, item_v('evidence = ["audit"]')))
    assert (found.path, found.effect) == ("b.v", SCORES)


def test_the_default_scale() -> None:
    """Another default scale is told, and each item that it touches, with what can be answered."""
    more = ("[scales.rate]", '[scales.twin]\nno = "No"\nyes = "Yes"\n[scales.rate]')
    before = other(more)
    found = mt.diff(before, other(more, ('scale = "met"\n', 'scale = "twin"\n')))
    assert {(one.path, one.effect) for one in found if one.kind == "scale changed"} == {
        ("", DEFAULT),
        *((path, SAME_ANSWERS) for path in ("a.x", "a.y", "a.p.q", "b.v", "b.w")),
    }
    assert found.shared == len(TOOL.items)
    assert not found.same_scores


def test_a_default_scale_of_its_own() -> None:
    """A branch that states a default scale of its own says so; items that state theirs don't."""
    stated = ('title = "Second"', 'title = "Second"\nscoring = { scale = "rate" }')
    items = [
        (f'items.{name} = "{word} is', f'items.{name} = {{ scale = "met", text = "{word} is')
        for name, word in (("v", "Five"), ("w", "Six"))
    ]
    assert told(
        stated,
        *items,
        ('Five is there."', 'Five is there." }'),
        ('Six is there."', 'Six is there." }'),
    ) == [("scale changed", "b", "default scale", "met", "rate")]


def test_a_branch_and_all_below_it() -> None:
    """What is below a branch that is gone is told as well."""
    gone = other(('[dimensions.b]\ntitle = "Second"\n' + V + '\nitems.w = "Six is there."\n', ""))
    found = mt.diff(TOOL, gone)
    assert [(one.kind, one.path, one.what) for one in found] == [
        ("dropped", "b", "dimension"),
        ("dropped", "b.v", "item"),
        ("dropped", "b.w", "item"),
    ]
    assert found.shared == 4


def test_an_item_that_becomes_a_part() -> None:
    """An item and a part with one path are two things."""
    found = mt.diff(TOOL, other((V, 'parts.v = "Five is there."')))
    assert [(one.kind, one.path, one.what) for one in found] == [
        ("added", "b.v", "part"),
        ("dropped", "b.v", "item"),
    ]


def test_moved() -> None:
    """The same words at another path have moved; what else differs there is told as well."""
    change = (V, ""), (Y, f'{Y}\nat.low.v = {{ text = "Five: is THERE", scale = "rate" }}')
    found = mt.diff(TOOL, other(*change))
    assert [(one.kind, one.path, one.before, one.effect) for one in found] == [
        ("moved", "a.v", "b.v", MOVED),
        ("reworded", "a.v", "Five is there.", WORDS),
        ("re-levelled", "a.v", None, SCORES),
        ("scale changed", "a.v", "met", MOVED),
    ]


def test_what_moves_into_other_conventions() -> None:
    """What moves to where other conventions hold says so, as it no longer stands in the same."""
    block = ('title = "Second"', 'title = "Second"\nscoring = { missing = "block" }')
    before = other(block)
    moved = ('[dimensions.a.parts.p]\ntitle = "Part"\nitems.q = "Four is there."\n', "")
    after = other(
        block, moved, (V, f'{V}\nparts.p = {{ title = "Part", items.q = "Four is there." }}')
    )
    found = mt.diff(before, after)
    assert [(one.kind, one.path, one.what) for one in found] == [
        ("moved", "b.p", "path"),
        ("moved", "b.p.q", "path"),
        ("scoring changed", "b.p", "missing"),
    ]


def test_a_dimension_with_another_id() -> None:
    """A branch that only has another id moves with all below it, and nothing else is told."""
    found = mt.diff(TOOL, other(("dimensions.a", "dimensions.first"), ('"a.x"', '"first.x"')))
    assert [(one.kind, one.path) for one in found if one.path] == [
        ("moved", path)
        for path in ("first", "first.x", "first.y", "first.z", "first.p", "first.p.q")
    ]


def test_other_dimensions_first() -> None:
    """Dimensions and parts in another order are told as that."""
    turned = evolve(TOOL, dimensions=TOOL.dimensions[::-1])
    (found,) = mt.diff(TOOL, turned)
    assert (found.what, found.before, found.after) == (
        "order of dimensions",
        ("a", "b"),
        ("b", "a"),
    )


def test_a_home_that_no_file_could_give() -> None:
    """A field that a file can't set is told too."""
    items = tuple(evolve(item, dimension="b") for item in TOOL.dimensions[0].own_items)
    first = evolve(TOOL.dimensions[0], own_items=items)
    wrong = evolve(TOOL, dimensions=(first, *TOOL.dimensions[1:]))
    assert {one.what for one in mt.diff(TOOL, wrong)} == {"dimension"}


def test_a_part_that_stands_outside_of_its_path() -> None:
    """A part whose home has gone from its path is told both ways, though no file could hold it."""
    a, b = TOOL.dimensions
    block = evolve(a.conventions, missing="block")
    before = evolve(a, conventions=block, dimensions=(evolve(a.dimensions[0], conventions=block),))
    after = evolve(before, id="d", dimensions=a.dimensions)
    both = [evolve(TOOL, dimensions=(branch, b)) for branch in (before, after)]
    for first, second in (both, both[::-1]):
        found = {(one.path, one.what) for one in mt.diff(first, second)}
        assert ("a.p", "missing") in found
