"""Where advice is about."""

from __future__ import annotations

import maturity as mt
from maturity.analysis.advice_places import placed

from .tools import HEAD

TEXT = (
    HEAD
    + """
[scales.met]
no = 0
yes = 1
[scales.spare]
x = 0
[scoring]
scale = "met"
dimension = { rule = "mean" }
[dimensions.d]
title = "D"
[dimensions.d.items]
a = "Each team has a plan."
b = { text = "Each team has a plan.", weight = 2 }
[dimensions.e]
"""
)


def test_lines_and_columns() -> None:
    """Each piece has the line and the column of what it is about, in the order of the file."""
    found = placed(mt.advise(mt.parse_framework(TEXT)), TEXT, "ours.toml")
    assert [(str(where), one.code) for where, one in found] == [
        ("ours.toml:9:9", "advice.unused-scale"),
        ("ours.toml:18:1", "advice.same-text"),
        ("ours.toml:19:13", "advice.nothing-counts"),
    ]


def test_overlays() -> None:
    """What an overlay changes is found there; what it doesn't hold, at its beginning."""
    base = mt.parse_framework(TEXT)
    text = HEAD.replace('"small"', '"local"') + (
        'extends = { id = "small", edition = "1" }\n'
        '[drop]\n"d.a" = "Not for us"\n"d.b" = "Nor this"\n'
        '[change]\n"e" = { scoring = { rule = "sum" } }\n'
    )
    found = placed(mt.advise(mt.parse_framework(text, base=base)), text, "local.toml")
    assert [(str(where), one.path) for where, one in found] == [
        ("local.toml:1:1", "d"),
        ("local.toml:6:2", ""),
        ("local.toml:10:1", "e"),
    ]


def test_nothing() -> None:
    """No advice, no places."""
    assert placed((), TEXT, "ours.toml") == []
