"""One digest for one content: a canonical text of a record, hashed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import attrs

from .frozen import FrozenMap
from .rules import Rule

if TYPE_CHECKING:
    from .framework import Framework

NAMES = {"id", "title", "edition", "description"}
LEFT_OUT = {*NAMES, "overlay", "bridge"}


def plain(value: object) -> object:
    """A record as lists, dicts, strings and numbers, in the order of its fields.

    An int and a float that are equal come out alike, as 1 and 1.0 mean the same in a file.
    """
    if isinstance(value, FrozenMap | Mapping):
        return [[plain(key), plain(item)] for key, item in value.items()]
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    kind = type(value)
    if attrs.has(kind):
        fields = {name.name: plain(getattr(value, name.name)) for name in attrs.fields(kind)}
        return {"rule": value.name, **fields} if isinstance(value, Rule) else fields
    return value


def digest(content: object) -> str:
    """`sha256:` and the hash of `content` as canonical JSON."""
    text = json.dumps(plain(content), ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode("ascii")).hexdigest()


def own_names(framework: Framework) -> tuple[object, ...]:
    """What a digest leaves out, for what must tell frameworks of one content apart."""
    base = framework.overlay.base if framework.overlay else None
    above = (base.digest, *own_names(base)) if base else ()
    return (*(getattr(framework, name) for name in sorted(NAMES)), above)


def framework_digest(framework: Framework) -> str:
    """The digest of all that a framework says, but for its own names."""
    fields = [name.name for name in attrs.fields(type(framework)) if name.name not in LEFT_OUT]
    return digest({name: getattr(framework, name) for name in fields})
