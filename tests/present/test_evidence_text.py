"""Reviews of evidence, and progress towards targets, as pages."""

from __future__ import annotations

from datetime import date

import maturity as mt
from maturity.analysis.evidence_review import review_evidence
from maturity.analysis.target_progress import target_progress
from maturity.model.frozen import FrozenMap
from maturity.present.evidence_text import evidence_view
from maturity.present.layout import render

from .hostile import TEXTS, hostile
from .test_every_page import check_page
from .tools import LADDER, framework_of

DAY = date(2026, 6, 1)


def test_example() -> None:
    """The shipped example: what falls, what expires, what is rated high, who is not covered."""
    page = render(evidence_view(review_evidence(mt.example("hwb-elements"), DAY)), 1000)
    assert page.startswith("Evidence on 2026-06-01: ")
    assert "\nMade-up example data.\n" in page
    assert (
        "\nWhat falls if nothing is renewed\n- Managers and leaders: Green until 2027-02-02" in page
    )
    assert "\nExpired, or about to\n" in page
    assert "\nLines of enquiry rated high without evidence\n" in page
    assert "\nStaff groups that the evidence does not cover\n" in page
    assert "though it is asked for" in page


def test_nothing_to_list() -> None:
    """Where nothing was found there are no empty headings."""
    framework = framework_of('scale = "levels"\ndimension = { rule = "median" }', LADDER)
    page = render(evidence_view(review_evidence(framework.assess({}), DAY)))
    assert "Every point that is rated high has evidence." in page
    for head in ("What falls", "Expired, or", "rated high without", "Staff groups"):
        assert head not in page


def test_expired_and_renewed() -> None:
    """Old evidence is listed, with a word where newer stands beside it."""
    framework = framework_of('scale = "levels"\ndimension = { rule = "median" }', LADDER)
    pieces = (
        mt.Evidence(kind="a", title="Old", expires=date(2026, 1, 1)),
        mt.Evidence(kind="a", title="New"),
        mt.Evidence(kind="b", title="Soon", expires=date(2026, 6, 11)),
    )
    assessment = framework.assess({"a.one": mt.Answer(value="top", evidence=pieces)})
    page = render(evidence_view(review_evidence(assessment, DAY)))
    assert "  2026-01-01  expired  Old (newer evidence stands beside it)  a.one\n" in page
    assert "  2026-06-11  10       Soon                                   a.one\n" in page


def test_paths_are_not_broken() -> None:
    """However narrow the page, a path of ordinary length stands on one line."""
    page = render(evidence_view(review_evidence(mt.example("hwb-elements"), DAY)), 80)
    review = review_evidence(mt.example("hwb-elements"), DAY)
    assert all(f"{one.path}\n" in page for one in review.expiring)


def test_targets() -> None:
    """A target that is not met is told with how far there is to go."""
    framework = framework_of('scale = "levels"\ndimension = { rule = "median" }', LADDER)
    assessment = framework.assess(
        {"a.one": "top", "a.two": "low"}, targets={"a.one": "mid", "a.two": "mid", "a.three": "top"}
    )
    page = target_progress(assessment).text
    assert "Two: target Mid, now Low; 1 option to go." in page
    assert "Not applicable" not in page


def test_hostile_texts() -> None:
    """Whatever a file says is text."""
    for text in TEXTS:
        framework = hostile(text)
        piece = mt.Evidence(kind="k", title=text, reference=text, expires=DAY, groups=("g",))
        assessment = framework.assess(
            {"d.one": mt.Answer(value="yes", evidence=(piece,))},
            organisation=text,
            targets=FrozenMap({"d.one": "yes"}),
        )
        page = render(evidence_view(review_evidence(assessment, DAY)))
        page += target_progress(assessment).text
        assert "\x1b" not in page
        assert "\u202e" not in page
    check_page(render(evidence_view(review_evidence(mt.example("hwb-elements"), DAY))))
