"""A mapping that can't be changed, with a hash, so that records that hold one stay records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(Mapping[K, V], Generic[K, V]):
    """An immutable mapping that keeps the order of its keys.

    >>> FrozenMap({"a": 1}) == {"a": 1}
    True
    """

    __slots__ = ("_data",)
    _data: dict[K, V]

    def __init__(self, data: Mapping[K, V] | None = None) -> None:
        """Copy `data`; later changes to it are not seen."""
        object.__setattr__(self, "_data", dict(data or {}))

    def __getitem__(self, key: K) -> V:
        """The value at `key`; KeyError where there is none."""
        return self._data[key]

    def __iter__(self) -> Iterator[K]:
        """The keys, in order."""
        return iter(self._data)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._data)

    def __hash__(self) -> int:
        """Equal maps have equal hashes, whatever their order."""
        return hash(frozenset(self._data.items()))

    def __setattr__(self, name: str, value: object) -> None:
        """Refused: the map is frozen."""
        raise AttributeError(f"can't set {name}: a FrozenMap does not change")

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        """Copies and worker processes rebuild it from its data."""
        return (type(self), (self._data,))

    def __repr__(self) -> str:
        """As the dict it holds."""
        return repr(self._data)


def as_tuple(given: Iterable[Any]) -> tuple[Any, ...]:
    """A list as a tuple; anything else as it is, to be refused where records are checked."""
    return tuple(given) if isinstance(given, list) else given  # type: ignore[return-value]  # refused later


def as_map(given: Mapping[Any, Any]) -> FrozenMap[Any, Any]:
    """A mapping as a frozen one; anything else as it is, to be refused likewise."""
    copied = isinstance(given, Mapping) and not isinstance(given, FrozenMap)
    return FrozenMap(given) if copied else given  # type: ignore[return-value]  # refused later
