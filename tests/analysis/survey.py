"""A made-up survey: many people of a few organisations and staff groups."""

from __future__ import annotations

import random

import maturity as mt

from .raters import AWAY, SMALL

ITEMS = ("a.one", "a.two", "b.four")
SECTORS = {"North": "trust", "South": "trust", "Hill": "council", "Vale": "practice"}
GROUPS = ("board", "managers", "staff")
_ANSWERS = ("red", "amber", "green", AWAY, None)


def person(
    number: int,
    said: dict[str, mt.Answer | mt.NotApplicable | str | float],
    group: str = "staff",
    organisation: str = "North",
) -> mt.Assessment:
    """One person's answers."""
    return SMALL.assess(
        said,
        organisation=mt.Organisation(name=organisation, sector=SECTORS[organisation]),
        period="2026-Q1",
        rater=f"person-{number}",
        rater_group=group,
    )


def survey(seed: int, size: int) -> list[mt.Assessment]:
    """What `size` people say: each organisation and group leans its own way."""
    dice = random.Random(seed)  # noqa: S311  # examples, no secrets
    leaning = {
        (name, path): [dice.random() ** 3 for _ in _ANSWERS]
        for name in (*SECTORS, *GROUPS)
        for path in ITEMS
    }
    people = []
    for number in range(size):
        organisation = dice.choices(list(SECTORS), [8, 5, 3, 1])[0]
        group = dice.choices(GROUPS, [1, 3, 8])[0]
        said: dict[str, mt.Answer | mt.NotApplicable | str | float] = {}
        for path in ITEMS:
            pairs = zip(leaning[organisation, path], leaning[group, path], strict=True)
            answer = dice.choices(_ANSWERS, [one * other for one, other in pairs])[0]
            if answer is not None:
                said[path] = answer
        people.append(person(number, said, group, organisation))
    return people


def cohort(people: list[mt.Assessment]) -> mt.Cohort:
    """The people as a cohort."""
    return mt.Cohort.of(people)
