"""The made-up system: who is in it, the story that it tells, and its folder of files."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import maturity as mt
from maturity.files.made_up.dice import Dice
from maturity.files.made_up.raters import AGREED, PANELS
from maturity.files.made_up.sayings import ACTIONS, NOT_APPLICABLE, NOTES
from maturity.files.made_up.system import (
    FolderNotEmpty,
    _frameworks,
    example_system,
    file_name,
    write_system,
)
from maturity.files.made_up.who import ELEMENTS, QUARTERS
from maturity.model.check_assessment import check_assessment

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment
    from maturity.model.evidence import Evidence

ROOT = Path(__file__).parents[2]
YEAR_END = date(2026, 3, 31)
SYSTEM = example_system()


def told(code: str, quarter: int, rater: str = "") -> Assessment:
    """What one organisation says in a quarter, counted from 1."""
    (found,) = [
        one
        for one in SYSTEM
        if (one.organisation.code, period(one), one.rater) == (code, QUARTERS[quarter - 1], rater)
    ]
    return found


def period(assessment: Assessment) -> str:
    """The text of its period."""
    assert assessment.period is not None
    return assessment.period.text


def ranks(assessment: Assessment) -> dict[str, int]:
    """The rank of each element: red 1, amber 2, green 3; those that are open as secured."""
    return {
        score.path: score.level.rank
        for score in mt.score(assessment).dimensions
        if score.level is not None and score.status != "not started"
    }


def latest() -> list[Assessment]:
    """What each organisation says at the end of the year; of several raters, what they agreed."""
    return [one for one in SYSTEM if period(one) == QUARTERS[-1] and one.rater in {"", AGREED}]


def pieces() -> list[tuple[Evidence, tuple[str, ...]]]:
    """The evidence at the end of the year, with the staff groups that its line asks for."""
    found = []
    for one in latest():
        for path, answer in one.answers.items():
            item = one.framework[path]
            asked = item.evidence if isinstance(item, mt.Item) else None
            found += [(piece, asked.groups if asked else ()) for piece in answer.evidence]
    return found


def test_who_is_in_it() -> None:
    """Seven trusts, an ambulance service, five councils and forty practices on the overlay."""
    who = {one.organisation.code: one for one in SYSTEM}
    assert Counter(one.organisation.sector for one in who.values()) == {
        "acute-trust": 4,
        "mental-health-trust": 2,
        "community-trust": 1,
        "ambulance-trust": 1,
        "council": 5,
        "gp-practice": 40,
    }
    assert len({one.organisation.name for one in who.values()}) == len(who) == 53
    asked = {(one.organisation.sector == "gp-practice", one.framework.id) for one in who.values()}
    assert asked == {(True, "gp-practice"), (False, "hwb-elements")}


def test_all_of_it_says_that_it_is_made_up() -> None:
    """Each assessment is marked as made up, and so is each name."""
    assert all(one.made_up for one in SYSTEM)
    assert all(one.organisation.name.endswith(" (made up)") for one in SYSTEM)
    assert {one.organisation.scheme for one in SYSTEM} == {"local"}


def test_there_is_no_fault_in_it() -> None:
    """No assessment has a fault, though they are made without asking."""
    assert [problem for one in SYSTEM for problem in check_assessment(one)] == []


def test_it_is_the_same_each_time() -> None:
    """It is the same each time, in another process with another hash seed too."""
    code = (
        "import hashlib, maturity as mt\n"
        "from maturity.files.made_up.system import example_system\n"
        "text = ''.join(map(mt.dump_assessment, example_system()))\n"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert example_system() == SYSTEM


def test_dice_draw_all_that_they_may() -> None:
    """Dice draw both ends, each choice, and never what has no chance."""
    dice = Dice(1)
    assert {dice.between(-1, 2) for _ in range(100)} == {-1, 0, 1, 2}
    assert {dice.pick("abc") for _ in range(100)} == set("abc")
    assert not any(dice.chance(0) for _ in range(100))
    assert all(dice.chance(100) for _ in range(100))


def test_partners_join_late_and_stop() -> None:
    """Some join in the second or third quarter, and some have stopped by the last."""
    quarters: dict[str, set[str]] = {}
    for one in SYSTEM:
        quarters.setdefault(one.organisation.code or "", set()).add(period(one))
    first, second, third, last = QUARTERS
    assert quarters["T1"] == set(QUARTERS)
    assert quarters["T6"] == quarters["C3"] == {second, third, last}
    assert quarters["C4"] == {third, last}
    assert quarters["C5"] == {first, second, third}
    practices = [kept for code, kept in quarters.items() if code.startswith("P")]
    assert [sum(quarter in kept for kept in practices) for quarter in QUARTERS] == [24, 34, 40, 38]


def test_one_is_half_way_through() -> None:
    """The community trust got through three elements in the last quarter, and began a fourth."""
    half = told("T7", 4)
    assert {path.partition(".")[0] for path in half.answers} == set(ELEMENTS[:4])
    drafts = [path for path, answer in half.answers.items() if answer.is_draft]
    assert [path.partition(".")[0] for path in drafts] == ["leaders", "leaders"]
    assert all(half.answers[path].note for path in drafts)
    assert set(ranks(told("T7", 3))) == set(ELEMENTS)


def test_one_improves_one_falls_and_one_stands_still() -> None:
    """A trust rises in every element, one falls in one of them alone, and one does not move."""
    before, after = ranks(told("T2", 1)), ranks(told("T2", 4))
    assert all(after[element] > before[element] for element in ELEMENTS)
    course = [ranks(told("T3", quarter)) for quarter in (1, 2, 3, 4)]
    falling = [scores.pop("environment") for scores in course]
    assert (falling[0], falling[-1]) == (3, 1)
    assert falling == sorted(falling, reverse=True)
    for earlier, later in itertools.pairwise(course):
        assert all(later[element] >= rank for element, rank in earlier.items())
    still = [told("T4", quarter) for quarter in (1, 2, 3, 4)]
    values = [{path: answer.value for path, answer in one.answers.items()} for one in still]
    assert values[0] == values[1] == values[2] == values[3]
    assert ranks(still[0]) == ranks(still[3])


def test_there_is_a_strength_a_deficit_and_wide_variation() -> None:
    """Relationships are the strength, data insights the deficit; buildings of practices differ."""
    cards = [(one.organisation.sector, ranks(one)) for one in latest()]
    share = {
        (element, rank): sum(scores.get(element) == rank for _, scores in cards) / len(cards)
        for element in ELEMENTS
        for rank in (1, 3)
    }
    assert max(ELEMENTS, key=lambda element: share[element, 3]) == "relationships"
    assert max(ELEMENTS, key=lambda element: share[element, 1]) == "insights"
    assert share["relationships", 3] > 1 / 2 < share["insights", 1]
    practices = [scores for sector, scores in cards if sector == "gp-practice"]
    spread = Counter(scores["environment"] for scores in practices)
    assert min(spread[rank] for rank in (1, 2, 3)) >= 4
    assert [scores["insights"] for sector, scores in cards if sector == "council"].count(3) == 1


def test_nights_are_a_theme() -> None:
    """In the NHS, what is about shifts is rated worse than the rest; safety better, everywhere."""
    answers = [
        (one.organisation.sector not in {"gp-practice", "council"}, one.framework[path], answer)
        for one in latest()
        for path, answer in one.answers.items()
    ]

    def green(tag: str, *, nhs: bool) -> float:
        """The share of green among the colours of the lines with a tag; any line for no tag."""
        colours = [
            answer.value
            for in_nhs, item, answer in answers
            if isinstance(answer.value, str)
            and (in_nhs or not nhs)
            and (not tag or tag in item.tags)
        ]
        return colours.count("green") / len(colours)

    assert green("shifts", nhs=True) < green("", nhs=True) - 0.1
    assert green("safety", nhs=False) > green("", nhs=False) + 0.1


def test_lines_stay_open_and_do_not_apply() -> None:
    """Some lines are not answered; some don't apply, each with a reason, one for a whole part."""
    full = [one for one in latest() if one.organisation.code != "T7"]
    missing = [len(one.framework.items) - len(one.answers) for one in full if not one.claims]
    assert min(missing) == 0
    assert sum(map(bool, missing)) > 10
    away = {
        answer.value.reason
        for one in SYSTEM
        for answer in one.answers.values()
        if isinstance(answer.value, mt.NotApplicable)
    }
    assert away == {text for lines in NOT_APPLICABLE.values() for text, _ in lines.values()}
    (claims,) = [one.claims for one in latest() if one.claims]
    assert isinstance(claims["support.policy"].value, mt.NotApplicable)


def test_not_applicable_makes_a_difference_somewhere() -> None:
    """Somebody's level would be lower if what doesn't apply had counted as lowest."""
    scores = [score for one in latest() for score in mt.score(one).dimensions]
    assert any(score.na_effect not in {None, score.level} for score in scores)


def test_all_that_may_be_said_is_said() -> None:
    """Each note and each action stands somewhere in the system."""
    notes = {answer.note for one in SYSTEM for answer in one.answers.values()}
    written = {note for lines in NOTES.values() for texts in lines.values() for note in texts}
    assert written <= notes
    titles = {action.title for one in SYSTEM for action in one.actions}
    assert titles == {title for title, _ in ACTIONS.values()}


def test_evidence_has_expired_is_about_to_or_leaves_groups_out() -> None:
    """Evidence has expired, will within three months, or does not cover all staff groups."""
    shown = pieces()
    soon = YEAR_END + timedelta(days=90)
    expired = [piece for piece, _ in shown if piece.expired(YEAR_END)]
    about_to = [piece for piece, _ in shown if not piece.expired(YEAR_END) and piece.expired(soon)]
    uncovered = [groups for piece, groups in shown if set(groups) - set(piece.groups)]
    assert min(len(expired), len(about_to), len(uncovered)) > len(shown) / 10
    assert len(expired) + len(about_to) < len(shown) / 2
    assert all(piece.collected and piece.collected <= YEAR_END for piece, _ in shown)
    assert "bands-2-to-4" in {group for groups in uncovered for group in groups}


def test_actions_are_done_open_and_overdue() -> None:
    """Some have targets; actions are done, open or overdue, and what was done has helped."""
    assert any(one.targets for one in latest())
    actions = [(one, action) for one in latest() for action in one.actions]
    done = [(one, action.paths[0]) for one, action in actions if action.done]
    late = [action for _, action in actions if action.due and action.due < YEAR_END]
    assert done
    assert any(not action.done for action in late)
    assert any(action.due and action.due > YEAR_END for _, action in actions)
    values = [one.answers[path].value for one, path in done if path in one.answers]
    assert values.count("red") < len(values) / 4


def test_several_people_rate() -> None:
    """A trust's staff and board rate and agree; two practices are rated by several people."""
    by_code = {code: Counter[str]() for code in PANELS}
    for one in SYSTEM:
        if one.rater and period(one) == QUARTERS[-1]:
            by_code[one.organisation.code or ""][one.rater_group] += 1
    assert by_code == {
        "T1": {"staff": 3, "board": 2, "": 1},
        "P07": {"partners": 1, "staff": 2},
        "P19": {"partners": 1, "staff": 1},
    }
    assert told("T1", 4, AGREED).actions
    told("P19", 3, "nurse")
    with pytest.raises(ValueError, match="not enough values"):
        told("P07", 4)


def test_the_board_sees_it_more_kindly_than_staff() -> None:
    """The board's ratings are higher than those of staff, most of all where it matters most."""
    raters = [one for one in SYSTEM if one.organisation.code == "T1" and one.rater_group]
    groups: dict[str, list[Assessment]] = {"staff": [], "board": []}
    for one in raters:
        groups[one.rater_group].append(one)
    colours = {
        group: Counter(answer.value for one in ones for answer in one.answers.values())
        for group, ones in groups.items()
    }
    share = {group: counts["green"] / counts.total() for group, counts in colours.items()}
    assert share["board"] > share["staff"] + 0.15
    rest = "environment.facilities.rest-room"
    assert {one.answers[rest].value for one in groups["board"]} == {"green"}
    assert "red" in {one.answers[rest].value for one in groups["staff"]}
    assert len({len(one.answers) for one in raters}) > 1


def test_the_overlay_is_the_one_in_the_how_to_page(tmp_path: Path) -> None:
    """The practices answer the very overlay that the how-to page makes."""
    page = (ROOT / "docs" / "how-to" / "gp-practice.md").read_text("utf-8")
    blocks = re.findall(r'```toml title="gp-practice.toml"\n(.*?)```', page, re.DOTALL)
    written = tmp_path / "gp-practice.toml"
    written.write_text("\n".join(blocks), "utf-8")
    assert told("P01", 1).framework == mt.load_framework(written)


def test_the_overlay_is_not_shipped_as_a_framework() -> None:
    """The overlay goes with the made-up system, and is not found by its id elsewhere."""
    assert "gp-practice" not in {entry.id for entry in mt.frameworks()}


def test_it_answers_what_is_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers the shipped framework, even where another one hides it."""
    text = mt.dump_framework(mt.load_framework("hwb-elements"))
    (tmp_path / "other.toml").write_text(text.replace("2021.1", "other"), "utf-8")
    monkeypatch.setenv("MATURITY_PATH", str(tmp_path))
    assert mt.load_framework("hwb-elements").edition == "other"
    _frameworks.cache_clear()
    assert {one.framework.edition for one in example_system()} == {"2021.1", "2026"}


def test_the_folder_holds_all_of_it(tmp_path: Path) -> None:
    """What is written into a folder is read from it, as equal, and the overlay with it."""
    folder = tmp_path / "new" / "system"
    paths = write_system(folder)
    assert sorted(paths) == sorted(folder.iterdir())
    assert paths[0].name == "gp-practice.toml"
    assert max(path.stat().st_size for path in paths) < 20_000
    read = {file_name(one): one for one in mt.load_assessments(folder)}
    assert read == {file_name(one): one for one in SYSTEM}
    assert mt.load_assessment(folder / "teapot-lane-practice-2025-26-q4.toml") == told("P36", 4)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_folder_that_is_not_empty_is_refused(tmp_path: Path, kind: str) -> None:
    """A folder that is not empty is refused, and left as it was."""
    inside = tmp_path / "ours"
    inside.touch() if kind == "file" else inside.mkdir()
    with pytest.raises(FolderNotEmpty, match="holds something already; give a new folder"):
        write_system(tmp_path)
    assert list(tmp_path.iterdir()) == [inside]


def test_a_folder_that_is_no_path_or_a_file_is_refused(tmp_path: Path) -> None:
    """What is no path is a TypeError; where a file stands, an OSError."""
    with pytest.raises(TypeError, match="takes the path of a folder, found a number"):
        write_system(3)  # type: ignore[arg-type]  # that is the point
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        write_system(tmp_path / "file")
