"""A framework from the tables of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from maturity.errors import Problem
from maturity.model.bridge import Bridge
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.narrow import CHOICES
from maturity.model.scales import LADDER, AnyScale, NumericScale
from maturity.model.scoring import Conventions, Scoring
from maturity.model.source import Source
from maturity.model.tree import Profile, Property

from .names import check_id, check_ids, label_of
from .rule_builder import build_conventions, build_rule, stated_rule
from .scale_builder import build_levels, build_scales
from .shapes import (
    EarlierTable,
    FrameworkFile,
    ProfileTable,
    PropertyTable,
    ScoringTable,
    TermsTable,
)
from .tree_builder import Above, TreeBuilder, build_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEMA = 1
_TITLED = {"title", "ask", "scale", "text"}


def build_framework(
    file: FrameworkFile, raw: Mapping[str, Any], problems: list[Problem]
) -> Framework:
    """The framework that `file` describes; what is wrong with it is added to `problems`.

    `raw` is the file as it was read: the order of its keys is not in the records.
    """
    problems += check_head(file)
    problems += _check_choices(raw.get("profiles"))
    levels, below = build_levels(file.levels, problems)
    scales = build_scales(file.scales, levels, below, problems)
    table = file.scoring or ScoringTable()

    def rungs(ladder: str | None) -> tuple[str, ...]:
        return _rungs(scales, tuple(level.id for level in levels), ladder)

    overall = stated_rule(table.overall, ("scoring", "overall"))
    dimension = stated_rule(table.dimension, ("scoring", "dimension"))
    part = stated_rule(table.part, ("scoring", "part"))
    if table.part is None:
        part = dimension
    elif part.name is None:
        part = dimension.changed_by(part)
    scoring = Scoring(
        conventions=build_conventions(table, Conventions()),
        scale=table.scale,
        overall=build_rule(overall, rungs, problems),
        dimension=build_rule(dimension, rungs, problems),
        part=build_rule(part, rungs, problems),
    )
    source = build_source(file.source).merged_over(Source())
    tree = TreeBuilder(dimension, part, rungs, problems)
    above = Above(source=source, conventions=scoring.conventions, scale=scoring.scale)
    problems += check_ids(file.profiles, ("profiles",), {})
    problems += check_ids(file.properties, ("properties",), {})
    return Framework(
        id=file.id,
        title=file.title,
        edition=file.edition,
        description=file.description,
        principles=tuple(file.principles),
        terms=_terms(file.terms),
        source=source,
        levels=levels,
        below_label=below,
        scales=scales,
        scoring=scoring,
        dimensions=tree.build(file.dimensions, raw.get("dimensions"), above),
        profiles=FrozenMap({name: _profile(name, t) for name, t in file.profiles.items()}),
        properties=FrozenMap(
            {name: _property(name, t, problems) for name, t in file.properties.items()}
        ),
        bridge=_bridge(file),
    )


def check_head(file: FrameworkFile) -> list[Problem]:
    """What is wrong with a file's schema and id."""
    problems = check_id(file.id, ("id",))
    if file.schema != SCHEMA:
        what = f"this version does not read schema {file.schema}"
        problems.append(Problem("schema.unknown", ("schema",), what, f"allowed: {SCHEMA}"))
    return problems


def _check_choices(raw: object) -> Iterator[Problem]:
    """Each profile that states what it chooses, and names nothing."""
    for name, table in raw.items() if isinstance(raw, dict) else ():
        stated = [key for key in CHOICES if isinstance(table, dict) and key in table]
        if stated and all(table[key] == [] for key in stated):
            keys = " and ".join(stated) + (" are" if len(stated) > 1 else " is")
            what = f"the profile '{name}' chooses nothing: {keys} empty"
            hint = "name what it chooses; with no such list at all it holds everything"
            yield Problem("profile.empty", ("profiles", name, stated[0]), what, hint)


def _rungs(
    scales: Mapping[str, AnyScale], levels: tuple[str, ...], ladder: str | None
) -> tuple[str, ...]:
    """The rungs of a ladder: a scale's options, or the framework's levels."""
    scale = scales.get(ladder or LADDER)
    if ladder in {None, LADDER} or scale is None or isinstance(scale, NumericScale):
        return levels
    return tuple(option.id for option in scale.options)


def _terms(table: TermsTable | None) -> FrozenMap[str, str]:
    """The framework's own words, where it states any."""
    stated = {} if table is None else attrs.asdict(table)
    return FrozenMap({word: own for word, own in stated.items() if own is not None})


def _bridge(file: FrameworkFile) -> Bridge | None:
    """What became of the items of an earlier edition."""
    table = file.bridge
    if table is None:
        return None
    earlier = table.from_
    if isinstance(earlier, str):
        earlier = EarlierTable(id=file.id, edition=earlier)
    return Bridge(
        framework=earlier.id,
        edition=earlier.edition,
        same=FrozenMap(table.same),
        split=FrozenMap({path: tuple(paths) for path, paths in table.split.items()}),
        merged=FrozenMap({path: tuple(paths) for path, paths in table.merged.items()}),
        dropped=FrozenMap(table.dropped),
        new=FrozenMap(table.new),
    )


def _profile(name: str, table: ProfileTable) -> Profile:
    """A profile."""
    lists = {
        field.name: tuple(getattr(table, field.name))
        for field in attrs.fields(ProfileTable)
        if field.name not in _TITLED
    }
    title = label_of(name) if table.title is None else table.title
    return Profile(id=name, title=title, text=table.text, ask=table.ask, scale=table.scale, **lists)


def _property(name: str, table: PropertyTable, problems: list[Problem]) -> Property:
    """A property of the organisation."""
    problems += check_ids(table.options, ("properties", name, "options"), {})
    title = label_of(name) if table.title is None else table.title
    return Property(id=name, title=title, options=FrozenMap(table.options))
