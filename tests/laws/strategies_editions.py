"""Two editions of a random framework with the bridge between them, and answers to the earlier."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from attrs import field, frozen
from hypothesis import strategies as st

import maturity as mt
from maturity.model.assessment import Assessment
from maturity.model.framework import Framework

from .pen import Pen

if TYPE_CHECKING:
    from .strategies import Draw

HOMES = ("a", "a.p", "b")
UNITS = {"u1": "Ward 1", "u2": "Ward 2"}
AWAY = mt.not_applicable("Not here")
OPTIONS = ("no", "partly", "yes")
SCALES = ("no = 0\npartly = 0.5\nyes = 1", "no = 0\npartly = 0.7\nyes = 1", "no = 0\nyes = 1")


@frozen
class Editions:
    """An assessment of one edition, the next one, and where each item of the first went."""

    assessment: Assessment
    later: Framework
    same_scale: bool
    went: dict[str, tuple[str, ...]]
    same: frozenset[str]


@frozen
class Bridged:
    """The items of two editions, and the tables of the bridge, while they are made up."""

    pen: Pen
    before: list[str] = field(factory=list)
    now: list[str] = field(factory=list)
    went: dict[str, tuple[str, ...]] = field(factory=dict)
    same: dict[str, str] = field(factory=dict)
    split: dict[str, list[str]] = field(factory=dict)
    merged: dict[str, list[str]] = field(factory=dict)
    dropped: dict[str, str] = field(factory=dict)
    new: dict[str, str] = field(factory=dict)

    def add(self, name: str) -> None:
        """One item of the earlier edition, or two that are merged, with what became of it."""
        pen = self.pen
        path = f"{pen.one(HOMES)}.{name}"
        self.before.append(path)
        fate = pen.one(("kept", "kept", "renamed", "split", "merged", "dropped", "reused"))
        later = [f"{pen.one(HOMES)}.{name}{end}" for end in ("-one", "-two")]
        nows = {"kept": [path], "renamed": later[:1], "split": later, "merged": later[:1]}
        if fate == "renamed":
            self.same[later[0]] = path
        elif fate == "split":
            self.split[path] = later
        elif fate == "merged":
            other = f"{pen.one(HOMES)}.{name}-more"
            self.before.append(other)
            self.merged[later[0]] = [path, other]
            self.went[other] = (later[0],)
        elif fate != "kept":
            self.dropped[path] = "Not asked any more"
        if fate == "reused":
            self.new[path] = "Its name is used again"
        self.went[path] = tuple(nows.get(fate, ()))
        self.now.extend([path] if fate == "reused" else self.went[path])

    def bridge(self) -> str:
        """The bridge as a file has it."""
        tables = ("same", "split", "merged", "dropped", "new")
        lines = []
        for table in tables:
            told = getattr(self, table)
            lines += [f"[bridge.{table}]\n"] if told else []
            lines += [f'"{path}" = {json.dumps(what)}\n' for path, what in told.items()]
        return '[bridge]\nfrom = "1"\n' + "".join(lines)


def edition(number: int, items: list[str], scale: str, *, asks: bool) -> str:
    """An edition as a file has it."""
    lines = [f'schema = 1\nid = "tool"\ntitle = "Tool"\nedition = "{number}"\n[scales.s]\n{scale}']
    lines += ['[scoring]\nscale = "s"\ndimension = { rule = "mean", range = [0, 1] }']
    lines += ['[profiles.quick]\nask = "dimensions"\nscale = "s"'] if asks else []
    for home in HOMES:
        lines.append(f"[dimensions.{home.replace('.', '.parts.')}.items]")
        lines += [f'{p.rpartition(".")[2]} = "{p}?"' for p in items if p.rpartition(".")[0] == home]
    return "\n".join([*lines, ""])


def answer(pen: Pen, path: str, values: tuple[Any, ...]) -> mt.Answer:
    """Something said at a path, with words of its own in each detail."""
    value = pen.one(values)
    return mt.Answer(
        **({"by": value} if isinstance(value, dict) else {"value": value}),
        note=pen.one(("", f"Note on {path}")),
        reason=pen.one(("", f"Reason for {path}")),
        confidence=pen.one((None, 4)),
        basis=pen.one((None, "data")),
        evidence=[mt.Evidence(title=f"Proof of {path}")] if pen.maybe(1, 3) else [],
        guess=f"Guess at {path}" if value is not None and pen.maybe(1, 5) else "",
    )


def claims(pen: Pen) -> dict[str, mt.Answer]:
    """What is said of whole branches; nothing is claimed below one that does not apply."""
    made: dict[str, mt.Answer] = {}
    for path in HOMES:
        away = path == "a.p" and "a" in made and made["a"].value == AWAY
        asked = OPTIONS if path != "a.p" else ()
        if pen.maybe(1, 3):
            found = answer(pen, path, (AWAY,) if away else (AWAY, None, *asked))
            if found != mt.Answer():
                made[path] = found
    return made


def answers(pen: Pen, items: list[str], away: list[str]) -> dict[str, mt.Answer]:
    """What is said of items; below what does not apply there are only notes, and the same."""
    full = (*OPTIONS, AWAY, None, {"u1": "yes", "u2": "no"}, {"u1": "partly", "u2": AWAY})
    made = {}
    for path in items:
        below = any(path.startswith(f"{branch}.") for branch in away)
        if pen.maybe(2, 3):
            made[path] = answer(pen, path, (None, AWAY) if below else full)
    return made


@st.composite
def editions(draw: Draw) -> Editions:
    """Two editions and answers to the earlier."""
    pen = Pen(draw)
    made = Bridged(pen)
    for number in range(pen.number(1, 6)):
        made.add(f"x{number}")
    for name in pen.some(("note", "guess", "fresh"), most=2):
        path = f"{pen.one(HOMES)}.{name}"
        made.new[path] = "Added"
        made.now.append(path)
    scale = pen.one((SCALES[0], *SCALES))
    first = mt.parse_framework(edition(1, made.before, SCALES[0], asks=True))
    asks = not pen.maybe(1, 6)
    later = mt.parse_framework(edition(2, made.now, scale, asks=asks) + made.bridge())
    claimed = claims(pen)
    away = [path for path, claim in claimed.items() if claim.value == AWAY]
    actions = [
        mt.Action(title="Act", paths=tuple(pen.some([*HOMES, *made.before], most=3)))
        for _ in range(pen.number(0, 2))
    ]
    targets = {path: pen.one(OPTIONS) for path in pen.some(["a", "b", *made.before], most=3)}
    assessment = first.assess(
        {**claimed, **answers(pen, made.before, away)},
        units=UNITS,
        targets=targets,
        actions=actions,
    )
    same = frozenset(p for p, nows in made.went.items() if nows == (p,))
    return Editions(assessment, later, scale == SCALES[0], made.went, same)
