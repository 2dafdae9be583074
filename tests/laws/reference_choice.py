"""What a profile takes of a framework."""

from __future__ import annotations

from functools import cached_property

from attrs import frozen

from maturity.model.framework import Framework
from maturity.model.tree import Dimension, Item, Profile


def within(path: str, branch: str) -> bool:
    """Whether a path is a branch, or stands below it."""
    return branch in ("", path) or path.startswith(branch + ".")


@frozen
class Choice:
    """A profile of a framework; None takes all of it."""

    framework: Framework
    profile: Profile | None = None

    @property
    def scale(self) -> str | None:
        """The scale on which a profile asks; None: the ladder."""
        return self.profile.scale if self.profile else None

    def asks(self, branch: Dimension) -> bool:
        """Whether the profile asks one answer for a branch."""
        asked = self.profile.ask if self.profile else None
        depth = branch.id.count(".")
        if asked == "parts":
            return depth == 1 or (depth == 0 and not branch.dimensions)
        return asked == "dimensions" and depth == 0

    def keeps(self, branch: Dimension, above: tuple[Dimension, ...] = ()) -> bool:
        """Whether a branch stays: it never held an item, or a chosen one is or counts in it."""
        if not branch.items or any(within(path, branch.id) for path in self.counted):
            return True
        held = any(self.chosen(item, (*above, branch)) for item in branch.own_items)
        return held or any(
            part.items and self.keeps(part, (*above, branch)) for part in branch.dimensions
        )

    @cached_property
    def counted(self) -> set[str]:
        """The branches in which a chosen item counts instead of at home."""
        return {
            path
            for item in self.framework.items
            if item.counts and self.chosen(item, self.above(item))
            for path in item.counts
        }

    def above(self, item: Item) -> tuple[Dimension, ...]:
        """The branches that an item stands in."""
        return tuple(node for node in self.framework.walk() if within(item.id, node.id))

    def chosen(self, item: Item, above: tuple[Dimension, ...]) -> bool:
        """Whether the profile takes an item."""
        profile = self.profile
        if profile is None:
            return True
        if any(within(item.id, path) for path in profile.drop):
            return False
        holders: list[Item | Dimension] = [item, *above]
        tags = {tag for holder in holders for tag in holder.tags}
        sectors = {sector for holder in holders for sector in holder.sectors}
        choices = (
            item.id in profile.items,
            any(within(item.id, path) for path in profile.dimensions),
            item.level in profile.levels or any(at in profile.levels for at in item.levels),
            bool(tags & set(profile.tags)),
            bool(sectors & set(profile.sectors)),
        )
        stated = (
            profile.items or profile.dimensions or profile.levels or profile.tags or profile.sectors
        )
        return any(choices) if stated else True
