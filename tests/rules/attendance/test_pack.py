"""What stands in a published copy and in the members' own: marks, names, and what is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.reports import attendance_packs as packs
from tests.rules.rolls import register, row

from boarddesk.rules.attendance.pack import letters, rows_of, shown_name, under_name
from boarddesk.rules.people import Role
from boarddesk.rules.registers.register import Standing

PACK = packs.pack()
MARGARET = PACK.people.rows[0]


@pytest.mark.parametrize(
    ("left_out", "published"),
    [
        ({}, False),
        ({"names": False}, True),
        ({"percentages": False}, True),
        ({"for_publication": True}, True),
    ],
)
def test_a_copy_asked_for_as_one_or_with_something_left_out_is_published(
    left_out: dict[str, bool], published: bool
) -> None:
    changed = {"names": True, "percentages": True, "for_publication": False, **left_out}
    copy = replace(
        PACK,
        names=changed["names"],
        percentages=changed["percentages"],
        for_publication=changed["for_publication"],
    )
    assert copy.is_published is published


def test_only_closed_registers_of_meetings_held_make_the_figures() -> None:
    assert [one.meeting.date for one in PACK.counting_registers] == list(packs.DAYS)


def test_the_letters_of_a_row_are_its_marks_at_that_meeting() -> None:
    assert letters(MARGARET, PACK.registers[0]) == "P" and letters(MARGARET, PACK.registers[4]) == "V"
    assert letters(MARGARET, register(packs.DAYS[0], [row("Somebody else")])) == "–"
    rows = PACK.registers[0].rows
    hers = next(each for each in rows if each.person == MARGARET.name)
    twice = replace(PACK.registers[0], rows=(hers, replace(hers, mark=None, seat_id="other")))
    assert letters(MARGARET, twice) == "P ·"
    as_adviser = replace(PACK.registers[0], rows=(replace(hers, role=Role.ADVISER),))
    assert letters(MARGARET, as_adviser) == "–"


def test_without_names_the_seat_is_the_name_and_the_organisation_stands_below() -> None:
    assert (shown_name(MARGARET, names=True), under_name(MARGARET, names=True)) == (
        "Margaret Oduya",
        "Chair, independent",
    )
    assert (shown_name(MARGARET, names=False), under_name(MARGARET, names=False)) == (
        "Chair, independent",
        "Independent",
    )
    untitled = replace(MARGARET, seat_title="")
    assert (shown_name(untitled, names=False), under_name(untitled, names=False)) == ("Independent", "")
    assert shown_name(replace(untitled, organisation=""), names=False) == "Member"


def test_members_and_advisers_are_reported_apart() -> None:
    members = rows_of(PACK.people, Standing.MEMBERS)
    advisers = rows_of(PACK.people, Standing.ADVISERS)
    assert (len(members), len(advisers)) == (len(packs.PEOPLE), len(packs.ADVISERS))
    assert {*members} & {*advisers} == set()


def test_a_copy_is_for_members_until_it_is_asked_for_as_published() -> None:
    pack = packs.pack()
    assert not pack.is_published
    assert replace(pack, for_publication=True).is_published
    assert replace(pack, percentages=False).is_published and replace(pack, names=False).is_published
