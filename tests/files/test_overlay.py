"""Overlays: what a local framework drops, changes and adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import maturity as mt

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'schema = 1\nid = "ours"\ntitle = "Ours"\nedition = "1"\n'
BOARD = HEAD + 'extends = { id = "hwb-board", edition = "2013" }\n'


def ours(more: str = "", base: mt.Framework | None = None) -> mt.Framework:
    """An overlay of the board tool, or of a framework that is given."""
    return mt.parse_framework(BOARD + more, base=base)


def board() -> mt.Framework:
    """The board tool."""
    return mt.load_framework("hwb-board")


@pytest.mark.parametrize("name", ["hwb-board", "hwb-elements", "ohwb-service"])
def test_an_overlay_that_changes_nothing_has_the_digest_of_its_base(name: str) -> None:
    """An overlay that changes nothing has the digest of its base, and its scores."""
    base = mt.load_framework(name)
    extends = f'extends = {{ id = "{name}", edition = "{base.edition}" }}\n'
    overlay = mt.parse_framework(HEAD + extends)
    assert overlay.digest == base.digest
    assert overlay != base
    answers = mt.example(name).answers
    cards = [mt.score(framework.assess(answers)) for framework in (base, overlay)]
    assert [s.value for s in cards[0]] == [s.value for s in cards[1]]


def test_what_is_dropped_is_gone_and_its_reason_is_kept() -> None:
    """What is dropped is gone and its reason is kept."""
    found = ours('[drop]\n"vision.revisited" = "Not for us"\nstrategy = "Elsewhere"\n')
    assert "vision.revisited" not in found
    assert not any(path.startswith("strategy") for path in found)
    assert found.overlay is not None
    assert dict(found.overlay.dropped) == {
        "vision.revisited": "Not for us",
        "strategy": "Elsewhere",
    }
    assert len(found.items) == 102 - 1 - 14


def test_new_words_are_ours_and_keep_their_place() -> None:
    """New words are ours, and keep the place of the old ones."""
    found = ours('[change]\n"vision.understood" = "All understand it."\nvision = "Our vision"\n')
    item = found["vision.understood"]
    assert isinstance(item, mt.Item)
    assert (item.text, item.source.wording) == ("All understand it.", "ours")
    assert item.source.place == board()["vision.understood"].source.place
    assert found["vision"].title == "Our vision"  # type: ignore[union-attr]  # a dimension
    assert found.overlay is not None
    assert found.overlay.reworded == ("vision", "vision.understood")


def test_a_verbatim_overlay_says_so() -> None:
    """An overlay that brings the official words may say so."""
    found = ours('[source]\nwording = "verbatim"\n[change]\n"vision.understood" = "Official."\n')
    assert found["vision.understood"].source.wording == "verbatim"
    assert found["vision.revisited"].source.wording == "paraphrase"


def test_what_is_added_comes_last_and_is_not_the_publishers() -> None:
    """What is added comes last, and is never said to be the publisher's."""
    found = ours(
        '[dimensions.vision.at.young]\nextra = "More."\n'
        '[dimensions.local]\ntitle = "Local"\nsource = { publisher = "Us" }\n'
        '[dimensions.local.at.young]\none = { text = "One.", source = { place = "Page 1" } }\n'
    )
    young = [item.id for item in found["vision"].items if item.level == "young"]  # type: ignore[union-attr]  # a dimension
    assert young[-1] == "vision.extra"
    assert found["vision.extra"].source == mt.parse_framework(BOARD).overlay.source  # type: ignore[union-attr]  # it is an overlay
    assert found["vision.extra"].source.publisher is None
    local = found["local.one"].source
    assert (local.publisher, local.place, local.wording) == ("Us", "Page 1", "ours")
    assert found.dimensions[-1].id == "local"
    assert found.overlay is not None
    assert found.overlay.added == ("vision.extra", "local", "local.one")


def test_an_item_may_move_to_another_level() -> None:
    """An item may move to another level, and keeps its id."""
    found = ours('[change]\n"vision.revisited" = { level = "young", weight = 2 }\n')
    item = found["vision.revisited"]
    assert isinstance(item, mt.Item)
    assert (item.level, item.weight) == ("young", 2)


def test_a_rule_is_changed_key_by_key_or_replaced() -> None:
    """A rule is changed key by key, or replaced whole where it is named."""
    changed = ours("[scoring]\ndimension = { threshold = 0.5 }\n")
    assert changed.scoring.dimension.name == "staged"
    assert changed["vision"].rule.threshold == 0.5  # type: ignore[union-attr]  # a staged dimension
    replaced = ours('[change]\nvision = { scoring = { rule = "share" } }\n')
    assert replaced["vision"].rule.name == "share"  # type: ignore[union-attr]  # a dimension
    assert replaced["strategy"].rule == board()["strategy"].rule  # type: ignore[union-attr]  # likewise


def test_other_labels_keep_ids_and_values() -> None:
    """Other labels keep the ids and the values."""
    found = ours('[levels]\nyoung = "Starting"\n[scales.met]\npartly = "So-so"\n')
    assert [level.id for level in found.levels] == [level.id for level in board().levels]
    assert found.levels[0].label == "Starting"
    options = found.scales["met"].options  # type: ignore[union-attr]  # a scale of options
    assert [(option.label, option.value) for option in options][1] == ("So-so", 0.5)


def test_a_profile_loses_what_is_dropped() -> None:
    """A profile of the base loses what is dropped."""
    base = ours('[profiles.two]\nitems = ["vision.understood", "vision.revisited"]\n')
    more = 'extends = { id = "ours", edition = "1" }\n[drop]\n"vision.revisited" = "x"\n'
    text = HEAD.replace('"ours"', '"local"') + more
    assert mt.parse_framework(text, base=base).profiles["two"].items == ("vision.understood",)


def test_a_chain_of_overlays(tmp_path: Path) -> None:
    """An overlay may extend an overlay; each is found beside the other."""
    (tmp_path / "a.toml").write_text(ours_text("a", "hwb-board", "2013", "understood"), "utf-8")
    (tmp_path / "b.toml").write_text(ours_text("b", "a", "1", "revisited"), "utf-8")
    found = mt.load_framework(tmp_path / "b.toml")
    assert found.overlay is not None
    assert found.overlay.base.overlay is not None
    assert len(found.items) == 100
    answers = tmp_path / "answers.toml"
    answers.write_text('schema = 1\nframework = { id = "b", edition = "1" }\n', "utf-8")
    assert mt.load_assessment(answers).framework == found


def ours_text(name: str, base: str, edition: str, dropped: str) -> str:
    """An overlay that drops one statement of the vision."""
    head = f'schema = 1\nid = "{name}"\ntitle = "T"\nedition = "1"\n'
    extends = f'extends = {{ id = "{base}", edition = "{edition}" }}\n'
    return f'{head}{extends}[drop]\n"vision.{dropped}" = "Not for us"\n'


EVERYTHING = """
[source]
title = "Our own"
[terms]
item = "line"
[levels]
young = { label = "Starting", text = "At the start." }
[scales.met]
partly = { label = "So-so" }
[scales.yesno]
no = 0
met = 1
[scoring]
missing = "lowest"
[drop]
"vision.revisited" = "Not for us"
[change]
"vision.understood" = "All understand it."
[change.vision]
title = "Our vision"
"partners-refer" = { weight = 2 }
[profiles.short]
dimensions = ["vision"]
[dimensions.vision.at.mature]
extra = { text = "Much more.", scale = "yesno", tags = ["local"], source = { place = "Page 1" } }
plain = "Plain."
[dimensions.local]
title = "Local"
[dimensions.local.parts.one.items]
first = "First."
"""


def test_read_write_read() -> None:
    """What is written is an overlay again, and reads as the same framework."""
    found = ours(EVERYTHING)
    text = mt.dump_framework(found)
    assert 'extends = { id = "hwb-board", edition = "2013" }' in text
    assert mt.parse_framework(text) == found
    assert mt.dump_framework(mt.parse_framework(text)) == text


def test_a_changed_record_is_written_in_full() -> None:
    """A record that its own file no longer describes is written out in full."""
    import attrs  # noqa: PLC0415  # only here

    changed = attrs.evolve(ours(EVERYTHING), title="Another title")
    again = mt.parse_framework(mt.dump_framework(changed))
    assert again.overlay is None
    assert attrs.evolve(changed, overlay=None) == again


def test_the_base_that_is_given_is_used() -> None:
    """The base that is given is used, also where it was made in Python."""
    import attrs  # noqa: PLC0415  # only here

    base = attrs.evolve(board(), description="Made in Python.")
    assert ours(base=base).description == "Made in Python."


def test_faults_of_the_base_are_told_with_its_own_lines(tmp_path: Path) -> None:
    """Where the base has faults they are told, after those of the overlay's own file."""
    (tmp_path / "a.toml").write_text('schema = 1\nid = "a"\nedition = "1"\n', "utf-8")
    text = ours_text("b", "a", "1", "understood") + "weight = 1\nunknown = 1\n"
    (tmp_path / "b.toml").write_text(text.replace("[drop]", "colour = 1\n[drop]"), "utf-8")
    with pytest.raises(mt.FaultsFound) as caught:
        mt.load_framework(tmp_path / "b.toml")
    assert [(fault.code, fault.where.file) for fault in caught.value.faults] == [
        ("key.unknown", str(tmp_path / "b.toml")),
        ("value.type", str(tmp_path / "b.toml")),
        ("value.type", str(tmp_path / "b.toml")),
        ("key.missing", str(tmp_path / "a.toml")),
    ]


def test_without_its_base_an_overlay_tells_what_it_can() -> None:
    """Its own id, schema and reasons can be seen though there is nothing that it could extend."""
    text = BOARD.replace('"hwb-board"', '"none"').replace('"ours"', '"Ours"')
    text = text.replace("schema = 1", "schema = 2") + '[drop]\na = ""\n[drop.b]\nc = 1\n'
    with pytest.raises(mt.FaultsFound) as caught:
        mt.parse_framework(text)
    assert [(fault.where.line, fault.code) for fault in caught.value.faults] == [
        (1, "schema.unknown"),
        (2, "id.invalid"),
        (5, "framework.unknown"),
        (7, "overlay.no-reason"),
        (9, "value.type"),
    ]


def test_words_that_are_stated_again_stay_whose_they_were() -> None:
    """Saying the same words again changes nothing: neither the digest nor whose words they are."""
    item = board()["vision.understood"]
    assert isinstance(item, mt.Item)
    again = f'[change]\nvision = "Vision"\n"vision.understood" = """{item.text}"""\n'
    found = ours(again)
    assert found.digest == board().digest
    assert found.overlay is not None
    assert found.overlay.reworded == ()


def test_another_label_for_what_is_below_the_levels() -> None:
    """What is below the levels may have another label, or get one."""
    assert ours('[levels]\nbelow = "Nothing"\n').below.label == "Nothing"
    elements = HEAD + 'extends = { id = "hwb-elements", edition = "2021.1" }\n'
    assert mt.parse_framework(elements + '[levels]\nbelow = "None"\n').below.label == "None"


def test_a_chain_is_shown_briefly() -> None:
    """An overlay shows what it extends by its id."""
    assert "base='hwb-board'" in repr(ours().overlay)
