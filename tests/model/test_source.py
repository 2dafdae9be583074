"""Where words come from."""

from __future__ import annotations

from maturity.model.source import Source

ABOVE = Source(title="Tool", year=2013, wording="paraphrase")


def test_merged() -> None:
    """What a source doesn't state it takes from the one above."""
    merged = Source(place="Vision, 1", wording="ours").merged_over(ABOVE)
    assert merged == Source(title="Tool", year=2013, wording="ours", place="Vision, 1")
    assert Source().merged_over(ABOVE) == ABOVE


def test_stated() -> None:
    """What is stated is what isn't None."""
    assert ABOVE.stated() == {"title": "Tool", "year": 2013, "wording": "paraphrase"}


def test_beyond() -> None:
    """Beyond the source above is only what differs, so that merging gives it back."""
    own = Source(title="Tool", year=2014, wording="paraphrase", licence="OGL")
    assert own.beyond(ABOVE) == Source(year=2014, licence="OGL")
    assert own.beyond(ABOVE).merged_over(ABOVE) == own
