"""Which kind of file it is: a framework or an assessment."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from maturity.errors import FaultsFound
from maturity.files.assessment_reader import load_assessment
from maturity.files.locate import load_framework
from maturity.files.toml_text import load_toml, read_text
from maturity.present.plain import harmless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework


class Misuse(click.ClickException):
    """A command that can't be done as it was given."""

    exit_code = 2

    def __init__(self, message: str) -> None:
        """Keep a message in which nothing controls the terminal."""
        super().__init__(harmless(message))


def is_framework(file: str) -> bool:
    """Whether a file holds a framework, by its keys; FaultsFound where it can't be read."""
    data = load_toml(read_text(file), file).data
    return "framework" not in data and ("answers" not in data or "dimensions" in data)


def open_framework(name: str) -> Framework:
    """The framework with an id or in a file; where an assessment was given, a message says so."""
    with not_an_assessment(name):
        return load_framework(name)


@contextmanager
def not_an_assessment(name: str) -> Iterator[None]:
    """Where what is read within it fails as an assessment was given, a message says so."""
    try:
        yield
    except FaultsFound:
        if _is_assessment(name):
            seen = f"see its result with: maturity score {name}"
            raise Misuse(f"{name} is an assessment, not a framework; {seen}") from None
        raise


def open_assessment(file: str, framework: str | None) -> Assessment:
    """The assessment in a file; where a framework was given instead, a message says so."""
    given = None if framework is None else open_framework(framework)
    try:
        return load_assessment(file, given)
    except FaultsFound:
        if is_framework(file):
            message = f"{file} is a framework, not an assessment; see it with: maturity show {file}"
            raise Misuse(message) from None
        raise


def _is_assessment(file: str) -> bool:
    """Whether there is such a file, and it holds an assessment."""
    try:
        return not is_framework(file)
    except FaultsFound:
        return False
