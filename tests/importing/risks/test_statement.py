"""Cause, event and effect out of a sentence, or from under labels."""

from __future__ import annotations

import pytest

from boarddesk.importing.risks.statement import part_of, read_statement

WHOLE = ("pay is low", "staff leave", "plans are late")


@pytest.mark.parametrize(
    "text",
    [
        "Because pay is low, there is a risk that staff leave, which would mean plans are late",
        "Because pay is low there is a risk that staff leave resulting in plans are late.",
        "There is a risk that staff leave due to pay is low, leading to plans are late.",
        "As a result of pay is low there is a risk of staff leave leading to plans are late",
        "IF pay is low THEN staff leave RESULTING IN plans are late",
        "Cause: pay is low\nEvent: staff leave\nEffect: plans are late",
        "Risk: staff leave. Cause: pay is low. Impact: plans are late.",
        "CAUSE\npay is low\nRISK\nstaff leave\nCONSEQUENCE\nplans are late",
        "Pay is low. There is a risk that staff leave. This could mean that plans are late.",
    ],
)
def test_the_three_parts_are_told_apart(text: str) -> None:
    read = read_statement(text)
    got = (read.cause.lower(), read.event, read.effect.removeprefix("mean that ").removeprefix("mean "))
    assert got == WHOLE


def test_two_parts_are_two() -> None:
    read = read_statement("If the supplier fails, then the system stops")
    assert (read.cause, read.event, read.effect) == ("", "the supplier fails", "the system stops")
    read = read_statement("Rough sleeping grows. Consequence: harm")
    assert (read.cause, read.event, read.effect) == ("", "Rough sleeping grows", "harm")


def test_a_plain_risk_is_in_no_parts() -> None:
    read = read_statement("There is a risk of challenge from families")
    assert not read.in_parts
    assert read.rest == "There is a risk of challenge from families"


def test_a_part_loses_the_words_that_lead_to_it() -> None:
    assert part_of("There is a risk that staff leave") == "staff leave"
    assert part_of("Because pay is low") == "pay is low"
    assert part_of("resulting in late plans.") == "late plans"
