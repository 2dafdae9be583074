"""`maturity trend`: what rose and fell over time, and why; `maturity evidence`: what is ageing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.analysis.cohort_rows import key_of
from maturity.analysis.evidence_review import WITHIN, review_evidence
from maturity.analysis.indicator import indicator
from maturity.analysis.run_display import run_display
from maturity.analysis.target_progress import target_progress
from maturity.analysis.trend import trend as trend_of
from maturity.errors import UnknownName, cut, hint_for
from maturity.present.document_text import document_view
from maturity.present.evidence_text import evidence_view
from maturity.present.json_text import json_text
from maturity.present.rows_csv import rows_csv
from maturity.present.run_text import over_time_view, run_view
from maturity.present.trend_document import trend_document, trends_document

from . import screen
from .kinds import Misuse, open_assessment, open_framework
from .many import form_option, open_assessments, paths_argument
from .options import as_of_option, framework_option, profile_option
from .progress import progress

if TYPE_CHECKING:
    from datetime import date

    from maturity.analysis.target_progress import TargetProgress
    from maturity.analysis.trend import Trend
    from maturity.model.assessment import Assessment

HEADS = (
    "organisation", "path", "title", "since", "period", "before", "after", "way", "fell", "causes",
)  # fmt: skip


@click.command()
@paths_argument
@click.option("--organisation", metavar="NAME", help="Only this one, in full: its name or code.")
@click.option("--path", metavar="PATH", help="How one result ran, period by period.")
@profile_option
@framework_option("The framework that is answered; else it is found by its id.")
@form_option
def trend(  # noqa: PLR0913, PLR0917  # one for each option
    paths: tuple[str, ...], organisation: str | None, path: str | None, profile: str | None,
    framework: str | None, form: str,
) -> None:  # fmt: skip
    """See what changed over time, and which answers caused it.

    PATHS are files of answers, or folders of them. With several organisations it gives a line for
    each.
    """
    given = None if framework is None else open_framework(framework)
    series = _series(open_assessments(paths, given), organisation)
    if path is not None:
        if len(series) > 1:
            raise Misuse("--path is for one organisation; name it with --organisation")
        _show_run(series[0], path, profile, form)
        return
    trends = []
    with progress("Comparing") as step:
        for done, one in enumerate(series, start=1):
            trends.append(trend_of(one, profile))
            step(done, len(series))
    rows = [{"organisation": one.name, **row} for one in trends for row in one.to_records()]
    if form == "json":
        notes = {one.name: list(one.notes) for one in trends}
        screen.write(json_text("trend", {"notes": notes, "changes": rows}))
    elif form == "csv":
        screen.write(rows_csv(HEADS, rows))
    elif len(trends) == 1:
        screen.show(document_view(trend_document(trends[0], _targets(trends[0]))))
    else:
        screen.show(document_view(trends_document(trends)))


def _series(assessments: list[Assessment], name: str | None) -> list[list[Assessment]]:
    """The assessments of each organisation, or of the one that is named."""
    by_key: dict[tuple[str, str], list[Assessment]] = {}
    for one in assessments:
        by_key.setdefault(key_of(one.organisation), []).append(one)
    nameless = by_key.get(("name", ""), [])
    if len(nameless) > 1:
        raise Misuse(
            f"{len(nameless)} of these files don't say whose they are; give each organisation a "
            "name or a code"
        )
    if name is None:
        return list(by_key.values())
    found = [
        sheets
        for sheets in by_key.values()
        if any(name in {one.organisation.name, one.organisation.code} for one in sheets)
    ]
    if not found:
        names = sorted({one.organisation.name for one in assessments})
        hint = hint_for(name, names, label="there are")
        raise UnknownName(f"there is no organisation '{cut(name)}' here; {hint}")
    return found


def _targets(found: Trend) -> TargetProgress:
    """How far the last period has come with its targets, beside the one before."""
    cards = found.cards[-2:]
    return target_progress(cards[-1].assessment, cards[0].assessment if len(cards) > 1 else None)


def _show_run(sheets: list[Assessment], path: str, profile: str | None, form: str) -> None:
    """One result over time: a run display, or from 12 numbers on an XmR chart."""
    node = "" if path == "overall" else path
    run = run_display(sheets, node, profile)
    if form == "json":
        content = {"notes": list(run.notes), "points": run.to_records()}
        screen.write(json_text("run", content))
    elif form == "csv":
        rows = run.to_records()
        screen.write(rows_csv(tuple(rows[0]), rows))
    elif run.enough:
        screen.show(over_time_view(indicator(sheets, node, profile)))
    else:
        screen.show(run_view(run))


@click.command()
@click.argument("file")
@profile_option
@as_of_option
@framework_option("The framework that is answered; else it is found by its id.")
@click.option(
    "--within",
    type=click.IntRange(0, 3650),
    default=WITHIN,
    show_default=True,
    metavar="DAYS",
    help="How many days to look ahead.",
)
@form_option
def evidence(  # noqa: PLR0913, PLR0917  # one for each option
    file: str,
    profile: str | None,
    as_of: date | None,
    framework: str | None,
    within: int,
    form: str,
) -> None:
    """See what an assessment rests on.

    What is rated high without evidence, what has expired or is about to, which staff groups are not
    covered, and on which day a level would fall if nothing is renewed.
    """
    assessment = open_assessment(file, framework)
    if as_of is None and assessment.as_of is None:
        raise Misuse("the assessment states no period and no day; say the day with --as-of")
    found = review_evidence(assessment, as_of, within, profile)
    rows = found.to_records()
    if form == "json":
        day, said = found.as_of.isoformat(), list(found.sentences)
        screen.write(json_text("evidence", {"as_of": day, "sentences": said, "rows": rows}))
    elif form == "csv":
        screen.write(rows_csv(tuple(rows[0]) if rows else (), rows))
    else:
        screen.show(evidence_view(found))
