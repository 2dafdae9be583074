"""Which kind of file it is: a framework or an assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.errors import FaultsFound
from maturity.files.assessment_reader import load_assessment
from maturity.files.toml_text import load_toml, read_text
from maturity.present.plain import harmless

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment


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


def open_assessment(file: str, framework: str | None) -> Assessment:
    """The assessment in a file; where a framework was given instead, a message says so."""
    try:
        return load_assessment(file, framework)
    except FaultsFound:
        if is_framework(file):
            message = f"{file} is a framework, not an assessment; see it with: maturity show {file}"
            raise Misuse(message) from None
        raise
