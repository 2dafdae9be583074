"""Advice on the numbers in rules: scales that don't mix, weights and caps without effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.narrow import asked_branches
from maturity.model.places import item_place, node_place
from maturity.model.rules import Mean, Median, Share, Staged, Sum
from maturity.model.scales import NumericScale
from maturity.scoring.words import listed, number_text

from .advice_codes import Advice
from .advice_matters import always_passes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.rules import Rule
    from maturity.scoring.entries import Entry, Node
    from maturity.scoring.plan import Plan


def advise_on_numbers(plan: Plan, idle: set[str]) -> Iterator[Advice]:
    """What can be said about scales, weights and caps; `idle` items have been spoken of."""
    for node in plan.nodes:
        yield from _mixed_scales(plan, node)
        yield from _idle_caps(plan, node)
    yield from _idle_weights(plan, idle)


def _mixed_scales(plan: Plan, node: Node) -> Iterator[Advice]:
    """Numbers of different meaning that one node puts together as they are.

    A sum of different points is a way to weigh, so that only different units speak against it.
    """
    rule = node.rule
    as_they_are = (
        isinstance(rule, Mean | Sum | Median)
        and not node.by_rank
        and getattr(rule, "range", None) is None
        and getattr(rule, "ceiling", None) is None
    )
    if not as_they_are:
        return
    kinds: dict[object, Entry] = {}
    for entry in node.entries:
        unit = _unit(plan, entry)
        if isinstance(rule, Sum):
            if entry.is_item:
                kinds.setdefault(unit, entry)
        else:
            kinds.setdefault((unit, entry.low, entry.high), entry)
    if len(kinds) < 2:  # noqa: PLR2004  # two are what it takes to differ
        return
    one, other, *_ = kinds.values()
    name = f"'{node.path}'" if node.path else "the overall result"
    what = (
        f"{name} takes the {rule.name} of numbers that mean different things: "
        f"{_described(plan, one)}, {_described(plan, other)}"
    )
    hint = "state range = [0, 1], so that each counts by its place on its own scale"
    if isinstance(rule, Median):
        hint = "use the rule 'mean' with a range, or one scale for all"
    place = node_place(node.path) if node.path else ("scoring", "overall")
    yield Advice("advice.mixed-scales", node.path, what, hint, place)


def _unit(plan: Plan, entry: Entry) -> str:
    """The unit of an entry's numbers; empty where it has none."""
    scale = plan.leaves.scales[entry.slot] if entry.is_item else None
    return scale.unit if isinstance(scale, NumericScale) else ""


def _described(plan: Plan, entry: Entry) -> str:
    """An entry with the range and the unit of its numbers."""
    low, high = sorted((entry.low, entry.high))
    unit = _unit(plan, entry)
    ends = f"{number_text(low)} to {number_text(high)}{' ' if unit else ''}{unit}"
    return f"'{_path(plan, entry.slot)}' runs from {ends}"


def _path(plan: Plan, slot: int) -> str:
    """The path of an item or a node."""
    items = plan.leaves.items
    return items[slot].id if slot < len(items) else plan.nodes[slot - len(items)].path


def _weighs(rule: Rule) -> bool:
    """Whether a rule uses weights."""
    return isinstance(rule, Share | Staged) or (isinstance(rule, Mean | Sum) and rule.weighted)


def _idle_weights(plan: Plan, idle: set[str]) -> Iterator[Advice]:
    """The weights that no rule uses, those of one branch together."""
    used = {
        _path(plan, entry.slot)
        for node in plan.nodes
        if _weighs(node.rule)
        for entry in node.entries
    }
    framework = plan.framework
    for profile in framework.profiles.values():  # there a branch is an item, with its weight
        used.update(asked_branches(framework, profile))
    for branch in framework.walk():
        if branch.weight != 1 and branch.id not in used:
            yield _idle_weight([branch.id], (*node_place(branch.id), "weight"))
        items = [
            item
            for item in branch.own_items
            if item.weight != 1 and item.id not in used and item.id not in idle
        ]
        if items:
            place = (*item_place(items[0]), "weight")
            yield _idle_weight([item.id for item in items], place)


def _idle_weight(paths: list[str], place: tuple[str | int, ...]) -> Advice:
    """The advice that weights are stated in vain."""
    many = len(paths) > 1
    names = listed([f"'{path}'" for path in paths], 4)
    what = (
        f"the weight{'s' if many else ''} of {names} "
        f"{'change' if many else 'changes'} nothing: no rule that counts "
        f"{'them' if many else 'it'} uses weights"
    )
    hint = "leave it out, or use a rule that weighs: mean, sum, share or staged"
    return Advice("advice.idle-weight", paths[0], what, hint, place)


def _idle_caps(plan: Plan, node: Node) -> Iterator[Advice]:
    """The caps that hold nothing down."""
    for number, (entry, highest) in enumerate(node.caps):
        waits = f"the cap on '{node.path}'" if node.path else "the cap on the overall result"
        what = f"{waits} that waits for '{_path(plan, entry.slot)}' changes nothing"
        if highest >= node.rungs:
            why = f"'{node.rule.caps[number].level}' is the top level"
        elif always_passes(entry, plan.leaves):
            why = f"'{node.rule.caps[number].until}' is there whatever is answered"
        else:
            continue
        place = (*node_place(node.path), "scoring") if node.path else ("scoring", "overall")
        hint = "hold the level lower, or wait for a better answer"
        yield Advice("advice.idle-cap", node.path, f"{what}: {why}", hint, (*place, "caps", number))
