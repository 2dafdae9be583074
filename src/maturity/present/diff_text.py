"""How two frameworks differ, as a page of text: by kind, with old and new words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve
from rich.text import Text

from maturity.model.ids import is_below, parent
from maturity.model.inline import inline
from maturity.model.rules import Rule
from maturity.model.texts import words_of
from maturity.model.tree import Dimension
from maturity.scoring.words import counted, item_word, listed, plural

from .layout import bullets, heading, indented, pairs, words
from .rule_words import RuleWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from maturity.model.difference import Difference
    from maturity.model.differences import Differences
    from maturity.model.framework import Framework

GAP = Text("")
LONGEST, MANY = 30, 20
WHOLE = "the framework itself"
APART = {"added", "dropped"}
SHARED = "Shared: at the same path in both, with the same possible answers."


def diff_view(differences: Differences) -> Iterator[RenderableType]:
    """The whole comparison."""
    names = [f"{of.id} {of.edition}" for of in (differences.first, differences.second)]
    yield heading(
        f"From {names[0]} to {names[1]}", "What differs, and what that does to comparing results"
    )
    yield from map(words, _summary(differences))
    said = Said(differences)
    for kind, found in groupby(differences, key=lambda one: one.kind):
        group = list(found)
        yield GAP
        yield words(f"{kind.capitalize()} ({len(group)})", "bold")
        for effect in dict.fromkeys(one.effect for one in group):
            yield indented(words(effect))
            alike = [one for one in group if one.effect == effect]
            yield from (indented(piece) for piece in said.pieces(alike))


def _summary(differences: Differences) -> Iterator[str]:
    """What is shared, and what compares."""
    first, second = differences.first, differences.second
    if not differences:
        yield "Nothing differs: they say the same."
        return
    one, other = item_word(first), item_word(second)
    shared = counted(differences.shared, one if one == other else "item")
    yield f"{shared} shared, of {len(first.items)} and {len(second.items)}. {SHARED}"
    if differences.same_scores:
        yield "The same answers give the same results in both."
    elif differences.shared:
        yield "To compare results, score what is shared, under the rules of one of the two."
    else:
        yield "No results compare."


class Said:
    """Puts differences into lines."""

    def __init__(self, differences: Differences) -> None:
        """Learn the words of either framework."""
        self.frameworks = differences.first, differences.second

    def pieces(self, group: Sequence[Difference]) -> Iterator[RenderableType]:
        """Differences of one kind and effect."""
        kind = group[0].kind
        if kind in APART:
            yield from self._apart(group)
        elif kind == "moved":
            yield bullets(self._moved(group))
        else:
            yield from self._changed(group)

    def _apart(self, group: Sequence[Difference]) -> Iterator[RenderableType]:
        """What is in one of the two only; what is below a branch goes with it."""
        paths = {one.path for one in group}
        items = [one.path for one in group if one.what == "item"]
        item = item_word(self.frameworks[group[0].kind == "added"])
        for one in group:
            if parent(one.path) in paths:
                continue
            text = f"{one.path}: {one.before or one.after}"
            if one.what != "item":
                below = sum(is_below(path, one.path) for path in items)
                text += f" ({one.what}, with {counted(below, item)})"
            yield bullets([text])
            if one.reason:
                yield indented(words(f"Reason: {one.reason}"))

    def _moved(self, group: Sequence[Difference]) -> Iterator[str]:
        """What stands at another path; what is below a branch moves with it."""
        moved = {one.path: str(one.before) for one in group}
        nodes = self.frameworks[1].by_path
        for path, before in moved.items():
            home, name = moved.get(parent(path)), path.rpartition(".")[2]
            if before != f"{home}.{name}":
                yield f"{before}, now {path}: {words_of(nodes[path])}"

    def _changed(self, group: Sequence[Difference]) -> Iterator[RenderableType]:
        """What both say, differently; where the same is said of several, they share a line."""
        several: dict[tuple[str, str, str], list[str]] = {}
        for one in group:
            several.setdefault((one.what, *self.before_and_now(one)), []).append(one.path)
        for (what, before, after), paths in several.items():
            where = listed([path or WHOLE for path in paths], most=MANY) if any(paths) else ""
            if group[0].kind != "reworded" and max(len(before), len(after)) <= LONGEST:
                place = f"{where}: {what}" if where else f"{what}:"
                yield bullets([f"{place} {before}, now {after}"])
            else:
                yield bullets([", ".join(filter(None, [where, what if what != "words" else ""]))])
                yield indented(pairs([("Before", before), ("Now", after)]))

    def before_and_now(self, one: Difference) -> tuple[str, str]:
        """What was said and what is said now, as people read it."""
        first, second = self.frameworks
        if one.what == "level":
            return _label(first, one.before), _label(second, one.after)
        if isinstance(one.before, Rule) and isinstance(one.after, Rule):
            rules = self._rule(first, one.before, one), self._rule(second, one.after, one)
            if rules[0] != rules[1]:
                return rules
        return inline(one.before) or "nothing", inline(one.after) or "nothing"

    def _rule(self, framework: Framework, rule: Rule, one: Difference) -> str:
        """A rule in a clause."""
        said, node = RuleWords(framework), self.frameworks[1].by_path.get(one.path)
        if isinstance(node, Dimension):
            return said.of_node(evolve(node, rule=rule))
        whole = one.what == "overall rule"
        return said.of_rule(rule, plural(framework.term("dimension")) if whole else said.items)


def _label(framework: Framework, level: object) -> str:
    """A level by its label."""
    labels = {rung.id: rung.label for rung in framework.levels}
    return labels.get(str(level), "none")
