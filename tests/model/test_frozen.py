"""A mapping that does not change."""

from __future__ import annotations

import copy
import pickle

import pytest

from maturity.model.frozen import FrozenMap

MAP = FrozenMap({"b": 1, "a": FrozenMap({"c": 2})})


def test_reads_as_a_mapping() -> None:
    """It keeps the order of its keys and equals the dict that it holds."""
    assert list(MAP) == ["b", "a"]
    assert MAP["a"]["c"] == 2  # type: ignore[index]  # the inner map
    assert len(MAP) == 2
    assert MAP == {"a": {"c": 2}, "b": 1}
    assert repr(MAP) == "{'b': 1, 'a': {'c': 2}}"
    assert not FrozenMap()


def test_missing_key() -> None:
    """A key that is not there is a KeyError, as in any mapping."""
    with pytest.raises(KeyError):
        MAP["z"]


def test_does_not_change() -> None:
    """Neither its entries nor its attributes can be set, and what it was made from may change."""
    source = {"a": 1}
    frozen = FrozenMap(source)
    source["a"] = 2
    assert frozen == {"a": 1}
    with pytest.raises(TypeError):
        frozen["a"] = 2  # type: ignore[index]  # refused: it is frozen
    with pytest.raises(AttributeError, match="does not change"):
        frozen.other = 2


def test_hash() -> None:
    """Equal maps have equal hashes, whatever the order of their keys."""
    other = FrozenMap({"a": FrozenMap({"c": 2}), "b": 1})
    assert other == MAP
    assert hash(other) == hash(MAP)
    assert len({MAP, other}) == 1


def test_copies() -> None:
    """It pickles and copies to an equal map."""
    for copied in (copy.copy(MAP), copy.deepcopy(MAP), pickle.loads(pickle.dumps(MAP))):  # noqa: S301  # its own
        assert copied == MAP
        assert list(copied) == list(MAP)
        assert isinstance(copied, FrozenMap)
