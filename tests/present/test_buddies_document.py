"""Buddies as a document: what the page of the command line doesn't show already."""

from __future__ import annotations

import maturity as mt
from maturity.present.buddies_document import buddies_document
from maturity.present.document import Bullets, Paragraph

BOARD = mt.load_framework("hwb-board")


def sheet(name: str, vision: str, strategy: str) -> mt.Assessment:
    """An organisation that gives one answer to all of a dimension."""
    answers = {
        item.id: said
        for path, said in (("vision", vision), ("strategy", strategy))
        for item in BOARD.items
        if item.dimension == path
    }
    return BOARD.assess(answers, organisation=name)


def test_both_ways_and_who_is_left() -> None:
    """Pairs that help both ways are listed, and who has no mentor is named."""
    sheets = [sheet("A", "met", "not-yet"), sheet("B", "not-yet", "met"),
              sheet("C", "not-yet", "not-yet"), sheet("D", "not-yet", "not-yet")]  # fmt: skip
    found = mt.buddies(mt.Cohort.of(sheets), capacity=1)
    document = buddies_document(found, BOARD)
    lists = [block.texts for block in document.blocks if isinstance(block, Bullets)]
    assert lists[-1] == (
        "A and B could help each other: the first with Vision, the second with Strategy.",
    )
    told = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    left = [text for text in told if text.startswith("Below the top level and without a mentor")]
    assert len(left) == 2
    assert "They could begin with: " in lists[0][0]
