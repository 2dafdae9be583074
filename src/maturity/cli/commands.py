"""The commands, and what becomes of errors: a sentence on stderr and an exit code, no traceback."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from maturity import __version__
from maturity.errors import FaultsFound, MaturityError
from maturity.present.plain import harmless

from .check import check
from .demo import demo
from .new import new
from .score import score, why
from .screen import be_lenient, finish, say, say_lines, stop_quietly
from .show import frameworks, show

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

FAULTS, MISUSE = 1, 2
ABOUT_ARGUMENTS = {"file.folder", "file.missing", "framework.unknown"}


@contextmanager
def _harmless_messages() -> Iterator[None]:
    """Take what could control a terminal out of click's messages, which repeat what was typed."""
    try:
        yield
    except click.ClickException as error:
        error.message = harmless(error.message)  # type: ignore[misc]  # no subclass may change it; nobody else holds this one
        raise


class _Commands(click.Group):
    """A group whose commands end in an exit code, whatever goes wrong."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what this library raises on purpose becomes a message."""
        try:
            with _harmless_messages():
                done = super().invoke(ctx)
            finish()
        except FaultsFound as error:
            say_lines(str(error))
            ctx.exit(MISUSE if _is_misuse(error) else FAULTS)
        except MaturityError as error:
            say(f"Error: {error}")
            ctx.exit(MISUSE)
        except BrokenPipeError:
            stop_quietly()
            ctx.exit(0)
        except OSError as error:
            say(f"Error: {error.strerror or error}")
            ctx.exit(MISUSE)
        return done

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401  # click's own
        """Read what comes before the command."""
        with _harmless_messages():
            return super().make_context(*args, **extra)

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401  # click's own signature
        """Run; texts from files may hold characters that the terminal lacks."""
        be_lenient()
        return super().main(*args, **extra)


def _is_misuse(error: FaultsFound) -> bool:
    """Whether an argument names what isn't there, rather than a file having a fault."""
    return all(f.code in ABOUT_ARGUMENTS and f.where.line is None for f in error.faults)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="maturity %(version)s")
def cli() -> None:
    """Assess against a maturity model, and see what the result rests on.

    A framework says what good looks like, an assessment says where an organisation stands: both
    are plain text files. The exit code is 0 when all is well, 1 when a file has faults, and 2 when
    a command was not understood.
    """


for command in (demo, frameworks, show, check, score, why, new):
    cli.add_command(command)
