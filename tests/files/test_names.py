"""Keys that are ids, and labels where none is stated."""

from __future__ import annotations

import pytest

from maturity.errors import cut
from maturity.files.names import check_id, check_ids, label_of, step_of


def test_an_id_without_a_label_is_read_as_words() -> None:
    """An id without a label is read as words."""
    assert label_of("not-yet") == "Not yet"
    assert label_of("l3") == "L3"


@pytest.mark.parametrize(
    ("name", "close"),
    [("Clear purpose", "clear-purpose"), ("2.3", "2-3"), ("-a", "a"), ("", None), ("é", None)],
)
def test_what_cannot_be_an_id_comes_with_the_id_that_it_could_be(
    name: str, close: str | None
) -> None:
    """What cannot be an id comes with the id that it could be."""
    (problem,) = check_id(name, ("a", name))
    hint = "allowed: lower-case letters, digits and hyphens, starting with a letter or a digit"
    assert (problem.code, problem.what) == ("id.invalid", f"'{name}' can't be an id")
    assert problem.hint == hint + (f"; did you mean '{close}'?" if close else "")


def test_a_reserved_id_is_refused() -> None:
    """A reserved id is refused."""
    (problem,) = check_ids(["a", "levels"], ("scales",), {"levels": "the ladder"})
    assert problem.place == ("scales", "levels")
    assert problem.what == "'levels' can't be an id here: it stands for the ladder"


def test_what_cannot_be_an_id_still_makes_one_step_of_a_path() -> None:
    """What cannot be an id still makes one step of a path."""
    assert [step_of(name) for name in ("a", "2.3", "")] == ["a", "2-3", "-"]


def test_long_names_are_cut_in_messages() -> None:
    """Long names are cut in messages."""
    assert cut("x" * 60) == "x" * 60
    assert cut("x" * 61) == "x" * 57 + "..."
