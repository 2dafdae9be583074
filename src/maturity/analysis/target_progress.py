"""Progress towards targets: where each stands, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from maturity.errors.arguments import expect, expect_date
from maturity.errors.clean import clean
from maturity.model.assessment import Assessment
from maturity.model.tree import Item
from maturity.scoring.score import score
from maturity.scoring.words import counted, number_text

from .common_ground import find_common_ground
from .target_places import State, item_place, node_place

if TYPE_CHECKING:
    from datetime import date

    from maturity.scoring.scorecard import Scorecard


_STATES = {"met": "reached", "open": "still open"}


@frozen(kw_only=True)
class Progress:
    """One target. Distances are in options or levels, or in `unit` where the scale is of numbers.

    `stands`: where it stands, in words; None where there is nothing to state. `state`: `met`,
    `short`, `open` (unanswered, or open answers can still decide it), `not applicable`.
    `distance`: how far there is to go; 0 or below where it is met; None where it is not known.
    `change`: how much nearer it came since the period before; below 0 where it fell back; None
    where either is not known.
    """

    path: str
    title: str
    target: str
    stands: str | None
    state: State
    distance: float | None
    change: float | None
    unit: str

    @property
    def text(self) -> str:
        """The progress in a plain sentence."""
        said = [f"target {self.target}, now {self.stands or 'nothing to state'}"]
        if self.state == "short" and self.distance is not None:
            said.append(f"{_amount(self.distance, self.unit)} to go")
        elif self.state in _STATES:
            said.append(_STATES[self.state])
        if self.change is not None:
            moved = _amount(abs(self.change), self.unit)
            way = "nearer" if self.change > 0 else "further away"
            said.append(f"{moved} {way} than the time before" if self.change else "no change")
        return clean(f"{self.title.rstrip('.')}: {'; '.join(said)}.")


@frozen(kw_only=True)
class TargetProgress:
    """Every target of an assessment, in file order. See `target_progress`.

    `notes`: how the period before was brought onto the same framework, in sentences. `caveats`:
    what a careful reader should know about the answers.
    """

    targets: tuple[Progress, ...]
    notes: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """How many are met, then each that is not, in plain sentences."""
        if not self.targets:
            return "No targets are set."
        met = sum(one.state == "met" for one in self.targets)
        left = [one.text for one in self.targets if one.state != "met"]
        count = counted(len(self.targets), "target")
        return clean(" ".join([f"{met} of {count} met.", *left, *self.notes]))

    def to_records(self) -> list[dict[str, object]]:
        """A row for each target.

        The columns are `path`, `title`, `target`, `stands`, `state`, `distance`, `change`, `unit`.
        """
        names = ("path", "title", "target", "stands", "state", "distance", "change", "unit")
        return [{name: getattr(one, name) for name in names} for one in self.targets]


def target_progress(
    assessment: Assessment, before: Assessment | None = None, *, as_of: date | None = None
) -> TargetProgress:
    """Where each item, dimension or part with a target stands, and what has changed since `before`.

    `assessment` states the targets. `before`: the same organisation at the period before, measured
    against the same targets; None: no change is stated. It may be of another edition or of what the
    framework extends; then the items that are shared are compared, and no levels (NotComparable
    where nothing is shared). `as_of`: the day for evidence in `assessment`; None: what it says.

    An item stands where its answer counts: held down where evidence is asked for and missing; of
    several units, the lowest. A node stands at its level; where open answers could still lift it to
    the target, that is open, not short. A branch that a short form asks about stands at what is
    claimed for it where nothing below it is answered.

    >>> import maturity as mt
    >>> board = mt.load_framework("hwb-board")
    >>> found = target_progress(
    ...     board.assess(
    ...         {"vision.understood": "partly"}, targets={"vision.understood": "met"}, period="2026"
    ...     )
    ... )
    >>> [(one.path, one.state, one.distance) for one in found.targets]
    [('vision.understood', 'short', 1)]
    """
    expect(assessment, Assessment, "target_progress() takes an assessment")
    expect(before, Assessment | None, "target_progress() takes an assessment as before")
    expect_date(as_of, "target_progress() takes a date as as_of")
    now, then = score(assessment, as_of=as_of), None
    notes: tuple[str, ...] = ()
    if before is not None:
        ground = find_common_ground([before], assessment.framework)
        then, notes = score(ground.assessments[0]), ground.notes
    found = []
    for path in (path for path in assessment.framework if path in assessment.targets):
        comparable = not notes or isinstance(assessment.framework[path], Item)
        found.append(_progress(path, now, then if comparable else None))
    return TargetProgress(targets=tuple(found), notes=notes, caveats=now.caveats)


def _progress(path: str, now: Scorecard, then: Scorecard | None) -> Progress:
    """One target."""
    target = now.assessment.targets[path]
    node = now.framework[path]
    place = item_place if isinstance(node, Item) else node_place
    here = place(now, path, target)
    past = None if then is None else place(then, path, target)
    change = None
    if past is not None and past.distance is not None and here.distance is not None:
        change = round(past.distance - here.distance, 12)
    return Progress(
        path=path,
        title=node.text if isinstance(node, Item) else node.title,
        target=here.target,
        stands=here.stands,
        state=here.state,
        distance=here.distance,
        change=change,
        unit=here.unit,
    )


def _amount(number: float, unit: str) -> str:
    """`2 options`, `1 level`, `3.5 %`."""
    if unit in {"option", "level"}:
        return counted(int(number), unit)
    return f"{number_text(number)} {unit}".rstrip()
