"""An unknown key is told where it belongs."""

from __future__ import annotations

import pytest

from maturity.files.key_hints import dotted_number, framework_key_hint
from maturity.files.shapes import (
    FrameworkFile,
    ItemTable,
    NodeTable,
    NumberTable,
    ProfileTable,
    RuleTable,
    ScoringTable,
)


def test_a_number_with_a_dot_is_a_table() -> None:
    """A number with a dot is a table."""
    hint = "a dot makes a table: 2.3 is read as 3 in 2; write 2-3"
    assert dotted_number(("answers", "2", "3")) == hint
    assert framework_key_hint(ItemTable, ("items", "2", "3"), "text") == hint
    assert dotted_number(("answers", "a", "3")) == dotted_number(("3",)) == ""


@pytest.mark.parametrize(
    ("cls", "key", "value", "hint"),
    [
        (NumberTable, "bands", {}, "bands stand beside number, not in it"),
        (ScoringTable, "pass", "yes",
         "a rule stands under overall, dimension or part: dimension = { pass = ... }"),
        (RuleTable, "missing", "bound", "missing stands in [scoring] itself, not in a rule"),
        (ItemTable, "reception", "text",
         ("each line below the header of 'b' is one of its keys; "
         "if 'reception' is an item, put it above that header")),
        (NodeTable, "young", {},
         ("allowed: title, text, weight, scoring, source, tags, sectors, items, at, parts; "
         "items stand under [a.b.items] or [a.b.at.LEVEL], parts under [a.b.parts]")),
        (ItemTable, "wieght", "2", ""),
        (ItemTable, "reception", 2, ""),
        (ProfileTable, "reception", "text", ""),
        (FrameworkFile, "reception", {}, ""),
    ],
)  # fmt: skip
def test_a_key_that_belongs_elsewhere_gets_a_hint(
    cls: type, key: str, value: object, hint: str
) -> None:
    """A key that belongs elsewhere gets a hint."""
    assert framework_key_hint(cls, ("a", "b", key), value) == hint
