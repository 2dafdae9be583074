"""A bar for what takes long: on a terminal, after a while, and never when piped."""

from __future__ import annotations

import sys
from io import StringIO
from threading import active_count
from time import sleep

import pytest

from maturity.cli.progress import progress


class Screen(StringIO):
    """A terminal that keeps what is drawn."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def drawn(stream: StringIO, monkeypatch: pytest.MonkeyPatch, *, steps: bool = True) -> str:
    """What is drawn around work that takes longer than the patience."""
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("Reading", patience=0.01) as step:
        if steps:
            step(1, 2)
        for _ in range(100):  # a second at most
            if stream.getvalue():
                break
            sleep(0.01)
    return stream.getvalue()


def test_quick_work_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within its patience there is no bar."""
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress("Reading", patience=60.0) as step:
        step(1, 2)
    assert screen.getvalue() == ""


def test_slow_work_draws_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond it there is one, with what is done."""
    found = drawn(Screen(), monkeypatch)
    assert "Reading" in found
    assert "50%" in found


def test_a_bar_without_a_total(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that tells nothing of how far it is has a bar as well, and no share."""
    found = drawn(Screen(), monkeypatch, steps=False)
    assert "Reading" in found
    assert "50%" not in found


def test_nothing_is_drawn_into_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where stderr is no terminal there is none."""
    pipe = StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with progress("Reading", patience=0.0):
        sleep(0.05)
    assert pipe.getvalue() == ""


def test_work_that_fails_takes_its_bar_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """No thread goes on drawing after an error."""
    before = active_count()
    monkeypatch.setattr(sys, "stderr", Screen())
    with pytest.raises(ZeroDivisionError), progress("Reading", patience=0.0):
        fail_later()
    for _ in range(100):  # the last of them may take a moment to end
        if active_count() == before:
            break
        sleep(0.01)
    assert active_count() == before


def fail_later() -> float:
    """An error, once there is a bar."""
    sleep(0.05)
    return 1 / 0
