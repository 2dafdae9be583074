"""The three shipped frameworks: whole, in our own words, and scored as they say."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations

import pytest

import maturity as mt
from maturity.model.scales import Scale

BOARD = {
    "vision": ("Vision", (3, 5, 3, 3)),
    "strategy": ("Strategy", (4, 4, 4, 2)),
    "leadership": ("Leadership", (5, 5, 5, 4)),
    "needs": ("Needs assessment and management of priorities", (5, 6, 4, 3)),
    "governance": ("Governance, risk sharing and assurance of outcomes", (5, 6, 7, 3)),
    "information": ("Information and intelligence", (4, 5, 4, 3)),
}
ELEMENTS = {"personal": 3, "relationships": 2, "fulfilment": 3, "leaders": 3, "environment": 2,
            "insights": 1, "support": 3}  # fmt: skip
DRIVERS = {"identity": 4, "services": 8, "people": 6, "impact": 5}
SHIPPED = ("hwb-board", "hwb-elements", "ohwb-service")
MOST_ALIKE = 0.8


def texts(framework: mt.Framework) -> list[str]:
    """Every text of a framework that a reader is asked about."""
    descriptors = [text for item in framework.items for text in item.descriptors.values()]
    return [item.text for item in framework.items] + descriptors


def options(framework: mt.Framework, item: mt.Item) -> list[str]:
    """The answers that an item allows."""
    scale = framework.scales[item.scale]
    assert isinstance(scale, Scale)
    return [option.id for option in scale.options]


def alike(one: str, other: str) -> bool:
    """Whether two texts are at least 0.8 alike; the quick ratios are upper bounds."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return (
        matcher.real_quick_ratio() >= MOST_ALIKE
        and matcher.quick_ratio() >= MOST_ALIKE
        and matcher.ratio() >= MOST_ALIKE
    )


def test_alike_finds_a_template() -> None:
    """Two sentences from one template are caught."""
    assert alike("The board has a plan for vision.", "The board has a plan for mission.")


@pytest.mark.parametrize("name", SHIPPED)
def test_no_two_texts_are_alike(name: str) -> None:
    """Within a framework no text is a variation of another."""
    pairs = combinations(texts(mt.load_framework(name)), 2)
    assert [pair for pair in pairs if alike(*pair)] == []


@pytest.mark.parametrize("name", SHIPPED)
def test_every_dimension_has_a_level_once_it_is_complete(name: str) -> None:
    """The lowest, the highest and every answer between give each dimension a level."""
    framework = mt.load_framework(name)
    for place in range(3):
        answers = {item.id: options(framework, item)[place] for item in framework.items}
        card = mt.score(framework.assess(answers))
        assert {score.status for score in card.dimensions} == {"certain"}
        assert all(score.level is not None for score in card.dimensions)


@pytest.mark.parametrize("name", SHIPPED)
def test_no_total_on_purpose(name: str) -> None:
    """None of the three states one number for the whole."""
    assert mt.score(mt.example(name)).overall.status == "none"


@pytest.mark.parametrize("name", SHIPPED)
def test_whose_words_are_stated(name: str) -> None:
    """Each says where it comes from, under which licence, and whose words a reader sees."""
    framework = mt.load_framework(name)
    assert framework.source.licence
    assert framework.source.publisher
    assert {item.source.wording for item in framework.items} <= {"ours", "paraphrase"}


def test_board_has_every_statement() -> None:
    """102 statements, counted by dimension and level."""
    board = mt.load_framework("hwb-board")
    found = {}
    for dimension in board.dimensions:
        counts = (sum(i.level == rung.id for i in dimension.items) for rung in board.levels)
        found[dimension.id] = (dimension.title, tuple(counts))
    assert found == BOARD
    assert len(board.items) == 102
    assert len(board.principles) == 6


def test_board_statements_have_their_place() -> None:
    """Each statement names its dimension, level and number in the source."""
    board = mt.load_framework("hwb-board")
    for dimension in board.dimensions:
        for level in board.levels:
            here = [item for item in dimension.items if item.level == level.id]
            places = [f"{dimension.title}, {level.id}, {n}" for n in range(1, len(here) + 1)]
            assert [item.source.place for item in here] == places


def test_board_workshop_asks_one_answer_a_dimension() -> None:
    """The workshop's answers are rungs of the ladder, and become the levels."""
    board = mt.load_framework("hwb-board")
    answers = dict.fromkeys(BOARD, "mature") | {"vision": "below"}
    card = mt.score(board.assess(answers), profile="workshop")
    levels = {score.path: score.level.id for score in card.dimensions if score.level}
    assert levels == answers


def test_elements_and_their_parts() -> None:
    """Seven elements, seventeen parts, four to six lines of enquiry under each."""
    framework = mt.load_framework("hwb-elements")
    assert {d.id: len(d.dimensions) for d in framework.dimensions} == ELEMENTS
    parts = [part for d in framework.dimensions for part in d.dimensions]
    assert len(parts) == 17
    assert {len(part.items) for part in parts} <= {4, 5, 6}
    assert {item.source.wording for item in framework.items} == {"ours"}
    assert [level.id for level in framework.levels] == ["red", "amber", "green"]
    assert all(level.text for level in framework.levels)


def test_elements_expect_evidence_from_the_groups_that_are_missed() -> None:
    """Expected evidence names kinds and staff groups, bands 2 to 4 among them."""
    asked = [i.evidence for i in mt.load_framework("hwb-elements").items if i.evidence]
    assert {"staff-survey", "staff-record", "focus-group", "policy", "walk-round"} <= {
        kind for evidence in asked for kind in evidence.kinds
    }
    assert "bands-2-to-4" in {group for evidence in asked for group in evidence.groups}


@pytest.mark.parametrize(("profile", "asked"), [("quick", 17), ("elements", 7)])
def test_elements_short_forms(profile: str, asked: int) -> None:
    """The first column asks one colour for each part; the shortest one for each element."""
    framework = mt.load_framework("hwb-elements")
    card = mt.score(framework.assess({}), profile=profile)
    assert card.overall.coverage.applicable == asked


def test_elements_for_a_gp_practice() -> None:
    """The practice's profile reaches every element and is much shorter than the whole."""
    framework = mt.load_framework("hwb-elements")
    card = mt.score(framework.assess({}), profile="gp-practice")
    assert [score.path for score in card.dimensions] == list(ELEMENTS)
    assert card.overall.coverage.applicable < len(framework.items) / 2


def test_service_drivers_and_areas() -> None:
    """Four drivers, twenty-three areas, a descriptor for each at each level."""
    framework = mt.load_framework("ohwb-service")
    assert {d.id: len(d.items) for d in framework.dimensions} == DRIVERS
    assert [level.id for level in framework.levels] == ["core", "transformative", "exemplary"]
    assert framework.below.label == "Not yet at core"
    for item in framework.items:
        assert list(item.descriptors) == ["core", "transformative", "exemplary"]
        assert item.source.wording == "ours"


def test_service_can_be_answered_as_not_yet_at_core() -> None:
    """Rung 0 is an answer that people may give, and a level that may come out."""
    framework = mt.load_framework("ohwb-service")
    card = mt.score(framework.assess({item.id: "below" for item in framework.items}))
    assert {score.level for score in card.dimensions} == {framework.below}


def test_service_states_its_delivery_model() -> None:
    """The delivery model is a property of the organisation's assessment."""
    framework = mt.load_framework("ohwb-service")
    assert list(framework.properties["delivery-model"].options) == ["in-house", "bought-in", "both"]
    assert mt.example("ohwb-service").organisation.properties == {"delivery-model": "both"}


def test_one_example_shows_bounds_and_the_effect_of_not_applicable() -> None:
    """The board's example: a fifth unanswered, two not applicable, both visible in the levels."""
    card = mt.score(mt.example("hwb-board"))
    cover = card.overall.coverage
    assert (cover.not_applicable, cover.applicable - cover.answered) == (2, 20)
    assert any(score.status == "open" for score in card.dimensions)
    lifted = [s for s in card.dimensions if s.level and s.na_effect != s.level]
    assert len(lifted) == 2


@pytest.mark.parametrize("name", SHIPPED)
def test_examples_are_marked_as_made_up(name: str) -> None:
    """Nobody can take an example for a real organisation."""
    example = mt.example(name)
    assert example.made_up
    assert "made up" in example.organisation.name
    assert any("made-up" in caveat.lower() for caveat in mt.score(example).caveats)
