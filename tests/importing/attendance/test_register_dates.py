"""The days of a register are read however they are written, in one order and the right year, or asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.importing.documents import Value, workbook

from boarddesk.importing.attendance.registers import read_registers
from boarddesk.importing.tables.grid import Cell, Grid, SourceKind, SourceTables
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.imports.contents import FoundRegisters
from boarddesk.rules.refused import FileProblem

DAYS = [date(2026, 1, 13), date(2026, 2, 10), date(2026, 3, 10), date(2026, 4, 14)]
ISO = [one.isoformat() for one in DAYS]
PEOPLE = ["Ann Hale", "Bob Moor", "Cara Finch", "Dev Rao", "Ewa Lund", "Femi Ade", "Gus Tarn", "Hana Sato"]


def registers(tmp_path: Path, *rows: Sequence[Value], sheet: str = "Register") -> FoundRegisters:
    return read_registers(read_tables(workbook(tmp_path / "register.xlsx", {sheet: rows})))


def written(*rows: Sequence[str], name: str = "register.csv") -> FoundRegisters:
    cells = tuple(tuple(Cell((one,) if one else ()) for one in row) for row in rows)
    return read_registers(SourceTables(name, SourceKind.CSV, (Grid(1, cells),)))


def days(found: FoundRegisters) -> list[str]:
    return [one.date for one in found.meetings]


def whys(found: FoundRegisters) -> list[str]:
    return [one.why for one in found.leftovers]


# Dates beside the names ------------------------------------------------------------------------------------

BESIDE: dict[str, Value] = {
    "Term ends": date(2028, 8, 31), "Joined": "1 Sep 2024", "Attended": "3/4", "Attended (of 4)": "3 of 4",
    "%": "75%", "Present": 3, "Share": "0.75", "Since": "09/2024", "Appointed": "2024-09-01",
    "Staff no": 46035, "Attended to 31/03/2026": 3, "As at 10 Mar 2026": "75%", "Possible": "4",
}  # fmt: skip


@pytest.mark.parametrize("heading", BESIDE)
@pytest.mark.parametrize("where", ["before", "after"])
def test_a_column_of_dates_or_figures_beside_the_names_does_not_turn_the_table(
    tmp_path: Path, heading: str, where: str
) -> None:
    value = BESIDE[heading]
    head: list[Value] = [heading, *DAYS] if where == "before" else [*DAYS, heading]
    lines = [[name, value, *"PPAX"] if where == "before" else [name, *"PPAX", value] for name in PEOPLE]
    found = registers(tmp_path, ["Name", *head], *lines)
    assert [one.name for one in found.members] == PEOPLE
    assert days(found) == ISO
    assert {len(one.marks) for one in found.meetings} == {8}


def test_dates_beside_the_names_outnumber_one_meeting_and_turn_nothing(tmp_path: Path) -> None:
    lines: list[list[Value]] = [
        [name, date(2024, 1, at + 1), date(2027, 1, at + 1), "P"] for at, name in enumerate(PEOPLE)
    ]
    found = registers(tmp_path, ["Name", "From", "To", DAYS[0]], *lines)
    assert ([one.name for one in found.members], days(found)) == (PEOPLE, ISO[:1])


@pytest.mark.parametrize("heading", ["13-14 Jan 2026", "13 & 14 January 2026", "13 to 14 Jan 2026"])
def test_a_heading_of_two_days_is_asked_about(heading: str) -> None:
    found = written(["Name", heading, "10 Feb 2026"], ["Ann Hale", "P", "A"])
    assert days(found) == ISO[1:2]
    assert whys(found) == ["two days stand in its heading, so this meeting was not read"]


def test_so_it_is_when_meetings_go_down(tmp_path: Path) -> None:
    found = registers(
        tmp_path,
        ["Date", *PEOPLE],
        ["Term ends", *[date(2028, 8, 31)] * 8],
        *([day, *"PAPAPAPX"] for day in DAYS),
        ["Attended", *["3/4"] * 8],
    )
    assert [one.name for one in found.members] == PEOPLE
    assert days(found) == ISO


@pytest.mark.parametrize("below", [True, False])
def test_a_row_of_other_dates_is_neither_the_meetings_nor_a_person(below: bool) -> None:
    head = ["Name", "13/01/2026", "10/02/2026", "10/03/2026", "14/04/2026"]
    due = ["Papers due", "06/01/2026", "03/02/2026", "03/03/2026", "07/04/2026"]
    found = written(*([head, due] if below else [due, head]), ["Ann Hale", *"PPAP"], ["Bob Moor", *"PAPP"])
    assert (days(found), [one.name for one in found.members]) == (ISO, ["Ann Hale", "Bob Moor"])
    assert [one.text.partition(" |")[0] for one in found.leftovers] == ["Papers due"]


def test_marks_under_no_date_are_said_to_be_a_meeting_that_was_not_read() -> None:
    found = written(["Name", "13/01/2026", "", "Extraordinary meeting"], ["Ann Hale", "P", "A", "P"])
    unread = "so no meeting was read here; if it is one, write its day above"
    assert [(one.text, one.why) for one in found.leftovers] == [
        (text, f"no date stands over this mark, {unread}")
        for text in ("no heading: A", "Extraordinary meeting: P")
    ]


# The year --------------------------------------------------------------------------------------------------

SPLIT = ["9 Sep", "11 Nov", "13 Jan", "10 Mar"]
SPLIT_ISO = ["2025-09-09", "2025-11-11", "2026-01-13", "2026-03-10"]
NAMES = [
    "2025-26", "2025/26", "25/26", "2025–26", "2025/2026", "2025 to 2026", "Academic year 2025/26",
    "Attendance, September 2025 to July 2026", "SEND Board 25/26 as at 31 March 2026",
    "SIB attendance 2025/26", "SEND Board 2025-2026", "Register 2025_26",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "heads", [SPLIT, ["9/9", "11/11", "13/1", "10/3"], ["9th September", "Tue 11 Nov", "13-Jan", "10 March"]]
)
def test_a_year_over_a_years_end_gives_both_years_in_order(name: str, heads: list[str]) -> None:
    people = (["Ann Hale", "P", "P", "A", "P"], ["Bob Moor", "P", "A", "P", "P"])
    table = (["Name", *heads], *people)
    assert days(written([name, "", "", "", ""], *table)) == SPLIT_ISO
    assert days(written(*table, name=f"{name.replace('/', '-')}.csv")) == SPLIT_ISO
    down = (["Name", *reversed(heads)], *people)
    assert days(written([name, "", "", "", ""], *down)) == SPLIT_ISO


def test_a_sheets_name_gives_the_year(tmp_path: Path) -> None:
    found = registers(tmp_path, ["Name", *SPLIT], ["Ann Hale", *"PPAP"], sheet="Attendance 2025-26")
    assert days(found) == SPLIT_ISO
    assert found.meetings[2].notes == ("“13 Jan” is read as 13 January 2026.",)


@pytest.mark.parametrize(
    ("title", "heads"),
    [
        ("Attendance", SPLIT),
        ("Attendance 2025", SPLIT),
        ("Attendance 2025-26", ["14 Apr", "9 Jun"]),
        ("Attendance 2025-26", ["13 Jan", "9 Sep", "13 Jan"]),
        ("Attendance 2025-26 and 2026-27", SPLIT),
        ("Attendance 2024, 2025", ["13 Jan", "10 Feb"]),
    ],
)
def test_where_two_readings_are_left_no_date_is_read_and_the_refusal_says_why(
    title: str, heads: list[str]
) -> None:
    blank = [""] * len(heads)
    with pytest.raises(FileProblem) as refused:
        written([title, *blank], ["Name", *heads], ["Ann Hale", *["P"] * len(heads)])
    assert "Dates without a year stand there: “" in refused.value.sentence


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Financial year 2025/26", ["2025-04-14", "2025-06-09"]),
        ("Academic year 2025/26", ["2026-04-14", "2026-06-09"]),
    ],
)
def test_the_kind_of_year_decides_where_its_dates_do_not(title: str, expected: list[str]) -> None:
    assert days(written([title, "", ""], ["Name", "14 Apr", "9 Jun"], ["Ann Hale", "P", "P"])) == expected


def test_years_over_their_columns_and_dates_leading_up_to_one_with_a_year() -> None:
    over = written(["", "2025", "2025", "2026", "2026"], ["Name", *SPLIT], ["Ann Hale", *"PPAP"])
    assert days(over) == SPLIT_ISO
    led = written(["Name", "9 Sep", "11 Nov", "13 Jan 2026", "10 Mar"], ["Ann Hale", *"PPAP"])
    assert days(led) == SPLIT_ISO


@given(st.integers(2021, 2034), st.sets(st.integers(0, 364), min_size=2, max_size=8), st.sampled_from([4, 9]))
def test_a_year_of_meetings_without_years_is_read_as_it_was_or_asked(
    year: int, offsets: set[int], begins: int
) -> None:
    meetings = [date(year, begins, 1) + timedelta(days=one) for one in sorted(offsets)]
    assume(all((one.month, one.day) != (2, 29) for one in meetings))
    heads = [f"{one.day} {one:%b}" for one in meetings]
    title = f"Attendance {year}/{(year + 1) % 100:02}"
    try:
        read = days(written([title, *[""] * len(heads)], ["Name", *heads], ["Ann Hale", *["P"] * len(heads)]))
    except FileProblem:
        return
    assert read == [one.isoformat() for one in meetings]


# Day and month ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "form", ["{m:02}/{d:02}/{y}", "{m}/{d}/{y}", "{m:02}/{d:02}/{s:02}", "{m}-{d}-{y}", "{m}.{d}.{y} 10:00"]
)
def test_month_first_dates_are_read_so_all_of_them(form: str) -> None:
    heads = [form.format(d=one.day, m=one.month, y=one.year, s=one.year % 100) for one in DAYS]
    found = written(["Name", *heads], ["Ann Hale", *"PPAP"], ["Bob Moor", *"PAPP"])
    assert days(found) == ISO
    assert found.meetings[1].notes == (f"The heading {heads[1]} is read as 10 February 2026.",)


def test_one_sheet_shows_the_order_of_the_others() -> None:
    sheets = [["01/13/2026", "02/10/2026"], ["03/10/2026", "04/07/2026"]]
    grids = tuple(
        Grid(
            at,
            tuple(tuple(Cell((one,)) for one in row) for row in (["Name", *heads], ["Ann Hale", "P", "P"])),
        )
        for at, heads in enumerate(sheets, 1)
    )
    found = read_registers(SourceTables("r.csv", SourceKind.CSV, grids))
    assert days(found) == ["2026-01-13", "2026-02-10", "2026-03-10", "2026-04-07"]


def test_two_orders_in_one_row_are_asked_about_never_half_read() -> None:
    with pytest.raises(FileProblem, match="days and months stand in two orders"):
        written(["Name", "13/01/2026", "02/10/2026", "03/24/2026"], ["Ann Hale", *"PPA"])


@pytest.mark.parametrize(
    "heads", [["01/06/2026", "02/03/2026", "03/10/2026", "04/07/2026"], ["9.8.26", "10.6.26"]]
)
def test_dates_that_go_up_only_with_the_month_first_are_asked_about(heads: list[str]) -> None:
    with pytest.raises(FileProblem, match="in order only with the month first"):
        written(["Name", *heads], ["Ann Hale", *["P"] * len(heads)])


def test_real_dates_that_a_spreadsheet_may_have_swapped_are_asked_about(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="days and months stand in two orders"):
        registers(
            tmp_path, ["Name", "01/13/2026", date(2026, 10, 2), date(2026, 10, 3)], ["Ann Hale", *"PPA"]
        )


some_days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(
    st.lists(some_days, min_size=1, max_size=8, unique=True),
    st.booleans(),
    st.sampled_from("/.-"),
    st.booleans(),
)
def test_a_row_of_numbers_is_read_in_one_order_or_not_at_all(
    meetings: list[date], month_first: bool, sign: str, short: bool
) -> None:
    parts = "%m %d" if month_first else "%d %m"
    heads = [one.strftime(f"{parts} {'%y' if short else '%Y'}").replace(" ", sign) for one in meetings]
    try:
        read = days(written(["Name", *heads], ["Ann Hale", *["P"] * len(heads)]))
    except FileProblem:
        read = []
    straight = sorted(one.isoformat() for one in meetings)
    swapped = [date(one.year, one.day, one.month) for one in meetings if one.day <= 12]
    said = any(one.day > 12 for one in meetings)
    as_days = [(one.year, one.month, one.day) for one in meetings]
    as_months = [(one.year, one.day, one.month) for one in meetings]
    up, up_swapped = (
        each == sorted(each) for each in ((as_months, as_days) if month_first else (as_days, as_months))
    )
    if not said and up_swapped and not up:
        assert read == []
    elif said or not month_first:
        assert read == straight
    else:
        assert read == sorted(one.isoformat() for one in swapped)


# Other ways to write a day ---------------------------------------------------------------------------------

FORMS = [
    "%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d%m%Y", "%d %B %Y", "%a %d %b %Y",
    "%d-%b-%y", "%Y-%m-%dT10:00:00", "%Y-%m-%d 10:00", "%d/%m/%Y 10:00", "%d/%m/%Y, 10am", "%d %b %Y 10.00am",
]  # fmt: skip


@given(st.lists(some_days, min_size=2, max_size=5, unique=True), st.sampled_from(FORMS))
def test_every_way_to_write_a_day_gives_the_day(meetings: list[date], form: str) -> None:
    heads = [one.strftime(form) for one in meetings]
    found = written(["Name", *heads], ["Ann Hale", *["P"] * len(heads)], ["Bob Moor", *["A"] * len(heads)])
    assert days(found) == sorted(one.isoformat() for one in meetings)
    assert {one.time for one in found.meetings} == {"10:00" if "10" in form else ""}


def test_plain_serial_numbers_are_days_and_that_is_said(tmp_path: Path) -> None:
    found = registers(
        tmp_path, ["Name", 46035, 46063, 46091, 46126], ["Ann Hale", *"PPAP"], ["Bob Moor", *"PAPP"]
    )
    assert days(found) == ISO
    assert found.meetings[0].notes == ("The heading 46035 is read as 13 January 2026.",)


@pytest.mark.parametrize("pattern", ["dd/mm/yyyy hh:mm", "dd/mm/yyyy"])
def test_two_meetings_a_day_are_two_whether_their_times_are_shown_or_not(
    tmp_path: Path, pattern: str
) -> None:
    path = tmp_path / "r.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet, look = book.add_worksheet("Register"), book.add_format({"num_format": pattern})
    sheet.write(0, 0, "Name")
    for at, moment in enumerate(
        (datetime(2026, 1, 13, 10), datetime(2026, 1, 13, 14), datetime(2026, 2, 10, 9, 50)), 1
    ):
        sheet.write_datetime(0, at, moment, look)
    sheet.write_row(1, 0, ["Ann Hale", "P", "A", "P"])
    book.close()
    found = read_registers(read_tables(path))
    assert [(one.date, one.time) for one in found.meetings] == [
        ("2026-01-13", "10:00"), ("2026-01-13", "14:00"), ("2026-02-10", "09:50")
    ]  # fmt: skip
    assert whys(found) == []
