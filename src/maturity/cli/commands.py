"""The commands, and what becomes of errors: a sentence on stderr and an exit code, no traceback."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from maturity import __version__
from maturity.errors import FaultsFound, MaturityError
from maturity.present.plain import harmless

from .agree import agree
from .buddies import buddies
from .carry import carry
from .check import check
from .demo import demo
from .diff import diff
from .due import due
from .frameworks import frameworks
from .import_ import import_
from .new import new
from .overview import overview
from .people import people
from .schema import schema
from .score import score, why
from .screen import CODE, FAULTS, MISUSE, be_lenient, finish, give_up, say, say_lines
from .show import show
from .trend import evidence, trend

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

ABOUT_ARGUMENTS = {"file.folder", "file.missing", "framework.unknown"}


@contextmanager
def _harmless_messages() -> Iterator[None]:
    """Take what could control a terminal out of click's messages, which repeat what was typed."""
    try:
        yield
    except click.ClickException as error:
        error.message = harmless(error.message)  # type: ignore[misc]  # no subclass may change it; nobody else holds this one
        raise


class _Unprinted(Exception):
    """Output that failed, past click's own handling, and the exit code but for that."""

    def __init__(self, error: OSError, code: int = 0) -> None:
        """Keep both."""
        super().__init__(error, code)
        self.error, self.code = error, code


@contextmanager
def _told(ctx: click.Context) -> Iterator[None]:
    """Turn what this library raises on purpose into a message and an exit code."""
    try:
        yield
    except FaultsFound as error:
        ctx.meta[CODE] = MISUSE if _is_misuse(error) else FAULTS
        say_lines(str(error))
        ctx.exit(ctx.meta[CODE])
    except MaturityError as error:
        ctx.meta[CODE] = MISUSE
        say(f"Error: {error}")
        ctx.exit(MISUSE)


class _Commands(click.Group):
    """A group whose commands end in an exit code, whatever goes wrong."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what this library raises on purpose becomes a message."""
        try:
            with _told(ctx), _harmless_messages():
                return super().invoke(ctx)
        except OSError as error:
            raise _Unprinted(error, ctx.meta.get(CODE, 0)) from None

    def make_context(self, *args: Any, **extra: Any) -> click.Context:  # noqa: ANN401  # click's own
        """Read what comes before the command."""
        try:
            with _harmless_messages():
                return super().make_context(*args, **extra)
        except OSError as error:
            raise _Unprinted(error) from None

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401  # click's own signature
        """Run; what can't be printed ends here, and texts may hold what the terminal lacks."""
        be_lenient()
        code: Any = MISUSE  # what click itself shows before it ends is about misuse
        try:
            try:
                return super().main(*args, **extra)
            except SystemExit as ended:
                code = ended.code
                finish()
                raise
        except _Unprinted as unprinted:
            sys.exit(give_up(unprinted.error, unprinted.code))
        except OSError as error:
            sys.exit(give_up(error, code))


def _is_misuse(error: FaultsFound) -> bool:
    """Whether an argument names what isn't there, rather than a file having a fault."""
    return all(f.code in ABOUT_ARGUMENTS and f.where.line is None for f in error.faults)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="maturity %(version)s")
def cli() -> None:
    """Assess against a maturity model, and see what the result rests on.

    A framework says what good looks like, an assessment says where an organisation stands: both
    are plain text files. The exit code is 0 when all is well, 1 when a file has faults, and 2 when
    a command can't be done as it was given.
    """


for command in (
    demo, frameworks, show, check, score, why, new, schema, diff, import_, carry,
    overview, trend, evidence, agree, buddies, due, people,
):  # fmt: skip
    cli.add_command(command)
