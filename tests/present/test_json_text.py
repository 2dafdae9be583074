"""JSON for other programs."""

from __future__ import annotations

import json

import pytest

from maturity.present.json_text import json_text


def test_it_says_what_it_is() -> None:
    """The format's version and the kind come first, then the content as it is."""
    text = json_text("greeting", {"to": "you", "times": 2})
    assert list(json.loads(text).items()) == [
        ("format", 1), ("kind", "greeting"), ("to", "you"), ("times", 2),
    ]  # fmt: skip
    assert text.endswith("}\n")


def test_what_json_has_no_word_for() -> None:
    """A number that is none is refused rather than written in a way that nobody can read."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text("greeting", {"to": float("nan")})
