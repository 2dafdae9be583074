"""Pieces of a page."""

from __future__ import annotations

from rich.text import Text

from maturity.present.layout import bullets, heading, indented, pairs, render, table, words


def test_plain_pages_hold_text_alone() -> None:
    """Without styles: no escapes, no markup, no spaces at the ends of lines."""
    pieces = [
        heading("A [b]title[/b]", "below"),
        bullets(["one two three four five", Text("six")]),
        pairs([("name", "said"), ("longer name", "said too")]),
        table(["Head", "Other"], [[words("cell"), words("more")], [words("x"), words("y")]]),
        indented(words("to the right", "bold")),
    ]
    assert render(pieces, 21) == (
        "A [b]title[/b]\nbelow\n==============\n"
        "- one two three four\n  five\n- six\n"
        "name         said\nlonger name  said too\n"
        "Head  Other\n-----------\ncell  more\nx     y\n"
        "  to the right\n"
    )


def test_styled_pages_say_the_same() -> None:
    """With styles the text is the same."""
    piece = words("said", "bold")
    assert render([piece], styled=True) == "\x1b[1msaid\x1b[0m\n"
    assert render([piece]) == "said\n"
