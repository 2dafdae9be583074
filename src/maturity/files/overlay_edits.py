"""What an overlay drops and changes, by path: quoted paths, dotted paths and headers are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from attrs import field, frozen

from maturity.errors import Problem, hint_for
from maturity.model.framework import Framework
from maturity.model.ids import is_below, parent
from maturity.model.paths import Paths
from maturity.model.tree import Dimension, Item

from .converter import structure
from .exact_hooks import found, key_of
from .names import Place
from .overlay_shapes import ItemChange, NodeChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@frozen
class Edits:
    """Reads `[drop]` and `[change]` of an overlay of `base`.

    `dropped` holds the reason of each path, `items` and `nodes` what is changed; `places` says
    where in the file each stands, `problems` what is wrong with how it is written.
    """

    base: Framework
    dropped: dict[str, str] = field(factory=dict)
    items: dict[str, ItemChange] = field(factory=dict)
    nodes: dict[str, NodeChange] = field(factory=dict)
    places: dict[str, Place] = field(factory=dict)
    problems: list[Problem] = field(factory=list)

    def read(self, drop: Mapping[str, Any], change: Mapping[str, Any]) -> None:
        """Read both tables."""
        paths = Paths(self.base)
        self._drop(drop, ("drop",), "", paths)
        self._change(change, ("change",), "", paths)
        for path in self.dropped:
            branch = next((up for up in _above(path) if up in self.dropped), None)
            if branch is not None:
                what = f"'{path}' is dropped, and '{branch}' with all that is in it as well"
                self._fault("overlay.twice", self.places[path], what, "keep one of the two")
        for path in (*self.items, *self.nodes):
            if self.is_dropped(path):
                what = f"'{path}' is dropped and changed as well"
                self._fault("overlay.drop-and-change", self.places[path], what, "keep one of them")

    def is_dropped(self, path: str) -> bool:
        """Whether a path, or a branch that it stands in, is dropped."""
        return any(is_below(path, gone) for gone in self.dropped)

    def _drop(self, table: Mapping[str, Any], place: Place, above: str, paths: Paths) -> None:
        for key, value in table.items():
            path, here = f"{above}.{key}" if above else key, (*place, key)
            if isinstance(value, dict):
                self._drop(value, here, path, paths)
            elif unreasoned := list(_without_reason(path, value, here)):
                self.problems.extend(unreasoned)
            elif wrong := list(paths.check(path, here)):
                self.problems.extend(wrong)
            elif path in self.dropped:
                what = f"'{path}' is dropped twice in this file"
                self._fault("overlay.twice", here, what, "keep one of the two")
            else:
                self.dropped[path] = value
                self.places[path] = here

    def _change(self, table: Mapping[str, Any], place: Place, above: str, paths: Paths) -> None:
        for key, value in table.items():
            path, here = f"{above}.{key}" if above else key, (*place, key)
            node = self.base.by_path.get(path)
            if node is None:
                self.problems.extend(paths.check(path, here))
            elif isinstance(node, Item):
                self._item(path, value, here)
            else:
                self._node(node, value, here, paths)

    def _item(self, path: str, value: object, place: Place) -> None:
        said = {"text": value} if not isinstance(value, dict) else value
        change = self._read(path, said, ItemChange, place, inside=said is value)
        if change is not None:
            self.items[path] = change

    def _node(self, node: Dimension, value: object, place: Place, paths: Paths) -> None:
        if not isinstance(value, dict):
            own: dict[str, Any] = {"title": value}
        else:
            own = {
                key: v for key, v in value.items() if f"{node.id}.{key}" not in self.base.by_path
            }
            below = {key: v for key, v in value.items() if key not in own}
            self._change(below, place, node.id, paths)
            if below and not own:
                return
        change = self._read(node.id, own, NodeChange, place, inside=isinstance(value, dict))
        if change is not None:
            self.nodes[node.id] = change

    def _read(self, path: str, said: object, cls: type[Any], place: Place, *, inside: bool) -> Any:  # noqa: ANN401  # the record that was asked for
        if path in self.places and path not in self.dropped:
            what = f"'{path}' is changed twice in this file"
            self._fault("overlay.twice", place, what, "keep one of the two")
            return None
        self.places[path] = place

        def hint(kind: type, at: Place, _: object) -> str:
            """What can stand here; a name that is no key was most likely meant as a path."""
            if kind is not NodeChange:
                return ""
            keys = [key_of(name.name) for name in attrs.fields(NodeChange)]
            below = [
                name.rpartition(".")[2] for name in self.base.by_path if name.startswith(f"{path}.")
            ]
            return hint_for(str(at[-1]), [*keys, *below]) if str(at[-1]) not in keys else ""

        change, problems = structure(said, cls, hint)
        for problem in problems:
            at = (*place, *problem.place) if inside else place
            self.problems.append(attrs.evolve(problem, place=at))
        return change

    def _fault(self, code: str, place: Place, what: str, hint: str = "") -> None:
        self.problems.append(Problem(code, place, what, hint))


def check_reasons(drop: Mapping[str, Any]) -> Iterator[Problem]:
    """What is wrong with the reasons under `[drop]`, whatever is extended."""
    left: list[tuple[Place, Any]] = [(("drop", key), value) for key, value in drop.items()]
    for place, value in left:
        if isinstance(value, dict):
            left += [((*place, key), inner) for key, inner in value.items()]
        else:
            yield from _without_reason(".".join(map(str, place[1:])), value, place)


def _without_reason(path: str, value: object, place: Place) -> Iterator[Problem]:
    """The problem that what is dropped has no reason."""
    if not isinstance(value, str):
        what = f"expected text, the reason why '{path}' is dropped; found {found(value)}"
        yield Problem("value.type", place, what)
    elif not value.strip():
        what = f"no reason is given why '{path}' is dropped"
        hint = f'write why, in a few words: "{path}" = "One team only"'
        yield Problem("overlay.no-reason", place, what, hint)


def _above(path: str) -> Iterator[str]:
    """The branches above a path."""
    while path := parent(path):
        yield path
