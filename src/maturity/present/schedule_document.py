"""A schedule as a document: what is overdue, due, next and done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from maturity.analysis.schedule import next_slot
from maturity.errors.clean import clean
from maturity.scoring.words import counted, item_word, listed

from .document import Block, Bullets, Document, Heading, Paragraph, Table
from .plain import capital

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from maturity.analysis.schedule import Schedule, State, Task

MOST_NAMED = 12
HEADS: tuple[State, ...] = ("done", "overdue", "due", "later")
NOT_ASKED: State = "not asked"


def schedule_document(
    schedule: Schedule, tasks: Sequence[Task], as_of: date, notes: Sequence[str] = ()
) -> Document:
    """Where everybody stands on a day; `notes` as `Schedule.notes` gives them."""
    title = f"What is due on {as_of.isoformat()}"
    return Document(title, tuple(_blocks(schedule, tasks, title, notes)))


def _blocks(
    schedule: Schedule, tasks: Sequence[Task], title: str, notes: Sequence[str]
) -> Iterator[Block]:
    framework = schedule.framework
    partners = len({task.partner for task in tasks})
    about = f"{framework.title}, {framework.edition}; {counted(partners, 'partner')}"
    yield Heading(title, 1, clean(about))
    rows = []
    away = any(task.state == NOT_ASKED for task in tasks)
    shown = (*HEADS, NOT_ASKED) if away else HEADS
    for slot in schedule.slots:
        states = Counter(task.state for task in tasks if task.slot == slot)
        rows.append(
            (clean(slot.title), slot.start.isoformat(), slot.due.isoformat(),
             *(str(states[state]) for state in shown))
        )  # fmt: skip
    heads = (capital(framework.term("dimension")), "From", "Due", *map(capital, shown))
    yield Table("The schedule", heads, tuple(rows))
    yield Paragraph(
        f"Done: every {item_word(framework)} that applies is answered, in an assessment of that "
        "month or later."
    )
    if away:
        dimension = framework.term("dimension")
        yield Paragraph(
            f"Not asked: the partner's own framework has no such {dimension}. There is nothing to "
            "do."
        )
    yield from (Paragraph(clean(note)) for note in notes)
    for state, heading in (("overdue", "Overdue"), ("due", "Due now"), (NOT_ASKED, "Not asked")):
        here = [task for task in tasks if task.state == state]
        if here:
            yield Heading(heading, 2)
            yield Bullets(tuple(_lines(here)))
    coming = next_slot(tasks)
    if coming is not None:
        yield Paragraph(clean(f"Next: {coming.title}, from {coming.start.isoformat()}."))


def _lines(tasks: Sequence[Task]) -> Iterator[str]:
    """One line for each slot, with those who have it still to do."""
    for slot in dict.fromkeys(task.slot for task in tasks):
        names = [_who(task) for task in tasks if task.slot == slot]
        yield clean(f"{slot.title}: {listed(names, most=MOST_NAMED)}")


def _who(task: Task) -> str:
    progress = f" ({task.answered} of {task.applicable})" if task.applicable else ""
    return f"{task.partner}{progress}"
