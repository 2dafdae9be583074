"""Evidence: what an item asks for, and what an answer rests on."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from .frozen import as_tuple


@frozen(kw_only=True)
class EvidenceExpectation:
    """The evidence that an item hopes for.

    `kinds`: any one of these will do; empty: any kind. `above`: an answer above this option (or
    number) counts as this one until there is unexpired evidence; None: shown, never scored.
    `link`: the evidence must have a reference. `groups`: staff groups it should cover; shown only.
    """

    kinds: tuple[str, ...] = ()
    above: str | float | None = None
    link: bool = False
    groups: tuple[str, ...] = ()

    def met_by(self, evidence: tuple[Evidence, ...], as_of: date | None) -> bool:
        """Whether one piece of `evidence` will do on the day `as_of`."""
        return any(
            (not self.kinds or piece.kind in self.kinds)
            and (not self.link or bool(piece.reference))
            and not piece.expired(as_of)
            for piece in evidence
        )


@frozen(kw_only=True)
class Evidence:
    """One piece of evidence. Dates are None where they are not stated.

    `expires` is the last day on which it counts; `collected` is kept, and never judged. `basis` is
    `opinion` or `data`.
    """

    kind: str | None = None
    title: str | None = None
    reference: str | None = None
    collected: date | None = None
    expires: date | None = None
    groups: tuple[str, ...] = field(default=(), converter=as_tuple)
    basis: str | None = None

    def expired(self, as_of: date | None) -> bool:
        """Whether it no longer counts; without a day, nothing is taken to have expired."""
        return as_of is not None and self.expires is not None and self.expires < as_of
