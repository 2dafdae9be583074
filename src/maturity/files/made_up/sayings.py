"""What people in the made-up system say: notes, reasons, actions, and names of evidence."""

from __future__ import annotations

from .who import PRACTICE

LARGER = "larger"

# By an organisation's code, for practices, or for all that are larger; then by line and answer.
NOTES: dict[str, dict[tuple[str, str], tuple[str, ...]]] = {
    LARGER: {
        ("personal.mental.debriefing", "red"): (
            "Planned twice, and cancelled twice because nobody could leave the floor.",
        ),
        ("personal.mental.early-help", "green"): (
            "Six trained listeners, with their photographs on the back of every toilet door.",
        ),
        ("personal.lifestyle.sleep", "red"): (
            "A leaflet went round three years ago. Nobody on nights remembers it.",
        ),
        ("personal.lifestyle.free-to-all", "amber"): (
            "The gym discount still costs more than a cleaner can spare.",
        ),
        ("relationships.supporting.check-ins", "amber"): (
            "Day teams do it every morning. Nights say that there is no one to do it with.",
        ),
        ("relationships.supporting.peer-support", "green"): (
            "People name the peer supporters first when asked what helps. Others may copy us.",
            "Started with four volunteers. There are now thirty, in every kind of job.",
        ),
        ("relationships.supporting.kindness", "green"): (
            "Directors signed the same promise as everyone else, and one had to apologise.",
        ),
        ("relationships.together.voice", "amber"): ("Ideas go up. Few answers come back.",),
        ("fulfilment.balance.rotas", "amber"): (
            "Six weeks ahead on most wards and teams, two on the rest. Parents notice.",
        ),
        ("fulfilment.balance.overtime", "amber"): (
            "It is falling on paper. Staff say that they have stopped writing it down.",
        ),
        ("leaders.senior.out-of-hours-visits", "red"): (
            "Staff on nights have not seen a director since the winter before last.",
        ),
        ("leaders.behaviours.speaking-up", "green"): (
            "Three concerns this year were raised by people who had been afraid to before.",
        ),
        ("leaders.skilled.room-to-manage", "amber"): (
            "Most managers have a dozen people. One has 46, and knows most of their names.",
        ),
        ("environment.facilities.night-food", "red"): (
            "A machine with crisps, and the card reader is broken.",
        ),
        ("environment.facilities.rest-room", "red"): (
            "The rest room became an office. Staff sit in their cars.",
        ),
        ("environment.facilities.rest-room", "green"): (
            "It cost little: paint, two sofas, and a rule that nobody is called out of it.",
        ),
        ("environment.facilities.breaks", "red"): ("Breaks are on the rota and nowhere else.",),
        ("insights.measuring.dashboard", "red"): (
            "Four departments keep four spreadsheets. They do not agree.",
        ),
        ("insights.measuring.evidence-gaps", "red"): (
            "Hardly anybody on low pay filled in the survey, so we do not know.",
            "What we know comes from people at desks. Cleaners and drivers were never asked.",
        ),
        ("insights.measuring.evaluation", "red"): (
            "We count who came. Nobody has asked whether it helped.",
        ),
        ("insights.measuring.several-measures", "red"): (
            "The board sees the sickness rate, and nothing else.",
        ),
        ("support.services.signposting", "green"): ("One number, on the back of the staff badge.",),
        ("support.interventions.spread-or-stop", "amber"): (
            "Nine pilots are running. The results of two are in, and nobody has decided.",
        ),
    },
    "T3": {
        ("environment.facilities.rest-room", "amber"): (
            "Two wards moved into the old building in July. Their rest room did not.",
        ),
        ("environment.facilities.rest-room", "red"): (
            "Half of the wards are in the old building now. There is no room to rest in it.",
        ),
        ("environment.spaces.access", "red"): (
            "The old building has steps at every door, and one lift.",
        ),
    },
    "C1": {
        ("insights.measuring.several-measures", "green"): (
            "Five measures on one page, and each director has to say one thing about it.",
        ),
    },
    "T4": {
        ("environment.facilities.rest-room", "red"): (
            "No change since we last looked. The plan waits for money.",
        ),
    },
    "P28": {
        ("environment.facilities.rest-room", "green"): (
            "The notes were scanned, and where the cabinets stood we have a sofa and a door.",
        ),
    },
    PRACTICE: {
        ("personal.mental.early-help", "green"): (
            "One of our nurses has trained as a listener, and people do go to her.",
            "The counsellor who sees our patients keeps an hour a week for us.",
        ),
        ("personal.physical.menopause", "green"): (
            "Three of us asked for a fan and a later start. It took one meeting.",
        ),
        ("relationships.supporting.check-ins", "green"): (
            "Ten minutes at eight each morning, before the telephones open.",
            "We stop for tea at eleven, all of us, partners too.",
        ),
        ("relationships.supporting.kindness", "green"): (
            "A partner was asked to say sorry to a receptionist, and did.",
        ),
        ("relationships.together.voice", "amber"): (
            "Reception asked in May for a change to the telephone queue. No answer yet.",
        ),
        ("fulfilment.purpose.learning-time", "red"): (
            "The doctors have protected time. Reception covers the telephones meanwhile.",
            "There is time to learn on paper. The telephones are on paper covered too.",
        ),
        ("fulfilment.balance.switching-off", "amber"): (
            "The group chat sleeps on Sundays now. Not yet on Saturdays.",
        ),
        ("leaders.skilled.help-for-managers", "red"): (
            "Our manager has nobody to turn to but the partners, who are the problem some weeks.",
            "There used to be a monthly meeting of practice managers. It has stopped.",
        ),
        ("environment.spaces.telephone-abuse", "red"): (
            "Callers who shout are told to hold, and then shout again.",
        ),
        ("environment.spaces.telephone-abuse", "green"): (
            "A card by each telephone says what to say before hanging up. Used nine times.",
        ),
        ("environment.facilities.rest-room", "red"): (
            "We eat among the prescriptions.",
            "The only spare room was turned into a consulting room.",
            "There is a bench behind the bins.",
        ),
        ("insights.measuring.evaluation", "red"): (
            "With so few staff we would rather ask than measure. We have done neither.",
            "We have never looked back at anything that we tried.",
        ),
        ("insights.measuring.evidence-gaps", "red"): (
            "Reception was never asked.",
            "The survey went to work addresses. Our cleaners have none.",
        ),
        ("support.services.small-sites", "red"): (
            "The trust's offers stop at the trust's door.",
            "The course was forty minutes away, and we were told of it the day before.",
        ),
        ("support.services.occupational-health", "red"): (
            "Nobody here knows which occupational health service is ours.",
        ),
    },
}

# Lines that do not apply, with the reason; per cent of the organisations of the sector that say so.
NOT_APPLICABLE: dict[str, dict[str, tuple[str, int]]] = {
    "council": {
        "leaders.senior.guardian": ("Councils have no wellbeing guardian.", 100),
        "environment.facilities.night-food": ("None of our buildings is staffed at night.", 80),
        "environment.facilities.too-tired-to-drive": ("Nobody has to work through the night.", 80),
        "support.policy.reorganisation": ("No reorganisation in the past two years.", 40),
    },
    "ambulance-trust": {
        "environment.spaces.workstations": ("Crews work from vehicles, which are checked.", 100),
        "support.services.small-sites": ("Every station is small; all have the same offers.", 100),
    },
    "mental-health-trust": {
        "support.policy.reorganisation": ("No reorganisation in the past two years.", 50),
    },
    PRACTICE: {
        "environment.spaces.lone-working": ("Nobody here works alone, not even at closing.", 30),
        "fulfilment.balance.rotas": ("Everybody has fixed days.", 25),
        "personal.lifestyle.smoking": ("Nobody here smokes.", 20),
        "leaders.skilled.room-to-manage": ("One manager, and a team that fits round a table.", 25),
        "support.policy.reorganisation": ("No reorganisation in the past two years.", 50),
    },
}
# One practice says of a whole part that it does not apply.
WHOLE_PART = ("P31", "support.policy", "The network writes our policies, and was not asked.")

# By line: what is to be done, and by whom; in a practice it is the manager.
ACTIONS: dict[str, tuple[str, str]] = {
    "insights.measuring.evidence-gaps": (
        "Ask the staff whom the survey does not reach, in person",
        "Head of staff experience",
    ),
    "environment.facilities.rest-room": ("Find and furnish a quiet room", "Head of estates"),
    "insights.measuring.evaluation": (
        "Set an aim for each offer, and look at it after six months",
        "Wellbeing analyst",
    ),
    "leaders.senior.out-of-hours-visits": (
        "Put night visits into the directors' diaries",
        "Chief executive's office",
    ),
    "environment.facilities.breaks": (
        "Name someone on each shift who sends people off",
        "Team leaders",
    ),
    "support.services.any-hour": (
        "Share an out-of-hours helpline with the neighbouring trust",
        "Head of occupational health",
    ),
    "fulfilment.balance.rotas": ("Publish rotas six weeks ahead", "Rota managers"),
}
PRACTICE_OWNER = "Practice manager"
PRACTICE_ACTIONS = (
    "environment.facilities.rest-room",
    "insights.measuring.evaluation",
    "insights.measuring.evidence-gaps",
)

NOT_YET = "To be talked through at our next workshop."

# By kind of evidence: what it is called, and how many days it counts.
EVIDENCE: dict[str, tuple[str, int]] = {
    "budget": ("Wellbeing budget", 365),
    "focus-group": ("Notes of focus groups", 365),
    "interview": ("Talks with staff", 365),
    "minutes": ("Minutes of meetings", 365),
    "policy": ("Policy as agreed", 730),
    "service-data": ("Figures from the service", 365),
    "staff-record": ("Figures from staff records", 365),
    "staff-survey": ("Staff survey, results by team", 365),
    "training-record": ("Attendance at training", 365),
    "walk-round": ("Walk-round", 183),
}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
