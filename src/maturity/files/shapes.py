"""Records shaped like the tables of a framework file: every key, with its type."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

Wording = Literal["paraphrase", "verbatim", "ours"]


@frozen(kw_only=True)
class SourceTable:
    """`[source]`: where words come from."""

    title: str | None = None
    publisher: str | None = None
    year: int | None = None
    url: str | None = None
    licence: str | None = None
    place: str | None = None
    wording: Wording | None = None


@frozen(kw_only=True)
class TermsTable:
    """`terms`: the framework's own words."""

    dimension: str | None = None
    part: str | None = None
    item: str | None = None
    level: str | None = None
    overall: str | None = None


@frozen(kw_only=True)
class LevelTable:
    """A rung, the long way."""

    label: str | None = None
    text: str = ""


@frozen(kw_only=True)
class OptionTable:
    """An option of a scale, the long way."""

    label: str | None = None
    value: float | None = None
    text: str = ""


@frozen(kw_only=True)
class BandsTable:
    """`bands`: one direction, and a limit for each rung."""

    from_: dict[str, float] | None = None
    above: dict[str, float] | None = None
    up_to: dict[str, float] | None = None
    under: dict[str, float] | None = None


@frozen(kw_only=True)
class NumberTable:
    """`number`: which numbers a scale takes."""

    min: float
    max: float
    unit: str = ""
    better: Literal["higher", "lower"] = "higher"
    step: float | None = None


@frozen(kw_only=True)
class NumericScaleTable:
    """A scale of numbers."""

    number: NumberTable
    bands: BandsTable | None = None


OptionsTable = dict[str, str | float | OptionTable]
ScaleTable = NumericScaleTable | OptionsTable


@frozen(kw_only=True)
class EvidenceTable:
    """`evidence` that an item asks for, the long way."""

    kind: str | list[str] = field(factory=list)
    above: str | float | None = None
    link: bool = False
    groups: list[str] = field(factory=list)


Evidence = str | list[str] | EvidenceTable


@frozen(kw_only=True)
class CapTable:
    """One of `caps`."""

    item: str | None = None
    dimension: str | None = None
    until: str | float
    level: str


@frozen(kw_only=True)
class RoundingTable:
    """`rounding` of a value."""

    places: int = 0
    mode: Literal["half-even", "half-up", "down"] = "half-even"
    use: bool = False
    at_least_one: bool = False


@frozen(kw_only=True)
class RuleTable:
    """A rule with the parameters of every rule; which of them it takes, its name says."""

    rule: str | None = None
    over: Literal["children", "items"] | list[str] | None = None
    of: Literal["value", "level", "shares"] | None = None
    range: list[float] | None = None
    weighted: bool | None = None
    each_level: Literal["mean"] | None = None
    bands: BandsTable | None = None
    ladder: str | None = None
    ceiling: float | None = None
    pass_: str | float | None = None
    side: Literal["lower", "upper", "midpoint"] | None = None
    threshold: float | None = None
    thresholds: dict[str, dict[str, float]] | None = None
    credit: Literal["pass", "partial"] | None = None
    least: int | None = None
    needs: dict[str, dict[str, str]] | None = None
    caps: list[CapTable] | None = None
    rounding: RoundingTable | None = None


@frozen(kw_only=True, slots=False)  # Python can't join two classes that both have slots
class ConventionsTable:
    """The conventions that are stated here."""

    missing: Literal["bound", "exclude", "lowest", "block"] | None = None
    not_applicable: Literal["exclude", "pass", "block", "lowest", "target"] | None = None
    empty: Literal["undefined", "pass", "fail"] | None = None
    empty_level: Literal["pass", "fail"] | None = None
    minimum_coverage: float | None = None
    tolerance: float | None = None
    units: Literal["mean", "median", "weakest-link"] | None = None
    reason_length: int | None = None
    evidence: Evidence | None = None


@frozen(kw_only=True)
class ScoringTable(ConventionsTable):
    """`[scoring]`: conventions, the scale, and a rule for each kind of node."""

    scale: str | None = None
    overall: RuleTable | None = None
    dimension: RuleTable | None = None
    part: RuleTable | None = None


@frozen(kw_only=True)
class NodeScoringTable(ConventionsTable, RuleTable):
    """`scoring` of a dimension or a part: conventions, the scale, and a rule or single keys."""

    scale: str | None = None


@frozen(kw_only=True)
class ItemTable:
    """An item, the long way."""

    text: str
    weight: float = 1.0
    scale: str | None = None
    descriptors: dict[str, str] = field(factory=dict)
    levels: dict[str, float] = field(factory=dict)
    counts: dict[str, dict[str, float]] = field(factory=dict)
    obligation: Literal["must", "should", "may"] | None = None
    evidence: Evidence | None = None
    tags: list[str] = field(factory=list)
    sectors: list[str] = field(factory=list)
    effort: int | None = None
    source: SourceTable | None = None


ItemsTable = dict[str, str | ItemTable]


@frozen(kw_only=True)
class NodeTable:
    """A dimension, or a part of one."""

    title: str | None = None
    text: str = ""
    weight: float = 1.0
    scoring: NodeScoringTable | None = None
    source: SourceTable | None = None
    tags: list[str] = field(factory=list)
    sectors: list[str] = field(factory=list)
    items: ItemsTable = field(factory=dict)
    at: dict[str, ItemsTable] = field(factory=dict)
    parts: dict[str, str | NodeTable] = field(factory=dict)


@frozen(kw_only=True)
class ProfileTable:
    """`[profiles.ID]`: a named part of the framework."""

    title: str | None = None
    text: str = ""
    items: list[str] = field(factory=list)
    dimensions: list[str] = field(factory=list)
    levels: list[str] = field(factory=list)
    tags: list[str] = field(factory=list)
    sectors: list[str] = field(factory=list)
    drop: list[str] = field(factory=list)
    ask: Literal["parts", "dimensions"] | None = None
    scale: str | None = None


@frozen(kw_only=True)
class PropertyTable:
    """`[properties.ID]`: what an assessment may say of its organisation."""

    title: str | None = None
    options: dict[str, str] = field(factory=dict)


@frozen(kw_only=True)
class EarlierTable:
    """`from` of a bridge, the long way: an edition under another id."""

    id: str
    edition: str


@frozen(kw_only=True)
class BridgeTable:
    """`[bridge]`: what became of the items of an earlier edition."""

    from_: str | EarlierTable
    same: dict[str, str] = field(factory=dict)
    split: dict[str, list[str]] = field(factory=dict)
    merged: dict[str, list[str]] = field(factory=dict)
    dropped: dict[str, str] = field(factory=dict)
    new: dict[str, str] = field(factory=dict)


@frozen(kw_only=True)
class FrameworkFile:
    """A framework file."""

    schema: int
    id: str
    title: str
    edition: str
    description: str = ""
    principles: list[str] = field(factory=list)
    terms: TermsTable | None = None
    source: SourceTable | None = None
    levels: dict[str, str | LevelTable] = field(factory=dict)
    scales: dict[str, ScaleTable] = field(factory=dict)
    scoring: ScoringTable | None = None
    dimensions: dict[str, str | NodeTable] = field(factory=dict)
    profiles: dict[str, ProfileTable] = field(factory=dict)
    properties: dict[str, PropertyTable] = field(factory=dict)
    bridge: BridgeTable | None = None
