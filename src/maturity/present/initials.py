"""Labels of levels as letters, for tables with many columns: colour is never what tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RISE, UNKNOWN = "+", "?"


def initials(labels: Iterable[str]) -> dict[str, str]:
    """For each label the shortest beginning that no other label has.

    >>> initials(["Young", "Established", "Mature", "Exemplar"])
    {'Young': 'Y', 'Established': 'Es', 'Mature': 'M', 'Exemplar': 'Ex'}
    """
    known = list(labels)
    return {label: _shortest(label, [one for one in known if one != label]) for label in known}


def _shortest(label: str, others: list[str]) -> str:
    """The shortest beginning of a label that no other has; all of it where there is none."""
    for length in range(1, len(label)):
        start = label[:length]
        if not start.endswith(" ") and not any(
            other.casefold().startswith(start.casefold()) for other in others
        ):
            return start
    return label


def key_to(letters: Mapping[str, str]) -> str:
    """What the letters and marks of a table mean.

    >>> key_to({"Amber": "A"})
    'A Amber; + missing answers can still raise it; ? nothing to state yet'
    """
    told = [f"{letter} {label}" for label, letter in letters.items()]
    told += [f"{RISE} missing answers can still raise it", f"{UNKNOWN} nothing to state yet"]
    return "; ".join(told)
