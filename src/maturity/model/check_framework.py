"""Whether a framework makes sense as a whole: every fault at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .bridge import check_bridge
from .check_graph import check_graph
from .check_profiles import check_profiles
from .check_rules import check_rules
from .check_scales import check_scales
from .check_tree import check_tree
from .reads import Readings

if TYPE_CHECKING:
    from maturity.errors import Problem

    from .framework import Framework


def check_framework(framework: Framework) -> list[Problem]:
    """Every fault in a framework whose records are whole: names, numbers, order, loops.

    Each names the keys that lead to it in the framework's file.
    """
    readings = Readings(framework)
    return [
        *check_scales(framework),
        *check_tree(readings.paths),
        *check_rules(readings),
        *check_graph(readings),
        *check_profiles(readings.paths),
        *check_bridge(readings.paths),
    ]
