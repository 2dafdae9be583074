"""What a file leaves out is inherited; what it states is in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import pytest

from maturity.errors import FaultsFound
from maturity.files.framework_reader import parse_framework
from maturity.model.evidence import EvidenceExpectation
from maturity.model.frozen import FrozenMap
from maturity.model.rules import Cap, Equivalence, Mean, NoTotal, Rounding, Share, Staged
from maturity.model.scales import Bands
from maturity.model.source import Source
from maturity.model.tree import Dimension, Item

if TYPE_CHECKING:
    from maturity.model.framework import Framework

TEXT = """
schema = 1
id = "x"
title = "X"
edition = "1"
principles = ["First"]
terms = { item = "question" }
source = { title = "Book", year = 2013, wording = "ours" }

[levels]
one = "One"
two = "Two"

[scales.s]
no = "No"
yes = "Yes"
[scales.t]
r1 = 0
r2 = 1

[scoring]
scale = "s"
missing = "exclude"
evidence = "policy"
dimension = { rule = "staged", threshold = 0.5, credit = "partial" }
overall = { rule = "none" }

[dimensions]
short = "A line"

[dimensions.d]
source = { place = "Page 1", year = 2014 }
scoring = { missing = "block", scale = "levels", thresholds = { two = { one = 1 } } }
[dimensions.d.at.two]
b = "B"
[dimensions.d.items.a]
text = "A"
source = { place = "Page 2" }
evidence = { kind = "survey", above = "one", groups = ["all"] }
[dimensions.d.at.one]
c = { text = "C", scale = "s", evidence = ["minutes", "policy"], levels.one = 2, tags = ["t"] }
[dimensions.d.parts.p]
scoring = { threshold = 0.7 }
[dimensions.d.parts.p.parts.deep.items]
i = { text = "I", counts = { "d.p" = { one = 1 } } }

[dimensions.e]
title = "E"
scoring = { rule = "mean", range = [0, 100], over = ["d", "e.q"], rounding = { places = 1 } }
[dimensions.e.parts]
q = "Question"

[profiles.all]
levels = ["one"]
[properties.size-of-site]
options = { big = "Big" }
"""


@pytest.fixture(scope="module")
def framework() -> Framework:
    """The framework above."""
    return parse_framework(TEXT)


def node(framework: Framework, path: str) -> Dimension:
    """The dimension or part at a path."""
    found = framework[path]
    assert isinstance(found, Dimension)
    return found


def item(framework: Framework, path: str) -> Item:
    """The item at a path."""
    found = framework[path]
    assert isinstance(found, Item)
    return found


def test_titles_and_words_are_read(framework: Framework) -> None:
    """Titles and words are read."""
    assert framework.principles == ("First",)
    assert framework.terms == {"item": "question"}
    assert node(framework, "short").title == "A line"
    assert node(framework, "d").title == "D"
    assert node(framework, "e.q").title == "Question"
    assert framework.profiles["all"].title == "All"
    assert framework.profiles["all"].levels == ("one",)
    assert framework.properties["size-of-site"].title == "Size of site"
    assert framework.properties["size-of-site"].options == {"big": "Big"}


def test_items_stand_in_the_order_of_the_file(framework: Framework) -> None:
    """Items stand in the order of the file."""
    names = [item.id for item in node(framework, "d").own_items]
    assert names == ["d.b", "d.c", "d.a"]  # `at` is one table, which was opened first
    assert [item.level for item in node(framework, "d").own_items] == ["two", "one", None]


def test_sources_are_merged_over_those_above(framework: Framework) -> None:
    """Sources are merged over those above."""
    above = Source(title="Book", year=2014, wording="ours", place="Page 1")
    assert node(framework, "d").source == above
    assert item(framework, "d.b").source == above
    assert item(framework, "d.a").source == attrs.evolve(above, place="Page 2")


def test_scales_and_conventions_are_inherited_key_by_key(framework: Framework) -> None:
    """Scales and conventions are inherited key by key."""
    assert framework.scoring.conventions.missing == "exclude"
    assert node(framework, "d").conventions.missing == "block"
    assert node(framework, "d.p.deep").conventions.missing == "block"
    assert node(framework, "d").conventions.evidence == EvidenceExpectation(kinds=("policy",))
    assert node(framework, "d.p.deep").scale == "levels"
    assert item(framework, "d.p.deep.i").scale == "levels"
    assert item(framework, "d.c").scale == "s"


def test_evidence_has_short_forms(framework: Framework) -> None:
    """Evidence has short forms."""
    assert item(framework, "d.a").evidence == EvidenceExpectation(
        kinds=("survey",), above="one", groups=("all",)
    )
    assert item(framework, "d.c").evidence == EvidenceExpectation(kinds=("minutes", "policy"))
    assert item(framework, "d.b").evidence is None


def test_an_item_keeps_what_its_table_says(framework: Framework) -> None:
    """An item keeps what its table says."""
    found = item(framework, "d.c")
    assert found.levels == {"one": 2.0}
    assert (found.tags, found.dimension) == (("t",), "d")
    assert item(framework, "d.p.deep.i").counts == {"d.p": {"one": 1.0}}


def test_rules_are_not_inherited_from_a_parent_but_from_their_kind(framework: Framework) -> None:
    """Rules are not inherited from a parent but from their kind."""
    kind = Staged(threshold=0.5, credit="partial")
    assert framework.scoring.dimension == framework.scoring.part == kind
    assert framework.scoring.overall == NoTotal()
    assert node(framework, "short").rule == node(framework, "d.p.deep").rule == kind
    assert node(framework, "d.p").rule == Staged(threshold=0.7, credit="partial")
    changed = Staged(credit="partial", thresholds=FrozenMap({"two": FrozenMap({"one": 1.0})}))
    assert node(framework, "d").rule == changed
    assert node(framework, "e").rule == Mean(
        range=(0.0, 100.0), over=("d", "e.q"), rounding=Rounding(places=1)
    )


HEAD = """schema = 1
id = "x"
title = "X"
edition = "1"
levels = { one = "One", two = "Two" }
scales = { t = { r1 = 0, r2 = 1 } }
"""


def read(scoring: str, rest: str = "") -> Framework:
    """A framework with this scoring."""
    return parse_framework(
        f'{HEAD}[scoring]\nscale = "levels"\n{scoring}\n[dimensions.d.items]\na = "A"\n{rest}'
    )


def faults(scoring: str, rest: str = "") -> list[str]:
    """The faults of a framework with this scoring."""
    with pytest.raises(FaultsFound) as caught:
        read(scoring, rest)
    return [f"{fault.code}: {fault.what}; {fault.hint}" for fault in caught.value.faults]


def test_a_part_may_change_single_keys_of_the_rule_of_dimensions() -> None:
    """A part may change single keys of the rule of dimensions."""
    framework = read('dimension = { rule = "staged", least = 1 }\npart = { threshold = 0.5 }')
    assert framework.scoring.part == Staged(least=1, threshold=0.5)
    framework = read('dimension = { rule = "staged" }\npart = { rule = "none" }')
    assert framework.scoring.part == NoTotal()


def test_every_shape_of_parameter_is_read() -> None:
    """Every shape of parameter is read."""
    rules = (
        'dimension = { rule = "share", pass = "one", bands = { above = { r2 = 0.5, r1 = 0 } }, '
        'ladder = "t", caps = [{ item = "d.a", until = "two", level = "r1" }] }\n'
        'overall = { rule = "equivalence", needs = { one = { "d" = "r1" } } }'
    )
    framework = read(rules)
    assert framework.scoring.dimension == Share(
        pass_="one",  # noqa: S106  # the answer that passes
        bands=Bands("above", (("r1", 0.0), ("r2", 0.5))),
        ladder="t",
        caps=(Cap(item="d.a", until="two", level="r1"),),
    )
    overall = framework.scoring.overall
    assert isinstance(overall, Equivalence)
    assert overall.needs == {"one": {"d": "r1"}}


def test_bands_on_an_unknown_ladder_keep_their_order() -> None:
    """Bands on an unknown ladder keep their order."""
    bands = "bands = { from = { two = 1, one = 0 } }"
    for ladder in ("levels", "none-such"):
        rule = f'{{ rule = "mean", ladder = "{ladder}", {bands} }}'
        assert faults(f"dimension = {rule}")[0].startswith(("rule.ladder", "scale.unknown"))


def test_a_rule_takes_only_its_own_parameters() -> None:
    """A rule takes only its own parameters."""
    assert faults('dimension = { rule = "mean", threshold = 1 }') == [
        (
            "rule.parameter: the rule 'mean' takes no 'threshold'; allowed: over, of, range, "
            "weighted, each_level, bands, ladder, caps, rounding; rules that take it: staged"
        )
    ]
    assert faults(
        'dimension = { rule = "staged", thresholds = { two = { one = 1 } }, side = "lower" }'
    )
    assert faults('overall = { rule = "none", caps = [] }')[0].startswith(
        "rule.parameter: the rule 'none' takes no 'caps'; allowed: none; rules that take it: mean"
    )


def test_parameters_need_a_rule() -> None:
    """Parameters need a rule."""
    assert faults("overall = { pass = 1 }") == [
        (
            "rule.parameter: no rule is stated here that could take 'pass'; "
            "allowed: none; rules that take it: share, staged, high-water-mark"
        )
    ]


def test_a_parameter_that_is_nearly_right_is_named() -> None:
    """A parameter that is nearly right is named."""
    assert faults('dimension = { rule = "staged", threshold = 1, thresholds = {} }') == [
        "rule.two-thresholds: threshold and thresholds can't both be stated; leave one of them out"
    ]
    assert faults('dimension = { rule = "equivalence" }')[0] == (
        "key.missing: 'needs' is missing: the levels, and what each needs; "
        'write needs.LEVEL = { "path" = "level" }'
    )
    assert faults('dimension = { rule = "mean", range = [1] }') == [
        "rule.range: a range is a list of two numbers, and this one has 1; write range = [0, 100]"
    ]


def test_an_unknown_rule_is_told_once_and_the_nearest_is_looked_at() -> None:
    """An unknown rule is told once and the nearest is looked at."""
    found = faults('dimension = { rule = "stagd", least = -1 }')
    assert [fault.split(":")[0] for fault in found] == ["rule.unknown", "rule.least"]
    assert faults('dimension = { rule = "xyz" }')[0].startswith(
        "rule.unknown: there is no rule 'xyz'; allowed: mean, sum,"
    )


def test_an_item_and_a_part_of_one_node_have_different_ids() -> None:
    """An item and a part of one node have different ids."""
    found = faults("", '[dimensions.d.parts]\na = "Part"\nb = "Other"\n')
    assert found == [
        (
            "id.twice: an item of 'd' is called 'a' as well; "
            "each id may stand once in a dimension or part; 'a' needs another"
        )
    ]


def test_an_unknown_level_without_items_is_told() -> None:
    """An unknown level without items is told."""
    assert faults("", "[dimensions.d.at.onne]\n") == [
        "level.unknown: there is no level 'onne'; allowed: one, two; did you mean 'one'?"
    ]
