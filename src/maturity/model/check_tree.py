"""Faults in the tree: weights, levels, descriptors, counts, scales, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem, hint_for

from .fits import described, misfit
from .grounds import Grounds, inherited_grounds, rung_grounds, scale_grounds
from .ids import ID_RULE, is_id
from .numbers import check_between, check_weight, shown
from .places import Place, item_place, node_place, scoring_place
from .scales import BELOW, LADDER
from .scoring import Conventions
from .texts import check_text
from .tree import Dimension, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .evidence import EvidenceExpectation
    from .framework import Framework
    from .paths import Paths


def check_tree(paths: Paths) -> Iterator[Problem]:
    """Every fault in the framework's defaults, its branches and its items."""
    framework = paths.framework
    root = framework.scoring
    yield from check_text(framework.title, ("title",), "the title of the framework")
    yield from check_text(framework.edition, ("edition",), "the edition of the framework")
    yield from _check_conventions(root.conventions, Conventions(), scoring_place(""))
    if root.scale is not None:
        yield from _check_scale(framework, root.scale, (*scoring_place(""), "scale"))
    for dimension in framework.dimensions:
        yield from _check_branch(paths, dimension, root.conventions, root.scale)
    yield from _check_without_scale(framework)
    yield from _check_evidence(framework)


def _check_branch(
    paths: Paths,
    branch: Dimension,
    conventions: Conventions,
    scale: str | None,
) -> Iterator[Problem]:
    """Every fault in a branch and below it; what it inherits is known to be reported."""
    place = node_place(branch.id)
    yield from check_text(branch.title, (*place, "title"), f"the title of '{branch.id}'")
    yield from check_weight(branch.weight, (*place, "weight"), f"the weight of '{branch.id}'")
    yield from _check_conventions(branch.conventions, conventions, scoring_place(branch.id))
    if branch.scale is not None and branch.scale != scale:
        yield from _check_scale(paths.framework, branch.scale, (*place, "scoring", "scale"))
    unknown = dict.fromkeys(item.level for item in branch.own_items if item.level is not None)
    yield from _check_levels(paths.framework, unknown, (*place, "at"))
    for item in branch.own_items:
        yield from _check_item(paths, item, branch)
    for part in branch.dimensions:
        yield from _check_branch(paths, part, branch.conventions, branch.scale)


def _check_item(paths: Paths, item: Item, home: Dimension) -> Iterator[Problem]:
    """Every fault in one item."""
    place = item_place(item)
    yield from check_text(item.text, (*place, "text"), f"the text of '{item.id}'")
    yield from check_weight(item.weight, (*place, "weight"), f"the weight of '{item.id}'")
    if item.scale != home.scale and (item.scale or home.scale is not None):
        yield from _check_scale(paths.framework, item.scale, (*place, "scale"))
    below = () if paths.framework.below_label is None else (BELOW,)
    yield from _check_levels(paths.framework, item.descriptors, (*place, "descriptors"), below)
    yield from _check_levels(paths.framework, item.levels, (*place, "levels"))
    for level, weight in item.levels.items():
        name = f"the weight of '{item.id}' at '{level}'"
        yield from check_weight(weight, (*place, "levels", level), name)
    yield from _check_counts(paths, item, (*place, "counts"))
    yield from _check_kinds(item.evidence, (*place, "evidence"))
    if item.effort is not None:
        name = f"the effort of '{item.id}'"
        yield from check_between(item.effort, (1, 5), "item.effort", (*place, "effort"), name)


def _check_counts(paths: Paths, item: Item, place: Place) -> Iterator[Problem]:
    """Every fault in the nodes and levels that an item counts at."""
    if item.counts and item.levels:
        what = f"'{item.id}' has both counts and levels"
        hint = "counts says where it counts instead of at home; name the levels there"
        yield Problem("item.counts-and-levels", place, what, hint)
    for path, levels in item.counts.items():
        at = (*place, path)
        yield from paths.check(path, at, Dimension)
        if not levels:
            what = f"'{item.id}' counts at '{path}', but at no level there"
            hint = f'name the levels: counts = {{ "{path}" = {{ LEVEL = 1 }} }}'
            yield Problem("key.missing", at, what, hint)
        yield from _check_levels(paths.framework, levels, at)
        for level, weight in levels.items():
            name = f"the weight of '{item.id}' at '{level}' of '{path}'"
            yield from check_weight(weight, (*at, level), name)


def _check_without_scale(framework: Framework) -> Iterator[Problem]:
    """The items for which no scale is stated: one fault for all of them."""
    homes = {branch.id: branch.scale for branch in framework.walk()}
    bare = [item for item in framework.items if not item.scale and homes[item.home] is None]
    if bare:
        others = len(bare) - 1
        subject = f"'{bare[0].id}' has"
        if others:
            subject = f"'{bare[0].id}' and {others} other item{'s' * (others > 1)} have"
        what = f"{subject} no scale, and none is stated for all items"
        hint = hint_for(None, framework.scales, label="state scale = one of")
        grounds = (("scales",), *scale_grounds(framework, bare[0]))
        yield Problem("item.no-scale", item_place(bare[0]), what, hint, grounds)


def _check_kinds(asked: EvidenceExpectation | None, place: Place) -> Iterator[Problem]:
    """The kinds and groups of evidence that can't be ids: a sentence is most likely an item."""
    if asked is None:
        return
    for number, name in enumerate((*asked.kinds, *asked.groups)):
        if not is_id(name):
            hint = f"allowed: {ID_RULE}"
            is_kind = number < len(asked.kinds)
            if is_kind and " " in name and place[-2:-1] != ("scoring",):
                hint = (
                    f"each line below the header of '{place[-2]}' is one of its keys; "
                    f"if 'evidence' is an item, put it above that header"
                )
            what = f"{described(name)} can't be a {'kind' if is_kind else 'group'} of evidence"
            at: Place = place if is_kind else (*place, "groups")
            index = number if is_kind else number - len(asked.kinds)
            grounds: Grounds = ((*at, index), (*at, "kind", index))
            yield Problem("id.invalid", at, what, hint, grounds)


def _check_levels(
    framework: Framework, names: Iterable[str], place: Place, also: tuple[str, ...] = ()
) -> Iterator[Problem]:
    """The names that are no level of the framework; `also` are allowed beside its levels."""
    levels = [*also, *(level.id for level in framework.levels)]
    for name in names:
        if name not in levels:
            what = f"there is no level {described(name)}"
            hint, grounds = hint_for(name, levels), rung_grounds(LADDER, name)
            yield Problem("level.unknown", (*place, name), what, hint, grounds)


def _check_scale(framework: Framework, name: str, place: Place) -> Iterator[Problem]:
    """The fault in the name of a scale."""
    if name not in framework.scales:
        what, hint = f"there is no scale {described(name)}", hint_for(name, framework.scales)
        grounds = rung_grounds(name, None)
        yield Problem("scale.unknown", place, what, hint, grounds)


def _check_conventions(own: Conventions, above: Conventions, place: Place) -> Iterator[Problem]:
    """Every fault in the conventions that differ from those above."""
    stated = own.beyond(above)
    code = "convention.range"
    for key, ends in {"minimum_coverage": (0.0, 1.0), "tolerance": (0.0, 0.1)}.items():
        if key in stated:
            yield from check_between(getattr(own, key), ends, code, (*place, key), key)
    if "evidence" in stated:
        yield from _check_kinds(own.evidence, (*place, "evidence"))
    if "reason_length" in stated and own.reason_length < 1:
        what = f"reason_length is {shown(own.reason_length)}"
        hint = "allowed: a whole number from 1"
        yield Problem(code, (*place, "reason_length"), what, hint)


def _check_evidence(framework: Framework) -> Iterator[Problem]:
    """Each `above` that is no answer on the scale of an item which it caps, once."""
    homes = {branch.id: branch for branch in framework.walk()}
    seen: set[Place] = set()
    for item in framework.items:
        asked: EvidenceExpectation | None = item.evidence
        place = item_place(item)
        if asked is None:
            asked = homes[item.home].conventions.evidence
            place = scoring_place(_origin(framework, item.home, homes))
        scale = framework.scales.get(item.scale)
        if asked is None or asked.above is None or scale is None or place in seen:
            continue
        wrong = misfit(scale, asked.above)
        if wrong:
            seen.add(place)
            what = f"'{item.id}' can't be capped without evidence: {wrong[0]}"
            grounds = scale_grounds(framework, item, asked.above)
            grounds += inherited_grounds(item, "evidence")
            yield Problem("evidence.above", (*place, "evidence", "above"), what, wrong[1], grounds)


def _origin(framework: Framework, path: str, homes: dict[str, Dimension]) -> str:
    """The highest branch from which `path` inherits its evidence; empty: the framework."""
    asked = homes[path].conventions.evidence
    if asked == framework.scoring.conventions.evidence:
        return ""
    while (above := homes.get(path.rpartition(".")[0])) and above.conventions.evidence == asked:
        path = above.id
    return path
