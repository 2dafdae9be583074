"""The JSON Schema of a framework file and of an assessment file, made of the records.

An editor completes keys with it and marks mistakes while somebody writes. It says what can be seen
in one place: keys, types, words, forms of ids, ends of numbers. `maturity check` sees the rest.
What stands by path (answers, targets, changes) is read more loosely than by the check: an id may be
the same word as a key.
"""

from __future__ import annotations

import json
from datetime import date
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import field, frozen

from maturity.model.rules import RULES, Equivalence, NoTotal

from .assessment_shapes import AnswerTable, AssessmentFile
from .exact_hooks import key_of, members_of
from .overlay_shapes import ItemChange, NodeChange, OverlayFile
from .schema_limits import (
    LIMITS,
    NUMBER,
    PATH,
    SAID,
    SCALE,
    TEXT,
    Schema,
    any_of,
    list_of,
    ref,
    table_of,
)
from .schema_words import ASSESSMENT, FRAMEWORK
from .shapes import NodeScoringTable, OptionsTable, RuleTable

T = TypeVar("T")
KINDS = ("framework", "assessment")

_HEAD = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$comment": "Made of this project's own records by `maturity schema`; not edited by hand.",
    "x-tombi-toml-version": "v1.0.0",
}
_PLAIN: dict[Any, Schema] = {
    str: TEXT,
    float: NUMBER,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
}


def schema_text(kind: Literal["framework", "assessment"]) -> str:
    """The JSON Schema (draft 2020-12) of a kind of file, as text.

    >>> schema_text("assessment").splitlines()[1]
    '  "$schema": "https://json-schema.org/draft/2020-12/schema",'
    """
    schema = _framework() if kind == "framework" else _assessment()
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _framework() -> Schema:
    """The schema of a framework's file, which may extend another."""
    maker = _Maker(FRAMEWORK)
    top = maker.record(OverlayFile)
    top["required"].remove("extends")
    top["dependentRequired"] = {"drop": ["extends"], "change": ["extends"]}
    for name, table in {"Rule": RuleTable, "NodeScoring": NodeScoringTable}.items():
        rules = maker.defined[name]
        rules["allOf"] = [*rules["allOf"], *(_of_rule(table, rule) for rule in RULES)]
    own = maker.record(NodeChange)["properties"] | maker.record(ItemChange)["properties"]
    words = any_of(TEXT | SAID, ref("Change"))
    option = maker.form(OptionsTable)
    numbers = maker.defined.pop("NumericScale")
    defined = {
        "Scale": {
            **option,
            **SCALE,
            "properties": numbers["properties"],
            "dependentRequired": {"bands": ["number"]},
            **_when(["number"], {"propertyNames": {"enum": [*numbers["properties"]]}}),
        },
        "Drop": table_of(any_of(TEXT | SAID, ref("Drop")), PATH),
        "Change": _by_path(own, words),
    }
    return {**_HEAD, "title": "Framework", **top, "$defs": {**maker.defined, **defined}}


def _assessment() -> Schema:
    """The schema of an assessment's file."""
    maker = _Maker(ASSESSMENT)
    top = maker.record(AssessmentFile)
    answer = maker.record(AnswerTable)
    said = any_of(TEXT, NUMBER, ref("Answer"))
    defined = {
        "Answer": {
            "description": answer["description"],
            **_by_path(answer["properties"], said),
            # With an answer in it, the table's other keys are this answer's, not maybe paths.
            **_when(["answer"], {"properties": answer["properties"]}),
        },
        "Target": table_of(any_of(TEXT, NUMBER, ref("Target")), PATH),
    }
    return {**_HEAD, "title": "Assessment", **top, "$defs": {**maker.defined, **defined}}


def _of_rule(table: type[Any], rule: str) -> Schema:
    """Which keys a table may have once it names this rule: not what only other rules take."""
    taken = {one.name for one in attrs.fields(RULES[rule])} if RULES[rule] is not NoTotal else set()
    others = {one.name for one in attrs.fields(RuleTable)} - taken - {"rule"}
    names = [key_of(one.name) for one in attrs.fields(table) if one.name not in others]
    needed = {"required": ["needs"]} if RULES[rule] is Equivalence else {}
    then = {**needed, "propertyNames": {"enum": names}}
    return _when(["rule"], then, {"rule": {"const": rule}})


def _when(required: list[str], then: Schema, keys: Schema | None = None) -> Schema:
    """What holds for a table with these keys. Some editors take a table as closed unless told."""
    condition = {"required": required, **({"properties": keys} if keys else {})}
    return {
        "if": {**condition, "additionalProperties": True},
        "then": {**then, "additionalProperties": True},
    }


def _by_path(keys: dict[str, Schema], below: Schema) -> Schema:
    """A table with these keys, in which paths may stand as well: what they hold is `below`."""
    loose = {
        key: {"description": own["description"], **any_of(own, *below["anyOf"])}
        for key, own in keys.items()
        if "_" not in key  # no id has one
    }
    return {"type": "object", "properties": keys | loose, "additionalProperties": below}


@frozen
class _Maker:
    """Makes forms of types; those of records are `defined` under their names."""

    words: dict[str, dict[str, str]]
    defined: dict[str, Schema] = field(factory=dict)

    def record(self, cls: type[Any]) -> Schema:
        """The table that a record stands for: its keys and no others."""
        kinds, keys = get_type_hints(cls), dict[str, Schema]()
        for one in attrs.fields(cls):
            key = key_of(one.name)
            limits: Schema = _found(LIMITS, cls, key, {})
            keys[key] = self.form(kinds[one.name]) | limits
            keys[key]["description"] = _found(self.words, cls, key, "")
            if isinstance(one.default, str | float | bool) and one.default != "":
                keys[key]["default"] = one.default
        required = [key_of(one.name) for one in attrs.fields(cls) if one.default is attrs.NOTHING]
        about = _found(self.words, cls, "", "")
        size: Schema = _found(LIMITS, cls, "", {})
        return {
            **({"description": about} if about else {}),
            "type": "object",
            "properties": keys,
            **({"required": required} if required else {}),
            "additionalProperties": False,
            **size,
        }

    def form(self, kind: Any) -> Schema:  # noqa: ANN401  # types of annotations have no common class
        """What a value of a type looks like; anything where the type says nothing."""
        outer, inner = get_origin(kind) or kind, get_args(kind)
        if outer in {Union, UnionType}:
            said = SAID if any(map(attrs.has, inner)) else {}  # a text that stands for a table
            forms = [self.form(one) | (said if one is str else {}) for one in members_of(kind)]
            about = [_found(self.words, member, "", "") for member in inner if attrs.has(member)]
            words = {"description": about[0]} if len(forms) > 1 and any(about) else {}
            return forms[0] if len(forms) == 1 else words | any_of(*forms)
        if outer is Literal:
            return {"type": "string", "enum": list(inner)}
        if outer in {list, dict}:
            return list_of(self.form(inner[0])) if outer is list else table_of(self.form(inner[1]))
        return self._reference(outer) if attrs.has(outer) else dict(_PLAIN.get(outer, {}))

    def _reference(self, cls: type[Any]) -> Schema:
        """The name of a record's form, which is made the first time."""
        name = cls.__name__.removesuffix("Table")
        if name not in self.defined:
            self.defined[name] = {}  # a part may have parts
            self.defined[name] = self.record(cls)
        return ref(name)


def _found(table: dict[str, dict[str, T]], cls: type[Any], key: str, default: T) -> T:
    """What a table says of a record's key, or of the one that the record is made from."""
    known = (table.get(base.__name__, {}) for base in cls.__mro__)
    return next((said[key] for said in known if key in said), default)
