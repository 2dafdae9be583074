"""Who is in the made-up system: where each begins, how it changes, when it joins and stops."""

from __future__ import annotations

from attrs import field, frozen

from maturity.model.frozen import FrozenMap, as_map

from .dice import Dice

ELEMENTS = (
    "personal",
    "relationships",
    "fulfilment",
    "leaders",
    "environment",
    "insights",
    "support",
)
QUARTERS = ("2025/26 Q1", "2025/26 Q2", "2025/26 Q3", "2025/26 Q4")
PRACTICE = "gp-practice"
NHS = frozenset({"acute-trust", "mental-health-trust", "community-trust", "ambulance-trust"})


@frozen(kw_only=True)
class Member:
    """An organisation of the system.

    `standing`: how it stands in each of `ELEMENTS` at the start of the year, from 0 to 100: red
    begins at 0, amber at 34, green at 67. `drift`: by how much an element changes each quarter.
    `joins` and `leaves`: the first quarter that it answers, and the first that it no longer does,
    counted from 0. `reached`: the number of elements that it got through, by quarter, where that
    isn't all of them. Per cent: `blank`, of the lines left open; `turns`, of the lines that turn
    for the worse or the better in a quarter; `shown`, of the ratings with evidence; `renews`, of
    the evidence that is renewed once it has expired. `acts`: whether what it plans gets done.
    `aims`: its targets.
    """

    seed: int
    name: str
    code: str
    sector: str
    size: int
    lead: str
    standing: tuple[int, ...]
    drift: FrozenMap[str, int] = field(default=FrozenMap(), converter=as_map)
    joins: int = 0
    leaves: int = len(QUARTERS)
    reached: FrozenMap[int, int] = field(default=FrozenMap(), converter=as_map)
    blank: int = 3
    turns: int = 2
    shown: int = 75
    renews: int = 65
    acts: bool = True
    aims: FrozenMap[str, str] = field(default=FrozenMap(), converter=as_map)

    @property
    def quarters(self) -> range:
        """The quarters in which it answers, counted from 0."""
        return range(self.joins, self.leaves)


def members() -> tuple[Member, ...]:
    """Everybody: seven trusts, an ambulance service, five councils and forty practices."""
    return (*_TRUSTS, _AMBULANCE, *_COUNCILS, *_practices())


_HEAD = "Head of staff wellbeing"

#             personal, relationships, fulfilment, leaders, environment, insights, support
_TRUSTS = (
    Member(  # rated by several people in the last quarter: see raters.py
        seed=1,
        name="Riverside Acute Trust (made up)",
        code="T1",
        sector="acute-trust",
        size=8200,
        lead=_HEAD,
        standing=(60, 86, 60, 88, 64, 38, 66),
        blank=0,
        aims={"insights": "amber", "environment.facilities": "green"},
    ),
    Member(  # improves everywhere
        seed=2,
        name="Hilltop Acute Trust (made up)",
        code="T2",
        sector="acute-trust",
        size=5400,
        lead=_HEAD,
        standing=(46, 56, 44, 46, 52, 16, 44),
        drift=dict.fromkeys(ELEMENTS, 13),
        blank=0,
        turns=0,
        renews=100,
        aims={"relationships": "green", "insights": "amber", "leaders.skilled": "green"},
    ),
    Member(  # falls in one element: two wards have moved to an old building
        seed=3,
        name="Orchard Acute Trust (made up)",
        code="T3",
        sector="acute-trust",
        size=6100,
        lead=_HEAD,
        standing=(62, 88, 60, 62, 98, 24, 88),
        drift={"environment": -20},
        blank=0,
        turns=0,
        renews=100,
        aims={"environment": "green"},
    ),
    Member(  # stands still
        seed=4,
        name="Harbour Acute Trust (made up)",
        code="T4",
        sector="acute-trust",
        size=3900,
        lead="Deputy director of people",
        standing=(58, 84, 56, 58, 28, 18, 60),
        blank=0,
        turns=0,
        renews=100,
        acts=False,
    ),
    Member(
        seed=5,
        name="Meadow Mental Health Trust (made up)",
        code="T5",
        sector="mental-health-trust",
        size=4300,
        lead=_HEAD,
        standing=(92, 90, 64, 62, 30, 22, 62),
        aims={"insights.measuring": "amber", "environment": "amber"},
    ),
    Member(  # joins in the second quarter, two elements at first
        seed=6,
        name="Lakeside Mental Health Trust (made up)",
        code="T6",
        sector="mental-health-trust",
        size=2700,
        lead="Wellbeing manager",
        standing=(62, 64, 90, 40, 62, 26, 60),
        joins=1,
        reached={1: 2},
        blank=6,
    ),
    Member(  # half way through in the last quarter
        seed=7,
        name="Lowlands Community Trust (made up)",
        code="T7",
        sector="community-trust",
        size=3100,
        lead="Associate director of people",
        standing=(60, 86, 66, 60, 58, 30, 64),
        reached={3: 3},
        shown=60,
    ),
)

_AMBULANCE = Member(
    seed=8,
    name="Four Winds Ambulance Service (made up)",
    code="A1",
    sector="ambulance-trust",
    size=2900,
    lead=_HEAD,
    standing=(74, 84, 46, 50, 42, 30, 92),
    drift={"leaders": 5},
    aims={"environment": "amber", "fulfilment.balance": "amber"},
)

_COUNCILS = (
    Member(  # strong in what most are weak in
        seed=9,
        name="Northmarket Council (made up)",
        code="C1",
        sector="council",
        size=6800,
        lead="Head of organisational development",
        standing=(60, 62, 88, 64, 64, 94, 58),
        blank=4,
        turns=0,
        shown=100,
        renews=100,
        aims={"relationships": "green"},
    ),
    Member(
        seed=10,
        name="Southmarket Council (made up)",
        code="C2",
        sector="council",
        size=4700,
        lead="Health and safety manager",
        standing=(40, 84, 62, 40, 88, 22, 62),
        blank=5,
        shown=45,
    ),
    Member(  # joins in the second quarter
        seed=11,
        name="Eastmarket Council (made up)",
        code="C3",
        sector="council",
        size=3500,
        lead="Head of people services",
        standing=(62, 86, 60, 60, 62, 28, 40),
        joins=1,
        blank=5,
    ),
    Member(  # joins in the third quarter, four elements at first
        seed=12,
        name="Westmarket Council (made up)",
        code="C4",
        sector="council",
        size=5200,
        lead="Public health consultant",
        standing=(64, 62, 62, 86, 60, 40, 64),
        joins=2,
        reached={2: 4},
        blank=8,
    ),
    Member(  # has stopped: no answers in the last quarter
        seed=13,
        name="Midmarket Council (made up)",
        code="C5",
        sector="council",
        size=2600,
        lead="Personnel manager",
        standing=(40, 60, 58, 42, 60, 18, 38),
        leaves=3,
        blank=9,
        shown=30,
        renews=20,
    ),
)

_STREETS = (
    "Acorn Row",
    "Apron Lane",
    "Barrel Street",
    "Bellows Yard",
    "Biscuit Lane",
    "Bobbin Street",
    "Bramble Steps",
    "Button Row",
    "Candle Street",
    "Clogmaker Lane",
    "Cobbler Yard",
    "Copper Kettle",
    "Crumpet Corner",
    "Dumpling Lane",
    "Fiddle Street",
    "Gingerbread Row",
    "Hatpin Lane",
    "Haystack",
    "Inkwell Street",
    "Jamjar Lane",
    "Kite Hill",
    "Lantern Row",
    "Marmalade Street",
    "Mitten Lane",
    "Mustard Yard",
    "Nutmeg Street",
    "Patchwork Lane",
    "Pepperpot Row",
    "Pincushion Street",
    "Porridge Lane",
    "Pudding Bridge",
    "Quill Street",
    "Ribbon Lane",
    "Saucepan Row",
    "Skylark Street",
    "Teapot Lane",
    "Thimble Street",
    "Toffee Yard",
    "Umbrella Row",
    "Whistle Street",
)
_FIRST_SEED = 101
_SECOND_WAVE, _THIRD_WAVE = 25, 35
_STOPPED = (12, 29)


def _practices() -> tuple[Member, ...]:
    """The forty practices: 24 from the start, 10 from the second quarter, 6 from the third."""
    return tuple(_practice(number, street) for number, street in enumerate(_STREETS, start=1))


def _practice(number: int, street: str) -> Member:
    """A practice; they differ most in their buildings, and in what a small team can do well."""
    dice = Dice(_FIRST_SEED + number)
    base = dice.between(46, 76)
    leans = {"relationships": 20, "insights": -24}
    wide = {"environment": dice.between(-42, 40)}
    standing = tuple(
        base + leans.get(element, 0) + wide.get(element, dice.between(-14, 14))
        for element in ELEMENTS
    )
    joins = (number >= _SECOND_WAVE) + (number >= _THIRD_WAVE)
    return Member(
        seed=_FIRST_SEED + len(_STREETS) + number,
        name=f"{street} Practice (made up)",
        code=f"P{number:02}",
        sector=PRACTICE,
        size=dice.between(8, 38),
        lead=dice.pick(("Practice manager", "Practice manager", "A GP partner", "Nurse manager")),
        standing=standing,
        drift={"environment": dice.pick((0, 0, 0, 4, -4)), "support": dice.pick((0, 0, 5))},
        joins=joins,
        leaves=3 if number in _STOPPED else len(QUARTERS),
        reached={joins: 4} if joins and number % 2 else {},
        blank=dice.pick((0, 0, 2, 4, 8, 15)),
        turns=dice.pick((0, 2, 4)),
        shown=dice.pick((10, 30, 50)),
        renews=dice.pick((30, 60)),
        aims={"insights": "amber"} if number % 4 == 0 else {},
    )
