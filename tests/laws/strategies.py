"""Random frameworks and assessments, over every rule, modifier and convention."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from maturity.model.evidence import EvidenceExpectation
from maturity.model.framework import Framework
from maturity.model.frozen import FrozenMap
from maturity.model.rules import NoTotal, Rule
from maturity.model.scales import AnyScale, Bands, Level, NumericScale, Option, Scale
from maturity.model.scoring import Conventions, Scoring
from maturity.model.tree import Dimension, Item

from .pen import Pen
from .reference_tree import LADDER, Tree
from .strategies_answers import answer_sheet
from .strategies_profiles import profiles
from .strategies_rules import rule_for

if TYPE_CHECKING:
    from maturity.model.assessment import Assessment

Draw = Callable[[st.SearchStrategy[Any]], Any]
WEIGHTS = (1.0, 2.0, 3.0, 0.5, 0.1)
VALUES = (0.0, 0.2, 0.25, 0.5, 1.0, 1.0, 2.0, 3.0)
OPTIONS = ("no", "low", "half", "high", "yes")
TITLES = ("Vision", "Café & “quotes”", 'Say "yes"', "Back\\slash", "It's 5 > 3")
KINDS = ("survey", "policy")


@frozen
class Size:
    """How large a framework may get."""

    items: int = 12
    dimensions: int = 3
    own: int = 3
    parts: int = 2
    depth: int = 4


SMALL = Size()
TINY = Size(items=6, dimensions=2, own=3, parts=1, depth=3)
MEDIUM = Size(items=40, dimensions=5, own=6, parts=3)


def levels(pen: Pen) -> tuple[tuple[Level, ...], str | None]:
    """The rungs, and the name of rung 0 where it has one."""
    count = pen.one((3, 2, 4, 1, 3, 2, 0))
    rungs = tuple(Level(f"l{rank}", f"Level {rank}", rank) for rank in range(1, count + 1))
    return rungs, "Not yet" if rungs and pen.maybe(1, 3) else None


def scales(pen: Pen, rungs: tuple[Level, ...], below: str | None) -> dict[str, AnyScale]:
    """The ladder, some scales of options and some of numbers."""
    made: dict[str, AnyScale] = {}
    if rungs:
        named = (Option("below", below, 0.0),) if below is not None else ()
        climbed = tuple(Option(rung.id, rung.label, float(rung.rank)) for rung in rungs)
        made[LADDER] = Scale(LADDER, named + climbed)
    for name in ("s1", "s2")[: pen.number(1, 2)]:
        made[name] = option_scale(pen, name)
    for name, better in (("n1", "higher"), ("n2", "lower")):
        if pen.maybe(1, 2):
            made[name] = number_scale(pen, name, rungs, higher=better == "higher")
    return made


def option_scale(pen: Pen, name: str) -> Scale:
    """A scale of options, lowest first, whose values never fall."""
    ids = pen.some(OPTIONS, least=2) if pen.maybe(9, 10) else ["yes"]
    values = [float(place) for place in range(len(ids))]
    if pen.maybe(1, 2):
        values = sorted(pen.one(VALUES) for _ in ids)
    options = [Option(id_, id_.title(), value) for id_, value in zip(ids, values, strict=True)]
    return Scale(name, tuple(options))


def number_scale(pen: Pen, name: str, rungs: tuple[Level, ...], *, higher: bool) -> NumericScale:
    """A numeric scale, with bands where there are rungs, up to the top one or not as far."""
    high = pen.one((100.0, 10.0))
    bands = None
    if rungs and pen.maybe(2, 3):
        first = pen.number(0, 1) if len(rungs) > 1 else 0
        named = rungs[first : None if pen.maybe(3, 4) else max(first + 1, len(rungs) - 1)]
        limits = sorted(pen.some([high * n / 8 for n in range(1, 8)], len(named), len(named)))
        ways = ("from", "above") if higher else ("up_to", "under")
        ordered = limits if higher else limits[::-1]
        bands = Bands(
            pen.one(ways),  # type: ignore[arg-type]  # one of the four directions
            tuple((rung.id, limit) for rung, limit in zip(named, ordered, strict=True)),
        )
    return NumericScale(
        id=name,
        minimum=0.0,
        maximum=high,
        unit=pen.one(("", "%")),
        better="higher" if higher else "lower",
        step=pen.one((None, high / 8)),
        bands=bands,
    )


def conventions(pen: Pen, above: Conventions, chance: int) -> Conventions:
    """The conventions of a node: a few keys changed, more often with a higher `chance` of 10."""
    choices: dict[str, tuple[object, ...]] = {
        "missing": ("bound", "exclude", "lowest", "block"),
        "not_applicable": ("exclude", "pass", "block", "lowest", "target"),
        "empty": ("undefined", "pass", "fail"),
        "empty_level": ("pass", "fail"),
        "minimum_coverage": (0.0, 0.5, 1.0),
        "tolerance": (1e-9, 0.001, 0.07, 0.0),
        "units": ("mean", "median", "weakest-link"),
        "reason_length": (1, 5),
    }
    changes: dict[str, Any] = {
        key: pen.one(values) for key, values in choices.items() if pen.maybe(chance, 10)
    }
    return evolve(above, **changes)


def common_options(made: dict[str, AnyScale], used: set[str]) -> list[str]:
    """The options that every one of the scales has."""
    found = [
        [option.id for option in scale.options] if isinstance(scale, Scale) else []
        for scale in (made[name] for name in sorted(used))
    ]
    return [option for option in found[0] if all(option in ids for ids in found)] if found else []


class Grower:
    """Grows a framework: first the tree with its items, then the rules from the bottom up."""

    def __init__(self, draw: Draw, size: Size) -> None:
        """Start with levels and scales."""
        self.pen = Pen(draw)
        self.size = size
        self.left = size.items
        self.rungs, self.below = levels(self.pen)
        self.scales = scales(self.pen, self.rungs, self.below)
        self.plain = self.pen.maybe(1, 3)

    def framework(self) -> Framework:
        """The whole framework."""
        root = self.with_evidence(conventions(self.pen, Conventions(), 3), set(self.scales))
        default = self.pen.one((None, *self.scales))
        count = self.pen.number(1, self.size.dimensions)
        dimensions = tuple(
            self.branch(f"d{number}", root, default, 1) for number in range(1, count + 1)
        )
        bare = Framework(
            id="random",
            title="A random framework",
            edition="1",
            levels=self.rungs,
            below_label=self.below,
            scales=FrozenMap(self.scales),
            scoring=Scoring(conventions=root, scale=default),
            dimensions=tuple(self.with_counts(dimension, dimensions) for dimension in dimensions),
        )
        ruled = self.with_rules(bare)
        return evolve(ruled, profiles=FrozenMap(profiles(self.pen, ruled)))

    def branch(self, path: str, above: Conventions, scale: str | None, depth: int) -> Dimension:
        """A dimension or part with all that is below it."""
        pen = self.pen
        own = above if self.plain else conventions(pen, above, 1)
        scale = pen.one((scale, *self.scales)) if pen.maybe(1, 6) else scale
        most = min(self.left, self.size.own)
        count = pen.number(min(1, most), most) if pen.maybe(5, 6) else 0
        self.left -= count
        items = [self.item(f"{path}.i{number}", own, scale) for number in range(1, count + 1)]
        # As a file holds them: those of no level, then level by level.
        items.sort(key=lambda item: "" if item.level is None else item.level)
        deeper = depth < self.size.depth and pen.maybe(1, depth + 1)
        parts = pen.number(1, self.size.parts) if deeper else 0
        return Dimension(
            id=path,
            title=pen.one(TITLES),
            weight=pen.one(WEIGHTS),
            rule=NoTotal(),
            conventions=own,
            scale=scale,
            own_items=tuple(items),
            dimensions=tuple(
                self.branch(f"{path}.p{number}", own, scale, depth + 1)
                for number in range(1, parts + 1)
            ),
        )

    def item(self, path: str, home: Conventions, default: str | None) -> Item:
        """One item."""
        pen = self.pen
        scale = default if default and pen.maybe(2, 3) else pen.one(tuple(self.scales))
        ids = [rung.id for rung in self.rungs]
        several = pen.some(ids, least=1) if ids and pen.maybe(1, 10) else []
        level = pen.one((None, *ids))
        above = home.evidence.above if home.evidence else None
        own = pen.maybe(1, 6) or not self.allows(scale, above)
        return Item(
            id=path,
            text=f"Is {path} so?",
            dimension=path.partition(".")[0],
            scale=scale,
            level=None if several else level,
            weight=pen.one(WEIGHTS),
            levels=FrozenMap({id_: pen.one(WEIGHTS) for id_ in several}),
            obligation=pen.one(("must", "should", "may")) if pen.maybe(1, 5) else None,
            evidence=self.expectation(self.steps(scale)) if own else None,
            tags=tuple(pen.some(("red", "blue"))) if pen.maybe(1, 4) else (),
            sectors=("gp",) if pen.maybe(1, 8) else (),
        )

    def with_counts(self, branch: Dimension, top: tuple[Dimension, ...]) -> Dimension:
        """The branch, where now and then an item counts elsewhere instead of at home."""
        pen = self.pen
        paths = [node.id for dimension in top for node in dimension.walk()]
        ids = [rung.id for rung in self.rungs]
        items = []
        for item in branch.own_items:
            counts = {}
            if ids and not item.levels and pen.maybe(1, 12):
                for path in pen.some(paths, least=1, most=2):
                    chosen = pen.some(ids, least=1, most=2)
                    counts[path] = FrozenMap({id_: pen.one(WEIGHTS) for id_ in chosen})
            items.append(evolve(item, counts=FrozenMap(counts)))
        parts = tuple(self.with_counts(part, top) for part in branch.dimensions)
        return evolve(branch, own_items=tuple(items), dimensions=parts)

    def with_evidence(self, root: Conventions, used: set[str]) -> Conventions:
        """The conventions, now and then with evidence that every item is asked for."""
        if not self.pen.maybe(1, 8):
            return root
        return evolve(root, evidence=self.expectation(common_options(self.scales, used)))

    def expectation(self, steps: list[Any]) -> EvidenceExpectation:
        """What evidence is hoped for, and now and then what stands without it."""
        pen = self.pen
        return EvidenceExpectation(
            kinds=tuple(pen.some(KINDS)),
            above=pen.one((None, *steps)),
            link=pen.maybe(1, 4),
        )

    def steps(self, scale: str) -> list[Any]:
        """The answers that may cap on a scale."""
        found = self.scales[scale]
        if isinstance(found, NumericScale):
            return [found.maximum / 4, found.maximum / 2]
        return [option.id for option in found.options]

    def allows(self, scale: str, above: str | float | None) -> bool:
        """Whether inherited evidence fits a scale."""
        return above is None or above in self.steps(scale)

    def with_rules(self, framework: Framework) -> Framework:
        """The framework with a rule for every node, the lowest first."""
        tree = Tree.grow(framework)
        done: list[str] = []
        for path in upwards(tree, ""):
            rule = rule_for(self.pen, tree, path, done)
            tree.nodes[path] = evolve(tree.nodes[path], rule=rule)
            tree.forget()
            done.append(path)
        rules = {path: node.rule for path, node in tree.nodes.items()}
        parts = [rule for path, rule in rules.items() if "." in path]
        default = self.pen.one((rules["d1"], NoTotal()))
        return evolve(
            framework,
            scoring=evolve(
                framework.scoring,
                overall=rules[""],
                dimension=default,
                part=self.pen.one((default, *parts)),
            ),
            dimensions=tuple(ruled(branch, rules) for branch in framework.dimensions),
        )


def upwards(tree: Tree, path: str) -> list[str]:
    """A node and all below it, each after what is below it."""
    below = [name for part in tree.nodes[path].parts for name in upwards(tree, part)]
    return [*below, path]


def ruled(branch: Dimension, rules: dict[str, Rule]) -> Dimension:
    """A branch with its rules."""
    parts = tuple(ruled(part, rules) for part in branch.dimensions)
    return evolve(branch, rule=rules[branch.id], dimensions=parts)


@st.composite
def frameworks(draw: Draw, size: Size = SMALL) -> Framework:
    """A sound framework."""
    return Grower(draw, size).framework()


@st.composite
def assessments(
    draw: Draw, framework: Framework | None = None, size: Size = SMALL, most_open: int | None = None
) -> Assessment:
    """A sound assessment of a framework, or of a random one; `most_open`: open cells at most."""
    if framework is None:
        framework = draw(frameworks(size))
    return answer_sheet(Pen(draw), framework, most_open)


def profile_names(framework: Framework) -> st.SearchStrategy[str | None]:
    """No profile, or one of a framework's."""
    return st.sampled_from((None, *framework.profiles))
