"""What a file's types don't say: patterns of ids, ends of numbers, words, tables by path."""

from __future__ import annotations

from typing import Any

from maturity.model.check_answers import BASES, CONFIDENCES
from maturity.model.check_assessment import SCHEMES
from maturity.model.check_rules import MOST_PLACES
from maturity.model.check_scales import MOST_OPTIONS
from maturity.model.ids import ID as ID_PATTERN
from maturity.model.ids import LONGEST_ID
from maturity.model.numbers import LEAST_WEIGHT, MOST_WEIGHT
from maturity.model.rules import RULES
from maturity.model.scales import LADDER

from .framework_builder import SCHEMA

Schema = dict[str, Any]

_STEP = ID_PATTERN.pattern
_PERIOD = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|[- ]?Q[1-4]|/[0-9]{2}( Q[1-4])?)?"

WORD: Schema = {"pattern": f"^{_STEP}$"}
ID: Schema = {**WORD, "maxLength": LONGEST_ID}
PATH: Schema = {"pattern": rf"^{_STEP}(\.{_STEP})*$"}
SAID: Schema = {"pattern": r"\S"}
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
_WEIGHT: Schema = {"type": "number", "minimum": LEAST_WEIGHT, "maximum": MOST_WEIGHT}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


def table_of(values: Schema, keys: Schema = ID) -> Schema:
    """A table with any keys of one form, and with values of one form."""
    label = "PATH" if keys is PATH else "ID"
    return {
        "type": "object",
        "propertyNames": keys,
        "additionalProperties": values,
        "x-tombi-additional-key-label": label,
    }


def list_of(values: Schema, **limits: int) -> Schema:
    """A list with values of one form."""
    return {"type": "array", "items": values, **limits}


def ref(name: str) -> Schema:
    """A form that is defined under this name."""
    return {"$ref": f"#/$defs/{name}"}


def any_of(*forms: Schema) -> Schema:
    """One form or another."""
    return {"anyOf": list(forms)}


_WORDS = any_of({**TEXT, **WORD}, list_of({**TEXT, **WORD}))
_EVIDENCE = {"anyOf": [*_WORDS["anyOf"], ref("Evidence")]}
_PATHS = list_of({**TEXT, **PATH})
_LEVELS = table_of(_WEIGHT)
_COUNTS = table_of({**_LEVELS, "minProperties": 1}, PATH)
_OF_ITEM = {"weight": _WEIGHT, "scale": ID, "levels": _LEVELS, "counts": _COUNTS}
_OF_ITEM |= {"evidence": _EVIDENCE, "effort": {"minimum": 1, "maximum": 5}}
_LABEL = {"description": "The name of what is below the first level; an answer on the ladder."}
_BASIS: Schema = {"enum": list(BASES)}
_FILLED: Schema = {"minProperties": 1}
_SEVERAL: Schema = {**_PATHS, "minItems": 2, "uniqueItems": True}
_REASONS = table_of({**TEXT, **SAID}, PATH)
SCALE: Schema = {**_FILLED, "maxProperties": MOST_OPTIONS}


def _not_both(one: str, other: str, **keys: Schema) -> Schema:
    """A table that doesn't have two keys at once, or not both of this form."""
    return {"not": {"required": [one, other], **({"properties": keys} if keys else {})}}


# By the name of the record and of the key; it is laid over what the key's type says.
LIMITS: dict[str, dict[str, Schema]] = {
    "FrameworkFile": {
        "schema": {"const": SCHEMA},
        "id": ID,
        "title": SAID,
        "edition": SAID,
        "levels": {"properties": {"below": {**TEXT, **_LABEL}}},
        "scales": table_of(ref("Scale"), {**ID, "not": {"const": LADDER}}),
    },
    "OverlayFile": {
        "drop": table_of(any_of({**TEXT, **SAID}, ref("Drop")), PATH),
        "change": table_of(any_of({**TEXT, **SAID}, ref("Change")), PATH),
    },
    "ExtendsTable": {"": {"minProperties": 2}, "id": ID},
    "ItemChange": {**_OF_ITEM, "level": ID},
    "NodeChange": {"title": SAID, "weight": _WEIGHT},
    "EarlierTable": {"id": ID, "edition": SAID},
    "BridgeTable": {
        "same": table_of({**TEXT, **PATH}, PATH),
        "split": table_of(_SEVERAL, PATH),
        "merged": table_of(_SEVERAL, PATH),
        "dropped": _REASONS,
        "new": _REASONS,
    },
    "LevelTable": {"label": SAID},
    "OptionTable": {"label": SAID},
    "BandsTable": {
        "": {"minProperties": 1, "maxProperties": 1},
        **dict.fromkeys(("from", "above", "up_to", "under"), _FILLED),
    },
    "NumberTable": {"step": {"exclusiveMinimum": 0}},
    "EvidenceTable": {"kind": _WORDS, "groups": list_of({**TEXT, **WORD})},
    "CapTable": {
        "": {"minProperties": 3, "maxProperties": 3},  # until, level, and one of the two others
        "item": PATH,
        "dimension": PATH,
        "level": ID,
    },
    "RoundingTable": {"places": {"minimum": 0, "maximum": MOST_PLACES}},
    "RuleTable": {
        "": {
            "allOf": [_not_both("threshold", "thresholds"), _not_both("ceiling", "each_level")],
        },
        "rule": {"enum": list(RULES)},
        "over": any_of(
            {"enum": ["children", "items"]}, {**_PATHS, "minItems": 1, "uniqueItems": True}
        ),
        "range": list_of(NUMBER, minItems=2, maxItems=2),
        "ladder": ID,
        "threshold": _SHARE,
        "thresholds": table_of(table_of(_SHARE)),
        "least": {"minimum": 0},
        "needs": table_of(table_of({**TEXT, **ID}, PATH)),
    },
    "ConventionsTable": {
        "minimum_coverage": _SHARE,
        "tolerance": {"minimum": 0, "maximum": 0.1},
        "reason_length": {"minimum": 1},
        "evidence": _EVIDENCE,
    },
    "ScoringTable": {"scale": ID},
    "NodeScoringTable": {"scale": ID},
    "ItemTable": {
        **_OF_ITEM,
        "": _not_both("counts", "levels", counts=_FILLED, levels=_FILLED),
        "text": SAID,
    },
    "NodeTable": {"title": SAID, "weight": _WEIGHT},
    "ProfileTable": {
        "": {"dependentRequired": {"scale": ["ask"]}},
        "items": _PATHS,
        "dimensions": _PATHS,
        "levels": list_of({**TEXT, **ID}),
        "drop": _PATHS,
        "scale": ID,
    },
    "AssessmentFile": {
        "schema": {"const": SCHEMA},
        "period": any_of(
            {**TEXT, "pattern": rf"^\s*{_PERIOD}\s*$"}, {"type": "string", "format": "date"}
        ),
        "units": table_of(TEXT, WORD),
        "targets": table_of(any_of(TEXT, NUMBER, ref("Target")), PATH),
        "answers": table_of(any_of(TEXT, NUMBER, ref("Answer")), PATH),
    },
    "FrameworkTable": {"id": ID},
    "OrganisationTable": {"scheme": {"enum": list(SCHEMES)}, "size": {"minimum": 0}},
    "NotApplicableTable": {"not_applicable": SAID},
    "PieceTable": {"basis": _BASIS},
    "AnswerTable": {
        "not_applicable": SAID,
        "confidence": {"minimum": CONFIDENCES[0], "maximum": CONFIDENCES[-1]},
        "basis": _BASIS,
    },
    "ActionTable": {"paths": _PATHS},
}
