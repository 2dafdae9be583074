"""A framework as a document: what it says, and in which order."""

from __future__ import annotations

import maturity as mt

from .tools import shown

FULL = """
schema = 1
id = "full"
title = "Full"
edition = "2"
description = '''
One paragraph
on two lines.

Another.'''
principles = ["Be kind.", "Be brief."]
terms = { dimension = "theme", part = "strand", item = "line", level = "stage", overall = "total" }

[source]
title = "The document"
publisher = "The publisher"
year = 2020
url = "https://example.org"
licence = "None."
wording = "paraphrase"

[levels]
below = "Nothing yet"
low = { label = "Low", text = "It has begun." }
top = "Top"

[scales.met]
no = "No"
yes = { label = "Yes", text = "All of it." }

[scales.rate]
number = { min = 0, max = 20.5, unit = "days", better = "lower" }

[scales.count]
number = { min = 0, max = 9 }

[scoring]
scale = "met"
dimension = { rule = "mean", range = [0, 1] }
part = { rule = "share" }
overall = { rule = "mean" }

[properties.kind]
title = "Kind of place"
options = { small = "Small", large = "Large" }

[profiles.short]
title = "The short form"
text = "For a first look."
items = ["a.one"]

[profiles.asked]
title = "One for each"
ask = "parts"

[dimensions.a]
title = "First"
text = "What it is about."
[dimensions.a.items]
one = { text = "One.", weight = 2, obligation = "should", source = { place = "page 1" } }
two = { text = "Two.", scale = "levels", source = { wording = "verbatim" } }
three = { text = "Three.", scale = "rate", evidence = { kind = ["survey", "audit"], above = 3 } }
[dimensions.a.items.four]
text = "Four."
descriptors = { below = "None.", top = "All." }
evidence = { groups = ["night-shift", "carers"] }
[dimensions.a.parts.x]
title = "Part"
at.low.five = "Five."
at.top.six = { text = "Six.", scale = "count", evidence = { link = true } }
"""
PAGE = """\
Full, 2
id: full; 1 theme, 6 lines
==========================

One paragraph on two lines.

Another.

Principles
----------
- Be kind.
- Be brief.

Where the words come from
-------------------------
Source: The document, The publisher, 2020, https://example.org.

Licence: None.

Whose words: those of the people who wrote this file, for what the source says. They are not \
official.

Stages
------
From lowest to highest
Stage        What it means                    Id
---------------------------------------------------
Nothing yet  The first stage is not reached.  below
Low          It has begun.                    low
Top                                           top

Answers
-------
From lowest to highest, on the scale 'met'
Answer  What it means  Id
--------------------------
No                     no
Yes     All of it.     yes

One of the stages above.

Rate: a number from 0 to 20.5 days; lower is better.

Count: a number from 0 to 9; higher is better.

Or not applicable, with a reason. No answer is not the same as either.

Scoring
-------
- Each theme: the mean of how far up their scales its lines and strands stand, from 0 at the \
bottom to 1 at the top.
- Each strand: the share of its lines that are met.
- Total: the mean of the values of its themes.
- A missing answer leaves the result open; a line that does not apply is left out.
- A line marked 'should' also counts as met where a reason is given.
- A line of weight 2 counts double, and so on.

Short forms
-----------
Parts of it that can be used alone
Short form      Asks                        Id
-------------------------------------------------
The short form  1 line                      short
One for each    one answer for each strand  asked

The organisation
----------------
What an assessment may say of its organisation
Property       Choice             Id
--------------------------------------
Kind of place  Small (id: small)  kind
Kind of place  Large (id: large)  kind

First
id: a
-----
What it is about.

  - one: One. [page 1; should; weight 2]
  - two: Two. [words: those of the source]
    Answer: Nothing yet, Low or Top.
  - three: Three.
    Answer: a number from 0 to 20.5 days.
    Evidence: survey or audit. Without evidence it counts as 3 days at best.
  - four: Four.
    Nothing yet: None.
    Top: All.
    Evidence: any kind; covering night-shift and carers.

Part (a.x)
Low
  - five: Five.

Top
  - six: Six.
    Answer: a number from 0 to 9.
    Evidence: any kind, with a reference.
"""


def test_everything_is_shown() -> None:
    """All that a framework can say."""
    assert shown(mt.parse_framework(FULL)) == PAGE


def test_little_is_needed() -> None:
    """A framework that says next to nothing."""
    framework = mt.parse_framework('schema = 1\nid = "n"\ntitle = "N"\nedition = "1"\n')
    assert shown(framework) == (
        "N, 1\nid: n; 0 dimensions, 0 items\n============================\n\n"
        "Scoring\n-------\n"
        "- Overall: no total, on purpose.\n"
        "- A missing answer leaves the result open; an item that does not apply is left out.\n"
    )


EVIDENCE = """
schema = 1
id = "e"
title = "E"
edition = "1"
[scales.met]
no = "No"
partly = "Partly"
yes = "Yes"
[scales.days]
number = { min = 0, max = 9 }
[scoring]
scale = "met"
dimension = { rule = "mean" }
"""


def conventions(text: str) -> list[str]:
    """The lines under Scoring after the rules and what is missing or not applicable."""
    page = shown(mt.parse_framework(EVIDENCE + text))
    return page.partition("\nScoring\n-------\n")[2].partition("\n\n")[0].splitlines()[3:]


def test_evidence_for_all() -> None:
    """Evidence that every item asks for is a convention, and stated with these."""
    asked = 'evidence = { kind = ["audit", "survey", "visit"], above = "partly" }\n'
    line = "Evidence: audit, survey or visit. Without evidence it counts as Partly at most."
    assert conventions(f"{asked}[dimensions.a.items]\none = 'One.'") == [f"- {line}"]
    assert conventions(f"{asked}[dimensions.a]\ntitle = 'A'") == []
    own = "[dimensions.a.items]\none = { text = 'One.', evidence = 'visit' }"
    assert conventions(f"{asked}{own}") == []
    number = "two = { text = 'Two.', scale = 'days', evidence = { above = 5 } }"
    assert conventions(f"{asked}[dimensions.a.items]\n{number}\none = 'One.'") == [f"- {line}"]
    assert conventions(f"{asked}[dimensions.a.items]\n{number}") == []


def test_evidence_for_claims() -> None:
    """What is claimed of a whole branch is asked for it where its answers allow that."""
    text = f"""{EVIDENCE}evidence = {{ above = "partly" }}
[levels]
low = "Low"
[dimensions.a.items]
one = "One."
[profiles.asked]
ask = "dimensions"
"""
    said = "Without evidence it counts as Partly at most."
    assert said not in shown(mt.parse_framework(text), "asked")
    assert said in shown(mt.parse_framework(f'{text}scale = "met"'), "asked")


def test_conventions_of_branches() -> None:
    """What holds in a branch alone is said of it; what it inherits is not said again."""
    page = shown(
        mt.parse_framework(f"""{EVIDENCE}
empty_level = "fail"
[dimensions.a]
scoring = {{ missing = "lowest", empty_level = "pass" }}
[dimensions.a.parts.x]
scoring = {{ missing = "bound", units = "median" }}
[dimensions.a.parts.y]
title = "Y"
[dimensions.b]
scoring = {{ missing = "lowest", empty_level = "pass" }}
""")
    )
    lines = page.partition("\nScoring\n")[2].partition("\n\n")[0].splitlines()
    assert [line for line in lines if line.startswith("- In ")] == [
        (
            "- In A and B: A missing answer counts as the lowest. "
            "A level with nothing left to count counts as reached."
        ),
        (
            "- In X: A missing answer leaves the result open. "
            "Where several teams or sites answer, the answer in the middle counts."
        ),
    ]


def test_many_branches() -> None:
    """What most branches share is said once, after the others; titles that repeat get the path."""
    parts = "\n".join(f"p{number} = 'Same'" for number in range(8))
    odd = "[dimensions.b.parts.odd]\ntitle = 'Same'\nscoring = { rule = 'share' }"
    page = shown(mt.parse_framework(f"{EVIDENCE}[dimensions.a.parts]\n{parts}\n{odd}\n"))
    assert "- Same (b.odd): the share of its items that are met.\n- Each other part: the m" in page


def test_evidence_for_some() -> None:
    """Where only some branches ask for it, they are named."""
    assert conventions("""
[dimensions.a]
scoring = { evidence = { above = "no", link = true } }
items = { one = "One.", two = "Two." }
[dimensions.b.items]
three = "Three."
[dimensions.c]
scoring = { evidence = { above = 2 } }
items = { four = { text = "Four.", scale = "days" } }
""") == [
        "- A: Evidence: any kind, with a reference. Without evidence it counts as No at most.",
        "- C: Evidence: any kind. Without evidence it counts as 2 at most.",
    ]


def test_whose_words() -> None:
    """Each wording is put so that nobody can take one's words for another's."""
    wordings = {
        "ours": "those of the people who wrote this file. They are not official.",
        "verbatim": "those of the source.",
    }
    for wording, said in wordings.items():
        page = shown(mt.parse_framework(f"{EVIDENCE}[source]\nwording = '{wording}'"))
        assert f"\nWhose words: {said}\n" in page
