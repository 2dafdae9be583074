"""Where words come from, and whose they are."""

from __future__ import annotations

import attrs
from attrs import frozen

WORDINGS = ("paraphrase", "verbatim", "ours")


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
        """This source, with what it doesn't state taken from the one above."""
        return attrs.evolve(above, **self.stated())  # type: ignore[arg-type]  # its own fields

    def stated(self) -> dict[str, object]:
        """The fields that are stated."""
        return {name: value for name, value in attrs.asdict(self).items() if value is not None}

    def beyond(self, above: Source) -> Source:
        """What this source states that the one above doesn't."""
        own = {name: v for name, v in self.stated().items() if getattr(above, name) != v}
        return Source(**own)  # type: ignore[arg-type]  # the names and types are Source's own
