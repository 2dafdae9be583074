"""What the columns of a table are, and which items its names mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

from maturity.errors import Problem, did_you_mean, hint_for, nearest
from maturity.model.check_answers import asked_scales
from maturity.model.fits import described
from maturity.model.framework import Framework
from maturity.model.paths import Paths
from maturity.model.scales import AnyScale
from maturity.model.tree import Item

from .frames_columns import missing_column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .frames_columns import Table
    from .frames_findings import Findings

WHO = (
    "organisation", "scheme", "code", "sector", "size", "period", "rater", "rater_group", "made_up",
)  # fmt: skip
SAID = ("item", "answer", "note", "reason")
ROLES = (*WHO, *SAID)
UNIT = "unit"
_FORMS = (
    "a long table has the columns 'item' and 'answer', a wide one a column for each item, named by "
    "its path or its text; never both"
)


@frozen
class Names:
    """The names that items and branches go by in a table: their paths and their texts."""

    framework: Framework
    paths: Paths
    scales: Mapping[str, AnyScale | None]
    by_text: Mapping[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def of(cls, framework: Framework) -> Names:
        """The names of a framework.

        A branch goes by its path; by its title as well where a short form asks about it. `scales`
        holds None for a branch that is not asked about.
        """
        asked = asked_scales(framework)
        scales: dict[str, AnyScale | None] = {}
        texts: dict[str, list[str]] = {}
        for path, node in framework.by_path.items():
            is_item = isinstance(node, Item)
            scale = node.scale if isinstance(node, Item) else asked.get(path)
            scales[path] = None if scale is None else framework.scales[scale]
            if is_item or path in asked:
                text = node.text if isinstance(node, Item) else node.title
                texts.setdefault(spaced(text), []).append(path)
        by_text = {text: tuple(paths) for text, paths in texts.items()}
        return cls(framework, Paths(framework), scales, by_text)

    def find(self, name: str) -> tuple[str, ...]:
        """The paths that a name may mean: none, one, or several with one text."""
        return (name,) if name in self.scales else self.by_text.get(spaced(name), ())

    def wrong(self, name: str) -> Problem:
        """The fault in a name that doesn't mean one path."""
        several = self.find(name)
        if several:
            what, hint = f"{described(name)} is the text of several", hint_for(None, several)
            return Problem("path.unknown", (), what, f"{hint}; write the path")
        return next(self.paths.check(name, ()))


@frozen(kw_only=True)
class Layout:
    """What the columns are: `roles` by role, and in a wide table `items` by path."""

    roles: Mapping[str, str]
    items: Mapping[str, str]

    @property
    def is_wide(self) -> bool:
        """Whether there is a column for each item."""
        return bool(self.items)


def find_layout(
    table: Table,
    names: Names,
    named: Mapping[str, str],
    findings: Findings,
) -> Layout:
    """What each column is; a column that is nothing is a fault.

    `named`: the columns that the caller named, by role. The others go by the name of their role,
    whatever its capitals, and with spaces or hyphens for its underscores.
    """
    for name in named.values():
        if name not in table.columns:
            findings.add(missing_column(name, table.columns), None, name)
    roles = {role: name for role, name in named.items() if name in table.columns}
    left = [name for name in table.columns if name not in roles.values()]
    items: dict[str, str] = {}
    for name in left:
        role, found = _role(name, left), names.find(name)
        if role is not None and not found:
            _take(role, name, roles, findings)
        elif role is None and len(found) == 1:
            _take(found[0], name, items, findings)
        else:
            findings.add(_unknown(name, role, names), None, name)
    _check_form(roles, items, findings)
    return Layout(roles=roles, items=items)


def _role(name: str, columns: Sequence[str]) -> str | None:
    """The role that a column has by its name."""
    words = loose(name).replace("-", " ").replace(" ", "_")
    if words not in (*ROLES, UNIT):
        return None
    return words if name == words or words not in columns else None


def _take(key: str, name: str, into: dict[str, str], findings: Findings) -> None:
    """Let a column be what it is by its name, where no other is."""
    if key in into:
        what = f"this and the column '{into[key]}' are both '{key}'"
        hint = "keep one, or name the other in ignore=[...]"
        findings.add(Problem("frame.column", (), what, hint), None, name)
    into.setdefault(key, name)


def _unknown(name: str, role: str | None, names: Names) -> Problem:
    """The fault in a column that is nothing, or more than one thing."""
    several = names.find(name)
    if several:
        what = "this may be " + " or ".join([*([role] if role else []), *several])
        return Problem("frame.column", (), what, "name the column of an item by its path")
    what = f"this is neither an item of '{names.framework.id}' nor one of {', '.join(ROLES)}"
    hint = "take it out, name it in ignore=[...], or say what it is: organisation='Trust'"
    close = nearest(name, [*ROLES, *names.scales])
    return Problem("frame.column", (), what, did_you_mean(hint, close))


def _check_form(roles: Mapping[str, str], items: Mapping[str, str], findings: Findings) -> None:
    """Every fault in the form as a whole."""
    if UNIT in roles:
        what = "answers by single units (teams, sites) are not read from a table"
        hint = "give one answer for all of them, or build the assessments: Cohort.of()"
        findings.add(Problem("frame.column", (), what, hint), None, roles[UNIT])
    if "organisation" not in roles and "code" not in roles:
        what = "no column says whose each row is"
        hint = "have a column 'organisation' or 'code', or name it: organisation='Trust'"
        findings.add(Problem("frame.form", (), what, hint))
    said = [role for role in SAID if role in roles]
    long = {"item", "answer"} <= set(said)
    if items and said:
        columns = " and ".join(f"'{roles[role]}'" for role in said)
        what = f"there are columns of single items, and {columns} as in a long table"
        findings.add(Problem("frame.form", (), what, _FORMS))
    elif not items and not long:
        what = "the table is neither long nor wide"
        if len(said) == 1 and said[0] in SAID[:2]:
            other = "answer" if said[0] == "item" else "item"
            what = f"there is a column '{roles[said[0]]}', but none '{other}'"
        findings.add(Problem("frame.form", (), what, _FORMS))


def spaced(text: str) -> str:
    """A text with single plain spaces."""
    return " ".join(text.split())


def loose(text: str) -> str:
    """A text whatever its capitals and spaces."""
    return spaced(text).casefold()
