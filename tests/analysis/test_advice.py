"""Advice as a whole: its codes, its order, overlays, the shipped frameworks."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

import maturity as mt
from maturity.analysis.advice_codes import ADVICE
from maturity.errors.codes import CODES

from .tools import framework

ROOT = Path(__file__).parents[2]
RULE = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'


def test_every_code_is_explained() -> None:
    """docs/advice.md has a section for each code, which begins with its sentence."""
    text = (ROOT / "docs" / "advice.md").read_text("utf-8")
    sections = re.findall(r"^### `([a-z-]+)`\n\n(.+)$", text, re.MULTILINE)
    assert {f"advice.{name}": sentence for name, sentence in sections} == ADVICE
    assert [name for name, _ in sections] == [code.partition(".")[2] for code in ADVICE]


def test_every_code_is_given() -> None:
    """Each code stands in a test of this folder with a framework that it is given for."""
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    assert [code for code in ADVICE if f"advice[{code.partition('.')[2]}]" not in tests] == []


def test_advice_is_no_fault() -> None:
    """No code of advice is the code of a fault."""
    assert not ADVICE.keys() & CODES.keys()
    assert all(code.startswith("advice.") for code in ADVICE)


def test_a_piece_of_advice() -> None:
    """It can be compared, is frozen, and reads as one safe line."""
    one = mt.Advice("advice.same-name", "d", "two\nlines", "a hint")
    assert one == mt.Advice("advice.same-name", "d", "two\nlines", "a hint")
    assert str(one) == "advice[same-name]: two lines; a hint"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.path = "e"  # type: ignore[misc]  # on purpose


def test_order() -> None:
    """Advice stands in the order of the framework, what is about the whole first."""
    plan = 'i1 = "Each team has a plan."\ni2 = "Each team has a plan."\n'
    talk = 'i1 = "A coach talks to newcomers."\ni2 = "A coach talks to newcomers."\n'
    text = f"{RULE}[dimensions.e.items]\n{plan}[dimensions.d.items]\n{talk}[scales.s]\nx = 0\n"
    paths = [one.path for one in mt.advise(framework(text))]
    assert paths == ["", "e.i2", "d.i2"]


def test_other_kinds_are_refused() -> None:
    """Advice is on a framework."""
    with pytest.raises(TypeError, match=r"advise\(\) takes a framework, found a text"):
        mt.advise("hwb-board")  # type: ignore[arg-type]  # on purpose


def test_an_overlay_answers_for_itself() -> None:
    """What the base gets is not told again; what the overlay brings is."""
    base = framework(
        f'{RULE}[dimensions.d.items]\na = "Each team has a plan."\nb = "Each team has a plan."\n'
    )
    head = 'extends = { id = "small", edition = "1" }\n'
    assert len(mt.advise(base)) == 1
    assert mt.advise(framework(head, base=base)) == ()
    more = '[dimensions.d.items]\nc = "Each team has a plan."\n'
    assert [one.path for one in mt.advise(framework(head + more, base=base))] == ["d.c"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("hwb-board", {"advice.two-ideas", "advice.hard-to-read"}),
        ("hwb-elements", set()),
        ("ohwb-service", {"advice.two-ideas", "advice.hard-to-read"}),
    ],
)
def test_the_shipped_frameworks(name: str, expected: set[str]) -> None:
    """Their scoring and their shape give no cause for advice; some of their words do."""
    assert {one.code for one in mt.advise(mt.load_framework(name))} == expected
