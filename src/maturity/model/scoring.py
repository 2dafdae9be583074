"""The conventions, and what a framework says about scoring as a whole."""

from __future__ import annotations

from typing import Literal

import attrs
from attrs import frozen

from .evidence import EvidenceExpectation
from .rules import NoTotal, Rule


@frozen(kw_only=True)
class Conventions:
    """What is done with what is missing, not applicable or empty. Printed with every result.

    `missing`: `bound` (state what is certain), `exclude`, `lowest`, `block`. `not_applicable`:
    `exclude`, `pass`, `block`, `lowest`, `target`. `empty`: a node with nothing left to count.
    `empty_level`: a level with nothing left to count. `minimum_coverage`, 0 to 1: below it the
    level is withheld. `tolerance`: on shares. `units`: how several units' answers are put
    together. `reason_length`: the characters that make a reason for a *should*. `evidence`: what
    every item below asks for, unless it has its own.
    """

    missing: Literal["bound", "exclude", "lowest", "block"] = "bound"
    not_applicable: Literal["exclude", "pass", "block", "lowest", "target"] = "exclude"
    empty: Literal["undefined", "pass", "fail"] = "undefined"
    empty_level: Literal["pass", "fail"] = "pass"
    minimum_coverage: float = 0.0
    tolerance: float = 1e-9
    units: Literal["mean", "median", "weakest-link"] = "mean"
    reason_length: int = 1
    evidence: EvidenceExpectation | None = None

    def beyond(self, above: Conventions) -> dict[str, object]:
        """The conventions, by name, in which these differ from the ones above."""
        names = [name.name for name in attrs.fields(Conventions)]
        return {n: getattr(self, n) for n in names if getattr(self, n) != getattr(above, n)}


@frozen(kw_only=True)
class Scoring:
    """The `[scoring]` table: conventions, the default scale, and a rule for each kind of node.

    `part` is what `dimension` says unless it is stated.
    """

    conventions: Conventions = Conventions()
    scale: str | None = None
    overall: Rule = NoTotal()
    dimension: Rule = NoTotal()
    part: Rule = NoTotal()
