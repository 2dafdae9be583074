"""What an overlay drops though a rule or an item still names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors import Problem
from maturity.model.ids import is_below
from maturity.model.rules import Equivalence, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.framework import Framework
    from maturity.model.tree import Dimension

    from .overlay_edits import Edits

MOST_NAMED = 4
_KEYS = ("caps", "over", "needs")


@frozen
class _Name:
    """Something that names a path: in words, and what has to be stated anew."""

    path: str
    why: str
    where: str


def still_named(framework: Framework, edits: Edits) -> Iterator[Problem]:
    """Each dropped path that is still named, once, with all that names it or what is below it."""
    gone = {path for path in edits.base if edits.is_dropped(path)}
    found: dict[str, dict[str, _Name]] = {}
    for name in _names(framework):
        cause = next((c for c in edits.dropped if name.path in gone and is_below(name.path, c)), "")
        if cause:
            found.setdefault(cause, {}).setdefault(name.where, name)
    for cause, names in found.items():
        why = _listed([name.why for name in names.values()], "more name it")
        what = f"'{cause}' can't be dropped as it is: {why}"
        hint = f"state {_listed([*names], 'more')} anew in this file"
        yield Problem("overlay.still-named", edits.places[cause], what, hint)


def _listed(texts: list[str], more: str) -> str:
    """The first of some texts in a row, and how many more there are."""
    if len(texts) > MOST_NAMED:
        texts = [*texts[: MOST_NAMED - 1], f"{len(texts) - MOST_NAMED + 1} {more}"]
    return " and ".join(filter(None, [", ".join(texts[:-1]), texts[-1]]))


def _names(framework: Framework) -> Iterator[_Name]:
    """Every path that a rule or an item names."""
    for key in _KEYS:
        for path in _paths(framework.scoring.overall, key):
            yield _Name(path, "the rule of the overall result names it", "[scoring] overall")
    for node in framework.walk():
        for key in _KEYS:
            yield from _names_of(framework, node, key)
    for item in framework.items:
        for path in item.counts:
            yield _Name(path, f"'{item.id}' counts there", f"the counts of '{item.id}'")


def _names_of(framework: Framework, node: Dimension, key: str) -> Iterator[_Name]:
    """The paths that a branch's rule names under a key; what it inherits, where it is stated."""
    said = _value(node.rule, key)
    kinds = ("dimension", "part") if "." in node.id else ("dimension",)
    stated = (kind for kind in kinds if _value(getattr(framework.scoring, kind), key) == said)
    kind = next(stated, "")
    whose, where = f"'{node.id}'", f"the rule of '{node.id}'"
    if kind:
        whose, where = f"every {kind}", f"[scoring] {kind}"
    for path in _paths(node.rule, key):
        yield _Name(path, f"the rule of {whose} names it", where)


def _paths(rule: Rule, key: str) -> Iterator[str]:
    """The paths that a rule names under a key."""
    said = _value(rule, key)
    if key == "caps":
        yield from (cap.path for cap in rule.caps)
    elif isinstance(said, tuple):
        yield from said
    elif isinstance(rule, Equivalence) and key == "needs":
        for needs in rule.needs.values():
            yield from needs


def _value(rule: Rule, key: str) -> object:
    return getattr(rule, key, None)
