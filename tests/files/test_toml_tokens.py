"""TOML text is cut where TOML cuts it."""

from __future__ import annotations

from maturity.files.toml_tokens import Token, tokens


def test_texts_of_every_form_are_one_token() -> None:
    """Texts of every form are one token."""
    texts = ['""', "''", '"a\\"b"', "'a\\'", '"""a"b""c\n\\""""', "'''a'b''c\n''''", '""""""']
    for text in texts:
        assert [token.text for token in tokens(f"{text} x")] == [text, "x"]


def test_spaces_and_comments_are_left_out() -> None:
    """Spaces and comments are left out."""
    assert list(tokens("a = 1 # [x]\n")) == [
        Token("bare", "a", 0),
        Token("mark", "=", 2),
        Token("bare", "1", 4),
        Token("newline", "\n", 11),
    ]


def test_a_quote_that_is_never_closed_is_the_last_token() -> None:
    """A quote that is never closed is the last token."""
    for text in ['"a\nb', "'a\nb", '"""a"" b', "'''a'' b", '"a\\']:
        assert [token.kind for token in tokens(f"x {text}")] == ["bare", "open"]
