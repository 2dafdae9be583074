"""Maturity-model assessments: frameworks and answers in TOML, scorecards that explain themselves.

What is listed in `__all__` is the public API; a notebook needs nothing else. Nothing heavy is
loaded until it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .analysis.advice import advise
    from .analysis.advice_codes import Advice
    from .errors import Fault, FaultsFound, MaturityError, RecordRefused, UnknownName, Where
    from .files.assessment_reader import load_assessment, parse_assessment
    from .files.assessment_writer import dump_assessment, save_assessment
    from .files.editions import carry_over
    from .files.framework_list import FrameworkEntry, frameworks
    from .files.framework_reader import parse_framework
    from .files.framework_writer import dump_framework, save_framework
    from .files.locate import example, load_framework
    from .files.tables.importer import import_table
    from .model.assessment import (
        Action,
        Answer,
        Assessment,
        NotApplicable,
        Organisation,
        not_applicable,
    )
    from .model.bridge import Bridge
    from .model.carry import CarriedOver
    from .model.differences import diff
    from .model.evidence import Evidence
    from .model.framework import Framework, Overlay
    from .model.scales import Level, Option
    from .model.shared import shared
    from .model.tree import Dimension, Item
    from .scoring.score import recompute, score
    from .scoring.scorecard import Score, Scorecard

__version__ = "0.1.0"

_HOMES = {
    "analysis.advice": "advise",
    "analysis.advice_codes": "Advice",
    "errors": "Fault FaultsFound MaturityError RecordRefused UnknownName Where",
    "files.assessment_reader": "load_assessment parse_assessment",
    "files.assessment_writer": "dump_assessment save_assessment",
    "files.editions": "carry_over",
    "files.framework_list": "FrameworkEntry frameworks",
    "files.framework_reader": "parse_framework",
    "files.framework_writer": "dump_framework save_framework",
    "files.locate": "example load_framework",
    "files.tables.importer": "import_table",
    "model.assessment": "Action Answer Assessment NotApplicable Organisation not_applicable",
    "model.bridge": "Bridge",
    "model.carry": "CarriedOver",
    "model.differences": "diff",
    "model.evidence": "Evidence",
    "model.framework": "Framework Overlay",
    "model.scales": "Level Option",
    "model.shared": "shared",
    "model.tree": "Dimension Item",
    "scoring.score": "recompute score",
    "scoring.scorecard": "Score Scorecard",
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [
    "Action",
    "Advice",
    "Answer",
    "Assessment",
    "Bridge",
    "CarriedOver",
    "Dimension",
    "Evidence",
    "Fault",
    "FaultsFound",
    "Framework",
    "FrameworkEntry",
    "Item",
    "Level",
    "MaturityError",
    "NotApplicable",
    "Option",
    "Organisation",
    "Overlay",
    "RecordRefused",
    "Score",
    "Scorecard",
    "UnknownName",
    "Where",
    "__version__",
    "advise",
    "carry_over",
    "diff",
    "dump_assessment",
    "dump_framework",
    "example",
    "frameworks",
    "import_table",
    "load_assessment",
    "load_framework",
    "not_applicable",
    "parse_assessment",
    "parse_framework",
    "recompute",
    "save_assessment",
    "save_framework",
    "score",
    "shared",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Load what is asked for, from where it lives."""
        if name in _HOME_OF:
            value = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
            globals()[name] = value
            return value
        raise AttributeError(f"module 'maturity' has no attribute '{name}'")

    def __dir__() -> list[str]:
        """What there is, loaded or not."""
        return sorted({*globals(), *_HOME_OF})
