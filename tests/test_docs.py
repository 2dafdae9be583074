"""The pages that are made, and what the others have to cover."""

from __future__ import annotations

import html
import re
import tomllib
from pathlib import Path

import pytest
from docs.make_pages import page

import maturity as mt
from maturity.files.toml_text import MAX_BYTES

ROOT = Path(__file__).parents[1]
SHIPPED = [entry.id for entry in mt.frameworks() if entry.where == "shipped"]


def made(framework_id: str) -> str:
    """The page of a shipped framework, with its references read as characters."""
    return html.unescape(page(mt.load_framework(framework_id)))


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_a_page_holds_every_text_of_its_framework(framework_id: str) -> None:
    """Titles, levels, items, descriptors and principles are all there, word for word."""
    framework, text = mt.load_framework(framework_id), made(framework_id)
    described = [said for item in framework.items for said in item.descriptors.values()]
    titles = [branch.title for branch in framework.walk()]
    levels = [said for level in framework.levels for said in (level.label, level.text)]
    items = [item.text for item in framework.items]
    for said in (*items, *described, *titles, *levels, *framework.principles):
        assert " ".join(said.split()) in text


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_a_page_says_whose_words_it_shows(framework_id: str) -> None:
    """The publisher and the licence line stand near the top."""
    framework, text = mt.load_framework(framework_id), made(framework_id)
    assert "Whose words" in text
    assert str(framework.source.publisher) in text
    assert str(framework.source.licence) in text


@pytest.mark.parametrize("framework_id", SHIPPED)
def test_a_page_is_in_the_navigation(framework_id: str) -> None:
    """A framework that is added gets a line in mkdocs.yml as well."""
    assert f"frameworks/{framework_id}.md" in (ROOT / "mkdocs.yml").read_text("utf-8")


def test_a_page_takes_a_framework_of_any_kind() -> None:
    """Numbers, bands, weights and thresholds are put in words."""
    framework = mt.parse_framework("""
        schema = 1
        id = "any"
        title = "<b>Any</b>"
        edition = "1"
        [levels]
        low = "Low"
        high = "High"
        [scales.rate]
        number = { min = 0, max = 100, unit = "%" }
        [scales.met]
        no = 0
        yes = 1
        [scoring]
        scale = "met"
        minimum_coverage = 0.5
        dimension = { rule = "mean", range = [0, 1], bands = { from = { high = 0.5 } } }
        [dimensions.one]
        scoring = { rule = "staged", thresholds = { low = { low = 0.5 } } }
        text = "About one."
        [dimensions.one.at.low]
        first = "First"
        [dimensions.two.items]
        second = { text = "Second", weight = 2, scale = "rate" }
        third = { text = "Third", evidence = { above = "no" } }
        """)
    text = page(framework)
    assert "<b>" not in text
    assert "Rate: a number from 0 to 100 %; higher is better." in text
    assert "High from 0.5" in html.unescape(text)
    assert "weight 2)" in text
    assert "Without evidence it counts as No at most." in html.unescape(text)
    assert "No level is stated before 50% is answered." in html.unescape(text)


def test_every_public_name_is_in_the_api_page() -> None:
    """What maturity exports is explained in docs/api.md."""
    listed = (ROOT / "docs" / "api.md").read_text("utf-8")
    found = {line.rpartition(".")[2] for line in listed.splitlines() if line.startswith(":::")}
    assert set(mt.__all__) - {"__version__"} <= found


def test_the_pages_state_how_large_a_file_may_be() -> None:
    """The limit in the pages is the one in force."""
    limit = MAX_BYTES // 1_000_000
    assert f"Files larger than {limit} MB" in (ROOT / "docs/formats/framework.md").read_text(
        "utf-8"
    )
    assert f"up to {limit} megabytes" in (ROOT / "docs/errors.md").read_text("utf-8")


def test_the_example_in_the_readme_is_short() -> None:
    """Fifteen lines of code show what the library does."""
    example = (ROOT / "README.md").read_text("utf-8").partition("```pycon\n")[2].partition("```")[0]
    assert len(re.findall(r"^(?:>>>|\.\.\.) ", example, re.MULTILINE)) <= 15


def test_the_readme_counts_the_lines_of_the_first_framework() -> None:
    """The framework in docs/index.md is as short as the README says."""
    page = (ROOT / "docs" / "index.md").read_text("utf-8")
    first = page.partition('```toml title="breaks.toml"\n')[2].partition("```")[0]
    number = len(list(filter(None, first.splitlines())))
    assert f"a whole one in {number} lines" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    "name", [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("docs/**/*.md"))]
)
def test_a_page_can_be_read_offline(name: str) -> None:
    """No page asks a browser to fetch something from elsewhere."""
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"!\[[^]]*\]\(https?:|<(?:script|link|img|iframe)\b", text)


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        (path.relative_to(ROOT).as_posix(), piece)
        for path in sorted(ROOT.glob("docs/**/*.md"))
        if path.name != "errors.md"  # what is wrong is the point there
        for piece in re.findall(
            r"^```toml\n(.*?)^```$", path.read_text("utf-8"), re.DOTALL | re.MULTILINE
        )
    ],
)
def test_a_piece_of_a_file_is_toml(name: str, piece: str) -> None:
    """Whole files, which have a title, are written and read where they stand."""
    assert tomllib.loads(piece), name
