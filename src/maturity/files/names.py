"""The ids that a file's keys are: whether they may be, and the label where none is stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors import Problem, cut, did_you_mean
from maturity.model.ids import ID_RULE, LONGEST_ID, as_id, is_id

if TYPE_CHECKING:
    from collections.abc import Iterable

Place = tuple[str | int, ...]


def label_of(name: str) -> str:
    """The label or title of what has only an id.

    >>> label_of("not-yet")
    'Not yet'
    """
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]


def check_ids(names: Iterable[str], place: Place, reserved: dict[str, str]) -> list[Problem]:
    """The keys at `place` that can't be ids; `reserved` are ids with what they stand for."""
    problems = []
    for name in names:
        if name in reserved:
            what = f"'{cut(name)}' can't be an id here: it stands for {reserved[name]}"
            problems.append(Problem("id.reserved", (*place, name), what, "choose another id"))
        problems += check_id(name, (*place, name))
    return problems


def check_id(name: str, place: Place) -> list[Problem]:
    """The problem that `name` can't be an id, if it can't."""
    if is_id(name):
        if len(name) <= LONGEST_ID:
            return []
        what = f"the id '{cut(name)}' has {len(name)} characters"
        return [Problem("id.invalid", place, what, f"allowed: at most {LONGEST_ID}")]
    what, hint = f"'{cut(name)}' can't be an id", f"allowed: {ID_RULE}"
    if not is_id(close := as_id(name[:LONGEST_ID])):
        return [Problem("id.invalid", place, what, hint)]
    hint = did_you_mean(hint, cut(close))
    return [Problem("id.invalid", place, what, hint, spoils=((*place[:-1], close),))]


def step_of(name: str) -> str:
    """The id as a step of a path: what can't be an id (and is reported) still makes one step."""
    return name.replace(".", "-") or "-"
