"""The made-up system: all its assessments, and a folder of the files that people would keep."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from maturity.errors import MaturityError
from maturity.errors.arguments import expect
from maturity.errors.clean import clean
from maturity.files.assessment_writer import save_assessment
from maturity.files.atomic import replace_file
from maturity.files.framework_places import shipped
from maturity.files.framework_reader import parse_framework
from maturity.files.locate import read_found
from maturity.model.ids import as_id

from .who import PRACTICE, members
from .year import year

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment
    from maturity.model.framework import Framework

_BASE = "hwb-elements"


class FolderNotEmpty(MaturityError):
    """A folder that files should be written to holds something already."""

    def __str__(self) -> str:
        """The sentence, made safe to show."""
        return clean(super().__str__())


def example_system() -> list[Assessment]:
    """Every assessment of a made-up system over four quarters of 2025/26: the same each time.

    Seven trusts, an ambulance service and five councils answer `hwb-elements`; forty practices
    answer an overlay on it. Some join late, one is half way through in the last quarter, some have
    stopped; some lines are open or don't apply. Towards the end a trust and two practices are rated
    by several people: each has a `rater`, and what those of the trust agreed on has "agreed".
    By organisation, then by period, then by rater. None of it is real: each is `made_up`.

    >>> import maturity as mt
    >>> system = mt.example_system()
    >>> len({assessment.organisation.code for assessment in system}), len(system)
    (53, 192)
    >>> system[0].organisation.name, system[0].period.text
    ('Riverside Acute Trust (made up)', '2025/26 Q1')
    """
    base, overlay = _frameworks()
    return [
        assessment
        for member in members()
        for assessment in year(member, overlay if member.sector == PRACTICE else base)
    ]


def write_system(folder: str | Path) -> tuple[Path, ...]:
    """Write the made-up system into a new or empty folder, as people would keep it.

    A file for each organisation, period and rater, and beside them the overlay that the practices
    answer. Returns the paths of the files, the overlay's first. FolderNotEmpty where anything lies
    in the folder already; OSError where it can't be written to.

    >>> import maturity as mt
    >>> files = mt.write_system("our-system")
    >>> files[0].name, files[1].name
    ('gp-practice.toml', 'riverside-acute-trust-2025-26-q1.toml')
    """
    expect(folder, str | Path, "write_system() takes the path of a folder")
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    if any(place.iterdir()):
        what = "holds something already; give a new folder, or an empty one"
        raise FolderNotEmpty(f"{place} {what}")
    paths = [place / f"{PRACTICE}.toml"]
    replace_file(paths[0], _overlay_text())
    for assessment in example_system():
        path = place / f"{file_name(assessment)}.toml"
        save_assessment(assessment, path)
        paths.append(path)
    return tuple(paths)


def file_name(assessment: Assessment) -> str:
    """What an assessment's file is called: organisation, period and rater, as an id."""
    named = assessment.organisation.name.removesuffix(" (made up)")
    period = assessment.period.text if assessment.period else ""
    return as_id(" ".join(filter(None, (named, period.replace("/", "-"), assessment.rater))))


@cache
def _frameworks() -> tuple[Framework, Framework]:
    """The shipped framework, whatever else has its id, and the practices' overlay on it."""
    files = shipped().files
    (base,) = [read_found(file, files).framework for file in files if file.id == _BASE]
    return base, parse_framework(_overlay_text(), f"{PRACTICE}.toml", base=base)


def _overlay_text() -> str:
    """The practices' overlay, as its file has it."""
    return (resources.files(__package__) / f"{PRACTICE}.toml").read_text("utf-8")
