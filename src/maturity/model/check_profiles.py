"""Faults in profiles: names that don't exist, and questions without a scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem, hint_for

from .fits import described
from .grounds import Grounds, rung_grounds, tag_grounds
from .narrow import asked_branches
from .scales import LADDER
from .tree import Dimension, Item, Profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .framework import Framework
    from .paths import Paths
    from .places import Place

_Known = dict[str, tuple[str, dict[str, None], Grounds]]


def check_profiles(paths: Paths) -> Iterator[Problem]:
    """Every fault in the framework's profiles."""
    framework = paths.framework
    asked: dict[str, Profile] = {}
    several = len({one.scale or LADDER for one in framework.profiles.values() if one.ask}) > 1
    nodes = framework.by_path.values()
    levels = dict.fromkeys(level.id for level in framework.levels)
    known: _Known = {"levels": ("level", levels, ())}
    for key, word in {"tags": "tag", "sectors": "sector"}.items():
        names = sorted({name for node in nodes for name in getattr(node, key)})
        known[key] = (word, dict.fromkeys(names), tag_grounds(framework, key))
    for profile in framework.profiles.values():
        place: Place = ("profiles", profile.id)
        yield from _check_choice(paths, profile, place, known)
        yield from _check_ask(framework, profile, place)
        for branch in asked_branches(framework, profile) if several else ():
            other = asked.setdefault(branch, profile)
            if (other.scale or LADDER) != (profile.scale or LADDER):
                what = f"the profiles '{other.id}' and '{profile.id}' ask '{branch}' on two scales"
                hint = f"use one scale in both: '{other.scale or LADDER}'"
                grounds = (("profiles", other.id, "scale"),)
                yield Problem("profile.two-scales", (*place, "scale"), what, hint, grounds)
                break


def _check_choice(paths: Paths, profile: Profile, place: Place, known: _Known) -> Iterator[Problem]:
    """Every name in a profile's choice that the framework doesn't know."""
    kinds = {"items": Item, "dimensions": Dimension, "drop": None}
    for key, kind in kinds.items():
        for number, path in enumerate(getattr(profile, key)):
            yield from paths.check(path, (*place, key, number), kind)
    for key, (word, allowed, grounds) in known.items():
        for number, name in enumerate(getattr(profile, key)):
            if name not in allowed:
                code = "level.unknown" if key == "levels" else "tag.unknown"
                what = f"there is no {word} {described(name)}"
                on = grounds or rung_grounds(LADDER, name)
                yield Problem(code, (*place, key, number), what, hint_for(name, allowed), on)


def _check_ask(framework: Framework, profile: Profile, place: Place) -> Iterator[Problem]:
    """The fault in the scale on which a profile asks."""
    if profile.ask is None:
        if profile.scale is not None:
            what = f"the profile '{profile.id}' has a scale, but asks nothing on it"
            hint = 'add ask = "dimensions" or ask = "parts", or leave scale out'
            grounds: Grounds = ((*place, "ask"),)
            yield Problem("profile.ask", (*place, "scale"), what, hint, grounds)
    elif profile.scale is None and not framework.levels:
        what = f"the profile '{profile.id}' asks on the ladder, but the framework has no levels"
        hint = hint_for(None, framework.scales, label="state scale = one of")
        grounds = (("levels",), (*place, "scale"))
        yield Problem("profile.ask", (*place, "ask"), what, hint, grounds)
    elif profile.scale is not None and profile.scale not in framework.scales:
        what = f"there is no scale {described(profile.scale)}"
        hint, grounds = hint_for(profile.scale, framework.scales), rung_grounds(profile.scale, None)
        yield Problem("scale.unknown", (*place, "scale"), what, hint, grounds)
