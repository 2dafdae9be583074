"""Frameworks that differ from another in a few places: in words, in order or in what counts."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from attrs import evolve
from hypothesis import strategies as st

from maturity.model.evidence import EvidenceExpectation
from maturity.model.frozen import FrozenMap
from maturity.model.ids import is_below
from maturity.model.rules import Mean
from maturity.model.scales import Scale
from maturity.model.source import Source
from maturity.model.tree import Property

from .pen import Pen

if TYPE_CHECKING:
    from collections.abc import Callable

    from maturity import Dimension, Framework, Item
    from maturity.model.scales import AnyScale

    from .strategies import Draw

    Edit = Callable[[Pen, Framework], Framework]


def with_branches(
    framework: Framework, change: Callable[[Dimension], Dimension | None]
) -> Framework:
    """The framework with each branch as `change` has it, the lowest first; None leaves it out."""

    def changed(branches: tuple[Dimension, ...]) -> tuple[Dimension, ...]:
        found = (change(evolve(b, dimensions=changed(b.dimensions))) for b in branches)
        return tuple(branch for branch in found if branch is not None)

    return evolve(framework, dimensions=changed(framework.dimensions))


def with_item(
    framework: Framework, path: str, change: Callable[[Item], tuple[Item, ...]]
) -> Framework:
    """The framework with other items in the place of one."""

    def edited(branch: Dimension) -> Dimension:
        groups = ((item,) if item.id != path else change(item) for item in branch.own_items)
        return evolve(branch, own_items=tuple(item for group in groups for item in group))

    return with_branches(framework, edited)


def one_item(pen: Pen, framework: Framework, change: Callable[[Item], Item]) -> Framework:
    """The framework with one of its items changed, where it has any."""
    if not framework.items:
        return framework
    path = pen.one([item.id for item in framework.items])
    return with_item(framework, path, lambda item: (change(item),))


def said_otherwise(pen: Pen, framework: Framework) -> Framework:
    """Other words, labels, names, tags, orders or sources, of which none counts."""
    texts: list[dict[str, Any]] = [
        {"text": "Other words."},
        {"text": "IS THIS SO"},
        {"tags": ("new",)},
        {"effort": 2},
        {"descriptors": FrozenMap({"l1": "One.", "l2": "Two."})},
        {"source": Source(place="Page 1")},
    ]
    edits: list[Edit] = [
        lambda _, of: evolve(of, title="Another title"),
        lambda _, of: evolve(of, id="another"),
        lambda _, of: evolve(of, description="Another description"),
        lambda _, of: evolve(of, principles=("One.", "Two, or three.")),
        lambda _, of: evolve(of, terms=FrozenMap({"item": "line", "level": "rung"})),
        lambda _, of: evolve(of, terms=FrozenMap({"level": "rung", "item": "line"})),
        lambda _, of: evolve(of, source=Source(title="Somewhere")),
        lambda _, of: evolve(of, profiles=FrozenMap(dict(list(of.profiles.items())[::-1]))),
        lambda _, of: evolve(of, profiles=FrozenMap()),
        lambda _, of: evolve(of, properties=FrozenMap({"size": Property(id="size", title="Size")})),
        lambda _, of: evolve(of, levels=tuple(evolve(x, label=x.label * 2) for x in of.levels)),
        lambda own, of: mixed(of, random.Random(own.number(0, 9))),  # noqa: S311  # no secret
        lambda own, of: one_item(own, of, lambda item: evolve(item, **own.one(texts))),
        lambda _, of: with_scales(of, lambda scale: scale, reverse=True),
        lambda _, of: with_scales(of, relabelled),
    ]
    return pen.one(edits)(pen, framework)


def scored_otherwise(pen: Pen, framework: Framework) -> Framework:
    """Another item, level, weight, rule, scale or convention."""
    paths = [node.id for node in framework.walk()] or ["none"]
    changes: list[dict[str, Any]] = [
        {"weight": 7.0},
        {"level": None},
        {"level": "l1"},
        {"levels": FrozenMap({"l1": 2.0})},
        {"obligation": "may"},
        {"evidence": EvidenceExpectation(kinds=("audit",))},
        {"evidence": EvidenceExpectation(above="no")},
        {"scale": "s1"},
    ]
    edits: list[Edit] = [
        lambda own, of: one_item(own, of, lambda item: evolve(item, **own.one(changes))),
        lambda own, of: one_item(own, of, lambda item: evolve(item, id=fresh(of, item.home))),
        lambda own, of: one_item(own, of, lambda item: evolve(item, id=fresh(of, "d1"))),
        lambda own, of: without(own.one(paths), of),
        lambda own, of: renamed(own.one(paths), of),
        lambda own, of: one_branch(own.one(paths), of, {"title": "Anything", "weight": 7.0}),
        lambda own, of: one_branch(own.one(paths), of, {"rule": Mean(range=(0, 1))}),
        lambda own, of: one_branch(own.one(paths), of, {"scale": None}),
        lambda _, of: evolve(of, levels=of.levels[:-1]),
        lambda _, of: evolve(of, levels=of.levels[::-1]),
        lambda _, of: evolve(of, below_label="Nothing"),
        lambda _, of: evolve(of, scoring=evolve(of.scoring, overall=Mean())),
        lambda _, of: evolve(of, scoring=evolve(of.scoring, part=Mean())),
        lambda _, of: evolve(of, scoring=evolve(of.scoring, scale=None)),
        lambda _, of: with_scales(of, worth_more),
        lambda _, of: with_scales(of, shorter),
    ]
    return pen.one(edits)(pen, framework)


def mixed(framework: Framework, dice: random.Random) -> Framework:
    """The framework with the items and parts of each branch in disorder."""

    def mix(branch: Dimension) -> Dimension:
        items = dice.sample(branch.own_items, len(branch.own_items))
        parts = dice.sample(branch.dimensions, len(branch.dimensions))
        return evolve(branch, own_items=tuple(items), dimensions=tuple(parts))

    return with_branches(framework, mix)


def one_branch(path: str, framework: Framework, change: dict[str, Any]) -> Framework:
    """The framework with one branch changed."""
    return with_branches(
        framework,
        lambda branch: evolve(branch, **change) if branch.id == path else branch,
    )


def fresh(framework: Framework, home: str) -> str:
    """A path in a branch, or at the top for no home, at which nothing stands."""
    paths = (f"{home}.new{number}".strip(".") for number in range(1, 100))
    return next(path for path in paths if path not in framework)


def renamed(path: str, framework: Framework) -> Framework:
    """The framework with another id for a branch, and so other paths for all below it."""
    new = fresh(framework, path.rpartition(".")[0])

    def moved(old: str) -> str:
        return new + old.removeprefix(path) if is_below(old, path) else old

    def change(branch: Dimension) -> Dimension:
        items = tuple(
            evolve(item, id=moved(item.id), dimension=moved(item.id).partition(".")[0])
            for item in branch.own_items
        )
        return evolve(branch, id=moved(branch.id), own_items=items)

    return with_branches(framework, change)


def without(path: str, framework: Framework) -> Framework:
    """The framework without one branch."""
    return with_branches(framework, lambda branch: None if branch.id == path else branch)


def with_scales(
    framework: Framework, change: Callable[[AnyScale], AnyScale], *, reverse: bool = False
) -> Framework:
    """The framework with other scales, or the same ones in another order."""
    pairs = [(name, change(scale)) for name, scale in framework.scales.items()]
    return evolve(framework, scales=FrozenMap(dict(pairs[::-1] if reverse else pairs)))


def relabelled(scale: AnyScale) -> AnyScale:
    """A scale with other labels; one of numbers as it is."""
    if not isinstance(scale, Scale):
        return scale
    return evolve(scale, options=tuple(evolve(o, label="Other") for o in scale.options))


def worth_more(scale: AnyScale) -> AnyScale:
    """A scale with other values, or whose numbers go further."""
    if not isinstance(scale, Scale):
        return evolve(scale, maximum=scale.maximum + 1)
    return evolve(scale, options=tuple(evolve(o, value=o.value + 1) for o in scale.options))


def shorter(scale: AnyScale) -> AnyScale:
    """A scale with fewer options, or with numbers in another unit."""
    if not isinstance(scale, Scale):
        return evolve(scale, unit="days", bands=None)
    return evolve(scale, options=scale.options[1:] or scale.options)


@st.composite
def edited(draw: Draw, framework: Framework, most: int = 3, *, score: bool = True) -> Framework:
    """The framework with at most `most` edits; without `score` none that could change a result."""
    pen = Pen(draw)
    for _ in range(pen.number(0, most)):
        edit = scored_otherwise if score and pen.maybe(1, 2) else said_otherwise
        framework = edit(pen, framework)
    return framework
