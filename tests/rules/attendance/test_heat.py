"""The heat map: figures of each row at each meeting, the newest kept."""

from __future__ import annotations

from datetime import date

from tests.rules.rolls import BOARD, register, row, year

from boarddesk.rules.attendance.assembly import attendance_report
from boarddesk.rules.attendance.figures import Figure
from boarddesk.rules.attendance.groups import By, count
from boarddesk.rules.attendance.heat import MOST_MEETINGS, heat, heat_of_registers
from boarddesk.rules.people import Role

MARKS = {"Ann": "PXN", "Ben": "PPD", "Cal": "XA "}
ORGS = {"Ann": "Council", "Ben": "Council", "Cal": "Trust"}


def test_each_organisation_has_its_figure_at_each_meeting() -> None:
    registers = year(MARKS, org=ORGS)
    rows = attendance_report(count(registers, By.ORGANISATION), [BOARD]).members
    found = heat_of_registers(rows, registers, By.ORGANISATION, most=3)
    assert found.heads == ("9\nJan", "9\nFeb", "9\nMar")
    assert [(row.name, row.figures) for row in found.rows] == [
        ("Council", (Figure(2, 2), Figure(1, 2), Figure(1, 1))),
        ("Trust", (Figure(0, 1), Figure(0, 1), Figure(0, 0))),
    ]
    assert found.finding == "Seats filled at each of three meetings; least by Trust, 0 of 2."


def test_only_the_newest_meetings_are_kept() -> None:
    heads = [str(date(2020, 1, 1).replace(year=2020 + at)) for at in range(MOST_MEETINGS + 2)]
    found = heat([], heads, lambda _place, _group: Figure(0, 0))
    assert found.heads == tuple(heads[2:])
    assert found.finding == "Seats filled at each of the newest 24 of 26 meetings."


def test_advisers_and_members_are_added_up_apart() -> None:
    rows = [row("Ann", "P"), row("Ben", "A", org="Trust"), row("Ida", "P", org="Agency", role=Role.ADVISER)]
    report = attendance_report(count([register(date(2026, 1, 9), rows)], By.PERSON), [BOARD])
    assert (report.total.representation, report.advisers.representation) == (Figure(1, 2), Figure(1, 1))
    assert (report.total.tally.seat, report.advisers.tally.seat) == (Figure(1, 2), Figure(1, 1))
    assert report.advisers.target is None
