"""Arguments of the wrong kind are refused at the door, each with one plain sentence."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import pytest

import maturity as mt

if TYPE_CHECKING:
    from collections.abc import Callable

BOARD: Any = mt.load_framework("hwb-board")
OURS: Any = BOARD.assess({"vision.shared-vision": "met"}, organisation="Ours", period="2026")
CARD: Any = mt.score(OURS)
ANY: Any = mt
GIANT = 10**5000
LONG = "x" * 1_000_000
NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)
FILE = "; use load_framework() for a file"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: ANY.load_framework(5), "load_framework() takes an id or a path, found a number"),
        (lambda: ANY.parse_framework(None), f"parse_framework() takes a text, found nothing{FILE}"),
        (lambda: ANY.parse_framework(3), f"parse_framework() takes a text, found a number{FILE}"),
        (lambda: ANY.parse_framework(b"x"), f"parse_framework() takes a text, found bytes{FILE}"),
        (
            lambda: ANY.parse_framework(Path("x")),
            f"parse_framework() takes a text, found a path{FILE}",
        ),
        (
            lambda: ANY.parse_assessment(Path("x")),
            "parse_assessment() takes a text, found a path; use load_assessment() for a file",
        ),
        (lambda: ANY.load_assessment(None), "load_assessment() takes a path, found nothing"),
        (
            lambda: ANY.parse_assessment("", []),
            "parse_assessment() takes a framework, its id or its path, found a list",
        ),
        (
            lambda: ANY.load_assessment("a.toml", framework=3),
            "load_assessment() takes a framework, its id or its path, found a number",
        ),
        (lambda: ANY.example(GIANT), "example() takes the id of a framework, found a number"),
        (lambda: ANY.example(None), "example() takes the id of a framework, found nothing"),
        (
            lambda: BOARD.assess("x"),
            "assess() takes a mapping of paths to answers, found a text",
        ),
        (
            lambda: BOARD.assess(None),
            "assess() takes a mapping of paths to answers, found nothing",
        ),
        (
            lambda: BOARD.assess({}, as_of=None, stated_as_of=None),
            "assess() takes as_of or stated_as_of, found both",
        ),
        (lambda: ANY.score("x"), "score() takes an assessment, found a text"),
        (lambda: ANY.score(None), "score() takes an assessment, found nothing"),
        (lambda: ANY.score([]), "score() takes an assessment, found a list"),
        (lambda: ANY.score(BOARD), "score() takes an assessment, found a framework"),
        (lambda: ANY.score(CARD), "score() takes an assessment, found a scorecard"),
        (lambda: mt.score(OURS, profile=["x"]), "score() takes the id of a profile, found a list"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
        (
            lambda: mt.score(OURS, as_of=NOON),
            "score() takes a date as as_of, found a date with a time",
        ),
        (
            lambda: mt.score(OURS, as_of="2026-03-31"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
            "score() takes a date as as_of, found a text",
        ),
        (
            lambda: mt.score(OURS, as_of=True),  # type: ignore[arg-type]  # on purpose: what is given is wrong
            "score() takes a date as as_of, found true or false",
        ),
        (lambda: ANY.dump_framework("x"), "dump_framework() takes a framework, found a text"),
        (lambda: ANY.dump_assessment("x"), "dump_assessment() takes an assessment, found a text"),
        (lambda: mt.save_framework(BOARD, 5), "save_framework() takes a path, found a number"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
        (lambda: mt.save_assessment(OURS, 5), "save_assessment() takes a path, found a number"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
        (lambda: ANY.recompute(None, BOARD), "recompute() takes a record, found nothing"),
        (lambda: ANY.recompute([], BOARD), "recompute() takes a record, found a list"),
        (lambda: ANY.recompute("x", BOARD), "recompute() takes a record, found a text"),
        (
            lambda: mt.recompute(CARD.record(), "hwb-board"),  # type: ignore[arg-type]  # on purpose: what is given is wrong
            "recompute() takes a framework, found a text; use load_framework() to get one",
        ),
        (
            lambda: ANY.not_applicable(3),
            "not_applicable() takes the reason as a text, found a number",
        ),
        (
            lambda: ANY.not_applicable(None),
            "not_applicable() takes the reason as a text, found nothing",
        ),
        (lambda: BOARD[[]], "a framework takes a path, found a list"),
        (lambda: CARD[[]], "a scorecard takes a path, found a list"),
    ],
)
def test_wrong_kind(call: Callable[[], object], message: str) -> None:
    """What is expected, and what was found."""
    with pytest.raises(TypeError) as refused:
        call()
    assert str(refused.value) == message


@pytest.mark.parametrize("reason", ["", " \n"])
def test_no_reason(reason: str) -> None:
    """Not applicable without a reason is refused at the door."""
    with pytest.raises(ValueError, match="takes the reason as a text, found an empty one"):
        mt.not_applicable(reason)


@pytest.mark.parametrize(
    "call",
    [
        lambda: BOARD["a." * 20_000],
        lambda: CARD[LONG],
        lambda: mt.load_framework(LONG),
        lambda: mt.example(LONG),
        lambda: mt.score(OURS, profile=LONG),
        lambda: BOARD.assess({LONG: "met"}),
        lambda: BOARD.assess({"vision.shared-vision": mt.Answer(by={LONG: "met"})}),
        lambda: BOARD.assess({}, organisation=mt.Organisation(scheme=LONG)),
        lambda: BOARD.assess({}, organisation=mt.Organisation(properties={LONG: LONG})),
        lambda: BOARD.assess({}, **{LONG: 1}),
        lambda: mt.recompute({**CARD.record(), "answers": {LONG: 1}}, BOARD),
    ],
)
def test_long_name(call: Callable[[], object]) -> None:
    """What is not there is not repeated at any length."""
    with pytest.raises((mt.MaturityError, TypeError)) as refused:
        call()
    assert len(str(refused.value)) < 1_000


@pytest.mark.parametrize(
    "call",
    [
        lambda: BOARD.assess({GIANT: "met"}),
        lambda: BOARD.assess({"vision.shared-vision": mt.Answer(by={GIANT: "met"})}),
        lambda: BOARD.assess({}, units={GIANT: "One"}),
        lambda: BOARD.assess({}, targets={GIANT: "met"}),
        lambda: BOARD.assess({}, organisation=mt.Organisation(size=GIANT)),
        lambda: mt.recompute({"format": GIANT}, BOARD),
        lambda: mt.recompute({**CARD.record(), "period": GIANT}, BOARD),
    ],
)
def test_giant_number(call: Callable[[], object]) -> None:
    """A number of more digits than Python writes is refused like any other."""
    with pytest.raises(mt.MaturityError, match="a number of more than 15 digits"):
        call()


def test_day_is_taken() -> None:
    """A plain date is what is asked for."""
    assert mt.score(OURS, as_of=date(2026, 3, 1)).as_of == date(2026, 3, 1)


def test_in() -> None:
    """Paths can be looked for in a framework and in a card, and gone through."""
    assert "vision" in BOARD
    assert "vision.shared-vision" in BOARD
    assert "visions" not in BOARD
    assert [] not in BOARD
    assert next(iter(BOARD)) == "vision"
    assert set(BOARD) == set(BOARD.by_path)
    assert "vision" in CARD
    assert "" in CARD
    assert "vision.shared-vision" not in CARD
    assert CARD["vision"] in CARD
    assert [] not in CARD


def test_save(tmp_path: Path) -> None:
    """What is saved is what is dumped, and reads back as it was."""
    mt.save_framework(BOARD, tmp_path / "board.toml")
    mt.save_assessment(OURS, str(tmp_path / "ours.toml"))
    assert (tmp_path / "board.toml").read_text("utf-8") == mt.dump_framework(BOARD)
    assert mt.load_framework(tmp_path / "board.toml") == BOARD
    assert mt.load_assessment(tmp_path / "ours.toml", BOARD) == OURS
    with pytest.raises(FileNotFoundError):
        mt.save_framework(BOARD, tmp_path / "none" / "board.toml")


EVIL = "Vi\x1b[31m\x07s\u202eion\nX"
SHOWN = "Vi\ufffd[31m\ufffds\ufffdion X"


def test_nothing_controls_a_screen() -> None:
    """Names out of files reach no screen with what would control it."""
    text = f"""
schema = 1
id = "tool"
title = {EVIL!a}
edition = "1"
terms = {{ item = {EVIL!a} }}
[levels]
low = {EVIL!a}
[scoring]
scale = "levels"
dimension = {{ rule = "staged" }}
[dimensions.a]
title = {EVIL!a}
items.x = {EVIL!a}
items.y = "Y"
""".replace("'", '"').replace("\\x", "\\u00")
    tool = mt.parse_framework(text)
    assert tool.title == EVIL
    card = mt.score(tool.assess({"a.x": "low"}, organisation=EVIL))
    score = card["a"]
    pages = [
        repr(card),
        card._repr_html_(),
        repr(score),
        score._repr_html_(),
        str(score.why()),
    ]  # what a notebook calls
    fault = mt.Fault("key.unknown", mt.Where(EVIL, 1), EVIL, EVIL)
    pages += [str(fault), str(mt.UnknownName(EVIL)), str(mt.RecordRefused(EVIL)), *score.caveats]
    for page in pages:
        assert not {"\x1b", "\x07", "\u202e"} & set(page)
        assert SHOWN in page or page in score.caveats
    assert str(fault) == f"{SHOWN}:1: error[key.unknown]: {SHOWN}; {SHOWN}"
    assert repr(card).splitlines()[0] == f"{SHOWN}, 1: {SHOWN}"
    assert "\n" not in str(mt.FaultsFound([fault]))


def test_other_names() -> None:
    """A card carries its own framework's names, though another has the same content."""
    for name in ("id", "title", "edition", "description"):
        renamed = attrs.evolve(BOARD, **{name: "other"})
        for profile in (None, *list(BOARD.profiles)[:1]):
            mt.score(OURS, profile)
            card = mt.score(renamed.assess({}), profile)
            assert getattr(card.asked, name) == "other"
            assert getattr(card.plan.framework, name) == "other"
