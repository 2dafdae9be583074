"""Frameworks of one dimension, and codes for them, for the tests of the quick way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from maturity.scoring.cells import Encoder
from maturity.scoring.leaves import NOT_APPLICABLE, UNANSWERED
from maturity.scoring.plan import build_plan
from maturity.scoring.quick_nodes import quick_plan

from .tools import framework_of

if TYPE_CHECKING:
    from maturity.scoring.arrays import Codes
    from maturity.scoring.cells import Cells
    from maturity.scoring.quick_nodes import QuickNode, QuickPlan

CODE = {"n": 0, "p": 1, "y": 2, "?": UNANSWERED, "-": NOT_APPLICABLE}


def quick_of(body: str) -> QuickPlan:
    """The quick plan of a framework with these tables."""
    return quick_plan(build_plan(framework_of(body)))


def node_of(quick: QuickPlan) -> QuickNode:
    """The quick node that is dimension `a`."""
    return quick.nodes[quick.plan.row["a"]]


def codes_of(*assessments: str) -> Codes:
    """Codes, (items, assessments); a letter for each item: no, partly, yes, ? open, - away."""
    return np.array([[CODE[letter] for letter in one] for one in assessments], np.uint8).T.copy()


def cells_of(quick: QuickPlan, *assessments: str) -> Cells:
    """The same as cells."""
    numbers = np.zeros((0, len(assessments)))
    days = (None,) * len(assessments)
    return Encoder(quick.plan.leaves).from_codes(codes_of(*assessments), numbers, None, days)
