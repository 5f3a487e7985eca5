"""Lists of calls as people paste them, from the programs that write them."""

from __future__ import annotations

import pytest
from tests.rules.names.pasted import match_names
from tests.shared_cases import shared_case

from boarddesk.rules.names.lists import read_names
from boarddesk.rules.people import Person
from boarddesk.rules.registers.call_times import Hours, part_of

KNOWN = {
    name: Person(name, name)
    for name in (
        "Ann Hale", "Dev Rao", "Anna van Dijk", "Mary Smith Jones", "Priya Hale-Moor", "Søren Ødegård",
        "Nguyễn Thị Mai", "Mohammed Al-Sayed", "Sukarno",
    )
}  # fmt: skip


def _pasted(name: str) -> str:
    return shared_case("registers", name).read_text("utf-8")


def _said(text: str) -> list[tuple[str | None, list[str]]]:
    """Who each name certainly is, and whom it may be."""
    found = match_names(text, list(KNOWN.values()))
    return [
        (match.person.name if match.person else None, [one.person.name for one in match.candidates])
        for _, match in found
    ]


def test_a_zoom_export_with_meeting_data_lists_those_on_the_call() -> None:
    assert _said(_pasted("k12-zoom-export-with-meeting-data.txt")) == [
        ("Ann Hale", []),
        (None, ["Anna van Dijk"]),
    ]


def test_display_names_of_the_nhs_are_one_name_a_line() -> None:
    assert _said(_pasted("k13-nhs-display-names.txt")) == [
        ("Anna van Dijk", []),
        ("Mary Smith Jones", []),
        ("Ann Hale", []),
    ]


@pytest.mark.parametrize("name", ["k14-meet-report.txt", "k14-teams-older-download.txt"])
def test_whoever_came_late_by_the_times_of_a_report_was_there_for_part(name: str) -> None:
    hours = Hours("14:00", "15:35")
    parts = {one.name: part_of(one.stays, hours) for one in read_names(_pasted(name)).names}
    assert parts["Dev Rao"] is None
    ann = parts["Ann Hale"]
    assert ann is not None and ann.part_from == "15:15"


def test_everybody_known_is_offered_and_a_telephone_number_is_said() -> None:
    text = _pasted("k15-names-not-offered.txt")
    said = _said(text)
    meant = [sure or offered[0] for sure, offered in said]
    assert meant == ["Priya Hale-Moor", "Priya Hale-Moor", *list(KNOWN)[5:]]
    assert said[-1] == ("Sukarno", [])
    assert read_names(text).left_aside == ("+44 7700 900123",)
