"""A framework whose every text tries to be markup, a formula, a command or a way out."""

from __future__ import annotations

import json

import maturity as mt

TEXTS = (
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    "\"><a href='javascript:alert(1)'>x</a>",
    "&lt;b&gt; &#60;i&#62; &amp;",
    "# Heading",
    "## ",
    "- list",
    "+ list",
    "1. list",
    "2) list",
    "> quote",
    "=====",
    "---",
    "***",
    "*a* **b** _c_ __d__ ~~e~~",
    "`code` ``more``",
    "```",
    "[a](http://example.org) ![b](c) [d]: e",
    "http://example.org www.example.org <http://example.org>",
    "a | b | c",
    "| --- |",
    "back\\slash \\* at the end\\",
    "{ #id .class } {: onclick=x }",
    "!!! note",
    ": definition",
    "[^1] [^1]: x [TOC] *[a]: b",
    "$x$ $$y$$",
    "tab\tand\nline",
    "\x1b[31mred \u202eback",
    "'single' \"double\"",
    "caf\u00e9 \u2013 \U0001f600",
)


def hostile(text: str) -> mt.Framework:
    """A framework that says `text` wherever it can say something."""
    said = json.dumps(text, ensure_ascii=False)
    return mt.parse_framework(f"""
        schema = 1
        id = "h"
        title = {said}
        edition = {said}
        description = {said}
        principles = [{said}]
        terms = {{ item = {said}, level = {said} }}
        [source]
        title = {said}
        licence = {said}
        [levels]
        below = {said}
        low = {{ label = {said}, text = {said} }}
        [scales.met]
        no = {{ label = {said}, text = {said} }}
        yes = {{ label = {said}, text = {said} }}
        [scoring]
        scale = "met"
        dimension = {{ rule = "mean" }}
        [profiles.short]
        title = {said}
        text = {said}
        [properties.p]
        title = {said}
        options = {{ a = {said} }}
        [dimensions.d]
        title = {said}
        text = {said}
        source = {{ place = {said} }}
        [dimensions.d.at.low]
        one = {{ text = {said}, descriptors = {{ low = {said} }} }}
        """)
