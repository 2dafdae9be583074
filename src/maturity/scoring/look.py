"""One node of one card, seen as its rule sees it: what explanations are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.rules import Staged
from maturity.model.scales import LADDER

from .readings import Reading, Slots
from .words import items_word, number_text, plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from maturity.model.scales import Level

    from .entries import Entry
    from .plan import Step
    from .scorecard import Score, Scorecard

PAIR = 2


class Look:
    """A node's step and slots, for one assessment, under the secured reading."""

    def __init__(self, card: Scorecard, score: Score) -> None:
        """Find the node's step, and the column of its reading."""
        self.card, self.score, self.node = card, score, score.node
        self.slots: Slots = card.results.slots[score.conventions]
        count = card.results.value.shape[2]
        reading = Reading.LOW if score.conventions.missing == "bound" else Reading.STATED
        self.column = card.results.at(reading) * count + card.column
        self.step: Step = next(s for s in card.plan.steps if self.node in s.nodes)
        self.place = self.step.nodes.index(self.node)
        order = {path: place for place, path in enumerate(card.asked.by_path)}
        self.every = sorted(self.node.entries, key=lambda entry: order[self.path(entry)])

    @property
    def reached(self) -> int:
        """The rank that the reading gives."""
        ranks = self.card.results.rank.reshape(len(self.card.plan.nodes), -1)
        return int(ranks[self.card.plan.row[self.node.path], self.column])

    def entries(self) -> list[Entry]:
        """What the rule counts, in file order; `every` holds what it reads, counted or not."""
        return [entry for entry in self.every if self.counted(entry)]

    def path(self, entry: Entry) -> str:
        """The path of what an entry reads."""
        items = self.card.plan.leaves.items
        if entry.slot < len(items):
            return items[entry.slot].claims or items[entry.slot].id
        return self.card.plan.nodes[entry.slot - len(items)].path

    def title(self, entry: Entry) -> str:
        """The name of what an entry reads: a branch's title, an item's path."""
        items = self.card.plan.leaves.items
        if entry.slot < len(items):
            return self.path(entry)
        return self.card.plan.nodes[entry.slot - len(items)].title

    def counted(self, entry: Entry) -> bool:
        """Whether an entry takes part."""
        return bool(self.slots.counted[entry.slot, self.column])

    def rank(self, entry: Entry) -> int:
        """The rank of an entry on the node's ladder."""
        own = getattr(self.node.rule, "ladder", None) not in {None, LADDER}
        if entry.is_item and own:
            return int(self.slots.merit[entry.slot, self.column]) + 1
        return int(self.slots.rank[entry.slot, self.column])

    def level(self, rank: int) -> Level:
        """The rung of a rank; the framework's `below` for 0."""
        return (self.card.framework.below, *self.node.ladder)[rank]

    def passes(self, entry: Entry) -> bool:
        """Whether an entry reaches its pass mark."""
        sources = (self.slots.merit, self.slots.rank, self.slots.place)
        reached = sources[entry.mark][entry.slot, self.column]
        return self.counted(entry) and bool(reached >= entry.pass_at)

    def stands(self, entry: Entry, rung: int) -> bool:
        """Whether an entry is good at a rung."""
        if entry.every_level:
            return self.counted(entry) and bool(self.slots.rank[entry.slot, self.column] >= rung)
        return self.passes(entry)

    def left_out(self, rung: int) -> bool:
        """Whether a short form asks nothing of what stands at a rung."""
        if self.card.profile is None or not isinstance(self.node.rule, Staged):
            return False
        return not any(entry.every_level or entry.level == rung for entry in self.every)

    def noun(self, entries: Sequence[Entry], number: int | None = None) -> str:
        """The framework's word for what entries read, in the plural unless `number` is 1."""
        number = len(entries) if number is None else number
        framework = self.card.asked
        if all(entry.is_item for entry in entries):
            return items_word(framework, number)
        word = framework.term("part" if self.node.path else "dimension")
        mixed = f"{items_word(framework)} and " if any(entry.is_item for entry in entries) else ""
        return word if number == 1 else f"{mixed}{plural(word)}"

    def count(self, entries: Sequence[Entry]) -> str:
        """`3 statements`, `1 part`."""
        return f"{len(entries)} {self.noun(entries)}"

    def all(self, entries: Sequence[Entry]) -> str:
        """`All 3 statements`, `Both parts`."""
        every = "Both" if len(entries) == PAIR else f"All {len(entries)}"
        return f"{every} {self.noun(entries)}"

    def holding_caps(self) -> list[str]:
        """Each cap that holds the level down, in a sentence."""
        found = []
        for cap, (entry, highest) in zip(self.node.rule.caps, self.node.caps, strict=True):
            blocked = bool(self.slots.blocked[entry.slot, self.column])
            short = blocked or (self.counted(entry) and not self.passes(entry))
            if short and highest <= self.reached:
                until = cap.until if isinstance(cap.until, str) else number_text(float(cap.until))
                found.append(
                    f"No level above {self.level(highest).label} until "
                    f"{self.title(entry)} reaches '{until}'."
                )
        return found
