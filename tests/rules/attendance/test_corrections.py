"""What a correction changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.rules.rolls import BOARD, register, row, with_marks, year

from boarddesk.rules.attendance.corrections import figure_changes
from boarddesk.rules.attendance.groups import By
from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import Mark


def test_every_figure_a_corrected_mark_changes_is_named_before_and_after() -> None:
    before = year({"Ann": "PPP", "Ben": "PPX"})
    after = [*before[:2], with_marks(before[2], {"Ben": Mark.DEPUTY})]
    changes = figure_changes(before, after, [BOARD])
    assert [(one.by, one.figure) for one in changes] == [
        (By.BOARD, "seat"),
        (By.MEETING, "seat"),
        (By.ORGANISATION, "seat"),
        (By.SEAT, "seat"),
        (By.PERSON, "seat"),
    ]
    assert changes[0].sentence == "SEND Improvement Board, members, seat: 5 of 6 · 83% → 6 of 6 · 100%"
    assert changes[0].crosses_target


def test_a_figure_says_whether_it_is_of_members_or_of_advisers() -> None:
    before = [register(date(2026, 6, 9), [row("Ann"), row("Ian", "X", role=Role.ADVISER)])]
    changes = figure_changes(before, [with_marks(before[0], {"Ian": Mark.PRESENT})], [BOARD])
    assert {one.whose for one in changes} == {
        "SEND Improvement Board, advisers",
        "SIB 2026/27 · 06, advisers",
        "Council, advisers",
        "Seat of Ian, advisers",
        "Ian, advisers",
    }


def test_a_correction_that_changes_no_figure_says_nothing() -> None:
    before = year({"Ann": "PP"})
    after = [before[0], with_marks(before[1], {"Ann": Mark.REMOTE})]
    assert figure_changes(before, after, [BOARD]) == ()


def test_a_register_taken_out_of_the_count_changes_the_figures_too() -> None:
    before = year({"Ann": "PX"})
    changes = figure_changes(before, [before[0], replace(before[1], closed=False)], [BOARD])
    assert {one.sentence for one in changes if one.by is By.PERSON} == {
        "Ann, personal: 1 of 2 · 50% → 1 of 1 · 100%",
        "Ann, seat: 1 of 2 · 50% → 1 of 1 · 100%",
    }
