"""A bar for what takes long: on a terminal, after two seconds, and never when piped."""

from __future__ import annotations

import sys
from io import StringIO
from typing import TYPE_CHECKING

from maturity.cli.progress import progress

if TYPE_CHECKING:
    import pytest


class Screen(StringIO):
    """A terminal that keeps what is drawn."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def drawn(seconds: float, stream: StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is drawn when the second of two steps comes after so many seconds."""
    monkeypatch.setattr(sys, "stderr", stream)
    times = iter([0.0, 0.5, seconds])
    with progress("Reading", clock=lambda: next(times, seconds)) as step:
        step(1, 2)
        step(2, 2)
    return stream.getvalue()


def test_quick_work_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under two seconds there is no bar."""
    assert drawn(1.9, Screen(), monkeypatch) == ""


def test_slow_work_draws_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over two seconds there is one, with what is done."""
    assert "Reading" in drawn(2.1, Screen(), monkeypatch)


def test_nothing_is_drawn_into_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stderr is no terminal there is none, however long it takes."""
    assert drawn(60.0, StringIO(), monkeypatch) == ""
