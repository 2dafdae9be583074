"""Whatever the framework and the answers, every page can be made and holds nothing but text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

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
from tests.laws.effort import effort
from tests.laws.strategies import SMALL, assessments, frameworks, profile_names

if TYPE_CHECKING:
    from maturity import Assessment


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
    for make in (framework_document, form_document):
        document = make(framework, profile)
        check_page(render(document_view(document)))
        assert "None" not in document_markdown(document) + document_html(document)
    assert card_csv(card).startswith("organisation,period,")
