"""A framework's file is read whole, or every fault in it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.errors import FaultsFound
from maturity.files.framework_reader import parse_framework
from maturity.files.toml_layout import dump_toml

SHIPPED = sorted((Path(__file__).parents[2] / "frameworks").glob("*.toml"))
HEAD = 'schema = 1\nid = "x"\ntitle = "X"\nedition = "1"\n'


def faults(text: str) -> list[str]:
    """Every fault of a text, as it is printed."""
    with pytest.raises(FaultsFound) as caught:
        parse_framework(text, "f.toml")
    return [str(fault).removeprefix("f.toml:") for fault in caught.value.faults]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_frameworks_are_read(path: Path) -> None:
    """The shipped frameworks are read."""
    framework = parse_framework(path.read_text("utf-8"))
    assert framework.id == path.stem
    assert all(framework[item.id] is item for item in framework.items)


def test_a_syntax_error_is_told_alone() -> None:
    """A syntax error is told alone."""
    assert faults("schema = 2\nid = = 1\nunknown = 1") == [
        "2:6: error[toml.syntax]: this is not a value"
    ]


def test_an_empty_framework_lacks_four_keys() -> None:
    """An empty framework lacks four keys."""
    assert faults("# nothing") == [
        "1:1: error[key.missing]: 'schema' is missing; expected a whole number",
        "1:1: error[key.missing]: 'id' is missing; expected text",
        "1:1: error[key.missing]: 'title' is missing; expected text",
        "1:1: error[key.missing]: 'edition' is missing; expected text",
    ]


def test_faults_of_form_and_of_meaning_are_told_together() -> None:
    """Faults of form and of meaning are told together."""
    text = """schema = 2
id = "Bad Id"
edition = 2013
titel = "Title"

[levels]
young = "Young"

[scales.met]
no = 0
yes = { label = "Yes" }

[scoring]
scale = "mett"
dimension = { rule = "stagd", treshold = 0.8, pass = "yes" }

[dimensions.vision]
wieght = 2
[dimensions.vision.items]
Other = "b"
same = { text = "c", weight = -1 }
[dimensions.vision.at.yuong]
same = "again"
"""
    assert faults(text) == [
        "1:1: error[schema.unknown]: this version does not read schema 2; allowed: 1",
        (
            "2:1: error[id.invalid]: 'Bad Id' can't be an id; allowed: lower-case letters, digits "
            "and hyphens, starting with a letter or a digit; did you mean 'bad-id'?"
        ),
        (
            "3:1: error[value.type]: expected text, found a number (2013); "
            'put it between quotes: "2013"'
        ),
        (
            "4:1: error[key.unknown]: 'titel' is not a key of this table; allowed: schema, id, "
            "title, edition, description, principles, terms, source, levels, scales, scoring, "
            "dimensions and 3 more; did you mean 'title'?"
        ),
        (
            "11:1: error[scale.mixed-values]: 'yes' has no value, but other options of this scale "
            "have one; state a value for each option, or for none: then they count 0, 1, 2 "
            "and so on"
        ),
        (
            "14:1: error[scale.unknown]: there is no scale 'mett'; allowed: levels, met; "
            "did you mean 'met'?"
        ),
        (
            "15:15: error[rule.unknown]: there is no rule 'stagd'; allowed: mean, sum, share, "
            "median, staged, weakest-link, high-water-mark, equivalence, none; "
            "did you mean 'staged'?"
        ),
        (
            "15:31: error[key.unknown]: 'treshold' is not a key of this table; allowed: rule, "
            "over, of, range, weighted, each_level, bands, ladder, ceiling, pass, side, threshold "
            "and 6 more; did you mean 'threshold'?"
        ),
        (
            "18:1: error[key.unknown]: 'wieght' is not a key of this table; allowed: title, text, "
            "weight, scoring, source, tags, sectors, items, at, parts; did you mean 'weight'?"
        ),
        (
            "20:1: error[id.invalid]: 'Other' can't be an id; allowed: lower-case letters, digits "
            "and hyphens, starting with a letter or a digit; did you mean 'other'?"
        ),
        (
            "21:22: error[weight.positive]: the weight of 'vision.same' is -1; "
            "allowed: a number above 0, from 0.000000001 to 1000000000"
        ),
        (
            "22:23: error[level.unknown]: there is no level 'yuong'; allowed: young; "
            "did you mean 'young'?"
        ),
        (
            "23:1: error[id.twice]: 'vision' has an item 'same' already; "
            "each id may stand once in a dimension or part; 'same' needs another"
        ),
    ]


def test_what_is_said_of_a_broken_value_is_not_said_twice() -> None:
    """What is said of a broken value is not said twice."""
    text = HEAD + (
        '[levels]\na = "A"\n[scoring]\nscale = "levels"\ndimension = { rule = 5, threshold = 1 }\n'
        '[dimensions.d]\nweight = "2"\n[dimensions.d.items]\na = { txt = "A" }\n2.3 = "B"\n'
    )
    assert [fault.split("]:")[0] for fault in faults(text)] == [
        "9:15: error[value.type",
        "11:1: error[value.type",
        "13:7: error[key.unknown",
        "14:3: error[key.unknown",
    ]


def test_a_path_without_quotes_gets_a_hint() -> None:
    """A path without quotes gets a hint."""
    text = HEAD + (
        '[levels]\na = "A"\n[scoring]\nscale = "levels"\n'
        '[dimensions.d.items]\ni = { text = "I", counts = { d.e = { a = 1 } } }\n'
        '[dimensions.d.parts.e]\ntitle = "E"\n'
    )
    assert (
        "10:32: error[value.type]: expected a number, found a table; "
        'a path stands between quotes: "d.e" = ...'
    ) in faults(text)


def test_what_cannot_be_read_at_all_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read at all is a fault."""
    monkeypatch.setattr("maturity.files.converter._MOST_ROUNDS", 1)
    assert (
        faults("id = 1")[0]
        == "1:1: error[key.missing]: 'schema' is missing; expected a whole number"
    )


WORDS = st.sampled_from(
    ["rule", "staged", "mean", "over", "items", "at", "parts", "text", "scale", "levels", "d", "a"]
)
VALUES = st.recursive(
    WORDS | st.integers(-2, 3) | st.floats() | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=4,
)
PLACES = (
    "levels", "levels.a", "scales.s", "scales.s.no", "scoring", "scoring.scale",
    "scoring.dimension", "scoring.dimension.rule", "scoring.overall.caps", "scoring.part.needs",
    "dimensions", "dimensions.d", "dimensions.d.items", "dimensions.d.items.a",
    "dimensions.d.items.a.counts", "dimensions.d.at", "dimensions.d.parts.p",
    "dimensions.d.scoring", "profiles.p", "properties.p", "source", "terms", "schema", "id",
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(PLACES), VALUES, min_size=1, max_size=3))
def test_whatever_a_value_is_the_text_is_read_or_has_faults(changes: dict[str, object]) -> None:
    """Whatever a value is the text is read or has faults."""
    data: dict[str, object] = {
        "schema": 1, "id": "x", "title": "X", "edition": "1",
        "levels": {"a": "A"}, "scales": {"s": {"no": 0, "yes": 1}},
        "scoring": {"scale": "s", "dimension": {"rule": "staged"}},
        "dimensions": {"d": {"items": {"a": {"text": "A"}}, "parts": {"p": {"title": "P"}}}},
    }  # fmt: skip
    for place, value in changes.items():
        *above, last = place.split(".")
        table = data
        for step in above:
            inner = table.setdefault(step, {})
            if not isinstance(inner, dict):
                inner = table[step] = {}
            table = inner
        table[last] = value
    try:
        parse_framework(dump_toml(data))
    except FaultsFound as error:
        assert all(fault.where.line for fault in error.faults)  # noqa: PT017  # both ends are right
