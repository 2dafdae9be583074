"""The page that explains one result."""

from __future__ import annotations

import maturity as mt
from maturity.present.layout import render
from maturity.present.why_text import why_view

from .tools import AWAY, LADDER, PARTS, STAGED, card_of, framework_of, why

STAGES = 'dimension = { rule = "staged" }'


def section(page: str, title: str) -> list[str]:
    """The lines of a section; none where there is no such section."""
    _, _, rest = page.partition(f"\n\n{title}\n")
    return [line.removeprefix("  ") for line in rest.partition("\n\n")[0].split("\n") if line]


def test_sections() -> None:
    """What is certain and complete: no more than there is to say."""
    card = card_of(
        framework_of(STAGES), dict.fromkeys(("one", "two", "three", "four", "five"), "yes")
    )
    page = why(card)
    assert page.startswith(
        "First: Top\nKit, 1: an organisation without a name\n"
        "======================================\nSelf-reported: "
    )
    assert section(page, "How sure") == ["5 of 5 answered."]
    assert section(page, "What comes next") == ["This is the highest level."]
    assert section(page, "The same answers under other rules") == [
        "Mean          1, on a range from 0 to 1",
        "Staged        Top (the rule here)",
        "Weakest link  1, on a range from 0 to 1",
    ]
    assert section(page, "Worth knowing") == []


def test_how_sure() -> None:
    """Bounds, what is answered alone, and N/A."""
    framework = framework_of(STAGES)
    open_ = card_of(framework, {"one": "yes", "three": "yes", "four": "yes"})
    assert section(why(open_), "How sure") == [
        "3 of 5 answered.",
        "Whatever the missing answers turn out to be: Below Low to Top.",
        "Read from what is answered alone: Mid.",
    ]
    settled = card_of(framework, {"one": "no", "two": AWAY})
    assert section(why(settled), "How sure") == [
        "1 of 4 answered, 1 not applicable.",
        "No missing answer can change it.",
        "What is marked not applicable makes no difference to the level.",
    ]
    lifted = card_of(framework, {"one": "yes", "two": AWAY, "three": "no", "four": "no"})
    assert section(why(lifted), "How sure") == [
        "3 of 4 answered, 1 not applicable.",
        "No missing answer can change it.",
    ]
    assert section(why(lifted), "Worth knowing") == [
        (
            "- 1 point is marked not applicable; counted as the lowest answer instead, "
            "the level would be Below Low."
        )
    ]


def test_bounds_of_values() -> None:
    """Values have bounds too."""
    card = card_of(framework_of('dimension = { rule = "mean" }', LADDER), {"one": "yes"})
    assert section(why(card), "How sure")[1] == (
        "Whatever the missing answers turn out to be: 0.33 to 1."
    )


def test_claims() -> None:
    """A claim is shown beside what the answers give."""
    board = mt.load_framework("hwb-board")
    card = mt.score(board.assess({"vision": "mature", "vision.shared-vision": "met"}))
    page = why(card, "vision")
    assert "If every claim here were right: Mature." in section(page, "How sure")
    assert section(page, "Worth knowing") == [
        "- Claimed: Mature. The answers give: no level is certain yet (could be up to Exemplar)."
    ]


def test_silent_results() -> None:
    """Where nothing is stated, the page says why."""
    withheld = card_of(
        framework_of('minimum_coverage = 0.9\ndimension = { rule = "mean" }', LADDER),
        {"one": "yes"},
    )
    assert section(why(withheld), "Why") == ["90% has to be answered before a level is stated."]
    assert section(why(withheld), "The same answers under other rules") == [
        "Mean          withheld (the rule here)",
        "Staged        none: no item here has a level",
        "Weakest link  withheld",
    ]
    fresh = card_of(framework_of(STAGES), {})
    assert section(why(fresh), "Why") == ["Nothing is answered here yet."]
    assert section(why(fresh), "The same answers under other rules") == [
        "Mean          not started",
        "Staged        not started (the rule here)",
        "Weakest link  not started",
    ]
    away = card_of(
        framework_of(STAGES), dict.fromkeys(("one", "two", "three", "four", "five"), AWAY)
    )
    assert section(why(away), "Why") == ["Nothing here applies, so nothing counts."]
    assert section(why(away), "The same answers under other rules") == []
    scoring = 'missing = "block"\nnot_applicable = "block"\ndimension = { rule = "mean" }'
    missing = card_of(framework_of(scoring, LADDER), {"one": "yes"})
    assert section(why(missing), "Why") == [
        "The conventions here let a missing answer block the result."
    ]
    blocked = card_of(framework_of(scoring, LADDER), {"one": "yes", "two": AWAY, "three": "no"})
    assert section(why(blocked), "Why") == [
        "The conventions here let an answer that is not applicable block the result."
    ]
    assert section(why(blocked), "The same answers under other rules") == [
        "Mean          none: nothing here applies or counts (the rule here)",
        "Staged        none: no item here has a level",
        "Weakest link  none: nothing here applies or counts",
    ]


def test_open_under_other_rules() -> None:
    """What is secured is "at least", and no level is shown as reached before one is."""
    card = card_of(framework_of(STAGES), {"one": "yes", "three": "yes", "four": "yes"})
    assert section(why(card), "The same answers under other rules") == [
        "Mean          at least 0.6, on a range from 0 to 1",
        "Staged        no level is certain yet (the rule here)",
        "Weakest link  at least 0, on a range from 0 to 1",
    ]
    settled = card_of(framework_of(STAGES), {"one": "no", "three": "yes"})
    assert section(why(settled), "The same answers under other rules")[1:] == [
        "Staged        Below Low (the rule here)",
        "Weakest link  0, on a range from 0 to 1",
    ]
    lowest = card_of(framework_of(f'missing = "lowest"\n{STAGES}'), {"one": "yes", "two": "yes"})
    assert section(why(lowest), "The same answers under other rules")[1] == (
        "Staged        Low (the rule here)"
    )


def test_own_range() -> None:
    """A node's own rule is shown on its own range."""
    card = card_of(
        framework_of('dimension = { rule = "mean", range = [1, 5] }', LADDER),
        dict.fromkeys(("one", "two", "three"), "partly"),
    )
    assert section(why(card), "The same answers under other rules")[0] == (
        "Mean          3, on a range from 1 to 5 (the rule here)"
    )


def test_parts_and_the_whole() -> None:
    """What a result is made of is listed; without a total, no other rule makes one."""
    card = card_of(
        framework_of('scale = "levels"\ndimension = { rule = "median" }', PARTS),
        {"x.one": "mid", "y.two": "low"},
    )
    assert section(why(card), "What it is made of") == ["Left   Mid", "Right  Low"]
    whole = render(why_view(card, card.overall), 1000)
    assert section(whole, "What it is made of") == ["First  Low"]
    assert section(whole, "The same answers under other rules") == []
    assert section(whole, "How sure") == []


def test_texts_are_whole() -> None:
    """Here nothing is cut."""
    text = "A very long point. " * 30
    body = STAGED.replace('five = "Five."', f'five = "{text.strip()}"')
    card = card_of(
        framework_of(STAGES, body), dict.fromkeys(("one", "two", "three", "four"), "yes")
    )
    flat = " ".join(why(card).split())
    assert f"- [unanswered] {text.strip()} (a.five)" in flat


def test_effort_beside_what_comes_next() -> None:
    """What is in the way says how much effort it takes, where that is stated."""
    body = STAGED.replace('one = "One."', 'one = { text = "One.", effort = 3 }')
    page = why(card_of(framework_of(STAGES, body), {}))
    assert section(page, "What comes next")[1:3] == [
        "- [unanswered] One. (a.one; effort 3 of 5)",
        "- [unanswered] Two. (a.two)",
    ]
