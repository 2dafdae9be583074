"""A file with thousands of faults is read in seconds, and what is said of it stays short."""

from __future__ import annotations

import time

import pytest

import maturity as mt
from maturity.errors import few_suggestions, nearest

HEAD = 'schema = 1\nid = "tool"\ntitle = "A tool"\nedition = "1"\n'
ROWS = "[scales.s]\nno = 0\nyes = 1\n[scoring]\nscale = 's'\ndimension = { rule = 'mean' }\n"
ITEMS = "[dimensions.d.items]\na = 'A.'\n"
OURS = 'schema = 1\nframework = { id = "tool", edition = "1" }\n'

TAGS = ", ".join(f'"some-tag-{n}"' for n in range(1000))
WRONG_TAGS = ", ".join(f'"sone-tagg-{n}"' for n in range(1000))
CAPS = 'caps = [{ dimension = "d0", until = "x", level = "a" }]'
CHAIN = "".join(
    f'[dimensions.d{n}]\nscoring = {{ over = ["d{n + 1}"], {CAPS} }}\n' for n in range(500)
)
FRAMEWORKS = {
    "a chain": (
        f"[levels]\na = 'A'\n{ROWS.replace('mean', 'weakest-link')}"
        f"{CHAIN}[dimensions.d500]\nweight = true\n"
    ),
    "tags": f"{ROWS}[dimensions.d]\ntags = [{TAGS}]\n{ITEMS}[profiles.p]\ntags = [{WRONG_TAGS}]\n",
    "keys": "".join(f"k{n} = 1\n" for n in range(20_000)),
    "items": ROWS + ITEMS + "".join(f"i{n} = 1\n" for n in range(20_000)),
}
UNITS = "".join(f'some-unit-{n} = "U"\n' for n in range(1000))
BY = ", ".join(f"sone-unitt-{n} = 'yes'" for n in range(1000))
ASSESSMENTS = {
    "units": f"{OURS}[units]\n{UNITS}[answers.d]\na = {{ by = {{ {BY} }} }}\n",
    "paths": OURS + "[answers.d]\n" + "".join(f"b{n} = 'yes'\n" for n in range(20_000)),
    "a path": f"{OURS}[answers]\n'{'.'.join('a' * 100_000)}' = 'yes'\n",
}


def read(name: str, framework: mt.Framework) -> object:
    """Read one of the texts as what it is."""
    if name in FRAMEWORKS:
        return mt.parse_framework(HEAD + FRAMEWORKS[name])
    return mt.parse_assessment(ASSESSMENTS[name], framework)


@pytest.mark.parametrize("name", [*FRAMEWORKS, *ASSESSMENTS])
def test_thousands_of_faults_take_seconds_and_little_text(name: str) -> None:
    """Thousands of faults take seconds and little text."""
    framework = mt.parse_framework(HEAD + ROWS + ITEMS)
    start = time.perf_counter()
    with pytest.raises(mt.FaultsFound) as caught:
        read(name, framework)
    assert time.perf_counter() - start < 5
    assert len(str(caught.value)) < 100_000


def test_near_names_are_looked_for_while_there_is_time() -> None:
    """Near names are looked for while there is time."""
    with few_suggestions():
        found = [nearest("matrue", ["young", "mature"]) for _ in range(300)]
    assert found == ["mature"] * 200 + [None] * 100
    assert nearest("matrue", ["young", "mature"]) == "mature"


def test_capitals_make_no_difference_to_what_is_near() -> None:
    """Neither in the name nor in those that it is compared with."""
    assert nearest("HWB-Board", ["hwb-elements", "hwb-board"]) == "hwb-board"
    assert nearest("matrue", ["Young", "MATURE"]) == "MATURE"
    names = [f"NAME-{number}" for number in range(600)]
    assert nearest("name-7", names) == "NAME-7"
