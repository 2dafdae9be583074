"""Advice on two claims in one statement."""

from __future__ import annotations

import pytest

from maturity.analysis.advice_ideas import joint_of

from .tools import on_words

TWO = [
    # A verb that can't be missed on both sides.
    ("There is a plan, and it is reviewed.", "and it is reviewed"),
    ("There is a plan; everyone has read it.", "; everyone has read it"),
    ("The plan is written and is read by all.", "and is read by all"),
    ("Staff are trained and the board has a budget.", "and the board has a budget"),
    ("Staff are asked, and their managers are trained.", "and their managers are trained"),
    ("The board can act. Staff are heard and managers are trained.", "and managers are trained"),
    ("Is the plan known AND is it used?", "AND is it used"),
    ("There is help from others, such as friends, and it is used.", "and it is used"),
    ("Staff as well as managers are heard, and all are trained.", "and all are trained"),
    # A pronoun and its verb.
    ("The board sets goals; it reviews spending.", "; it reviews spending"),
    ("The board sets goals; and it reviews spending.", "; and it reviews spending"),
    ("The board sets goals, and it reviews spending.", "and it reviews spending"),
    ("The board sets goals and it often reviews them.", "and it often reviews them"),
    ("Members meet each month, and they publish minutes.", "and they publish minutes"),
    ("Everyone has a plan, and everyone follows it.", "and everyone follows it"),
    ("The board knows what it wants; it reviews spending.", "; it reviews spending"),
    # A subject and its verb, after a comma or semicolon.
    ("The board sets goals; managers know them.", "; managers know them"),
    ("The board sets goals, and managers review spending.", "and managers review spending"),
    ("The board sets goals, and the chair reviews spending.", "and the chair reviews spending"),
    ("The board sets goals, and members question them.", "and members question them"),
    ("Leaders listen, and the board acts on what it hears.", "and the board acts on what it hears"),
    ("Leaders listen to us, and evidence shapes the plan.", "and evidence shapes the plan"),
    (
        "Staff trust the board, and managers regularly ask staff.",
        "and managers regularly ask staff",
    ),
    ("The plan, a short one, has a date, and staff review it.", "and staff review it"),
    # "And also", "as well as".
    ("The board makes a plan and also reviews it.", "and also reviews it"),
    ("The board sets goals and also reviews spending.", "and also reviews spending"),
    ("The board sets goals and also has a budget.", "and also has a budget"),
    ("The board sets goals, and also identifies gaps.", "and also identifies gaps"),
    ("Staff are heard and also supported.", "and also supported"),
    ("The board sets goals as well as reviewing spending.", "as well as reviewing spending"),
    ("The board sets goals as well as training its staff.", "as well as training its staff"),
    ("The board sets goals as well as reviews spending.", "as well as reviews spending"),
    ("Managers are trained as well as supported.", "as well as supported"),
]
ONE = [
    "The board has a clear and shared plan.",
    "Staff and managers are trained.",
    "Plans are written, read and followed.",
    "The board makes a plan and shares it.",
    "Staff know that the plan is ours and that it is used.",
    "There is a plan for what is urgent and what can wait.",
    "Where staff are ill and nobody can stand in, help comes.",
    "These are in place: a policy and a team that has met.",
    "These are in place: a policy; a team; it has met.",
    "There is time to have a break and to be heard.",
    "There is a room and time to have a break.",
    "The board is heard. Staff and managers are too.",
    # Lists.
    "Goals, budgets, and training are in place.",
    "Teams, managers, and the partners know the plan.",
    "The board meets staff, patients, and carers.",
    "There is a plan; a budget; a team that is trained.",
    "Staff get help with money, housing, and the costs of travel.",
    "Staff have time, space, and support to learn.",
    # Nouns that look like verbs.
    "The board checks plans and reports.",
    "The board sets goals, and the reviews of spending.",
    "The board has a budget, and the board's plans for the year.",
    "The board has rooms, and staff trained for this.",
    "The plan has goals, and measures agreed with staff.",
    "The plan has goals, and really.",
    "Managers have the time, and the skills to manage the team.",
    "The board has a plan, and a budget for all its work.",
    "Staff are trained in safety, and in the use of the tools they need.",
    "The plan is for them and they.",
    "The plan is for you, and it, too.",
    # Clauses within the sentence.
    "The board ensures staff and managers are trained.",
    "The board reviews how plans, budgets, and staff use the money.",
    "Where staff are ill, and managers know it, help comes.",
    # "And also", "as well as" between nouns.
    "The plan covers staff and also contractors.",
    "The plan covers staff and also plans for later.",
    "People get breaks and meals and also rest.",
    "The plan covers staff as well as contractors.",
    "Training is offered to managers as well as staff.",
    "There is help for nights as well as weekends.",
    "There is help with planning as well as training courses.",
    "Staff are paid fairly as well as related workers.",
    "As well as staff, managers are trained.",
    "The board plans as well as",
    "",
]


@pytest.mark.parametrize(("text", "joint"), TWO)
def test_two_claims(text: str, joint: str) -> None:
    """A second subject with a verb, or a second verb that can't be missed, is a second claim."""
    assert joint_of(text) == joint


@pytest.mark.parametrize("text", ONE)
def test_one_claim(text: str) -> None:
    """Words, lists and clauses within a sentence may be joined."""
    assert joint_of(text) == ""


def test_two_ideas_are_told() -> None:
    """The joint is named, and another's statement stays whole."""
    item = 'a = { text = "A plan is there, and it is read.", source = { wording = "WORDING" } }\n'
    start = "advice[two-ideas]: 'd.a' may hold two claims, joined at \"and it is read\"; "
    ours = on_words(item.replace("WORDING", "ours"))
    assert ours == [start + "where one can be true without the other, make two items of it"]
    theirs = on_words(item.replace("WORDING", "paraphrase"))
    assert theirs == [
        start + "it is another's statement and stays whole: say how to answer if half is true"
    ]
