"""Whatever the framework and the answers, every page can be made and holds nothing but text."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import maturity as mt
from maturity.model.check_framework import check_framework
from maturity.model.evidence import EvidenceExpectation
from maturity.model.scales import Scale
from maturity.present.card_text import card_view
from maturity.present.csv_rows import card_csv
from maturity.present.document_html import document_html
from maturity.present.document_markdown import document_markdown
from maturity.present.document_text import document_view
from maturity.present.form_document import form_document
from maturity.present.framework_document import framework_document
from maturity.present.layout import WIDTH, render
from maturity.present.why_text import why_view
from maturity.scoring.score import score
from tests.laws.edits import with_branches
from tests.laws.effort import effort
from tests.laws.strategies import SMALL, assessments, frameworks, profile_names

if TYPE_CHECKING:
    from maturity import Assessment, Dimension, Framework, Item


def check_page(page: str) -> None:
    """A page is plain, fits its width, and no sentence in it was left half made."""
    assert not {c for c in page if unicodedata.category(c) == "Cc"} - {"\n"}
    assert max(map(len, page.split("\n"))) <= WIDTH
    assert "None" not in page
    assert "  ." not in page
    assert ".." not in page.replace("...", "")


@effort(60)
@given(st.data())
def test_every_page_can_be_made(data: st.DataObject) -> None:
    """Cards, explanations, frameworks and CSV of random frameworks, in full and short forms."""
    framework = data.draw(frameworks(SMALL))
    assessment: Assessment = data.draw(assessments(framework))
    profile = data.draw(profile_names(framework))
    card = score(assessment, profile)
    check_page(render(card_view(card)))
    for result in card:
        check_page(render(why_view(card, result)))
    check_documents(framework, profile)
    assert card_csv(card).startswith("organisation,period,")


def check_documents(
    framework: Framework, profile: str | None = None, *, own_words: bool = False
) -> None:
    """A framework and its form can be shown, however written; `own_words`: it may say "None"."""
    for make in (framework_document, form_document):
        document = make(framework, profile)
        page = render(document_view(document))
        check_page(page.replace("None", "") if own_words else page)
        others = document_markdown(document) + document_html(document)
        assert own_words or "None" not in others


@effort(60)
@given(st.data())
def test_evidence_that_suits_some_items(data: st.DataObject) -> None:
    """Evidence asked of all may suit the scales of some alone; the others then have their own."""
    framework = data.draw(frameworks(SMALL))
    options = [s.options[0].id for s in framework.scales.values() if isinstance(s, Scale)]
    asked = EvidenceExpectation(above=data.draw(st.sampled_from(options)))

    def own(item: Item) -> Item:
        scale = framework.scales[item.scale]
        fits = isinstance(scale, Scale) and asked.above in [one.id for one in scale.options]
        return item if fits else evolve(item, evidence=item.evidence or EvidenceExpectation())

    def changed(node: Dimension) -> Dimension:
        conventions = evolve(node.conventions, evidence=asked)
        return evolve(node, conventions=conventions, own_items=tuple(map(own, node.own_items)))

    framework = with_branches(framework, changed)
    assert not check_framework(framework)
    for profile in (None, *framework.profiles):
        check_documents(framework, profile)


TESTS = Path(__file__).parent.parent
FILES = {
    "everything": (TESTS / "files" / "everything.toml").read_text("utf-8"),
    **{
        path.stem: tomllib.loads(path.read_text("utf-8"))["framework"]
        for path in sorted((TESTS / "worked").glob("*.toml"))
    },
}


@pytest.mark.parametrize("name", [*(entry.id for entry in mt.frameworks()), *FILES])
def test_every_framework_can_be_shown(name: str) -> None:
    """The shipped ones, the one that uses every key, and those of the worked cases."""
    framework = mt.parse_framework(FILES[name]) if name in FILES else mt.load_framework(name)
    for profile in (None, *framework.profiles):
        check_documents(framework, profile, own_words=True)
