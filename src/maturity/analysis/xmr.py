"""XmR charts, as the NHS programme Making Data Count makes them: limits, signals, assurance."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, get_args

from attrs import frozen

from maturity.errors.arguments import expect
from maturity.errors.clean import clean
from maturity.scoring.words import counted, number_text

from .series_values import Values, exact, plain_values
from .xmr_signals import Direction, Mark, Signal, find_signals

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Better = Literal["higher", "lower"]
Variation = Literal["common cause", "improvement", "concern", "neutral"]
Assurance = Literal["consistently passes", "consistently fails", "hit or miss"]

FULL = 12
LIMIT = Fraction("2.66")
NEAR = Fraction(2, 3)
SCREEN = Fraction("3.267")
_TAKES = "xmr() takes numbers"


@frozen(kw_only=True)
class XmrPoint:
    """One point. `value` is None for a gap; `period` is empty where no periods were given.

    `signal`: the first rule that it is part of, or None. `direction`: `up` or `down`, the way that
    the signal points; None without one. `variation`: what that means; None for a gap, and where
    there are no limits.
    """

    period: str
    value: float | None
    signal: Signal | None
    direction: Direction | None
    variation: Variation | None


@frozen(kw_only=True)
class Xmr:
    """What an XmR chart shows, in the unit of its values. See `xmr`.

    `mean`: None where there are no values. `moving_range`: the average that the limits rest on.
    It and the limits (`lower` and `upper`; `near_lower` and `near_upper` at two thirds of the way)
    are None where no two values follow each other. `screened`: how many moving ranges were left
    out. `trial`: fewer than 12 values, so the limits will still move.
    """

    points: tuple[XmrPoint, ...]
    better: Better | None
    target: float | None
    mean: float | None
    moving_range: float | None
    lower: float | None
    near_lower: float | None
    near_upper: float | None
    upper: float | None
    screened: int
    trial: bool
    assurance: Assurance | None

    @property
    def last(self) -> XmrPoint | None:
        """The last point that is no gap; None where all are."""
        return next((point for point in reversed(self.points) if point.value is not None), None)

    @property
    def variation(self) -> Variation | None:
        """What the last point says; None where there are no limits."""
        return self.last.variation if self.last else None

    @property
    def text(self) -> str:
        """What the chart says, in plain sentences."""
        return clean(" ".join(_sentences(self)))

    def to_records(self) -> list[dict[str, object]]:
        """A row for each point, with the chart's mean and limits beside it.

        The columns are `period`, `value`, `mean`, `lower`, `near_lower`, `near_upper`, `upper`,
        `target`, `signal`, `direction`, `variation`, `trial`.
        """
        names = ("mean", "lower", "near_lower", "near_upper", "upper", "target")
        chart = {name: getattr(self, name) for name in names}
        return [
            {
                "period": point.period,
                "value": point.value,
                **chart,
                "signal": point.signal,
                "direction": point.direction,
                "variation": point.variation,
                "trial": self.trial,
            }
            for point in self.points
        ]


def xmr(
    values: Values,
    *,
    better: Better | None = None,
    target: float | None = None,
    screen: bool = False,
    periods: Iterable[str] = (),
) -> Xmr:
    """The XmR chart of numbers in order of time: an indicator, or a share, period by period.

    `values`: in any unit; None or NaN is a gap. `better`: `higher` or `lower`; None: neither, and a
    signal is then neutral. `target`: in the same unit; it needs `better`. `periods`: a name for
    each value, or none at all.

    Mean plus or minus 2.66 times the average moving range (the step from one value to the next);
    the near limits lie at two thirds of that. The signals, in the order in which a point gets one:
    `outside limits`; `trend`, 7 values in a row that each rise, or each fall; `two of three`, at
    least 2 of 3 values in a row beyond a near limit (or beyond the limit itself), all 3 on that
    side of the mean; `one side`, 7 values in a row on one side of the mean. Every value of a
    pattern is marked; of `two of three`, those beyond the near limit. Equal values end a trend, a
    value on the mean ends a run. A trend points the way that it runs, all others to their side. (An
    improvement and a concern can meet in one value: the first of the order counts here, while the
    NHS workbook shows the improvement.)

    Assurance: a target beyond the limits is consistently passed or failed; between them, and on
    them, it is hit or miss. Under 12 values all of it is on trial: the limits still move.

    A gap is never filled. No moving range reaches across it, and it ends every trend and run, since
    nobody knows what was there.

    `screen=True` leaves out, once, moving ranges of at least 3.267 times their average (as the R
    package NHSRplotthedots does); the mean stays. It is off, as in the NHS workbook, so that
    a board finds the same figures in both, and because a wide step is a finding before it is noise.

    The limits of a share are not cut to 0 and 1 (0 and 100 per cent), as in the workbook: a limit
    beyond the possible says only that no value on that side would be a signal by itself. Cut, it
    would look like a limit that had been found, and a target there would look safe.

    All comparisons are exact, on the numbers as they are written, so that equal values are never
    above their own mean. TypeError and ValueError where an argument will not do.

    >>> chart = xmr([1, 2, 1, 2, 10, *[1, 2] * 6, 1], better="lower")
    >>> round(chart.mean, 3), round(chart.lower, 2), round(chart.upper, 2)
    (1.944, -3.06, 6.95)
    >>> chart.points[4].variation, chart.variation
    ('concern', 'common cause')
    """
    plain, names = plain_values(values, _TAKES), _names(periods)
    _check(better, target, screen)
    if names and len(names) != len(plain):
        raise ValueError(f"xmr() takes a period for each value: {len(plain)}, found {len(names)}")
    numbers = [None if value is None else exact(value) for value in plain]
    known = [number for number in numbers if number is not None]
    mean = sum(known) / Fraction(len(known)) if known else None
    average, screened = _moving_range(numbers, screen=screen)
    reach = None if average is None else LIMIT * average
    marks: Sequence[Mark | None] = [None] * len(plain)
    if mean is not None and reach is not None:
        marks = find_signals(numbers, mean, reach, reach * NEAR)
    points = [
        XmrPoint(
            period=names[place] if names else "",
            value=value,
            signal=mark.signal if mark else None,
            direction=mark.direction if mark else None,
            variation=None if value is None or reach is None else _variation(mark, better),
        )
        for place, (value, mark) in enumerate(zip(plain, marks, strict=True))
    ]
    lines = dict.fromkeys(("lower", "near_lower", "near_upper", "upper"))
    assurance = None
    if mean is not None and reach is not None:
        low, high = mean - reach, mean + reach
        ends = (low, mean - reach * NEAR, mean + reach * NEAR, high)
        lines = dict(zip(lines, map(float, ends), strict=True))
        assurance = _assurance(target, better, (low, high))
    return Xmr(
        points=tuple(points),
        better=better,
        target=target,
        mean=None if mean is None else float(mean),
        moving_range=None if average is None else float(average),
        screened=screened,
        trial=len(known) < FULL,
        assurance=assurance,
        **lines,
    )


def _names(periods: Iterable[str]) -> tuple[str, ...]:
    """The names of the periods."""
    takes = "xmr() takes periods as texts"
    if isinstance(periods, str):
        expect(periods, list, takes)
    names = tuple(periods)
    for name in names:
        expect(name, str, takes)
    return names


def _check(better: object, target: float | None, screen: object) -> None:
    """TypeError or ValueError where an option will not do."""
    if better not in {*get_args(Better), None}:
        raise ValueError("xmr() takes better as 'higher', 'lower' or None")
    expect(screen, bool, "xmr() takes screen as true or false")
    if target is None:
        return
    if plain_values([target], "xmr() takes the target as a number") == (None,):
        raise ValueError("xmr() takes the target as a number, found NaN")
    if better is None:
        raise ValueError("a target needs better='higher' or better='lower' to be passed or failed")


def _moving_range(
    numbers: Sequence[Fraction | None], *, screen: bool
) -> tuple[Fraction | None, int]:
    """The average moving range, and how many were left out; None where there is none."""
    ranges = [
        abs(later - earlier)
        for earlier, later in pairwise(numbers)
        if earlier is not None and later is not None
    ]
    if not ranges:
        return None, 0
    average = sum(ranges) / Fraction(len(ranges))
    # Where nothing moves, nothing is wide.
    kept = [one for one in ranges if one < SCREEN * average] if screen and average else ranges
    return sum(kept) / Fraction(len(kept)), len(ranges) - len(kept)


def _variation(mark: Mark | None, better: Better | None) -> Variation:
    """What a point says."""
    if mark is None:
        return "common cause"
    if better is None:
        return "neutral"
    return "improvement" if (mark.direction == "up") == (better == "higher") else "concern"


def _assurance(
    target: float | None, better: Better | None, ends: tuple[Fraction, Fraction]
) -> Assurance | None:
    """Whether a target is always passed, always failed, or neither."""
    if target is None:
        return None
    aim = exact(target)
    if ends[0] <= aim <= ends[1]:
        return "hit or miss"
    return (
        "consistently passes" if (aim < ends[0]) == (better == "higher") else "consistently fails"
    )


_SIGNALS: dict[Signal, str] = {
    "outside limits": "it lies outside the limits",
    "trend": "it is part of a trend of 7 or more that all {way}",
    "two of three": "2 of 3 values in a row lie close to the {end} limit or beyond it",
    "one side": "it is part of a run of 7 or more {side} the mean",
}
_WAYS: dict[Direction, dict[str, str]] = {
    "up": {"way": "rise", "end": "upper", "side": "above"},
    "down": {"way": "fall", "end": "lower", "side": "below"},
}
_ASSURED: dict[Assurance, str] = {
    "consistently passes": "As things are, the target of {target} will be met every time.",
    "consistently fails": "As things are, the target of {target} will be missed every time.",
    "hit or miss": "The target of {target} will be met on some occasions and missed on others.",
}


def _sentences(chart: Xmr) -> list[str]:
    """What the chart says, in sentences."""
    known = sum(point.value is not None for point in chart.points)
    if chart.mean is None or chart.lower is None or chart.upper is None or chart.last is None:
        return ["There are no two values in a row, so no limits can be drawn."]
    mean, lower, upper = map(number_text, (chart.mean, chart.lower, chart.upper))
    reach = f"as things are, nearly all values will lie between {lower} and {upper}"
    found = [f"The mean of {counted(known, 'value')} is {mean}; {reach}.", _on_last(chart.last)]
    if chart.assurance is not None and chart.target is not None:
        found.append(_ASSURED[chart.assurance].format(target=number_text(chart.target)))
    gaps = len(chart.points) - known
    if gaps:
        found.append(f"{counted(gaps, 'value')} missing: no step or run is counted across a gap.")
    if chart.screened:
        wide = counted(chart.screened, "unusually wide step")
        found.append(f"{wide} from one value to the next {_is(chart.screened)} left out.")
    if chart.trial:
        found.append(f"These are trial limits: with fewer than {FULL} values they still move.")
    return found


def _on_last(last: XmrPoint) -> str:
    """What the last value says."""
    name = f"The last value ({last.period})" if last.period else "The last value"
    if last.signal is None or last.direction is None:
        return f"{name} is no different from the usual ups and downs (common cause)."
    reason = _SIGNALS[last.signal].format(**_WAYS[last.direction])
    kind = {"improvement": "an improvement", "concern": "a concern"}.get(
        last.variation or "", "a change"
    )
    return f"{name} shows {kind}: {reason}."


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
