"""What two records of one kind say differently: field by field, key by key, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from .difference import ORDER, SCORES, SHOWN, UNKNOWN, Difference, Kind, same, told

if TYPE_CHECKING:
    from .evidence import EvidenceExpectation
    from .scoring import Conventions
    from .source import Source

Known = Mapping[str, tuple[Kind, str, str]]


def differing(before: Any, after: Any) -> list[str]:  # noqa: ANN401  # two records of one kind
    """The names of the fields in which two records differ."""
    names = [field.name for field in attrs.fields(type(after))]
    return [name for name in names if not same(getattr(before, name), getattr(after, name))]


def fields(
    path: str,
    before: Any,  # noqa: ANN401  # two records of one kind
    after: Any,  # noqa: ANN401  # the other one
    known: Known,
    skip: frozenset[str],
) -> Iterator[Difference]:
    """Each field that differs: `known` has its kind, its name and its effect.

    `skip`: fields that are compared elsewhere. A field that is neither is told all the same.
    """
    for name in differing(before, after):
        if name not in skip:
            kind, what, effect = known.get(name, ("other", spaced(name), UNKNOWN))
            values = getattr(before, name), getattr(after, name)
            yield told(kind, path, what, values, effect)


def keys(
    place: tuple[Kind, str, str],
    before: Mapping[str, object],
    after: Mapping[str, object],
    effect: str,
) -> Iterator[Difference]:
    """Each key whose value differs, and a different order; `place`: kind, path, what they are."""
    kind, path, what = place
    for key in dict.fromkeys((*before, *after)):
        values = before.get(key), after.get(key)
        if not same(*values):
            yield told(kind, path, f"{what} {key}", values, effect)
    yield from order(path, f"{what}s", list(before), list(after))


def records(
    before: Mapping[str, object], after: Mapping[str, object], known: Known, rest: tuple[Kind, str]
) -> Iterator[Difference]:
    """Each field that differs of records by name, and each record that one of the two lacks.

    `known` as for `fields`; `rest`: the kind and effect of everything else.
    """
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if type(old) is not type(new):
            yield told(rest[0], "", name, (old, new), rest[1])
            continue
        for field in differing(old, new):
            kind, label, effect = known.get(field, (rest[0], spaced(field), rest[1]))
            values = getattr(old, field), getattr(new, field)
            yield told(kind, "", f"{label} of {name}", values, effect)


def order(
    path: str, what: str, before: Sequence[str], after: Sequence[str]
) -> Iterator[Difference]:
    """The difference where what both have stands in another order."""
    ranks = {name: rank for rank, name in enumerate(after)}
    kept = tuple(name for name in before if name in ranks)
    now = tuple(sorted(kept, key=lambda name: ranks[name]))
    if kept != now:
        yield told("other", path, f"order of {what}", (kept, now), ORDER)


def source(
    path: str, values: tuple[Source, Source], above: tuple[Source, Source] | None
) -> Iterator[Difference]:
    """What is said of where the words come from, but for what is said `above`, in both."""
    for name in _own(values, above):
        pair = getattr(values[0], name), getattr(values[1], name)
        yield told("other", path, f"{name} of the source", pair, SHOWN)


def conventions(
    path: str,
    values: tuple[Conventions, Conventions],
    above: tuple[Conventions, Conventions] | None,
) -> Iterator[Difference]:
    """The conventions that differ, but for those that come from `above`, in both."""
    for name in _own(values, above):
        pair = getattr(values[0], name), getattr(values[1], name)
        if name == "evidence":
            yield told("other", path, "evidence", pair, evidence_effect(*pair))
        else:
            yield told("scoring changed", path, spaced(name), pair, SCORES)


def evidence_effect(*asked: EvidenceExpectation | None) -> str:
    """What it does that other evidence is asked for: nothing, unless answers count as less."""
    return SCORES if any(one is not None and one.above is not None for one in asked) else SHOWN


def spaced(name: str) -> str:
    """A field's name as words."""
    return name.replace("_", " ").strip()


def _own(values: tuple[Any, Any], above: tuple[Any, Any] | None) -> list[str]:
    """The fields that differ, without those that both records have from above."""
    names = differing(*values)
    if above is None:
        return names
    inherited = [set(differing(one, over)) for one, over in zip(values, above, strict=True)]
    return [name for name in names if any(name in own for own in inherited)]
