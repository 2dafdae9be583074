"""The command line: `maturity`. It needs the extra `cli`; without it, it says so."""

from __future__ import annotations

import sys
from importlib.util import find_spec

NEEDED = ("click", "rich")


def main() -> None:
    """Run the command line, or say which extra it needs."""
    if not all(map(find_spec, NEEDED)):
        message = (
            'the command line needs the extra "cli": click and rich are not installed; '
            "from a clone of the project, pip install '.[cli]' installs them"
        )
        print(message, file=sys.stderr)  # noqa: T201  # click may be what is missing
        sys.exit(2)
    from .commands import cli  # noqa: PLC0415  # it imports what may not be there

    cli(prog_name="maturity")
