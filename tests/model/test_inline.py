"""What a record says, in a line."""

from __future__ import annotations

import pytest

from maturity.model.evidence import EvidenceExpectation
from maturity.model.frozen import FrozenMap
from maturity.model.inline import inline
from maturity.model.rules import Cap, Equivalence, Mean, NoTotal
from maturity.model.scales import Bands, NumericScale, Option, Scale
from maturity.model.tree import Profile, Property

BANDS = Bands("from", (("mid", 50), ("top", 80.5)))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ((), None),
        (FrozenMap(), None),
        ("", ""),
        ("Words, and more.", "Words, and more."),
        (True, "yes"),
        (False, "no"),
        (2.0, "2"),
        (0.25, "0.25"),
        (("gp", "council"), "gp, council"),
        (("One, two.", "Three."), "One, two.; Three."),
        (FrozenMap({"low": 1.0, "top": 2}), "low = 1, top = 2"),
        (FrozenMap({"a.b": FrozenMap({"low": 1.0})}), "a.b = {low = 1}"),
        (BANDS, "from = {mid = 50, top = 80.5}"),
        (NoTotal(), "none"),
        (
            Mean(range=(0, 1), bands=BANDS),
            "mean, bands = {from = {mid = 50, top = 80.5}}, range = [0, 1]",
        ),
        (Mean(weighted=False), "mean, weighted = no"),
        (
            NoTotal(caps=(Cap(item="a.x", until="yes", level="low"),)),
            "none, caps = [{item = a.x, level = low, until = yes}]",
        ),
        (
            Equivalence(needs=FrozenMap({"low": FrozenMap({"a": "low"})})),
            "equivalence, needs = {low = {a = low}}",
        ),
        (EvidenceExpectation(), "any kind"),
        (EvidenceExpectation(kinds=("audit",), link=True), "kinds = [audit], link = yes"),
        (Scale("met", (Option("no", "No", 0), Option("yes", "Yes", 1))), "no, yes"),
        (NumericScale(id="n", minimum=0, maximum=9), "id = n, maximum = 9, minimum = 0"),
        (Profile(id="p", title="Short"), "Short"),
        (Property(id="p", title="Size"), "Size"),
    ],
)
def test_inline(value: object, text: str | None) -> None:
    """Each kind of value is text, and what says nothing is None."""
    assert inline(value) == text
