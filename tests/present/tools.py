"""Small frameworks, cards and pages for the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import maturity as mt
from maturity.present.card_text import card_view
from maturity.present.document_text import document_view
from maturity.present.framework_document import framework_document
from maturity.present.layout import render
from maturity.present.why_text import why_view

if TYPE_CHECKING:
    from collections.abc import Mapping

    from maturity.model.assessment import Answerable

HEAD = """
schema = 1
id = "kit"
title = "Kit"
edition = "1"
terms = { item = "point" }
[levels]
low = "Low"
mid = "Mid"
top = "Top"
[scales.met]
no = { label = "No", value = 0 }
partly = { label = "Partly", value = 0.5 }
yes = { label = "Yes", value = 1 }
[scales.rate]
number = { min = 0, max = 100, unit = "per cent" }
bands = { from = { mid = 50, top = 80 } }
"""
STAGED = """
[dimensions.a]
title = "First"
at.low = { one = "One.", two = "Two." }
at.mid = { three = "Three.", four = "Four." }
at.top.five = "Five."
"""
LADDER = """
[dimensions.a]
title = "First"
items = { one = "One.", two = "Two.", three = "Three." }
"""
PARTS = """
[dimensions.a]
title = "First"
[dimensions.a.parts.x]
title = "Left"
items.one = "One."
[dimensions.a.parts.y]
title = "Right"
items.two = "Two."
"""
AWAY = mt.not_applicable("Not done here.")


def framework_of(scoring: str, body: str = STAGED) -> mt.Framework:
    """The framework with this `[scoring]` and these dimensions."""
    scale = "" if scoring.startswith("scale") else 'scale = "met"\n'
    return mt.parse_framework(f"{HEAD}[scoring]\n{scale}{scoring}\n{body}")


def card_of(
    framework: mt.Framework,
    answers: Mapping[str, Answerable],
    organisation: str | None = None,
    period: str | None = None,
    **details: object,
) -> mt.Scorecard:
    """The card of some answers to points of the dimension `a`."""
    given = {f"a.{path}": answer for path, answer in answers.items()}
    return mt.score(framework.assess(given, organisation=organisation, period=period, **details))


def reading(card: mt.Scorecard) -> list[str]:
    """The lines under "How to read this"."""
    page = render(card_view(card), 1000)
    _, _, rest = page.partition("How to read this\n")
    return [line.removeprefix("- ") for line in rest.partition("\n\n")[0].split("\n")]


def details(card: mt.Scorecard, title: str = "First") -> str:
    """What the card's page says below the title of a dimension, each paragraph on one line."""
    page = render(card_view(card), 1000)
    _, _, rest = page.partition(f"\n\n{title}: ")
    return rest.partition("\n\n")[0].removesuffix("\n")


def why(card: mt.Scorecard, path: str = "a") -> str:
    """The page that explains one result, each paragraph on one line."""
    return render(why_view(card, card[path]), 1000)


def shown(framework: mt.Framework, profile: str | None = None) -> str:
    """The page of a framework or its short form, each paragraph on one line."""
    return render(document_view(framework_document(framework, profile)), 1000)
