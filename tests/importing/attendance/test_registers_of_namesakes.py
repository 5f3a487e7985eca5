"""Registers in which a name is not yet a person: two of one name, and one written in two ways."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.registers.register import Mark

DAYS = (date(2026, 1, 13), date(2026, 2, 10))


def read(folder: Path, *sheets: list[tuple[str, ...]]) -> FoundRegisters:
    """Sheets of a workbook: the headings beside the names, then a line a person with two letters."""
    book = Workbook()
    for at, (headings, *lines) in enumerate(sheets):
        sheet = book.active if not at else book.create_sheet(f"Sheet {at}")
        assert sheet is not None
        days = [day.replace(year=day.year + at) for day in DAYS]
        sheet.append((*headings, *days))
        for line in lines:
            sheet.append(line)
    book.save(folder / "register.xlsx")
    return read_registers(read_tables(folder / "register.xlsx"))


def test_one_person_written_in_two_ways_is_one_line_that_says_so(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [("Name",), ("Hale, Ann", "P", "A"), ("Dr Dev Rao", "P", "P"), ("Mary Smith-Jones", "P", "P")],
        [("Name",), ("Ann Hale", "P", "P"), ("Dev Rao", "P", "A"), ("Mary Smith Jones", "P", "P")],
    )
    assert [(one.name, one.spellings) for one in found.members] == [
        ("Ann Hale", ("Hale, Ann",)),
        ("Dr Dev Rao", ("Dev Rao",)),
        ("Mary Smith-Jones", ("Mary Smith Jones",)),
    ]


def test_an_organisation_in_other_words_on_the_next_sheet_is_no_second_seat(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        [("Name", "Organisation"), ("Ann Hale", "Northmoor Council", "P", "A")],
        [("Name", "Organisation"), ("HALE, Ann", "Northmoor County Council", "P", "P")],
    )
    assert [(one.name, one.organisation) for one in found.members] == [("Ann Hale", "Northmoor Council")]


def test_a_name_without_organisation_is_on_nobodys_seat_where_the_document_has_two_of_it(
    tmp_path: Path,
) -> None:
    found = read(
        tmp_path,
        [("Name",), ("Jane Smith", "P", "A")],
        [("Name", "Organisation"), ("Jane Smith", "Council", "P", "P"), ("Jane Smith", "Forum", "X", "P")],
    )
    assert [one.organisation for one in found.members] == ["", "Council", "Forum"]


def test_a_list_with_the_surname_first_is_kept_first_name_first(tmp_path: Path) -> None:
    lines = [("Hale, Ann", "P", "P"), ("Moor, Ben", "P", "P"), ("Smith Jones, Mary", "P", "P")]
    found = read(tmp_path, [("Name",), *lines])
    assert [one.name for one in found.members] == ["Ann Hale", "Ben Moor", "Mary Smith Jones"]


def test_two_with_contradicting_titles_are_two(tmp_path: Path) -> None:
    found = read(tmp_path, [("Name",), ("Mr J Hale", "P", "P"), ("Mrs J Hale", "A", "P")])
    assert [one.name for one in found.members] == ["Mr J Hale", "Mrs J Hale"]
    assert found.leftovers == ()


def test_a_second_line_after_a_change_of_post_is_the_same_seat_and_said(tmp_path: Path) -> None:
    heads = ("Name", "Organisation", "Post")
    for first, second in ((("P", ""), ("", "A")), (("P", "N"), ("N", "A"))):
        before, after = (
            ("Ann Hale", "Council", "Head of SEND", *first),
            ("Hale, Ann", "Council", "Director", *second),
        )
        for lines in ((before, after), (after, before)):
            found = read(tmp_path, [heads, *lines])
            assert [(one.name, one.seat_title) for one in found.members] == [("Ann Hale", "Director")]
            assert [[mark.mark for mark in one.marks] for one in found.meetings] == [
                [Mark.PRESENT],
                [Mark.APOLOGIES],
            ]
            [said] = [one.why for one in found.leftovers]
            assert "one seat, now as “Director”" in said


def test_a_post_changed_on_the_next_sheet_is_no_second_seat(tmp_path: Path) -> None:
    heads = ("Name", "Organisation", "Post")
    found = read(
        tmp_path,
        [heads, ("Ann Hale", "Council", "Head of SEND", "P", "A")],
        [heads, ("Ann Hale", "Council", "Director", "P", "X")],
    )
    assert [one.seat_title for one in found.members] == ["Director"]
    assert sum(len(one.marks) for one in found.meetings) == 4


def test_two_posts_at_one_meeting_or_without_organisation_stay_two(tmp_path: Path) -> None:
    heads = ("Name", "Organisation", "Post")
    for place, marks in (("Council", ("P", "X")), ("", ("", "X"))):
        first = ("Ann Hale", place, "Head of SEND", "P", "")
        found = read(tmp_path, [heads, first, ("Ann Hale", place, "Director", *marks)])
        assert len(found.members) == 2


def test_two_lines_of_one_seat_that_meet_are_still_asked_about(tmp_path: Path) -> None:
    found = read(
        tmp_path, [("Name", "Organisation"), ("Ann Hale", "ICB", "P", "P"), ("Ann Hale", "ICB", "", "X")]
    )
    assert any("stands twice" in one.why for one in found.leftovers)
    assert [mark.mark for one in found.meetings for mark in one.marks] == [Mark.PRESENT, None]
