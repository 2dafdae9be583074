"""`maturity schema`: what an editor reads to complete keys and to mark mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.files.json_schema import KINDS, schema_text

from .new import give, output_options

if TYPE_CHECKING:
    from typing import Literal


@click.command()
@click.argument("kind", type=click.Choice(KINDS), default=KINDS[0])
@output_options
def schema(kind: Literal["framework", "assessment"], target: str | None, *, force: bool) -> None:
    """The JSON Schema of a kind of file, for an editor.

    With it an editor completes keys, shows what they mean and marks mistakes while you write. Save
    it beside your file with  -o framework.schema.json  and make this the file's first line:
    #:schema ./framework.schema.json
    """
    give(schema_text(kind), target, force=force)
