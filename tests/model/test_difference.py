"""One difference."""

from __future__ import annotations

from maturity.model.difference import ORDER, SCORES, UNSCORED, WORDS, Difference, same, told
from maturity.model.frozen import FrozenMap
from maturity.model.rules import Share


def test_told() -> None:
    """A difference of kind, path, what, values and effect; a row of texts, and a line."""
    found = told("rule changed", "a", "rule", (None, Share(range=(0, 1))), SCORES)
    assert found == Difference(
        kind="rule changed",
        path="a",
        what="rule",
        before=None,
        after=Share(range=(0, 1)),
        effect=SCORES,
    )
    assert found.record() == {
        "kind": "rule changed",
        "path": "a",
        "what": "rule",
        "before": None,
        "after": "share, range = [0, 1]",
        "effect": SCORES,
        "reason": "",
    }
    assert str(found) == "rule changed: a, rule: nothing, now share, range = [0, 1]"


def test_a_line_is_short_and_harmless() -> None:
    """Long texts are cut, and nothing in them controls a terminal."""
    line = str(told("reworded", "", "title", ("A\x1b", "long " * 100), WORDS))
    assert line.startswith("reworded: title: A\ufffd, now long long")
    assert len(line) < 200


def test_order_alone() -> None:
    """Two maps that are equal but for their order differ in their order, no more."""
    one, other = FrozenMap({"a": 1, "b": 2}), FrozenMap({"b": 2, "a": 1})
    assert not same(one, other)
    found = told("re-levelled", "a.x", "levels", (one, other), SCORES)
    assert (found.kind, found.what, found.effect) == ("other", "order of levels", ORDER)


def test_same() -> None:
    """What makes no difference to a digest."""
    assert same(1, 1.0)
    assert not same(1, None)
    assert not same((), None)


def test_what_cannot_change_a_score() -> None:
    """Words can't, rules can."""
    assert WORDS in UNSCORED
    assert SCORES not in UNSCORED
