"""The overview of a system as a document: who takes part, who stands where, what many share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maturity.errors.clean import clean
from maturity.scoring.sentences import MADE_UP
from maturity.scoring.words import counted, item_word, listed, number_text, per_cent, plural

from .document import Block, Bullets, Document, Heading, Paragraph, Table
from .initials import RISE, UNKNOWN, initials, key_to
from .plain import capital, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from maturity.analysis.commonalities import Common
    from maturity.analysis.distribution import AtLevel, Distribution
    from maturity.analysis.overview import Overview
    from maturity.analysis.standings import Standing
    from maturity.analysis.themes import Theme

SELF_REPORTED = (
    "Self-reported: what each organisation says of itself, not checked by others. It is there to "
    "start a conversation and to find who can help whom, not to rank anybody."
)
PROOF = "Where evidence is asked for, an answer counts in full only with it."
MOST_NAMED, MOST_COMMON, MOST_THEMES, MOST_NOTES = 5, 10, 5, 3
LONGEST_NOTE, LONGEST_NAME = 160, 44
NO_SECTOR = "no sector stated"


def overview_document(overview: Overview) -> Document:
    """The whole overview."""
    title = f"Overview of {counted(len(overview.standings), 'organisation')}"
    return Document(title, tuple(_Builder(overview).blocks(title)))


class _Builder:
    """Says one part after the other."""

    def __init__(self, overview: Overview) -> None:
        self.overview, self.each = overview, overview.each
        self.framework = overview.each.framework
        self.dimension = self.framework.term("dimension")
        self.item = item_word(overview.each.asked)
        labels = [rung.level.label for one in overview.dimensions for rung in one.levels]
        self.letters = initials(dict.fromkeys(map(clean, labels)))

    def blocks(self, title: str) -> Iterator[Block]:
        yield Heading(title, 1, self._subject())
        yield from self._opening()
        yield Heading("Who takes part", 2)
        yield from self._partners()
        yield Heading(f"Who stands where, by {self.dimension}", 2)
        yield from self._table()
        yield Heading("How they spread", 2)
        yield from self._spread()
        for kind, heading in (("strength", "What many do well"), ("deficit", "What many lack")):
            yield Heading(heading, 2)
            yield from self._common(kind)
        if self.overview.themes:
            yield Heading(f"Themes across {plural(self.dimension)}", 2)
            yield from self._themes()

    def _subject(self) -> str:
        """The framework and the period."""
        periods = self.each.periods
        when = f"; newest answers up to {periods[-1].text}" if periods else ""
        profile = f" ({self.each.chosen.title})" if self.each.chosen else ""
        return clean(f"{self.framework.title}, {self.framework.edition}{profile}{when}")

    def _opening(self) -> Iterator[Block]:
        """What a reader has to know before anything else."""
        made_up = sum(one.made_up for one in self.each.assessments)
        if made_up:
            all_of_it = made_up == len(self.each)
            yield Paragraph(
                MADE_UP if all_of_it else f"{made_up} of the assessments are made-up example data."
            )
        yield Paragraph(SELF_REPORTED)
        yield from (Paragraph(clean(note)) for note in self.overview.notes)

    def _partners(self) -> Iterator[Block]:
        """How far they have come, who joined late, who fell silent."""
        all_of = self.overview.standings
        stages = [
            f"{sum(one.stage == stage for one in all_of)} {stage}"
            for stage in ("complete", "nearly complete", "half way", "begun", "not started")
            if any(one.stage == stage for one in all_of)
        ]
        yield Paragraph(f"{counted(len(all_of), 'organisation')}: {listed(stages)}.")
        lines = []
        unfinished = [one for one in all_of if one.stage not in {"complete", "nearly complete"}]
        if unfinished:
            lines.append(f"Still to finish: {self._named(unfinished, _progress)}.")
        for period in self.overview.whole.periods[1:]:
            late = [one.name for one in all_of if one.joined_late and one.since == period]
            if late:
                lines.append(f"Joined in {period.text}: {listed(late, most=len(late))}.")
        silent = [one for one in all_of if one.silent and one.period is not None]
        if silent:
            newest = self.overview.whole.periods[-1].text
            names = self._named(silent, _until)
            lines.append(f"No answers for {newest}, so older ones stand here: {names}.")
        unstated = sum(one.period is None for one in all_of)
        if unstated and self.overview.whole.periods:
            lines.append(f"{counted(unstated, 'organisation')} without a period.")
        if self.overview.absent:
            names = listed(self.overview.absent, most=len(self.overview.absent))
            lines.append(f"No answers of that period, so not in what follows: {names}.")
        guessed = [one for one in all_of if one.guesses]
        if guessed:
            names = self._named(guessed, _guesses)
            lines.append(f"Some answers are guesses, carried over from before: {names}.")
        if lines:
            yield Bullets(tuple(map(clean, lines)))

    def _named(self, standings: list[Standing], say: Callable[[Standing], str]) -> str:
        """All of some organisations, each with a remark."""
        return listed([f"{one.name} ({say(one)})" for one in standings], most=len(standings))

    def _table(self) -> Iterator[Block]:
        """A table of organisations by dimensions, by sector, with the key before it."""
        dimensions = self.overview.dimensions
        yield Bullets(
            tuple(f"{number}: {clean(one.title)}" for number, one in enumerate(dimensions, 1))
        )
        yield Paragraph(f"{key_to(self.letters)}.")
        heads = ("Organisation", *(str(n) for n in range(1, len(dimensions) + 1)))
        cells = [self._cells(one) for one in dimensions]
        rows = [
            (one.organisation.sector or NO_SECTOR, (self._name(one), *each))
            for one, each in zip(self.overview.standings, zip(*cells, strict=True), strict=True)
        ]
        sectors = dict.fromkeys(sector for sector, _ in rows)
        for sector in sectors:
            here = tuple(row for own, row in rows if own == sector)
            caption = f"{clean(sector)} ({len(here)})" if len(sectors) > 1 else "All of them"
            yield Table(caption, heads, here)

    def _name(self, standing: Standing) -> str:
        return shortened(standing.name, LONGEST_NAME)

    def _cells(self, one: Distribution) -> list[str]:
        """What stands in a dimension's column, in the order of the organisations."""
        marks: dict[str, str] = {}
        for rung in one.levels:
            letter = self.letters[clean(rung.level.label)]
            marks |= dict.fromkeys(rung.certain, letter)
            marks |= dict.fromkeys(rung.open, f"{letter}{RISE}")
        if not one.levels:
            marks = {n: number_text(v) for n, v in one.values.items() if v is not None}
        return [marks.get(standing.name, UNKNOWN) for standing in self.overview.standings]

    def _spread(self) -> Iterator[Block]:
        """How many stand at each level of each dimension, and who stands lowest."""
        dimensions = self.overview.dimensions
        levelled = [one for one in dimensions if one.levels]
        labels = [clean(rung.level.label) for rung in levelled[0].levels] if levelled else []
        alike = [one for one in levelled if [clean(r.level.label) for r in one.levels] == labels]
        if alike:
            yield Table(
                "How many stand at each level",
                (capital(self.dimension), *labels, "Can rise", "Not known", "Differ"),
                tuple(
                    (
                        clean(one.title),
                        *(str(rung.count) for rung in one.levels),
                        str(len(one.open)),
                        str(sum(map(len, one.unknown.values()))),
                        "-" if one.variation is None else per_cent(one.variation),
                    )
                    for one in alike
                ),
            )
            yield Paragraph(
                "Can rise: the level is secured, and missing answers can still raise it. Differ: "
                "how often two organisations, picked at random, stand at different levels."
            )
        yield Bullets(tuple(self._lowest(one) for one in dimensions))

    def _lowest(self, one: Distribution) -> str:
        """Who stands lowest in a dimension, or between which values all lie."""
        title, lowest = clean(one.title), one.lowest
        if lowest is not None:
            known = sum(rung.count for rung in one.levels)
            if lowest.count == known:
                everyone = f"all {known} at" if known > 1 else "at"
                return f"{title}: {everyone} {clean(lowest.level.label)}"
            who = self._who(lowest)
            return f"{title}: lowest is {clean(lowest.level.label)}, {lowest.count} of {known}{who}"
        values = sorted(value for value in one.values.values() if value is not None)
        if not values:
            return f"{title}: nothing to state yet"
        low, middle, high = values[0], values[(len(values) - 1) // 2], values[-1]
        return (
            f"{title}: from {number_text(low)} to {number_text(high)}, "
            f"the middle one {number_text(middle)}"
        )

    def _who(self, rung: AtLevel) -> str:
        """The names, where they are few."""
        names = [*rung.certain, *rung.open]
        return f": {clean(listed(names))}" if len(names) <= MOST_NAMED else ""

    def _common(self, kind: str) -> Iterator[Block]:
        """What many share, with the rule that found it."""
        found = self.overview.strengths if kind == "strength" else self.overview.deficits
        rule = self.overview.rule.sentence("strength" if kind == "strength" else "deficit")
        shown = found[:MOST_COMMON]
        more = f" The first {len(shown)} of {len(found)}." if len(found) > len(shown) else ""
        if not found:
            yield Paragraph(f"Nothing fits the rule: {rule}.")
            return
        proof = f" {PROOF}" if self._asks_for_proof() else ""
        yield Paragraph(f"The rule: {rule}.{proof}{more}")
        yield Bullets(tuple(f"{self._share(one)}: {clean(one.item.text)}" for one in shown))

    def _asks_for_proof(self) -> bool:
        """Whether some answers count in full only with evidence."""
        leaves = self.each.plan.leaves
        return any(
            asked is not None and asked.above is not None
            for item, home in zip(leaves.items, leaves.homes, strict=True)
            for asked in [item.evidence or home.evidence]
        )

    @staticmethod
    def _share(one: Common) -> str:
        return f"{len(one.who)} of {one.answered}"

    def _themes(self) -> Iterator[Block]:
        """The answers by tag, and what was written beside the low ones first."""
        themes = self.overview.themes
        yield Table(
            f"Answers by theme, over all {plural(self.item)} with that tag",
            ("Theme", "Answers", "Highest", "Lower half", "Notes"),
            tuple(
                (
                    clean(theme.tag), str(theme.answered), _part(theme.high, theme.answered),
                    _part(theme.low, theme.answered), str(len(theme.notes)),
                )
                for theme in themes
            ),
        )  # fmt: skip
        noted = [theme for theme in themes if theme.notes][:MOST_THEMES]
        for theme in noted:
            yield Heading(f"In their own words: {clean(theme.tag)}", 3)
            yield Bullets(tuple(self._notes(theme)))

    def _notes(self, theme: Theme) -> Iterator[str]:
        """The first notes of a theme, each with whose it is."""
        said = {note.text: note.organisation for note in reversed(theme.notes)}
        shown = [note for note in theme.notes if said[note.text] == note.organisation]
        for note in shown[:MOST_NOTES]:
            yield f"{shortened(note.text, LONGEST_NOTE)} ({clean(note.organisation)})"
        rest = len(theme.notes) - min(len(shown), MOST_NOTES)
        if rest > 0:
            yield f"and {counted(rest, 'more note')}"


def _part(count: int, of: int) -> str:
    return per_cent(count / of) if of else "-"


def _progress(one: Standing) -> str:
    return f"{one.answered} of {one.applicable} answered"


def _guesses(one: Standing) -> str:
    return f"{one.guesses} of {one.answered}"


def _until(one: Standing) -> str:
    return one.period.text if one.period else ""
