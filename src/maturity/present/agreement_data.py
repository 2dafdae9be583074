"""How far raters agree as plain data, for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.model.assessment import NotApplicable

if TYPE_CHECKING:
    from maturity.analysis.agreement import Agreement, Agreements
    from maturity.analysis.consensus import Consensus
    from maturity.analysis.rater_groups import GroupGap
    from maturity.model.assessment import Assessment, Value


def agreements_data(found: Agreements) -> dict[str, object]:
    """All of it: texts, numbers and lists; None is unknown."""
    return {
        "found": [_agreement(one) for one in found],
        "alone": [{**_whose(sheet), "rater": sheet.rater} for sheet in found.alone],
    }


def _whose(sheet: Assessment) -> dict[str, object]:
    who = sheet.organisation
    return {
        "organisation": {"name": who.name, "scheme": who.scheme, "code": who.code},
        "period": sheet.period.text if sheet.period else None,
        "framework": {
            "id": sheet.framework.id,
            "edition": sheet.framework.edition,
            "digest": sheet.framework.digest,
        },
    }


def _agreement(one: Agreement) -> dict[str, object]:
    return {
        **_whose(one.panel.sheets[0]),
        "profile": one.card.profile,
        "made_up": one.made_up,
        "raters": [
            {"name": name, "group": sheet.rater_group}
            for name, sheet in zip(one.raters, one.panel.sheets, strict=True)
        ],
        "agreed": one.agreed,
        "pairs": one.pairs,
        "alphas": [
            {
                "scale": alpha.scale,
                "kind": alpha.kind,
                "value": alpha.value,
                "low": alpha.low,
                "high": alpha.high,
                "items": alpha.items,
            }
            for alpha in one.alphas
        ],
        "items": one.to_records(),
        "discuss": [
            {
                "path": topic.spread.path,
                "unit": topic.spread.unit,
                "apart": topic.spread.apart,
                "importance": topic.importance,
                "priority": topic.priority,
                "why": topic.why,
            }
            for topic in one.discuss
        ],
        "gaps": [_gap(gap) for gap in one.gaps],
        "consensus": _consensus(one.consensus),
        "result": one.card.to_records(),
    }


def _gap(gap: GroupGap) -> dict[str, object]:
    return {
        "first": {"group": gap.first, "raters": gap.first_raters},
        "second": {"group": gap.second, "raters": gap.second_raters},
        "dimensions": [
            {
                "path": one.path,
                "gap": one.gap,
                "first_higher": one.first_higher,
                "second_higher": one.second_higher,
                "same": one.same,
            }
            for one in gap.dimensions
        ],
        "items": [
            {
                "path": one.path,
                "unit": one.unit,
                "first": one.first_said,
                "second": one.second_said,
                "gap": one.gap,
            }
            for one in gap.items
        ],
    }


def _consensus(consensus: Consensus) -> dict[str, object]:
    said = {**consensus.assessment.answers, **consensus.assessment.claims}
    return {
        "how": consensus.how,
        "answers": {
            path: {unit: _value(value) for unit, value in answer.by.items()}
            if answer.by
            else _value(answer.value)
            for path, answer in said.items()
        },
        "left_open": dict(consensus.left_open),
        "dissents": [
            {
                "path": dissent.path,
                "unit": dissent.unit,
                "rater": dissent.rater,
                "said": _value(dissent.said),
                "instead": _value(dissent.instead),
            }
            for dissent in consensus.dissents
        ],
    }


def _value(value: Value | None) -> object:
    return {"not_applicable": value.reason} if isinstance(value, NotApplicable) else value
