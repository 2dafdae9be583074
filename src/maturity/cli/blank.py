"""An assessment with nothing answered yet, as a form to fill in."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import attrs

from maturity.files.assessment_writer import (
    action_text,
    answer_line,
    claim_lines,
    dump_assessment,
)
from maturity.model.frozen import FrozenMap
from maturity.model.narrow import narrowed
from maturity.model.scales import BELOW, LADDER, NumericScale
from maturity.present.answer_words import either, evidence_words, number_words
from maturity.present.plain import harmless
from maturity.scoring.words import article, item_word, number_text, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from maturity.model.assessment import Answer, Assessment
    from maturity.model.framework import Framework
    from maturity.model.scales import AnyScale, Level, Option
    from maturity.model.tree import Dimension, Item

WIDTH = 100
LINE = f"# {'-' * (WIDTH - 2)}"
HOW = (
    "A line that starts with # is a remark. To answer, take away the # in front of the line below "
    "{item}, and put your answer between the quotes. A line that stays a remark is unanswered, and "
    "that is no fault."
)
NUMBERS = " A number has no quotes."
EVIDENCE = (
    "Evidence can be named with any answer. An answer counts for less without it only where that "
    "is said."
)
ABOUT = """
schema = 1
framework = {{ id = "{id}", edition = {edition} }}
#period = "2025/26 Q4"           # or 2026-03-31, "2026-03", "2026", "2026-Q1", "2025/26"
#rater = "agreed"                # who answered; "agreed" when several did so together
#lead = ""                       # who keeps this file

[organisation]
name = "The name of your organisation"
"""


def blank_assessment(
    framework: Framework,
    profile: str | None,
    name: str,
    file: str,
    said: Assessment | None = None,
) -> str:
    """The form: each item with all that it asks, and a line that is still a remark.

    `profile`: a short form of it; UnknownName where there is no such. The form names the commands
    that take the framework, by its `name`, and the form, as `file`. `said`: what is answered
    already, which stands in its place.
    """
    form = _Form(framework, profile, _typed(name), _typed(file), said)
    return "\n".join(form.lines()).rstrip("\n") + "\n"


class _Form:
    """The form of one framework, or of a short form of it."""

    def __init__(
        self,
        framework: Framework,
        profile: str | None,
        name: str,
        file: str,
        said: Assessment | None,
    ) -> None:
        """Keep what is asked, and what is answered already."""
        self.said = said
        self.answers = {**said.answers, **said.claims} if said else {}
        self.framework = narrowed(framework, profile)
        self.profile = None if profile is None else framework.profiles[profile]
        self.name, self.file = name, file
        # A header for a branch can't stand beside an answer to the branch: all is below one header.
        self.flat = any(item.claims is not None for item in self.framework.items)
        self.evidence = {
            item.id: item.evidence or node.conventions.evidence
            for node in self.framework.walk()
            for item in node.own_items
        }

    def lines(self) -> Iterator[str]:
        """The whole form."""
        yield from self.head()
        if self.said is None:
            about, quoted = self.framework, _quoted(self.framework.edition)
            yield ABOUT.format(id=about.id, edition=quoted)
            yield from self.properties()
        else:
            yield f"\n{dump_assessment(_without_answers(self.said))}"
        yield LINE
        yield from self.meanings()
        yield ""
        if self.flat:
            yield "[answers]"
        for node in self.framework.walk():
            yield from self.branch(node)
        if self.said is not None:
            yield from map(action_text, self.said.actions)

    def head(self) -> Iterator[str]:
        """What the file is, and how it is filled in."""
        framework, short = self.framework, ""
        yield from _remark(f"{framework.title}, {framework.edition}: one organisation's answers.")
        if self.profile is not None:
            short = f" --profile {self.profile.id}"
            yield from _remark(f"Short form '{self.profile.id}': {self.profile.title}")
            yield from _remark(self.profile.text)
        item = item_word(framework)
        yield "#"
        numbers = any(isinstance(framework.scales[i.scale], NumericScale) for i in framework.items)
        how = HOW.format(item=f"{article(item)} {item}")
        yield from _remark(how + NUMBERS if numbers else how)
        for said, example in (
            *self.examples(),
            ("To read the whole framework:", f"maturity show {self.name}"),
            ("To see what is wrong in here:", f"maturity check {self.file}"),
            ("To see the result:", f"maturity score {self.file}{short}"),
        ):
            yield harmless(f"#   {said:<34} {example}")

    def examples(self) -> Iterator[tuple[str, str]]:
        """What a line may hold besides an answer."""
        items = self.framework.items
        for item in items[:1]:
            key = self.key(item)
            yield "Where something does not apply:", f'{key} = {{ not_applicable = "reason" }}'
            yield "To say more:", f'{key} = {{ answer = {self.top(item)}, note = "..." }}'
        found = ((item, asked) for item in items if (asked := self.evidence[item.id]) is not None)
        for item, asked in sorted(found, key=lambda one: one[1].above is None)[:1]:
            kind = f'kind = "{asked.kinds[0]}", ' if asked.kinds else ""
            piece = f'[{{ {kind}title = "...", reference = "..." }}]'
            said = f"{{ answer = {self.top(item)}, evidence = {piece} }}"
            yield "To name evidence (on one line):", f"{self.key(item)} = {said}"

    def properties(self) -> Iterator[str]:
        """What may be said of the organisation."""
        for known in self.framework.properties.values():
            labels = either([f"{name} ({label})" for name, label in known.options.items()])
            yield from _remark(f"{known.title}: {labels}.")
            yield f'#properties.{known.id} = ""  # {either(list(known.options))}'
            yield ""

    def meanings(self) -> Iterator[str]:
        """What the levels and the answers mean."""
        framework = self.framework
        used = dict.fromkeys(item.scale for item in framework.items)
        levels = plural(framework.term("level"))
        if framework.levels and LADDER not in used:
            yield from _remark(f"The {levels}, lowest first:")
            yield from _options(framework.levels)
        for name in used:
            scale = framework.scales[name]
            which = f" on the scale '{name}'" if len(used) > 1 and name != LADDER else ""
            if isinstance(scale, NumericScale):
                said = f"{number_words(scale)}; {scale.better} is better"
                yield from _remark(f"What may be answered{which}: {said}.")
                continue
            if name != LADDER:
                yield from _remark(f"What may be answered{which}, lowest first:")
                yield from _options(scale.options)
                continue
            yield from _remark(f"The {levels}, lowest first. An answer is one of them:")
            texts = {level.id: level for level in (framework.below, *framework.levels)}
            yield from _options([texts[option.id] for option in scale.options])
        if any(self.evidence.values()):
            yield from _remark(EVIDENCE)

    def branch(self, node: Dimension) -> Iterator[str]:
        """A branch's title, its header where it has items of its own, and these."""
        if "." not in node.id:
            yield ""
            yield LINE
        yield from _remark(node.title)
        yield from _remark(node.text)
        claim = None if self.flat else self.answers.get(node.id)
        if (node.own_items or claim) and not self.flat:
            yield f"[answers.{node.id}]"
        if claim is not None:
            yield from claim_lines(claim)
        labels = {level.id: level.label for level in self.framework.levels}
        level = None
        for item in node.own_items:
            if item.claims is None:
                yield ""
            if item.level is not None and item.level != level:
                level = item.level
                yield from _remark(f"-- {labels[level]} --")
            yield from self.item(item)
        yield ""

    def item(self, item: Item) -> Iterator[str]:
        """What is asked, what each level looks like, the evidence, and the line to fill in."""
        scale = self.framework.scales[item.scale]
        if item.claims is None:
            yield from _remark(item.text)
        for level, text in item.descriptors.items():
            yield from _remark(f"{level}: {text}", 2)
        yield from _remark(" ".join(evidence_words(self.evidence[item.id], scale)))
        answer = self.answers.get(item.claims or item.id)
        if answer is None or answer.is_draft:
            yield from _remark(answer.note if answer else "")
            yield f"#{self.key(item)} = {_blank(scale)}"
        else:
            yield answer_line(self.key(item), answer)

    def key(self, item: Item) -> str:
        """What stands before the = of an item's line."""
        return item.claims or (item.id if self.flat else item.id.rpartition(".")[2])

    def top(self, item: Item) -> str:
        """The highest answer to an item, as TOML holds it."""
        scale = self.framework.scales[item.scale]
        if isinstance(scale, NumericScale):
            return number_text(scale.best)
        return f'"{scale.options[-1].id}"'


def _without_answers(said: Assessment) -> Assessment:
    """What stands above the answers."""
    empty: FrozenMap[str, Answer] = FrozenMap()
    return attrs.evolve(said, answers=empty, claims=empty, actions=())


def _options(options: Sequence[Option | Level]) -> Iterator[str]:
    """Options or levels, each with what it means."""
    for one in options:
        text = one.text or ("The first level is not reached." if one.id == BELOW else "")
        yield from _remark(f"{one.id}: {one.label}{text and '. '}{text}", 2)


def _remark(text: str, by: int = 0) -> list[str]:
    """A text as remarks, over as many lines as it takes; none where it is empty."""
    return textwrap.wrap(
        " ".join(harmless(text).split()),
        WIDTH,
        initial_indent=f"# {' ' * by}",
        subsequent_indent=f"# {' ' * 2 * by}",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _blank(scale: AnyScale) -> str:
    """An empty answer, and what is allowed in its place."""
    if isinstance(scale, NumericScale):
        return f"{number_text(scale.minimum)}  # {harmless(number_words(scale))}"
    return f'""  # {either([option.id for option in scale.options])}'


def _typed(name: str) -> str:
    """A file's name as it is typed in a command."""
    return f'"{name}"' if " " in name else name


def _quoted(text: str) -> str:
    """A text as TOML holds it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in escaped) + '"'
