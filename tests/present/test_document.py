"""The pieces of a document."""

from __future__ import annotations

from maturity.present.document import Paragraph, paragraphs


def test_paragraphs_are_divided_by_empty_lines() -> None:
    """What wraps is one paragraph; nothing is none."""
    assert paragraphs("One\n  and more.\n\n\n\nTwo.\n") == (
        Paragraph("One and more."),
        Paragraph("Two."),
    )
    assert paragraphs(" \n\n ") == ()
