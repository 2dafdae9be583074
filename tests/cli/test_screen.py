"""Where pages and messages go."""

from __future__ import annotations

import sys
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from maturity.cli import screen
from maturity.present.layout import words

if TYPE_CHECKING:
    from collections.abc import Callable


class Terminal(StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Show a page on a terminal, and return what it got."""

    def show(columns: int, **environment: str) -> str:
        for name in ("NO_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)
        for name, value in {"COLUMNS": str(columns), **environment}.items():
            monkeypatch.setenv(name, value)
        screen_ = Terminal()
        monkeypatch.setattr(sys, "stdout", screen_)
        screen.show([words("word " * 40, "bold")])
        return screen_.getvalue()

    return show


def test_styles(terminal: Callable[..., str]) -> None:
    """Styles on a terminal, none where they are unwanted."""
    assert "\x1b[1m" in terminal(80)
    assert "\x1b" in terminal(80, NO_COLOR="")
    assert "\x1b" not in terminal(80, NO_COLOR="1")
    assert "\x1b" not in terminal(80, TERM="dumb")


@pytest.mark.parametrize(("columns", "width"), [(20, 60), (72, 72), (100, 100), (250, 100)])
def test_width(columns: int, width: int, terminal: Callable[..., str]) -> None:
    """As wide as the terminal, within bounds that can be read."""
    page = terminal(columns, NO_COLOR="1")
    assert max(map(len, page.rstrip().split("\n"))) in range(width - 5, width + 1)


def test_streams_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without stdout and stderr nothing fails."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    screen.be_lenient()
    screen.show([words("word")])
    screen.say("word")
    screen.finish()


def test_stopping_without_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stdout is no file, there is nothing to redirect."""
    monkeypatch.setattr(sys, "stdout", StringIO())
    screen.stop_quietly()
    closed = StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stdout", closed)
    screen.stop_quietly()
