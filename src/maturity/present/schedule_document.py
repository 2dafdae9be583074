"""A schedule as a document: what is overdue, due, next and done."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

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


def schedule_document(schedule: Schedule, tasks: Sequence[Task], as_of: date) -> Document:
    """Where everybody stands on a day."""
    title = f"What is due on {as_of.isoformat()}"
    return Document(title, tuple(_blocks(schedule, tasks, title)))


def _blocks(schedule: Schedule, tasks: Sequence[Task], title: str) -> Iterator[Block]:
    framework = schedule.framework
    partners = len({task.partner for task in tasks})
    about = f"{framework.title}, {framework.edition}; {counted(partners, 'partner')}"
    yield Heading(title, 1, clean(about))
    rows = []
    for slot in schedule.slots:
        states = Counter(task.state for task in tasks if task.slot == slot)
        rows.append(
            (clean(slot.title), slot.start.isoformat(), slot.due.isoformat(),
             *(str(states[state]) for state in HEADS))
        )  # fmt: skip
    heads = (capital(framework.term("dimension")), "From", "Due", *map(capital, HEADS))
    yield Table("The schedule", heads, tuple(rows))
    yield Paragraph(
        f"Done: every {item_word(framework)} that applies is answered, in an assessment of that "
        "month or later."
    )
    for state, heading in (("overdue", "Overdue"), ("due", "Due now")):
        here = [task for task in tasks if task.state == state]
        if here:
            yield Heading(heading, 2)
            yield Bullets(tuple(_lines(here)))
    later = [slot for slot in schedule.slots if any(
        task.slot == slot and task.state == "later" for task in tasks)]  # fmt: skip
    if later:
        yield Paragraph(clean(f"Next: {later[0].title}, from {later[0].start.isoformat()}."))


def _lines(tasks: Sequence[Task]) -> Iterator[str]:
    """One line for each slot, with those who have it still to do."""
    for slot in dict.fromkeys(task.slot for task in tasks):
        names = [_who(task) for task in tasks if task.slot == slot]
        yield clean(f"{slot.title}: {listed(names, most=MOST_NAMED)}")


def _who(task: Task) -> str:
    progress = f" ({task.answered} of {task.applicable})" if task.applicable else ""
    return f"{task.partner}{progress}"
