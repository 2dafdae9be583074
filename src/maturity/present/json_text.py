"""What a command gives to other programs: JSON with what it is and its format's version."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT = 1


def json_text(kind: str, content: Mapping[str, object]) -> str:
    r"""The content as JSON on lines of its own, after the format's version and what it is.

    ValueError where a number in it is infinite or not a number: JSON has none such.

    >>> json_text("greeting", {"to": "you"})
    '{\n  "format": 1,\n  "kind": "greeting",\n  "to": "you"\n}\n'
    """
    data = {"format": FORMAT, "kind": kind, **content}
    return json.dumps(data, indent=2, allow_nan=False) + "\n"
