"""Whatever an assessment says, its file says the same."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

import maturity as mt
from maturity.model.frozen import FrozenMap
from maturity.model.periods import Period

FRAMEWORK = mt.parse_framework("""
schema = 1
id = "tool"
title = "A tool"
edition = "1"

[levels]
one = "One"
two = "Two"

[scales.met]
no = 0
yes = 1

[scales.rate]
number = { min = -5, max = 100 }

[scales.points]
number = { min = 0, max = 3, step = 0.5, better = "lower" }

[scoring]
scale = "met"

[properties.model]
options = { in-house = "In-house", bought-in = "Bought in" }

[profiles.quick]
ask = "parts"

[dimensions.vision.items]
shared = "Shared."
note = "An item that is called like a key."
rate = { text = "A rate.", scale = "rate" }

[dimensions.vision.parts.deep.items]
points = { text = "Points.", scale = "points" }
level = { text = "On the ladder.", scale = "levels" }

[dimensions.people.at.one]
trained = "Trained."
""")
ASKED = {"vision.deep": ("one", "two"), "people": ("one", "two")}

texts = st.text(max_size=12)
reasons = st.text(min_size=1, max_size=12).filter(str.strip)
dates = st.dates(date(1990, 1, 1), date(2090, 1, 1))
rates = st.one_of(st.integers(-5, 100), st.floats(-5, 100))
points = st.sampled_from([0, 0.5, 1, 1.5, 3.0])
scales: dict[str, st.SearchStrategy[Any]] = {
    "met": st.sampled_from(["no", "yes"]),
    "levels": st.sampled_from(["one", "two"]),
    "rate": rates,
    "points": points,
}
bases = st.sampled_from([None, "opinion", "data"])
units = st.dictionaries(st.from_regex(r"[a-z0-9][a-z0-9-]{0,4}", fullmatch=True), texts, max_size=3)


@st.composite
def pieces(draw: st.DrawFn) -> mt.Evidence:
    """A piece of evidence."""
    collected = draw(st.none() | dates)
    expires = draw(st.none() | dates.filter(lambda day: collected is None or day >= collected))
    return mt.Evidence(
        kind=draw(st.none() | texts),
        title=draw(st.none() | texts),
        reference=draw(st.none() | texts),
        collected=collected,
        expires=expires,
        groups=tuple(draw(st.lists(texts, max_size=2))),
        basis=draw(bases),
    )


@st.composite
def answers(draw: st.DrawFn, values: st.SearchStrategy[Any], of: tuple[str, ...]) -> mt.Answer:
    """An answer whose plain values are `values`; `of` are the units that may answer."""
    value = st.none() | values | st.builds(mt.not_applicable, reasons)
    by: dict[str, Any] = {}
    if draw(st.booleans()) and of:
        said = values | st.builds(mt.not_applicable, reasons)
        by = draw(st.dictionaries(st.sampled_from(of), said, max_size=3))
    return mt.Answer(
        value=None if by else draw(value),
        by=FrozenMap(by),
        note=draw(texts),
        reason=draw(texts),
        confidence=draw(st.none() | st.integers(1, 5)),
        basis=draw(bases),
        evidence=tuple(draw(st.lists(pieces(), max_size=2))),
    )


@st.composite
def assessments(draw: st.DrawFn) -> mt.Assessment:
    """Any assessment of FRAMEWORK."""
    named: dict[str, str] = draw(units)
    said_of = {
        item.id: draw(answers(scales[item.scale], tuple(named)))
        for item in FRAMEWORK.items
        if draw(st.booleans())
    }
    claims = {}
    for path, options in ASKED.items():
        said = any(answered.startswith(path) for answered in said_of)
        claim = draw(answers(st.sampled_from(options), ()))
        away = isinstance(claim.value, mt.NotApplicable)
        if claim != mt.Answer() and not (said and away) and draw(st.booleans()):
            claims[path] = claim
    targets = {item.id: draw(scales[item.scale]) for item in FRAMEWORK.items if draw(st.booleans())}
    paths = list(FRAMEWORK.by_path)
    action = st.builds(
        mt.Action,
        title=texts,
        owner=texts,
        due=st.none() | dates,
        paths=st.lists(st.sampled_from(paths), max_size=2).map(tuple),
        note=texts,
        done=st.booleans(),
    )
    return mt.Assessment(
        framework=FRAMEWORK,
        organisation=mt.Organisation(
            name=draw(texts),
            scheme=draw(st.sampled_from([None, "ods", "gss", "local"])),
            code=draw(st.none() | texts),
            sector=draw(st.none() | texts),
            size=draw(st.none() | st.integers(0, 10**6)),
            properties=FrozenMap(draw(st.sampled_from([{}, {"model": "in-house"}]))),
        ),
        period=Period.read(draw(st.sampled_from(["2026", "2026-03", "2025/26 Q4", "2026-03-31"]))),
        stated_as_of=draw(st.none() | dates),
        rater=draw(texts),
        rater_group=draw(texts),
        lead=draw(texts),
        made_up=draw(st.booleans()),
        digest=draw(st.none() | texts),
        units=FrozenMap(named),
        targets=FrozenMap(targets),
        answers=FrozenMap(said_of),
        claims=FrozenMap(claims),
        actions=tuple(draw(st.lists(action, max_size=2))),
    )


@settings(max_examples=60)
@given(assessments())
def test_reading_what_was_written_gives_an_equal_assessment(assessment: mt.Assessment) -> None:
    """Reading what was written gives an equal assessment."""
    text = mt.dump_assessment(assessment)
    read = mt.parse_assessment(text, FRAMEWORK)
    assert read == assessment
    assert mt.dump_assessment(read) == text
