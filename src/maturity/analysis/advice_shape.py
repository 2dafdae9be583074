"""Advice on the shape of a framework: sizes, names, and what is written down but not used."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING

from maturity.model.fits import on_step
from maturity.model.narrow import asked_branches, narrowed
from maturity.model.places import Place, item_place, node_place
from maturity.model.scales import LADDER, AnyScale, Bands, NumericScale
from maturity.scoring.words import counted, item_word, items_word, listed, number_text

from .advice_codes import Advice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from maturity.model.evidence import EvidenceExpectation
    from maturity.model.framework import Framework
    from maturity.model.rules import Rule
    from maturity.model.tree import Item, Profile

TIMES = 10
FEW = 10
MOST_LOOKED_UP = 2_000_000


def advise_on_shape(framework: Framework) -> Iterator[Advice]:
    """What can be said about what a framework holds."""
    yield from _no_items(framework)
    yield from _lopsided(framework)
    yield from _same_names(framework)
    size = len(framework.items) * sum(1 for _ in framework.walk()) or 1
    for profile in islice(framework.profiles.values(), MOST_LOOKED_UP // size):
        yield from _profile_size(framework, profile)
    yield from _scales(framework)
    yield from _idle_evidence(framework)


def _no_items(framework: Framework) -> Iterator[Advice]:
    """No item at all, and no profile that asks about branches."""
    asks = any(asked_branches(framework, profile) for profile in framework.profiles.values())
    if not framework.items and not asks:
        what = f"'{framework.id}' has no {items_word(framework, 0)}, so there is nothing to answer"
        hint, key = "write some below [dimensions]", "dimensions"
        if framework.overlay is not None and framework.overlay.dropped:
            hint, key = "drop less, or add some below [dimensions]", "drop"
        yield Advice("advice.no-items", "", what, hint, (key,))


def _lopsided(framework: Framework) -> Iterator[Advice]:
    """One dimension with ten times the items of another."""
    filled = [dimension for dimension in framework.dimensions if dimension.items]
    if not filled:
        return
    large = max(filled, key=lambda dimension: len(dimension.items))
    small = min(filled, key=lambda dimension: len(dimension.items))
    most, fewest = len(large.items), len(small.items)
    if most >= TIMES * fewest:
        sizes = f"'{large.id}' has {counted(most, item_word(framework))}, '{small.id}' {fewest}"
        hint = "divide the one or fill the other: people read their results side by side"
        yield Advice("advice.lopsided", large.id, sizes, hint, node_place(large.id))


# ----------------------------------------------------------------------------------------- names


def _same_names(framework: Framework) -> Iterator[Advice]:
    """Levels, answers, profiles and branches that stand side by side under one name."""
    levels = [(level.id, level.label, ("levels", level.id)) for level in framework.levels]
    yield from _twice("levels", "", levels)
    for scale in framework.scales.values():
        if not isinstance(scale, NumericScale) and scale.id != LADDER:
            options = [(one.id, one.label, ("scales", scale.id, one.id)) for one in scale.options]
            yield from _twice(f"answers on the scale '{scale.id}'", "", options)
    profiles = framework.profiles.values()
    yield from _twice("profiles", "", [(p.id, p.title, ("profiles", p.id)) for p in profiles])
    dimensions = framework.dimensions
    yield from _twice("dimensions", "", [(d.id, d.title, node_place(d.id)) for d in dimensions])
    for branch in framework.walk():
        parts = branch.dimensions
        yield from _twice("parts", branch.id, [(p.id, p.title, node_place(p.id)) for p in parts])


def _twice(kind: str, path: str, named: Iterable[tuple[str, str, Place]]) -> Iterator[Advice]:
    """Each of some things, as (id, name, place), whose name an earlier one has."""
    first: dict[str, str] = {}
    for name, label, place in named:
        key = " ".join(label.split()).casefold()
        other = first.setdefault(key, name)
        if other != name:
            what = f"the {kind} '{other}' and '{name}' have the same name"
            hint = "name them apart: people see names, not ids"
            where = name if place[:1] == ("dimensions",) else path
            yield Advice("advice.same-name", where, what, hint, place)


# -------------------------------------------------------------------------------------- profiles


def _profile_size(framework: Framework, profile: Profile) -> Iterator[Advice]:
    """A short form that asks nothing, one thing alone, or all there is."""
    asked, whole = len(narrowed(framework, profile).items), len(framework.items)
    if asked == 0:
        found, hint = "asks nothing", "look at what it chooses and drops, or leave it out"
    elif asked == 1 and whole >= FEW and profile.ask is None:
        found = f"asks one {items_word(framework, 1)} of {whole}"
        hint = "look at what it chooses and drops"
    elif asked == whole and profile.ask is None:
        found, hint = "asks as much as the whole framework", "choose less, or leave it out"
    else:
        return
    place = ("profiles", profile.id)
    yield Advice("advice.profile-size", "", f"the profile '{profile.id}' {found}", hint, place)


# ---------------------------------------------------------------------------------------- scales


def _scales(framework: Framework) -> Iterator[Advice]:
    """Scales that nothing uses, and bands that no number falls in."""
    used = {LADDER, framework.scoring.scale, *_ladders(framework)}
    used |= {item.scale for item in framework.items}
    used |= {branch.scale for branch in framework.walk()}
    used |= {profile.scale for profile in framework.profiles.values()}
    rungs = tuple(level.id for level in framework.levels)
    for scale in framework.scales.values():
        place = ("scales", scale.id)
        if scale.id not in used:
            what = f"nothing uses the scale '{scale.id}'"
            yield Advice("advice.unused-scale", "", what, "leave it out, or name it", place)
        if isinstance(scale, NumericScale) and scale.bands is not None:
            yield from _dead_bands(scale, scale.bands, rungs)


def _ladders(framework: Framework) -> Iterator[str | None]:
    """The scales that rules name as their ladders."""
    scoring = framework.scoring
    rules: list[Rule] = [scoring.overall, scoring.dimension, scoring.part]
    rules += [branch.rule for branch in framework.walk()]
    return (getattr(rule, "ladder", None) for rule in rules)


def _dead_bands(scale: NumericScale, bands: Bands, rungs: tuple[str, ...]) -> Iterator[Advice]:
    """The levels that a scale's bands name and that no number on it reaches."""
    reached = {bands.rank(number, rungs) for number in _telling_numbers(scale, bands)}
    dead = [f"'{rung}'" for rung, _ in bands.limits if rungs.index(rung) + 1 not in reached]
    if dead:
        ends = f"from {number_text(scale.minimum)} to {number_text(scale.maximum)}"
        step = "" if scale.step is None else f" in steps of {number_text(scale.step)}"
        what = f"no number on the scale '{scale.id}', {ends}{step}, means {listed(dead)}"
        hint = "look at the limits of its bands"
        yield Advice("advice.dead-band", "", what, hint, ("scales", scale.id, "bands"))


def _telling_numbers(scale: NumericScale, bands: Bands) -> Iterator[float]:
    """Numbers on a scale among which every rank is that a number on it can reach.

    Between two limits the rank is the same, so that the ends, the limits and one number between
    each two of them tell all; with steps, the steps next to these.
    """
    inside = {limit for _, limit in bands.limits if scale.minimum <= limit <= scale.maximum}
    marks = sorted({scale.minimum, scale.maximum, *inside})
    if scale.step is None:
        yield from marks
        yield from ((low + high) / 2 for low, high in pairwise(marks))
        return
    for mark in marks:
        distance = mark - scale.minimum
        if on_step(distance, scale.step):
            yield mark
        for count in (-1, 0, 1, 2):
            number = scale.minimum + (distance // scale.step + count) * scale.step
            if scale.minimum <= number <= scale.maximum:
                yield number


# -------------------------------------------------------------------------------------- evidence


def _idle_evidence(framework: Framework) -> Iterator[Advice]:
    """Evidence that is asked for above the best answer, where no answer is."""
    inherited = {branch.id: branch.conventions.evidence for branch in framework.walk()}
    groups: dict[tuple[str, EvidenceExpectation], list[Item]] = {}
    for item in framework.items:
        asked = item.evidence or inherited[item.home]
        if asked is not None and asked.above is not None:
            groups.setdefault((item.home if item.evidence else "", asked), []).append(item)
    for (home, asked), items in groups.items():
        above = asked.above
        idle = [item for item in items if _is_best(framework.scales[item.scale], above)]
        if idle and (home or len(idle) == len(items)):
            names = listed([f"'{item.id}'" for item in idle], 4)
            what = f"no answer to {names} needs evidence: '{above}' is the best one already"
            hint = "name the best answer that stands without evidence: the one below it"
            place = (*item_place(idle[0]), "evidence") if home else ("scoring", "evidence")
            yield Advice("advice.idle-evidence", idle[0].id, what, hint, place)


def _is_best(scale: AnyScale, answer: str | float | None) -> bool:
    """Whether an answer is the best on a scale."""
    return answer == (scale.best if isinstance(scale, NumericScale) else scale.options[-1].id)
