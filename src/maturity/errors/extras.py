"""What needs a package that isn't installed: one plain message that names the extra."""

from __future__ import annotations

from importlib.util import find_spec

from . import MissingExtra


def need_extra(what: str, extra: str, *packages: str) -> None:
    """MissingExtra unless all `packages` of an extra are there; `what` needs them.

    >>> need_extra("a table", "frames", "no_such_package")
    Traceback (most recent call last):
        ...
    maturity.errors.MissingExtra: a table needs the extra "frames": no_such_package is not ...
    """
    absent = [package for package in packages if find_spec(package) is None]
    if absent:
        named = f"{' and '.join(absent)} {'is' if len(absent) == 1 else 'are'} not installed"
        hint = f"from a clone of the project, pip install '.[{extra}]' installs it"
        raise MissingExtra(f'{what} needs the extra "{extra}": {named}; {hint}')
