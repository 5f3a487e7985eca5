"""The facts of a neutral letter."""

from __future__ import annotations

from datetime import date

from tests.rules.rolls import BOARD, year

from boarddesk.rules.attendance_figures import Figure
from boarddesk.rules.attendance_letter import letter_facts

YEAR = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}


def test_a_letter_says_what_was_recorded_and_no_judgement() -> None:
    facts = letter_facts(year({"Ann": "PADXN"}), BOARD, "Ann", **YEAR)
    assert facts is not None
    assert (facts.personal, facts.seat) == (Figure(1, 4), Figure(2, 4))
    said = " ".join(facts.sentences)
    assert "expected you at 4 meetings" in said
    assert (
        "9 February 2026 (apologies); 9 March 2026 (a deputy came); 9 April 2026 (no apologies recorded)"
        in said
    )
    assert "please say so and the register will be corrected" in said


def test_nobody_gets_a_letter_about_meetings_they_were_not_on_the_roll_of() -> None:
    assert letter_facts(year({"Ann": "P"}), BOARD, "Ben", **YEAR) is None
