"""A framework as TOML text, in the shortest form that says the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from attrs import frozen

from maturity.errors import FaultsFound
from maturity.errors.arguments import expect
from maturity.model.evidence import EvidenceExpectation
from maturity.model.framework import Framework
from maturity.model.rules import Rule
from maturity.model.scales import BELOW, LADDER, AnyScale, Bands, NumericScale, Option
from maturity.model.scoring import Conventions, Scoring
from maturity.model.source import Source

from .atomic import replace_file
from .exact_hooks import key_of
from .framework_builder import SCHEMA
from .framework_reader import parse_framework
from .overlay_layout import overlay_layout
from .toml_layout import Section, dump_toml, even

if TYPE_CHECKING:
    from maturity.model.tree import Dimension, Item, Profile, Property

_Table = dict[str, Any]


@frozen
class _Above:
    """What is in force above a node, and so is not written again; `part`: the rule of parts."""

    source: Source
    conventions: Conventions
    scale: str | None
    part: Rule


def dump_framework(framework: Framework) -> str:
    """The framework as TOML text: `parse_framework` gives an equal framework back.

    What is inherited is not written again; an overlay is written as one, and `parse_framework` then
    has to find or be given its base. Items of one dimension or part are written level by
    level, as a file holds them.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> mt.parse_framework(mt.dump_framework(board)) == board
    True
    """
    expect(framework, Framework, "dump_framework() takes a framework")
    return _as_overlay(framework) or _in_full(framework)


def _as_overlay(framework: Framework) -> str | None:
    """An overlay as its own file says it; None where that no longer gives this framework."""
    if framework.overlay is None:
        return None
    text = dump_toml(overlay_layout(framework.overlay.tables))
    try:
        same = parse_framework(text, base=framework.overlay.base) == framework
    except FaultsFound:
        same = False
    return text if same else None


def _in_full(framework: Framework) -> str:
    """A framework written out, whatever it extends."""
    scoring = framework.scoring
    above = _Above(framework.source, scoring.conventions, scoring.scale, scoring.part)
    table: _Table = {
        "schema": SCHEMA,
        "id": framework.id,
        "title": framework.title,
        "edition": framework.edition,
        **_stated(description=framework.description, principles=list(framework.principles)),
        **_stated(terms=dict(framework.terms)),
        **_stated(source=Section(framework.source.stated())),
        **_stated(levels=_levels(framework)),
        **_stated(scales=_scales(framework.scales)),
        "scoring": _scoring(scoring),
        **_stated(properties=_sections(framework.properties, _property)),
        **_stated(profiles=_sections(framework.profiles, _profile)),
        **_stated(bridge=_bridge(framework)),
        **_stated(
            dimensions=Section(
                {node.id: _node(node, above, scoring.dimension) for node in framework.dimensions}
            )
        ),
    }
    return dump_toml(table)


def save_framework(framework: Framework, path: str | Path) -> None:
    """Write a framework to the file at `path`, as `dump_framework` has it, whole or not at all.

    OSError where the file can't be written; what stood there before is then as it was.
    """
    text = dump_framework(framework)
    expect(path, str | Path, "save_framework() takes a path")
    replace_file(path, text)


def _stated(**entries: object) -> _Table:
    """The entries that say something: neither None nor empty."""
    return {name: value for name, value in entries.items() if value or value == 0}


def _plain(value: object) -> object:
    """A record's value as a file holds it."""
    if isinstance(value, Bands):
        return {value.direction: dict(value.limits)}
    if isinstance(value, EvidenceExpectation):
        table = _differing(value)
        if set(table) <= {"kinds"}:
            return list(value.kinds)
        return {"kind" if name == "kinds" else name: entry for name, entry in table.items()}
    if attrs.has(type(value)):
        return _differing(value)
    if isinstance(value, Mapping):
        return {name: _plain(entry) for name, entry in value.items()}
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else value


def _differing(record: Any) -> _Table:  # noqa: ANN401  # any attrs record
    """The fields of a record that are not at their default, by their keys in a file."""
    table = {}
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value != field.default:
            table[key_of(field.name)] = _plain(value)
    return table


def _sections(records: Mapping[str, Any], write: Callable[[Any], Section]) -> Section:
    """Records by id, each under its own header."""
    return Section({name: write(record) for name, record in records.items()})


def _levels(framework: Framework) -> Section:
    """`[levels]`."""
    table: _Table = {} if framework.below_label is None else {BELOW: framework.below_label}
    for level in framework.levels:
        table[level.id] = {"label": level.label, "text": level.text} if level.text else level.label
    return even(table, "label")


def _scales(scales: Mapping[str, AnyScale]) -> Section:
    """`[scales]`, without the ladder."""
    own = {name: scale for name, scale in scales.items() if name != LADDER}
    return _sections(own, _scale)


def _scale(scale: AnyScale) -> Section:
    """`[scales.ID]`."""
    if isinstance(scale, NumericScale):
        number = _differing(scale)
        bands = number.pop("bands", None)
        del number["id"]
        ends = {"min": number.pop("minimum"), "max": number.pop("maximum")}
        return Section(number={**ends, **number}, **_stated(bands=bands))
    counted = all(option.value == place for place, option in enumerate(scale.options))
    return even({o.id: _option(o, counted=counted) for o in scale.options}, "label")


def _option(option: Option, *, counted: bool) -> object:
    """An option; `counted`: its value is its place, which is what it is without one."""
    if counted and not option.text:
        return option.label
    value = {} if counted else {"value": option.value}
    return {"label": option.label, **value, **_stated(text=option.text)}


def _scoring(scoring: Scoring) -> Section:
    """`[scoring]`."""
    part = {} if scoring.part == scoring.dimension else {"part": _rule(scoring.part)}
    return Section(
        **_stated(scale=scoring.scale),
        **_conventions(scoring.conventions, Conventions()),
        overall=_rule(scoring.overall),
        dimension=_rule(scoring.dimension),
        **part,
    )


def _conventions(own: Conventions, above: Conventions) -> _Table:
    """The conventions that are not those above."""
    stated = {name: _plain(value) for name, value in own.beyond(above).items()}
    return {name: value for name, value in stated.items() if value is not None}


def _rule(rule: Rule) -> _Table:
    """A rule with the parameters that are not at their default."""
    table = _differing(rule)
    if "thresholds" in table:
        table.pop("threshold", None)
    return {"rule": rule.name, **table}


def _node(node: Dimension, above: _Above, kind: Rule) -> Section:
    """A dimension or part, with all that is below it; `kind`: the rule of its kind."""
    here = _Above(node.source, node.conventions, node.scale, above.part)
    scoring = {
        **(_stated(scale=node.scale) if node.scale != above.scale else {}),
        **_conventions(node.conventions, above.conventions),
        **({} if node.rule == kind else _rule(node.rule)),
    }
    parts = {part.id.rpartition(".")[2]: _node(part, here, above.part) for part in node.dimensions}
    short = {name: _short_part(part) for name, part in parts.items()}
    return Section(
        title=node.title,
        **_stated(text=node.text),
        **_weight(node.weight),
        **_stated(tags=list(node.tags), sectors=list(node.sectors), scoring=scoring),
        **_stated(source=node.source.beyond(above.source).stated()),
        **_groups(node),
        **_stated(parts=even(short, "title")),
    )


def _short_part(part: Section) -> object:
    """A part as its title alone, where it says no more."""
    return part["title"] if set(part) == {"title"} else part


def _groups(node: Dimension) -> _Table:
    """A node's items: under `at.LEVEL` those of a level, the others under `items`."""
    groups: dict[str | None, _Table] = {}
    for item in node.own_items:
        groups.setdefault(item.level, {})[item.id.rpartition(".")[2]] = _item(item, node)
    at = {level: even(items, "text") for level, items in groups.items() if level is not None}
    plain = {"items": even(groups[None], "text")} if None in groups else {}
    levels = {"at": Section(at)} if at else {}
    return {**plain, **levels} if next(iter(groups), None) is None else {**levels, **plain}


def _item(item: Item, home: Dimension) -> object:
    """An item: its text, or a table where more is to be said."""
    evidence = None if item.evidence is None else _plain(item.evidence)
    table = {
        "text": item.text,
        **_weight(item.weight),
        **(_stated(scale=item.scale) if item.scale != home.scale else {}),
        **_stated(
            obligation=item.obligation,
            tags=list(item.tags),
            sectors=list(item.sectors),
            effort=item.effort,
        ),
        **({} if evidence is None else {"evidence": evidence}),
        **_stated(
            levels=_plain(item.levels),
            counts=_plain(item.counts),
            descriptors=_plain(item.descriptors),
            source=item.source.beyond(home.source).stated(),
        ),
    }
    return table["text"] if set(table) == {"text"} else table


def _weight(weight: float) -> _Table:
    """A weight that is not 1."""
    return {} if weight == 1 else {"weight": weight}


def _bridge(framework: Framework) -> Section | None:
    """`[bridge]`."""
    bridge = framework.bridge
    if bridge is None:
        return None
    earlier: object = {"id": bridge.framework, "edition": bridge.edition}
    if bridge.framework == framework.id:
        earlier = bridge.edition
    tables = {name: getattr(bridge, name) for name in ("same", "split", "merged", "dropped", "new")}
    sections = {
        name: Section({path: _plain(said) for path, said in table.items()})
        for name, table in tables.items()
        if table
    }
    return Section({"from": earlier, **sections})


def _profile(profile: Profile) -> Section:
    """`[profiles.ID]`."""
    table = _differing(profile)
    del table["id"]
    return Section(table)


def _property(choice: Property) -> Section:
    """`[properties.ID]`."""
    return Section(title=choice.title, **_stated(options=dict(choice.options)))
