"""The fewest items between here and the next level, by name, each counted by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.scoring import blockers as module

from .tools import BANDED, NO_REASON, at, card_of, framework_of, said, score_of

if TYPE_CHECKING:
    import pytest

    from maturity.scoring.blockers import Blockers

STAGED = '[scoring]\nscale = "met"\ndimension = { rule = "staged", threshold = 0.5 }\n'
LADDER = '[scoring]\nscale = "levels"\ndimension = '
THREE = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y", z = "Z" }\n'


def names(blockers: Blockers) -> str:
    """The last words of the paths, in order."""
    return " ".join(blocker.path.rpartition(".")[2] for blocker in blockers.items)


def marks(blockers: Blockers) -> list[str]:
    """What is in the way of each."""
    return [blocker.mark for blocker in blockers.items]


def target(blockers: Blockers) -> str | None:
    """The level that they reach."""
    return blockers.target.id if blockers.target else None


def test_staged() -> None:
    """For half of four items at silver with none yet, the first two in the file will do."""
    text = STAGED + at(bronze=1, silver=4)
    found = score_of(text, said(yes="b1", no="s1 s2", partly="s3")).blockers()
    assert (target(found), names(found), len(found)) == ("silver", "s1 s2", 2)
    assert marks(found) == ["answer", "answer"]
    assert [blocker.text for blocker in found] == ["Is a s1 so?", "Is a s2 so?"]
    assert found.reachable
    assert found.exact


def test_staged_weights() -> None:
    """One heavy item is better than two light ones."""
    tree = """
    [dimensions.a]
    title = "A"
    at.bronze.b1 = "One"
    at.bronze.b2 = "Two"
    at.bronze.b3 = { text = "Three", weight = 2 }
    """
    found = score_of(STAGED + tree, said(no="b1 b2 b3")).blockers()
    assert names(found) == "b3"


def test_staged_two_levels() -> None:
    """An item that counts at two levels can take the place of one at each."""
    tree = """
    [dimensions.a]
    title = "A"
    at.bronze = { b1 = "One", b2 = "Two" }
    at.silver = { s1 = "One" }
    items.both = { text = "Both", levels = { bronze = 1, silver = 1 } }
    """
    rule = STAGED.replace(
        "threshold = 0.5", "thresholds = { bronze = { bronze = 0.3, silver = 0.5 } }"
    )
    found = score_of(rule + tree, said(no="b1 b2 s1 both")).blockers()
    assert names(found) == "both"


def test_staged_least() -> None:
    """`least` may need more items than the share does."""
    text = STAGED.replace("0.5", "0.5, least = 3") + at(bronze=4)
    assert names(score_of(text, said(yes="b1 b2", no="b3 b4")).blockers()) == "b3"
    assert names(score_of(text, said(no="b1 b2 b3 b4")).blockers()) == "b1 b2 b3"


def test_staged_least_on_ladder() -> None:
    """On the ladder, `least` counts the answers at the rung or above."""
    text = LADDER + '{ rule = "staged", threshold = 0, least = 2 }\n' + THREE
    assert names(score_of(text, said(bronze="x y", silver="z")).blockers()) == "x"


def test_staged_partial_credit() -> None:
    """With part credit, what gains most is raised first: no is worth more than partly."""
    text = STAGED.replace("0.5", '0.8, credit = "partial"') + at(bronze=4)
    answers = said(yes="b1 b2", partly="b3", no="b4")  # 2.5 of 4; 3.2 are needed
    assert names(score_of(text, answers).blockers()) == "b4"


def test_staged_already_credited() -> None:
    """What already passes is not raised though it is not at the top."""
    text = STAGED.replace("0.5", '0.7, pass = "partly"') + at(bronze=3)
    assert names(score_of(text, said(partly="b1 b2", no="b3")).blockers()) == "b3"


def test_staged_with_a_cap() -> None:
    """What a cap waits for is among the blockers."""
    text = STAGED + at(bronze=1, silver=2).replace(
        'title = "A"',
        'title = "A"\nscoring.caps = [{ item = "a.s2", until = "partly", level = "bronze" }]',
    )
    assert names(score_of(text, said(yes="b1 s1", no="s2")).blockers()) == "s2"
    done = score_of(text, said(yes="b1 s1", partly="s2")).blockers()
    assert (target(done), len(done)) == (None, 0)


def test_staged_with_a_cap_on_a_number() -> None:
    """A cap that waits for a band is lifted by the number."""
    tree = f"""
    {BANDED}{STAGED}
    [dimensions.a]
    title = "A"
    scoring.caps = [{{ item = "a.rate", until = "silver", level = "bronze" }}]
    at.bronze.b1 = "One"
    at.gold.rate = {{ text = "Rate", scale = "rate" }}
    """
    found = score_of(tree, {"a.b1": "yes", "a.rate": 40}).blockers()
    assert (target(found), names(found)) == ("silver", "rate")


def test_staged_blocked_by_not_applicable() -> None:
    """Where N/A blocks, an item that does not apply may be what is in the way."""
    text = STAGED.replace("[scoring]", '[scoring]\nnot_applicable = "block"')
    found = score_of(text + at(bronze=3), said(yes="b1 b2", na="b3")).blockers()
    assert (names(found), marks(found)) == ("b3", ["answer"])


def test_not_applicable_is_left_alone() -> None:
    """Where N/A is left out, an item that does not apply is never raised."""
    found = score_of(STAGED + at(bronze=3), said(no="b2 b3", na="b1")).blockers()
    assert names(found) == "b2"


def test_staged_over_children() -> None:
    """Staged over items that have no level of their own but answers on the ladder."""
    rule = '{ rule = "staged", over = "children", of = "level", threshold = 0.6 }\n'
    found = score_of(LADDER + rule + THREE, said(silver="x", bronze="y z")).blockers()
    assert (target(found), names(found)) == ("silver", "y")


def test_unanswered() -> None:
    """Open items start lowest, and are marked."""
    found = score_of(STAGED + at(bronze=2), {}).blockers()
    assert (target(found), names(found), marks(found)) == ("bronze", "b1", ["unanswered"])


def proven() -> str:
    """A staged dimension with one item that needs evidence above partly."""
    return (
        STAGED.replace("0.5", "1")
        + """
    [dimensions.a]
    title = "A"
    [dimensions.a.at.bronze]
    b1 = { text = "One", evidence = { above = "partly" } }
    b2 = "Two"
    """
    )


def test_evidence() -> None:
    """An answer that would do, but for its evidence, is marked so."""
    found = score_of(proven(), said(yes="b1 b2")).blockers()
    assert (names(found), marks(found)) == ("b1", ["evidence"])
    low = score_of(proven(), said(partly="b1", yes="b2")).blockers()
    assert marks(low) == ["answer"]


def test_expired_evidence() -> None:
    """Evidence that has expired is missing."""
    piece = mt.Evidence(title="Survey", expires=date(2026, 1, 1))
    answers = {"a.b1": mt.Answer(value="yes", evidence=(piece,)), "a.b2": "yes"}
    score = score_of(proven(), answers, as_of=date(2026, 1, 2))
    assert marks(score.blockers()) == ["evidence"]


def test_evidence_of_a_number() -> None:
    """A number at its best that is held down for want of evidence is marked so too."""
    tree = """
    [scoring]
    scale = "marks"
    [dimensions.a]
    title = "A"
    scoring = { rule = "mean", bands = { from = { gold = 80 } } }
    items.x = { text = "X", evidence = { above = 50 } }
    """
    best = score_of(tree, {"a.x": 100}).blockers()
    assert (target(best), names(best), marks(best)) == ("silver", "x", ["evidence"])
    assert marks(score_of(tree, {"a.x": 90}).blockers()) == ["answer"]


def test_mean() -> None:
    """For a mean, the largest gain of weight times value is raised first: z brings 3 x 0.5."""
    tree = """
    [dimensions.a]
    title = "A"
    items = { x = "X", y = "Y", z = { text = "Z", weight = 3 } }
    """
    rule = '{ rule = "mean", bands = { from = { silver = 0.5, gold = 0.7 } } }\n'
    text = '[scoring]\nscale = "met"\ndimension = ' + rule + tree
    found = score_of(text, said(no="x y", partly="z")).blockers()  # 1.5 of 5; 2.5 are needed
    assert (target(found), names(found)) == ("silver", "z")
    higher = score_of(text, said(yes="x", no="y", partly="z")).blockers()  # 2.5; 3.5 are needed
    assert (target(higher), names(higher)) == ("gold", "z")
    unweighted = text.replace('"mean"', '"mean", weighted = false')
    found = score_of(unweighted, said(no="x y", partly="z")).blockers()  # 0.5 of 3; 1.5 needed
    assert names(found) == "x"


def test_mean_of_ranks() -> None:
    """For a mean of levels, ranks are raised."""
    rule = '{ rule = "mean", of = "level", bands = { from = { silver = 2 } } }\n'
    found = score_of(LADDER + rule + THREE, said(silver="x", bronze="y z")).blockers()
    assert names(found) == "y"  # (2 + 3 + 1)/3 is 2


def test_mean_of_each_level() -> None:
    """With `each_level`, an item weighs what it weighs in its own level."""
    rule = '{ rule = "mean", each_level = "mean", bands = { from = { silver = 0.5 } } }\n'
    text = '[scoring]\nscale = "met"\ndimension = ' + rule + at(bronze=3, silver=1)
    assert names(score_of(text, said(no="b1 b2 b3 s1")).blockers()) == "s1"


def test_sum_with_a_ceiling() -> None:
    """With a ceiling, places are raised: 2 x 0.5 is more than 1 x 0.6."""
    text = """
    [scoring]
    scale = "marks"
    dimension = { rule = "sum", ceiling = 10, bands = { from = { silver = 9 } } }
    [dimensions.a]
    title = "A"
    items = { x = { text = "X", weight = 2 }, y = "Y" }
    """
    assert names(score_of(text, {"a.x": 50, "a.y": 40}).blockers()) == "x"


def test_share() -> None:
    """For a share, the heaviest that does not pass yet is raised first."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "share", bands = { from = { silver = 0.6 } } }
    [dimensions.a]
    title = "A"
    items = { w = { text = "W", weight = 4 }, x = "X", y = { text = "Y", weight = 3 }, z = "Z" }
    """
    assert names(score_of(text, said(yes="w", no="x y z")).blockers()) == "y"


def test_median() -> None:
    """For a median the lowest are raised first: two of three have to be at silver."""
    text = LADDER + '{ rule = "median" }\n' + THREE
    assert names(score_of(text, said(bronze="x z", silver="y")).blockers()) == "x"
    upper = LADDER + '{ rule = "median", side = "upper" }\n'
    tree = '[dimensions.a]\ntitle = "A"\nitems = { x = "X", y = "Y" }\n'
    assert names(score_of(upper + tree, said(bronze="x y")).blockers()) == "x"


def test_weakest_link() -> None:
    """For a weakest link every one below the next level has to be raised."""
    text = LADDER + '{ rule = "weakest-link" }\n' + THREE
    found = score_of(text, said(bronze="x z", silver="y")).blockers()
    assert (target(found), names(found)) == ("silver", "x z")


def test_high_water_mark() -> None:
    """For a high-water mark one item at the next level will do."""
    text = '[scoring]\nscale = "met"\ndimension = { rule = "high-water-mark" }\n'
    tree = at(bronze=1, silver=2)
    assert names(score_of(text + tree, said(yes="b1", no="s1 s2")).blockers()) == "s1"
    capped = tree.replace(
        'title = "A"',
        'title = "A"\nscoring.caps = [{ item = "a.b1", until = "yes", level = "bronze" }]',
    )
    assert names(score_of(text + capped, said(no="b1 s1", yes="s2")).blockers()) == "b1"


def test_equivalence() -> None:
    """For an equivalence, the unmet needs of the next level block it."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "equivalence", needs = { bronze = { "a.x" = "yes", "a.y" = "partly" } } }
    """
    found = score_of(text + THREE, said(no="x", partly="y")).blockers()
    assert (target(found), names(found)) == ("bronze", "x")


def test_top() -> None:
    """At the top there is no next level."""
    found = score_of(STAGED + at(bronze=1), said(yes="b1")).blockers()
    assert (target(found), len(found), found.reachable) == (None, 0, True)


def test_no_level() -> None:
    """Where a rule gives no level there is nothing to reach."""
    text = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n' + THREE
    card = card_of(text, said(no="x y z"))
    assert target(card["a"].blockers()) is None
    assert target(card.overall.blockers()) is None


def test_unreachable() -> None:
    """A level that no answer can reach has no blockers: its rung stays empty."""
    text = STAGED.replace("[scoring]", '[scoring]\nempty_level = "fail"') + at(bronze=1)
    found = score_of(text, said(yes="b1")).blockers()
    assert (target(found), len(found), found.reachable) == ("silver", 0, False)


def test_withheld() -> None:
    """Where the level is withheld, what is secured is the start."""
    text = STAGED.replace("[scoring]", "[scoring]\nminimum_coverage = 0.9")
    score = score_of(text + at(bronze=2, silver=2), said(yes="b1"))
    assert score.status == "withheld"
    assert target(score.blockers()) == "silver"


def test_undefined() -> None:
    """Where nothing applies there is nothing to reach."""
    assert target(score_of(STAGED + at(bronze=1), said(na="b1")).blockers()) is None


def test_units() -> None:
    """An item that units answer is raised for all of them, in one."""
    text = STAGED + at(bronze=1, silver=1)
    by = mt.Answer(by=FrozenMap({"one": "yes", "two": "no"}))
    found = score_of(
        text, {"a.b1": by, "a.s1": "no"}, units={"one": "One", "two": "Two"}
    ).blockers()
    assert (target(found), names(found)) == ("bronze", "b1")


MIXED = """
[scoring]
scale = "met"
dimension = { rule = "staged" }
overall = { rule = "weakest-link" }
"""


def test_mixed_tree() -> None:
    """Over nodes, a smallest set is looked for among all items: one here, and not two."""
    text = MIXED + at("a", bronze=1, silver=2) + at("b", bronze=1)
    answers = said("a", yes="b1 s1", no="s2") | said("b", no="b1")
    found = card_of(text, answers).overall.blockers()
    assert (target(found), names(found), found.exact) == ("bronze", "b1", True)


def test_mixed_tree_smallest() -> None:
    """The greedy set of a mixed tree gives way to a smaller one: a.b3 alone, in file order."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "mean" }
    dimension = { rule = "mean", bands = { from = { silver = 0.5 } } }
    [dimensions.a]
    title = "A"
    [dimensions.a.parts.p]
    title = "P"
    items = { u = "U", v = "V" }
    [dimensions.a.parts.q]
    title = "Q"
    items = { w = "W" }
    """
    answers = {"a.p.u": "no", "a.p.v": "no", "a.q.w": "no"}
    # p and q weigh the same: w alone makes 0.5, u and v together too.
    found = score_of(text, answers).blockers()
    assert [blocker.path for blocker in found.items] == ["a.q.w"]
    assert found.exact


def test_mixed_tree_either() -> None:
    """Where either of two will do, the first in the file is named."""
    text = MIXED.replace('"weakest-link"', '"median", side = "upper"')
    text += at("b", bronze=1) + at("a", bronze=1)
    found = card_of(text, said("a", no="b1") | said("b", no="b1")).overall.blockers()
    assert ([blocker.path for blocker in found], found.exact) == (["b.b1"], True)


def test_whole_search_where_the_short_cut_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the sums of the short cut fall short, by rounding say, all sets are looked at."""
    monkeypatch.setattr(module, "staged_constraints", lambda *_: [])
    text = STAGED + at(bronze=1, silver=4)
    found = score_of(text, said(yes="b1", no="s1 s2 s3 s4")).blockers()
    assert (names(found), found.exact) == ("s1 s2", True)


def test_large_mixed_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond twenty items that can improve, a set that suffices is given as an upper bound."""
    monkeypatch.setattr(module, "MOST_ENUMERATED", 2)
    text = MIXED.replace('"weakest-link"', '"median", side = "upper"')
    text += at("a", bronze=2) + at("b", bronze=1)
    found = card_of(text, said("a", no="b1 b2") | said("b", no="b1")).overall.blockers()
    # Later items are dropped first, so that the set is a.b1 and a.b2; b.b1 alone would do.
    assert ([b.path for b in found.items], found.exact) == (["a.b1", "a.b2"], False)


def test_large_mixed_tree_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every item of the set is indispensable, it is exact however large the tree."""
    monkeypatch.setattr(module, "MOST_ENUMERATED", 1)
    text = MIXED + at("a", bronze=1) + at("b", bronze=1)
    found = card_of(text, said("a", no="b1") | said("b", no="b1")).overall.blockers()
    assert ([b.path for b in found.items], found.exact) == (["a.b1", "b.b1"], True)


def test_claims() -> None:
    """In a profile that asks for branches, the branch is named."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "staged" }
    overall = { rule = "weakest-link" }
    [dimensions.a]
    title = "First"
    at.bronze.b1 = "B1"
    [dimensions.b]
    title = "Second"
    at.bronze.b1 = "B1"
    [profiles.short]
    ask = "dimensions"
    """
    card = mt.score(framework_of(text).assess({"a": "silver", "b": "bronze"}), "short")
    (found,) = card.overall.blockers().items
    assert (found.path, found.text, found.mark) == ("b", "Second", "answer")


def test_nothing_can_be_raised() -> None:
    """Items that do not apply and count as top can't be raised."""
    text = STAGED.replace("[scoring]", '[scoring]\nnot_applicable = "pass"\nempty_level = "fail"')
    found = score_of(text + at(bronze=1), {"a.b1": NO_REASON}).blockers()
    assert (target(found), found.reachable) == ("silver", False)
