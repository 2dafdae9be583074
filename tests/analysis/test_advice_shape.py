"""Advice on the shape of a framework."""

from __future__ import annotations

import pytest

import maturity as mt

from .tools import advice, codes, framework

RULE = '[scoring]\nscale = "met"\ndimension = { rule = "mean" }\n'
ONE = '[dimensions.d.items]\na = "A"\n'


def items(name: str, count: int) -> str:
    """A dimension with some items."""
    lines = "".join(f'i{n} = "I{n}"\n' for n in range(count))
    return f"[dimensions.{name}.items]\n{lines}"


@pytest.mark.parametrize(("most", "fewest", "told"), [(20, 2, True), (19, 2, False), (10, 1, True)])
def test_lopsided(most: int, fewest: int, *, told: bool) -> None:
    """Ten times as many is the limit; a dimension without items doesn't count."""
    text = (
        RULE
        + items("d", most)
        + items("e", fewest)
        + '[dimensions.f]\nscoring = { rule = "none" }\n'
    )
    what = (
        f"advice[lopsided]: 'd' has {most} items, 'e' {fewest}; "
        "divide the one or fill the other: people read their results side by side"
    )
    assert advice(text) == ([what] if told else [])


def test_no_items() -> None:
    """Nothing to answer, in the whole framework or after all that an overlay drops."""
    what = "advice[no-items]: 'small' has no items, so there is nothing to answer"
    titles = '[scoring]\nscale = "met"\n[dimensions]\nd = "D"\n'
    assert advice(titles) == [f"{what}; write some below [dimensions]"]
    assert advice(titles + '[profiles.quick]\nask = "dimensions"\n') == []
    base = framework(RULE + ONE)
    over = 'extends = { id = "small", edition = "1" }\n[drop]\nd = "Not for us"\n'
    (one,) = mt.advise(framework(over, base=base))
    what = what.replace("small", "local")
    assert str(one) == f"{what}; drop less, or add some below [dimensions]"


# ------------------------------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("more", "what"),
    [
        ('[scales.s]\nx = "Yes"\ny = " yes "\n', "the answers on the scale 's' 'x' and 'y'"),
        ('[dimensions.e]\ntitle = "D"\n', "the dimensions 'd' and 'e'"),
        ('[dimensions.d.parts]\np = "Part"\nq = "Part"\n', "the parts 'd.p' and 'd.q'"),
        (
            (
                '[profiles]\np = { title = "P", items = ["d.a"], drop = ["d.a"] }\n'
                'q = { title = "P", items = ["d.a"], drop = ["d.a"] }\n'
            ),
            "the profiles 'p' and 'q'",
        ),
    ],
)
def test_the_same_name(more: str, what: str) -> None:
    """Two things side by side have one name, whatever its capitals and spaces."""
    text = RULE + '[dimensions.d]\ntitle = "D"\n' + ONE + more
    end = " have the same name; name them apart: people see names, not ids"
    assert f"advice[same-name]: {what}{end}" in advice(text)


def test_levels_of_one_name() -> None:
    """Levels need names of their own."""
    text = '[levels]\nlow = "Low"\nmid = "Low"\n' + RULE + ONE
    assert "same-name" in codes(text, levels=False)


def test_the_same_name_elsewhere() -> None:
    """Parts of two dimensions may have one name."""
    part = '[dimensions.NAME.parts.p]\ntitle = "Part"\n[dimensions.NAME.parts.p.items]\na = "A"\n'
    assert advice(RULE + part.replace("NAME", "d") + part.replace("NAME", "e")) == []


# --------------------------------------------------------------------------------------- profiles


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ('items = ["d.i1"], drop = ["d"]', "asks nothing; look at what it chooses and drops, or"),
        ('items = ["d.i1"]', "asks one item of 12; look at what it chooses and drops"),
        ('items = ["d.i1", "d.i2"]', None),
        ('dimensions = ["d"]', "asks as much as the whole framework; choose less, or leave it out"),
        ('ask = "dimensions"', None),
    ],
)
def test_profile_size(choice: str, said: str | None) -> None:
    """A short form asks some things, and not all."""
    text = (
        RULE
        + items("d", 12)
        + f'[profiles.p]\ntitle = "P"\n{choice.replace("], ", "]NEXT").replace("NEXT", chr(10))}\n'
    )
    found = advice(text)
    if said is None:
        assert found == []
    else:
        (one,) = found
        assert one.startswith(f"advice[profile-size]: the profile 'p' {said}")


def test_one_item_of_few() -> None:
    """Of a handful of items one may well be a short form."""
    assert advice(RULE + items("d", 9) + '[profiles.p]\ntitle = "P"\nitems = ["d.i1"]\n') == []


def test_there_is_an_end_to_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Profiles of a vast framework are not worked out."""
    monkeypatch.setattr("maturity.analysis.advice_shape.MOST_LOOKED_UP", 11)
    assert advice(RULE + items("d", 12) + '[profiles.p]\ntitle = "P"\nitems = ["d.i1"]\n') == []


# ----------------------------------------------------------------------------------------- scales


def test_unused_scale() -> None:
    """A scale that nothing names is told."""
    unused = '[scales.s]\nx = "X"\ny = "Y"\n'
    assert advice(RULE + ONE + unused) == [
        "advice[unused-scale]: nothing uses the scale 's'; leave it out, or name it"
    ]
    ladder = 'overall = { rule = "mean", ladder = "s", bands = { from = { y = 0.5 } } }\n'
    assert advice(RULE + ladder + ONE + unused) == []
    asked = '[profiles.p]\ntitle = "P"\nask = "dimensions"\nscale = "s"\n'
    assert advice(RULE + ONE + unused + asked) == []


@pytest.mark.parametrize(
    ("number", "bands", "dead"),
    [
        ("min = 0, max = 10", "from = { mid = 5, high = 8 }", None),
        ("min = 0, max = 10", "from = { mid = 5, high = 10 }", None),
        ("min = 0, max = 10", "above = { mid = 5, high = 10 }", "'high'"),
        ("min = 0, max = 10", "from = { low = 0, mid = 5, high = 11 }", "'high'"),
        ("min = 0, max = 10", "from = { low = -2, mid = 0, high = 5 }", "'low'"),
        ("min = 0, max = 10, step = 5", "from = { low = 0, mid = 6, high = 7 }", "'mid'"),
        ("min = 0, max = 10, step = 1", "from = { low = 0, mid = 6, high = 7 }", None),
        ("min = 0, max = 1, step = 0.1", "above = { low = 0.2, mid = 0.3, high = 0.4 }", None),
        ("min = 0, max = 1, step = 0.1", "from = { low = 0.3, mid = 0.31, high = 0.4 }", "'mid'"),
        ('min = 0, max = 10, better = "lower"', "up_to = { mid = 5, high = 0 }", None),
        ('min = 0, max = 10, better = "lower"', "under = { mid = 5, high = 0 }", "'high'"),
    ],
)
def test_dead_bands(number: str, bands: str, dead: str | None) -> None:
    """A band without a number on the scale is told."""
    scale = f"[scales.n]\nnumber = {{ {number} }}\nbands = {{ {bands} }}\n"
    text = f'{scale}[scoring]\nscale = "n"\ndimension = {{ rule = "mean", range = [0, 1] }}\n{ONE}'
    found = [one for one in advice(text) if "dead-band" in one]
    assert len(found) == (dead is not None)
    if dead:
        assert f"means {dead}; look at the limits of its bands" in found[0]


def test_a_dead_band_in_words() -> None:
    """The scale is named with its ends and its step."""
    scale = "[scales.n]\nnumber = { min = 0, max = 1, step = 0.1 }\n"
    scale += "bands = { from = { mid = 0.5, high = 2 } }\n"
    found = advice(f'{scale}[scoring]\nscale = "n"\ndimension = {{ rule = "mean" }}\n{ONE}')
    assert found[1] == (
        "advice[dead-band]: no number on the scale 'n', from 0 to 1 in steps of 0.1, "
        "means 'high'; look at the limits of its bands"
    )


# --------------------------------------------------------------------------------------- evidence


@pytest.mark.parametrize(("above", "told"), [("yes", True), ("no", False)])
def test_idle_evidence(above: str, *, told: bool) -> None:
    """Evidence for what is above the best answer is never needed."""
    item = f'a = {{ text = "A", evidence = {{ above = "{above}" }} }}\n'
    what = (
        "advice[idle-evidence]: no answer to 'd.a' needs evidence: 'yes' is the best one already; "
        "name the best answer that stands without evidence: the one below it"
    )
    assert advice(RULE + "[dimensions.d.items]\n" + item) == ([what] if told else [])


def test_idle_evidence_for_all() -> None:
    """What all items are asked is told once; where it works for some, it is left."""
    rule = RULE + 'evidence = { above = "yes" }\n'
    assert codes(rule + items("d", 3)) == ["idle-evidence"]
    scale = "[scales.s]\nno = 0\nyes = 0.5\nproven = 1\n"
    other = 'b = { text = "B", scale = "s" }\n'
    assert codes(scale + rule + ONE + other) == []


def test_idle_evidence_on_numbers() -> None:
    """The best number is the lowest where lower is better."""
    scale = '[scales.n]\nnumber = { min = 0, max = 10, better = "lower" }\n'
    rule = '[scoring]\nscale = "n"\ndimension = { rule = "mean", range = [0, 1] }\n'
    item = '[dimensions.d.items]\na = { text = "A", evidence = { above = NUMBER } }\n'
    told = [codes(scale + rule + item.replace("NUMBER", n)) for n in ("0", "10")]
    assert ["idle-evidence" in found for found in told] == [True, False]
