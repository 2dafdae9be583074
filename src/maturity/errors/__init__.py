"""What can go wrong, in one shape: a fault with a place, a code, a sentence and a hint."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import TYPE_CHECKING

from attrs import field, frozen

from .clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


MOST_NAMES = 12
LONGEST_SHOWN = 60
_MANY = 500
_LONG = 100
_COMPARISONS = 10_000
_LEAST_COST = 50
_SCANNED_AT_ONCE = 20

_left: ContextVar[list[int] | None] = ContextVar("comparisons that are left", default=None)


@contextmanager
def few_suggestions() -> Iterator[None]:
    """Within it, near names are looked for only for the first faults: each search takes time."""
    if _left.get() is not None:
        yield
        return
    token = _left.set([_COMPARISONS])
    try:
        yield
    finally:
        _left.reset(token)


@frozen
class Where:
    """A place in a file.

    `file` is the name the caller gave, or what stands for it ("answers" for a mapping given in
    Python). `line` and `column` count from 1; None where there is no text to point at.
    """

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """`file:line:column`, without the parts that are not known."""
        parts = (self.file, self.line, self.column)
        return clean(":".join(str(part) for part in parts if part is not None))


Place = tuple[str | int, ...]
"""A path of keys in a file."""


@frozen
class Problem:
    """A fault before its line is known: `place` is the path of keys that leads to it.

    `rests_on`: the places of other values from which it was worked out. `spoils`: the places of
    which nothing can be said while this is not mended. What rests on a spoilt place is not told.
    """

    code: str
    place: Place
    what: str
    hint: str = ""
    rests_on: tuple[Place, ...] = field(default=(), eq=False, repr=False)
    spoils: tuple[Place, ...] = field(default=(), eq=False, repr=False)


@frozen
class Fault:
    """One thing that is wrong: a stable `code`, `where`, `what` is wrong and a `hint`.

    The hint says what is allowed and, where a name is close to a valid one, which was meant.
    """

    code: str
    where: Where
    what: str
    hint: str = ""

    def __str__(self) -> str:
        """`file:line:column: error[code]: what; hint`."""
        tail = f"; {self.hint}" if self.hint else ""
        return clean(f"{self.where}: error[{self.code}]: {self.what}{tail}")


class MaturityError(Exception):
    """The base of every error that this library raises on purpose."""


def _as_tuple(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(faults)


@frozen(str=False, eq=False)
class FaultsFound(MaturityError):
    """A file, a text or a set of answers can't be used: `.faults` holds them all, in file order."""

    faults: tuple[Fault, ...] = field(converter=_as_tuple)

    def __str__(self) -> str:
        """Each fault on a line of its own."""
        return "\n".join(str(fault) for fault in self.faults)


class UnknownName(MaturityError, KeyError):
    """A path or an id that does not exist; the message names the nearest that does."""

    def __str__(self) -> str:
        """The sentence alone: KeyError would put quotes around it."""
        return clean(str(self.args[0]))


class NotComparable(MaturityError):
    """Assessments that can't stand side by side; the message says why, and what would help."""

    def __str__(self) -> str:
        """The sentence, made safe to show."""
        return clean(super().__str__())


class RecordRefused(MaturityError):
    """A record that can't be recomputed: another framework, digest or format, or changed since."""

    def __str__(self) -> str:
        """The sentence, made safe to show."""
        return clean(super().__str__())


class ExtraMissing(MaturityError):
    """Something needs packages that come with an extra of this library, and they are not there."""

    def __init__(self, what: str, extra: str, packages: str) -> None:
        """What needs them, the extra's name, and the packages."""
        super().__init__(
            f'{what} needs the extra "{extra}": {packages} is not installed; '
            f"from a clone of the project, pip install '.[{extra}]' installs it"
        )


def nearest(name: str, allowed: Iterable[str]) -> str | None:
    """The allowed name most like `name`, whatever their capitals, or None where none is near."""
    names = allowed if isinstance(allowed, Collection) else list(allowed)
    if not 0 < len(name) <= _LONG or not _may_search(len(names)):
        return None
    name = name.lower()
    if len(names) > _MANY:  # a file made to be slow: look only where a slip of the pen leads
        names = [other for other in names if other[:2].lower() == name[:2]][:_MANY]
    small: dict[str, str] = {}
    for other in names:
        small.setdefault(other.lower(), other)
    close = difflib.get_close_matches(name, list(small), n=1, cutoff=0.65)
    return small[close[0]] if close else None


def _may_search(count: int) -> bool:
    """Whether there is still time to compare a name with `count` others."""
    left = _left.get()
    if left is not None:
        left[0] -= max(min(count, _MANY) + count // _SCANNED_AT_ONCE, _LEAST_COST)
    return left is None or left[0] >= 0


def cut(text: str, length: int = LONGEST_SHOWN) -> str:
    """`text`, with its end left out where it is longer than a message can show."""
    return text if len(text) <= length else text[: length - 3] + "..."


def hint_for(name: object, allowed: Iterable[str], *, label: str = "allowed") -> str:
    """`allowed: a, b, c; did you mean 'b'?`, with a long list cut short.

    >>> hint_for("matrue", ["young", "mature"])
    "allowed: young, mature; did you mean 'mature'?"
    """
    names = allowed if isinstance(allowed, Collection) else list(allowed)
    rest = len(names) - MOST_NAMES
    shown = ", ".join(map(cut, islice(names, MOST_NAMES))) + (
        f" and {rest} more" if rest > 0 else ""
    )
    hint = f"{label}: {shown}" if names else f"{label}: none"
    return did_you_mean(hint, nearest(name, names) if isinstance(name, str) else None)


def did_you_mean(hint: str, close: str | None) -> str:
    """The hint, with the name that was likely meant where there is one."""
    return f"{hint}; did you mean '{close}'?" if close else hint
