"""The issues of the sample's improvement board."""

from __future__ import annotations

from boarddesk.sample.hazards.hazard import Trouble

TROUBLES = (
    Trouble(
        "I1",
        "Speech therapy clinic in Harrowby shut for six weeks",
        "3",
        "47 children missed an appointment; nine of them start school in September.",
        "Ruth Okafor",
        "All 47 rebooked at Skelden; 31 seen so far.",
        -2,
        0,
    ),
    Trouble(
        "I2",
        "23 letters named the wrong week",
        "4",
        "Families phoned in, worried that their plan was late.",
        "Aoife Brannigan",
        "Every family was phoned and sent a new letter within five days.",
        -4,
        -3,
        -3,
    ),
    Trouble(
        "I3",
        "No transport for eleven college students after the summer",
        "6",
        "Eleven students may not be able to start their course.",
        "Colin Purvis",
        "Minibus asked for; the college pays the first term.",
        -1,
        2,
    ),
)
