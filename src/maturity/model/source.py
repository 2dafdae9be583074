"""Where words come from, and whose they are."""

from __future__ import annotations

import attrs
from attrs import frozen


@frozen(kw_only=True)
class Source:
    """The origin of a text. Every field is None where it isn't stated.

    `wording` says whose words a reader sees: `paraphrase` (theirs, in our words), `verbatim`
    (theirs), or `ours`. `place` is where in the source: "Vision, young, 1".
    """

    title: str | None = None
    publisher: str | None = None
    year: int | None = None
    url: str | None = None
    licence: str | None = None
    place: str | None = None
    wording: str | None = None

    def merged_over(self, above: Source) -> Source:
        """This source, with what it doesn't state taken from the one above.

        An empty text, or the year 0, takes away what stands above.
        """
        own = {name: value or None for name, value in self.stated().items()}
        return attrs.evolve(above, **own)  # type: ignore[arg-type]  # its own fields

    def stated(self) -> dict[str, object]:
        """The fields that are stated."""
        return {name: value for name, value in attrs.asdict(self).items() if value is not None}

    def beyond(self, above: Source) -> Source:
        """What has to be stated for `merged_over(above)` to give this source."""
        own: dict[str, object] = {}
        for name, value in attrs.asdict(self).items():
            if value != getattr(above, name):
                own[name] = value if value is not None else _NOTHING.get(name, "")
        return Source(**own)  # type: ignore[arg-type]  # the names and types are Source's own


_NOTHING: dict[str, object] = {"year": 0}
