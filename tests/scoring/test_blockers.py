"""The fewest items between here and the next level, by name, each counted by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import maturity as mt

from .tools import BANDED, STAGED, THREE, at, names, said, score_of, target

if TYPE_CHECKING:
    from maturity.scoring.blockers import Blockers

LADDER = '[scoring]\nscale = "levels"\ndimension = '


def marks(blockers: Blockers) -> list[str]:
    """What is in the way of each."""
    return [blocker.mark for blocker in blockers.items]


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
    more = text + 's3 = "Three"\ns4 = "Four"\n'  # what the cap waits for is one of two
    assert names(score_of(more, said(yes="b1", no="s1 s2 s3 s4")).blockers()) == "s1 s2"
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
    """For a mean, gains of weight times value add up: z brings 3 x 0.5."""
    tree = """
    [dimensions.a]
    title = "A"
    items = { x = "X", y = "Y", z = { text = "Z", weight = 3 } }
    """
    rule = '{ rule = "mean", bands = { from = { silver = 0.6, gold = 0.7 } } }\n'
    text = '[scoring]\nscale = "met"\ndimension = ' + rule + tree
    found = score_of(text, said(no="x y", partly="z")).blockers()  # 1.5 of 5; 3 are needed
    assert (target(found), names(found)) == ("silver", "z")
    closer = score_of(text, said(yes="x", no="y", partly="z")).blockers()  # 2.5 of 5
    assert (target(closer), names(closer)) == ("silver", "y")  # 1 will do, and y comes before z
    unweighted = text.replace('"mean"', '"mean", weighted = false').replace("0.6", "0.5")
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
    """For a share, the weights of what does not pass yet add up."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "share", bands = { from = { silver = 0.6 } } }
    [dimensions.a]
    title = "A"
    items = { w = { text = "W", weight = 4 }, x = "X", y = { text = "Y", weight = 3 }, z = "Z" }
    """
    assert names(score_of(text, said(yes="w", no="x y z")).blockers()) == "y"


def test_mean_first_in_the_file() -> None:
    """Of the pairs that will do, the first in the file is named, not the one that brings most."""
    text = """
    [scoring]
    scale = "met"
    dimension = { rule = "mean", bands = { from = { silver = 0.5 } } }
    [dimensions.a]
    title = "A"
    [dimensions.a.items]
    v = "V"
    w = { text = "W", weight = 2 }
    x = { text = "X", weight = 2 }
    y = { text = "Y", weight = 3 }
    z = { text = "Z", weight = 2 }
    """
    # 5 of 10 are needed: y with w, x or z; v and y make 4.
    assert names(score_of(text, said(no="v w x y z")).blockers()) == "w y"


def test_shipped_medians() -> None:
    """Any area that is below the middle will do, so that the first ones are named."""
    card = mt.score(mt.example("ohwb-service"))
    assert names(card["services"].blockers()) == "inclusive pathways development-framework"
    assert names(card["people"].blockers()) == "workforce-planning careers education"


def test_median() -> None:
    """For a median, enough have to stand at the level: two of three at silver."""
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


def many(rule: str, held: str) -> str:
    """A dimension of many items with a must-have in another, and a cap until it is there."""
    items = "\n".join(f'i{n} = {{ text = "I{n}", weight = 2 }}' for n in range(405))
    return f"""
    [scoring]
    scale = "levels"
    [dimensions.a]
    title = "A"
    [dimensions.a.scoring]
    {rule}
    caps = [{{ item = "e.c", until = "gold", level = "{held}" }}]
    [dimensions.a.items]
    {items}
    [dimensions.e]
    title = "E"
    items.c = "C"
    """


def test_hundreds_of_items_and_a_cap() -> None:
    """Of hundreds of items only those that are needed are named, the must-have among them."""
    share = 'rule = "share"\nbands = { from = { bronze = 0.01 } }'
    found = score_of(many(share, "below"), {f"a.i{n}": "bronze" for n in range(405)}).blockers()
    assert [item.path for item in found] == ["a.i0", "a.i1", "a.i2", "a.i3", "a.i4", "e.c"]
    assert found.exact
    weakest = {f"a.i{n}": "silver" for n in range(405)} | {"a.i3": "bronze"}
    found = score_of(many('rule = "weakest-link"', "bronze"), weakest).blockers()
    assert [item.path for item in found] == ["a.i3", "e.c"]
    assert found.exact


def test_hundreds_of_items_under_a_high_water_mark() -> None:
    """One of hundreds is enough for a high-water mark, beside the must-have."""
    rule = 'rule = "high-water-mark"'
    found = score_of(many(rule, "bronze"), {f"a.i{n}": "bronze" for n in range(405)}).blockers()
    assert [item.path for item in found] == ["a.i0", "e.c"]
    assert found.exact


def test_more_caps_than_the_threshold_asks_for() -> None:
    """Every must-have is named, however many there are."""
    caps = ", ".join(f'{{ item = "a.b{n}", until = "yes", level = "below" }}' for n in range(1, 61))
    text = STAGED.replace("0.5", f"0.5, caps = [{caps}]") + at(bronze=60)
    found = score_of(text, {f"a.b{n}": "partly" for n in range(1, 61)}).blockers()
    assert (len(found), found.exact) == (60, True)


def test_a_weakest_link_over_parts_with_a_cap() -> None:
    """A must-have of a weakest link over parts is named beside what each part needs."""
    text = """
    [scoring]
    scale = "met"
    part = { rule = "staged" }
    [dimensions.a]
    title = "A"
    scoring = { rule = "weakest-link", caps = [{ item = "e.c", until = "yes", level = "below" }] }
    parts.p.at.bronze.x = "X"
    parts.q.at.bronze.y = "Y"
    [dimensions.e]
    title = "E"
    scoring = { rule = "mean" }
    items.c = "C"
    """
    found = score_of(text, {"a.p.x": "no", "a.q.y": "no", "e.c": "no"}).blockers()
    assert [item.path for item in found] == ["a.p.x", "a.q.y", "e.c"]
