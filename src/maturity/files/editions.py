"""An assessment of an earlier edition, carried over to a later one: the way there, step by step."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from maturity.errors import Fault, FaultsFound, Problem, Where
from maturity.errors.arguments import expect
from maturity.model.assessment import Assessment
from maturity.model.bridge import Bridge, unaccounted
from maturity.model.carry import CarriedOver, carry_on
from maturity.model.framework import Framework

from .faults import to_faults
from .locate import read_edition, read_named
from .toml_text import Toml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .overlay_reader import Read


def carry_over(assessment: Assessment, framework: Framework | str | Path) -> CarriedOver:
    """An assessment of an earlier edition as one of `framework`, by its `[bridge]`.

    An answer to an item that is the same is kept whole. The parts of a split item, and an item
    that was merged from several, get a guess that says so: the old answer, or the lowest of the
    old ones. Where even that can't be, there is a draft with a note. Nothing is guessed in silence.

    `framework`: the later edition, or its id or path, so that faults of its bridge are told with
    their lines. Where its bridge is from an edition in between, this one is looked for beside that
    file, in the folders of MATURITY_PATH, in plug-ins, and among those shipped; and so on back.
    FaultsFound where no bridges lead here from the edition that was answered, where an edition in
    between is not found, or where a bridge leaves out an item of either of its editions.

    >>> import maturity as mt
    >>> head = '''schema = 1
    ... id = "tool"
    ... title = "Tool"
    ... scales.s = { no = 0, yes = 1 }
    ... scoring.scale = "s"
    ... '''
    >>> old = mt.parse_framework(
    ...     head
    ...     + '''edition = "1"
    ... dimensions.d.items = { plan = "There is a plan, and it is used." }
    ... '''
    ... )
    >>> new = mt.parse_framework(
    ...     head
    ...     + '''edition = "2"
    ... dimensions.d.items = { planned = "There is a plan.", used = "The plan is used." }
    ... bridge = { from = "1", split = { "d.plan" = ["d.planned", "d.used"] } }
    ... '''
    ... )
    >>> carried = mt.carry_over(old.assess({"d.plan": "yes"}), new)
    >>> carried.assessment.answers["d.used"].guess
    "edition 1 asked 'There is a plan, and it is used.' in one; the answer was 'yes'"
    """
    expect(assessment, Assessment, "carry_over() takes an assessment")
    later = "carry_over() takes the framework of the later edition, its id or its path"
    expect(framework, Framework | str | Path, later)
    last = _Edition(framework) if isinstance(framework, Framework) else _read(read_named(framework))
    way = _way(assessment.framework, last)
    carried = CarriedOver(assessment=assessment)
    for edition in way:
        carried = carry_on(carried, edition.framework, edition.bridge)
    return attrs.evolve(carried, through=tuple(one.framework.edition for one in way[:-1]))


@frozen
class _Edition:
    """An edition on the way; `toml`: its file, None where it was given as a record."""

    framework: Framework
    toml: Toml | None = None

    @property
    def beside(self) -> Path | None:
        """Its file, where it has one that is not in an archive."""
        path = Path(self.toml.name) if self.toml else None
        return path if path and path.is_file() else None

    @property
    def bridge(self) -> Bridge:
        """Its bridge, or an empty one from nowhere."""
        return self.framework.bridge or Bridge(framework="", edition="")

    @property
    def name(self) -> str:
        """What messages call it."""
        return _named(self.framework.id, self.framework.edition)

    def faults(self, problems: Iterable[Problem]) -> tuple[Fault, ...]:
        """The problems of its bridge, with their lines, or else with the keys alone."""
        if self.toml:
            return to_faults(problems, self.toml.text, self.toml.name)
        return tuple(
            Fault(p.code, Where(".".join(map(str, p.place))), p.what, p.hint) for p in problems
        )


def _read(read: Read) -> _Edition:
    return _Edition(read.framework, read.toml)


def _named(framework_id: str, edition: str) -> str:
    return f"'{framework_id}' {edition}"


def _way(old: Framework, last: _Edition) -> list[_Edition]:
    """The editions from the one after `old` to the last; FaultsFound where there is no sound way.

    Each bridge names the edition before, so the way is looked for backwards.
    """
    way = [last]
    while (found := _before(old, way, last.beside)) is not None:
        if isinstance(found, Problem):
            raise FaultsFound(way[0].faults([found]))
        way.insert(0, found)
    faults: list[Fault] = []
    for before, edition in pairwise([_Edition(old), *way]):
        faults += edition.faults(unaccounted(edition.bridge, before.framework, edition.framework))
    if faults:
        raise FaultsFound(faults)
    return way


def _before(old: Framework, way: list[_Edition], beside: Path | None) -> _Edition | Problem | None:
    """The edition before the first one on the way, or why there is none; None: it is `old`."""
    first = way[0]
    bridge = first.framework.bridge
    answered = _named(old.id, old.edition)
    what = f"{first.name} has no bridge from {answered}"
    if first.name == answered:
        what = f"this answers {answered} already"
        return Problem("bridge.none", ("bridge",), what, "there is nothing to carry over")
    if bridge is None:
        edition = f'"{old.edition}"'
        if old.id != first.framework.id:
            edition = f'{{ id = "{old.id}", edition = {edition} }}'
        hint = f"write [bridge] and from = {edition} in its file"
        return Problem("bridge.none", ("bridge",), what, hint)
    if bridge.origin == (old.id, old.edition):
        return None
    names = [edition.name for edition in way]
    name = _named(*bridge.origin)
    place = ("bridge", "from")
    if name in names:
        ring = " from ".join([*reversed(names[: names.index(name) + 1]), name])
        what = f"the bridges go round in a circle and never come to {answered}: {ring}"
        return Problem("bridge.loop", place, what, "mend what one of them is from")
    read = read_edition(*bridge.origin, beside)
    if read is None:
        what = f"{what}: it has one from {name}, which is not found"
        hint = "put the file of that edition beside this one, or in a folder of MATURITY_PATH"
        return Problem("bridge.step", place, what, hint)
    return _read(read)
