"""What mkdocstrings needs to know of this code: how records are made, and what an example is."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

import griffe

DECORATORS = ("attrs.frozen", "attrs.define")
EXAMPLE = re.compile(r"^>>> .*?(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)


class Records(griffe.Extension):
    """Shows the fields of attrs records in their signatures, and examples as code."""

    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:  # noqa: ANN401  # as griffe calls it
        """Put the examples of a docstring between fences."""
        if obj.docstring:
            obj.docstring.value = EXAMPLE.sub(r"```pycon\n\g<0>\n```", obj.docstring.value)

    def on_class(self, *, cls: griffe.Class, **_: Any) -> None:  # noqa: ANN401  # as griffe calls it
        """Give a record the `__init__` that attrs makes from its fields."""
        if _decorator(cls) is None or "__init__" in cls.members:
            return
        fields = chain.from_iterable(_fields(one) for one in (*reversed(cls.mro()), cls))
        made = griffe.Parameters(griffe.Parameter("self"), *fields)
        cls.set_member("__init__", griffe.Function("__init__", parameters=made, parent=cls))


def _decorator(cls: griffe.Class) -> griffe.Decorator | None:
    """The decorator that makes a record of a class."""
    return next((one for one in cls.decorators if one.callable_path in DECORATORS), None)


def _fields(cls: griffe.Class) -> list[griffe.Parameter]:
    """The fields of a record, as parameters."""
    decorator = _decorator(cls)
    only = decorator is not None and "kw_only=True" in str(decorator.value)
    kinds = griffe.ParameterKind
    return [
        griffe.Parameter(
            field.name,
            annotation=field.annotation,
            kind=kinds.keyword_only if only else kinds.positional_or_keyword,
            default=_default(str(field.value)) if field.value is not None else None,
        )
        for field in cls.members.values()
        if decorator is not None
        and isinstance(field, griffe.Attribute)
        and field.annotation is not None
        and "property" not in field.labels
        and not ("class-attribute" in field.labels and "instance-attribute" not in field.labels)
    ]


def _default(value: str) -> str | None:
    """The default in a field's definition; None where it has to be given."""
    if not value.startswith("field("):
        return value
    return "..." if "default" in value or "factory" in value else None
