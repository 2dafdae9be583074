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
    from .analysis.agreement import Agreement, Agreements, agreement
    from .analysis.alpha import alpha, alpha_interval
    from .analysis.buddies import Buddies, buddies
    from .analysis.cohort import Cohort
    from .analysis.consensus import Consensus, Dissent, consensus
    from .analysis.evidence_review import EvidenceReview, review_evidence
    from .analysis.indicator import Indicator, indicator
    from .analysis.overview import Overview, overview
    from .analysis.people_tables import (
        PeopleRow,
        PeopleTable,
        PeopleTables,
        people_table,
        people_tables,
    )
    from .analysis.quantile_groups import quantile_group
    from .analysis.run_display import RunDisplay, run_display
    from .analysis.schedule import Schedule, schedule
    from .analysis.target_progress import TargetProgress, target_progress
    from .analysis.trend import Trend, trend
    from .analysis.xmr import Xmr, xmr
    from .errors import (
        ExtraMissing,
        Fault,
        FaultsFound,
        MaturityError,
        NotComparable,
        RecordRefused,
        UnknownName,
        Where,
    )
    from .files.assessment_folder import load_assessments
    from .files.assessment_reader import load_assessment, parse_assessment
    from .files.assessment_writer import dump_assessment, save_assessment
    from .files.editions import carry_over
    from .files.framework_list import FrameworkEntry, frameworks
    from .files.framework_reader import parse_framework
    from .files.framework_writer import dump_framework, save_framework
    from .files.locate import example, load_framework
    from .files.made_up.system import example_system, write_system
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
    "analysis.agreement": "Agreement Agreements agreement",
    "analysis.alpha": "alpha alpha_interval",
    "analysis.buddies": "Buddies buddies",
    "analysis.cohort": "Cohort",
    "analysis.consensus": "Consensus Dissent consensus",
    "analysis.evidence_review": "EvidenceReview review_evidence",
    "analysis.indicator": "Indicator indicator",
    "analysis.overview": "Overview overview",
    "analysis.people_tables": "PeopleRow PeopleTable PeopleTables people_table people_tables",
    "analysis.quantile_groups": "quantile_group",
    "analysis.run_display": "RunDisplay run_display",
    "analysis.schedule": "Schedule schedule",
    "analysis.target_progress": "TargetProgress target_progress",
    "analysis.trend": "Trend trend",
    "analysis.xmr": "Xmr xmr",
    "errors": (
        "ExtraMissing Fault FaultsFound MaturityError NotComparable RecordRefused UnknownName Where"
    ),
    "files.assessment_folder": "load_assessments",
    "files.assessment_reader": "load_assessment parse_assessment",
    "files.assessment_writer": "dump_assessment save_assessment",
    "files.editions": "carry_over",
    "files.framework_list": "FrameworkEntry frameworks",
    "files.framework_reader": "parse_framework",
    "files.framework_writer": "dump_framework save_framework",
    "files.locate": "example load_framework",
    "files.made_up.system": "example_system write_system",
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
    "Agreement",
    "Agreements",
    "Answer",
    "Assessment",
    "Bridge",
    "Buddies",
    "CarriedOver",
    "Cohort",
    "Consensus",
    "Dimension",
    "Dissent",
    "Evidence",
    "EvidenceReview",
    "ExtraMissing",
    "Fault",
    "FaultsFound",
    "Framework",
    "FrameworkEntry",
    "Indicator",
    "Item",
    "Level",
    "MaturityError",
    "NotApplicable",
    "NotComparable",
    "Option",
    "Organisation",
    "Overlay",
    "Overview",
    "PeopleRow",
    "PeopleTable",
    "PeopleTables",
    "RecordRefused",
    "RunDisplay",
    "Schedule",
    "Score",
    "Scorecard",
    "TargetProgress",
    "Trend",
    "UnknownName",
    "Where",
    "Xmr",
    "__version__",
    "advise",
    "agreement",
    "alpha",
    "alpha_interval",
    "buddies",
    "carry_over",
    "consensus",
    "diff",
    "dump_assessment",
    "dump_framework",
    "example",
    "example_system",
    "frameworks",
    "import_table",
    "indicator",
    "load_assessment",
    "load_assessments",
    "load_framework",
    "not_applicable",
    "overview",
    "parse_assessment",
    "parse_framework",
    "people_table",
    "people_tables",
    "quantile_group",
    "recompute",
    "review_evidence",
    "run_display",
    "save_assessment",
    "save_framework",
    "schedule",
    "score",
    "shared",
    "target_progress",
    "trend",
    "write_system",
    "xmr",
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
