"""`maturity buddies`: who could help whom."""

from __future__ import annotations

import click

from maturity.analysis.buddies import buddies as buddies_of
from maturity.present.buddies_document import buddies_document
from maturity.present.document_text import document_view
from maturity.present.json_text import json_text
from maturity.present.rows_csv import rows_csv

from . import screen
from .many import cohort_options, form_option, open_cohort
from .progress import progress

HEADS = (
    "dimension", "mentor", "learner", "mentor_level", "learner_level", "apart", "same_sector",
    "items", "text",
)  # fmt: skip


@click.command()
@cohort_options
@click.option(
    "--capacity",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="How many learners one mentor can have.",
)
@click.option(
    "--apart",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="How many levels a mentor has to stand above a learner.",
)
@click.option("--again", is_flag=True, help="The same two may be paired in several dimensions.")
@form_option
def buddies(capacity: int, apart: int, form: str, *, again: bool, **chosen: object) -> None:
    """Match who is strong with who is weak.

    For each dimension it suggests who could show whom how it works, and which pairs could help
    each other both ways. PATHS are files of answers, or folders of them.
    """
    cohort = open_cohort(**chosen)  # type: ignore[arg-type]  # its own options
    with progress("Matching"):
        found = buddies_of(cohort, capacity=capacity, apart=apart, again=again)
    if form == "json":
        content = {
            "rule": found.rule,
            "notes": list(found.notes),
            "pairs": found.to_records(),
            "mutual": [
                {
                    "first": one.first, "second": one.second,
                    "gives": [help_.dimension for help_ in one.gives],
                    "gets": [help_.dimension for help_ in one.gets], "text": one.text,
                }
                for one in found.mutual
            ],
            "unmatched": {path: list(names) for path, names in found.unmatched.items()},
        }  # fmt: skip
        screen.write(json_text("buddies", content))
    elif form == "csv":
        screen.write(rows_csv(HEADS, found.to_records()))
    else:
        screen.show(document_view(buddies_document(found, cohort.framework)))
