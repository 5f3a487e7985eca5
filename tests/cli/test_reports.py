"""Documents from the terminal: written, issued, refused."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from icalendar import Calendar, Event
from openpyxl import load_workbook
from tests.cli.conftest import TODAY, Call, tables_of

from boarddesk.records.boards import board_named
from boarddesk.records.documents import issued, word_of
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting, meeting, meeting_of_key, move_meeting, set_state
from boarddesk.records.people import people, update_person
from boarddesk.rules.meetings.meeting import MeetingState, meeting_key
from boarddesk.rules.wording import day


def headings(path: Path) -> list[str]:
    return [
        one.text for one in Document(str(path)).paragraphs if one.style and "eading" in str(one.style.name)
    ]


def test_the_whole_boards_report_has_a_section_for_every_area(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "highlight.docx"
    said = boarddesk("report", "highlight", sample, "--out", out)
    assert (said.status, said.err) == (0, "")
    assert str(out) in said.out
    assert [number for number in "123456" if any(f"Area {number}" in one for one in headings(out))] == list(
        "123456"
    )


def test_one_areas_report_is_about_that_area(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "area.docx"
    boarddesk("report", "highlight", sample, "--area", "4", "--out", out)
    assert headings(out)[0].startswith("Area 4")
    assert not any("Area 5" in one for one in headings(out))


def test_the_twin_for_the_web_says_the_same(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "area.html"
    boarddesk("report", "highlight", sample, "--area", "4", "--out", out)
    text = out.read_text("utf-8")
    assert text.casefold().startswith("<!doctype html>")
    assert "Area 4" in text


@pytest.mark.parametrize(
    "wrong",
    [("--area", "9"), ("--meeting", "SIB-1990-01"), ("--board", "XYZ")],
)
def test_what_is_not_there_is_refused_and_nothing_is_written(
    wrong: tuple[str, str], boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "highlight.docx"
    said = boarddesk("report", "highlight", sample, "--out", out, *wrong)
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert wrong[1] in said.err
    assert not out.exists()


def test_a_form_it_does_not_have_is_refused(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    said = boarddesk("report", "highlight", sample, "--out", tmp_path / "highlight.xlsx")
    assert said.status == 1
    assert ".docx or .html" in said.err


def test_an_empty_office_has_nothing_to_report_and_says_what_to_do(boarddesk: Call, tmp_path: Path) -> None:
    boarddesk("new", tmp_path / "a.boarddesk")
    said = boarddesk("report", "highlight", tmp_path / "a.boarddesk", "--out", tmp_path / "h.docx")
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert "plan" in said.err


def test_a_draft_leaves_the_office_as_it_was(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    before = sample.read_bytes()
    boarddesk("report", "highlight", sample, "--out", tmp_path / "h.docx")
    assert sample.read_bytes() == before


def test_an_issued_report_is_kept_as_it_went_out_and_numbered(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "h.docx"
    call = ("report", "highlight", sample, "--area", "4", "--out", out, "--issue")
    assert "version 1" in boarddesk(*call).out
    with OfficeFile.open(sample, read_only=True) as file:
        (kept,) = issued(file)
        assert word_of(file, kept.id) == out.read_bytes()
    assert "version 2" in boarddesk(*call).out


def test_an_issue_that_cannot_be_saved_is_not_kept(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    before = tables_of(sample)
    out = tmp_path / "no" / "such" / "folder" / "h.docx"
    said = boarddesk("report", "highlight", sample, "--out", out, "--issue")
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert tables_of(sample) == before


def test_a_written_document_is_a_whole_package(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    boarddesk("report", "highlight", sample, "--out", tmp_path / "h.docx")
    with zipfile.ZipFile(tmp_path / "h.docx") as parts:
        assert parts.testzip() is None
        assert "word/document.xml" in parts.namelist()


@pytest.mark.parametrize("ending", ["docx", "html", "xlsx"])
def test_attendance_is_written_in_each_of_its_forms(
    boarddesk: Call, sample: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"attendance.{ending}"
    said = boarddesk("report", "attendance", sample, "--board", "SIB", "--out", out)
    assert (said.status, said.err) == (0, "")
    assert out.stat().st_size > 5000


def test_the_attendance_report_is_written_in_all_its_forms(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    for ending in (".docx", ".html", ".xlsx"):
        out = tmp_path / f"attendance{ending}"
        assert boarddesk("report", "attendance", sample, "--board", "SIB", "--out", out).status == 0
        assert out.stat().st_size > 1000


def test_a_published_copy_leaves_the_percentages_out(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    call = ("report", "attendance", sample, "--board", "SIB", "--out")
    boarddesk(*call, tmp_path / "member.html")
    boarddesk(*call, tmp_path / "published.html", "--copy", "published")
    cells = [(tmp_path / name).read_text("utf-8").count("%</") for name in ("member.html", "published.html")]
    assert cells[0] > cells[1]


ATTENDANCE = ("report", "attendance")


def published(boarddesk: Call, sample: Path, out: Path, *choices: str) -> str:
    call = (*ATTENDANCE, sample, "--board", "SIB", "--out", out, "--copy", "published", *choices)
    assert boarddesk(*call).status == 0
    return out.read_text("utf-8")


def test_a_published_copy_is_with_names_and_without_percentages_unless_told(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.html"
    usual = published(boarddesk, sample, out)
    assert "Published copy" in usual and "Margaret Ashdown" in usual
    assert "%<" not in usual and "Headroom" not in usual
    roles = published(boarddesk, sample, out, "--names", "roles")
    assert "Margaret Ashdown" not in roles and "Wendy Arkwright" not in roles and "Independent chair" in roles
    full = published(boarddesk, sample, out, "--names", "people", "--percentages", "yes")
    assert "Published copy" in full and "Margaret Ashdown" in full and "Headroom to 90%" in full


def test_what_a_published_copy_leaves_out_is_not_of_a_members_copy(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    for choice in (("--names", "roles"), ("--percentages", "no")):
        said = boarddesk(*ATTENDANCE, sample, "--out", tmp_path / "a.docx", *choice)
        assert (said.status, said.out) == (2, "")
        assert "--copy published" in said.err
    assert not (tmp_path / "a.docx").exists()


# The letter about somebody's attendance, and the sign-in sheet


def test_a_letter_is_about_the_person_named_as_people_write_names(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    for name in ("Margaret Ashdown", "ashdown, margaret"):
        out = tmp_path / "letter.html"
        said = boarddesk("report", "letter", sample, "--board", "SIB", "--person", name, "--out", out)
        assert (said.status, said.err) == (0, "")
        assert "Dear Margaret Ashdown," in out.read_text("utf-8")


def test_a_letter_is_dated_and_signed_by_the_chair_or_for_the_chair_by_somebody_else(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "letter.html"
    boarddesk("report", "letter", sample, "--board", "SIB", "--person", "Kevin Drury", "--out", out)
    page = out.read_text("utf-8")
    assert "<strong>Margaret Ashdown<br></strong>Chair of the SEND Improvement Board" in page
    assert "give their name to the board secretary, Wendy Arkwright, before the meeting" in page
    assert "Named now: Moira Stannard." in page
    boarddesk("report", "letter", sample, "--board", "SIB", "--person", "Margaret Ashdown", "--out", out)
    assert "<strong>Margaret Ashdown" not in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Nobody Atall", "Nobody on the registers of the SIB is called Nobody Atall."),
        ("Ashdown", "Did you mean Margaret Ashdown?"),
        ("Wendy Arkwright", "so there is nothing to write about"),
    ],
)
def test_a_letter_that_cannot_be_written_is_refused_in_a_sentence(
    name: str, says: str, boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "letter.docx"
    said = boarddesk("report", "letter", sample, "--board", "SIB", "--person", name, "--out", out)
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert says in said.err
    assert not out.exists()


def test_of_two_people_of_one_name_none_is_guessed(boarddesk: Call, tmp_path: Path) -> None:
    office, book = tmp_path / "a.boarddesk", tmp_path / "register.csv"
    book.write_text("Name,13/05/2024\nAda Brook,P\nBen Carr,P\n", "utf-8")
    boarddesk("new", office)
    boarddesk("import", "attendance", book, "--into", office, "--board", "SIB")
    with OfficeFile.open(office) as file:
        ben = next(one for one in people(file) if one.name == "Ben Carr")
        update_person(file, ben.id, name="Ada Brook")
    said = boarddesk("report", "letter", office, "--person", "Ada Brook", "--out", tmp_path / "l.docx")
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert "Several people" in said.err and not (tmp_path / "l.docx").exists()


def test_the_sign_in_sheet_is_of_the_meeting_named(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "sign-in.docx"
    said = boarddesk("report", "sign-in", sample, "--meeting", MEETING, "--out", out)
    assert (said.status, said.err) == (0, "")
    assert headings(out)[0].startswith("SEND Improvement Board: sign-in sheet")
    seats, guests = Document(str(out)).tables
    assert all(row.height and row.height.cm >= 0.9 for table in (seats, guests) for row in table.rows[1:])
    assert len(guests.rows) > max(6, len(seats.rows) // 2)


@pytest.mark.parametrize("words", ["letter --out a.docx", "sign-in --out a.docx"])
def test_a_letter_needs_a_person_and_a_sheet_a_meeting(
    words: str, boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    assert boarddesk("report", *words.split(), sample).status == 2


@pytest.mark.parametrize("across", ["meetings", "people"])
def test_a_workbook_has_meetings_or_people_across_and_is_read_in_again_either_way(
    across: str, boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out, other = tmp_path / "register.xlsx", tmp_path / "other.boarddesk"
    period = ("--from", "2026-04-01", "--to", "2027-03-31")
    call = ("report", "attendance", sample, "--board", "SIB", *period, "--across", across, "--out", out)
    assert boarddesk(*call).status == 0
    corner = [cell.value for cell in load_workbook(out)["As recorded"]["A"][:3]]
    assert (corner[1] == "Seat") is (across == "people")
    boarddesk("new", other)
    assert (
        "Not understood" not in boarddesk("import", "attendance", out, "--into", other, "--board", "SIB").out
    )
    shown = [
        {
            (row["name"], row["present"], row["deputy"], row["expected"], row["can_miss"])
            for row in boarddesk("attendance", file, "--board", "SIB", *period, "--json").json["rows"]
        }
        for file in (sample, other)
    ]
    assert shown[0] == shown[1]


def test_across_is_for_workbooks(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    said = boarddesk("report", "attendance", sample, "--across", "people", "--out", tmp_path / "a.docx")
    assert (said.status, said.err.count("\n")) == (1, 1) and ".xlsx" in said.err


def test_a_published_workbook_says_no_reason_and_no_deputy(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "register.xlsx"
    call = ("report", "attendance", sample, "--board", "SIB", "--out", out)
    boarddesk(*call)
    assert "As recorded" in load_workbook(out).sheetnames
    for choices in ((), ("--percentages", "yes"), ("--names", "roles")):
        boarddesk(*call, "--copy", "published", *choices)
        assert "As recorded" not in load_workbook(out).sheetnames


# The calendar file of a meeting

MEETING = "SIB-2026-03"


def event(path: Path) -> Event:
    (found,) = Calendar.from_ical(path.read_bytes()).events
    return found


def test_the_calendar_file_of_a_meeting_is_written(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "meeting.ics"
    said = boarddesk("report", "calendar", sample, "--meeting", MEETING, "--out", out)
    assert (said.status, said.err) == (0, "")
    assert str(event(out)["SUMMARY"]).startswith("SIB 2026/27 · 03")
    assert str(event(out)["SUMMARY"]) in said.out


def test_without_a_meeting_the_calendar_file_is_of_the_next(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "next.ics"
    assert boarddesk("report", "calendar", sample, "--board", "SIB", "--out", out).status == 0
    assert event(out)["DTSTART"].dt.date() == date(2026, 6, 9)


def test_a_moved_then_cancelled_meeting_keeps_its_identity_and_counts_up(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    written = [tmp_path / name for name in ("first.ics", "moved.ics", "cancelled.ics")]
    call = ("report", "calendar", sample, "--meeting", MEETING, "--out")
    boarddesk(*call, written[0])
    with OfficeFile.open(sample) as file:
        of = meeting_of_key(file, MEETING)
        move_meeting(file, of.id, of.date, start_time="09:15")
    boarddesk(*call, written[1])
    with OfficeFile.open(sample) as file:
        set_state(file, of.id, MeetingState.CANCELLED, today=of.date)
    boarddesk(*call, written[2])
    events = [event(path) for path in written]
    assert len({str(one["UID"]) for one in events}) == 1
    assert [one.sequence - events[0].sequence for one in events] == [0, 1, 2]
    assert [str(one["STATUS"]) for one in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert b"METHOD:CANCEL" in written[2].read_bytes()


def events(path: Path) -> list[Event]:
    return list(Calendar.from_ical(path.read_bytes()).events)


def test_a_year_of_meetings_is_one_file_with_those_that_were_cancelled(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    one, year = tmp_path / "one.ics", tmp_path / "year.ics"
    with OfficeFile.open(sample) as file:
        set_state(
            file, meeting_of_key(file, "SIB-2026-04").id, MeetingState.CANCELLED, today=date(2026, 6, 1)
        )
    said = boarddesk("report", "calendar", sample, "--board", "SIB", "--year", "2026/27", "--out", year)
    assert (said.status, said.err) == (0, "")
    found = events(year)
    assert f"Wrote “{len(found)} meetings”" in said.out
    assert [str(event["STATUS"]) for event in found][:2] == ["CONFIRMED", "CANCELLED"]
    assert all(date(2026, 6, 1) < event["DTSTART"].dt.date() < date(2027, 4, 1) for event in found)
    boarddesk("report", "calendar", sample, "--meeting", MEETING, "--out", one)
    assert (event(one)["UID"], event(one)["SEQUENCE"]) == (found[0]["UID"], found[0]["SEQUENCE"])


def test_every_meeting_to_come_of_all_boards_goes_into_one_file(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "all.ics"
    assert boarddesk("report", "calendar", sample, "--out", out, "--year").status == 0
    boards_named = {str(event["SUMMARY"]).split()[0] for event in events(out)}
    assert len(boards_named) > 1


@pytest.mark.parametrize(
    ("more", "status", "says"),
    [
        (("--board", "SIB", "--year", "2026/29"), 1, "There is no year “2026/29”"),
        (("--board", "SIB", "--year", "1999"), 1, "nothing to put in calendars"),
        (("--year", "2026/27", "--meeting", MEETING), 2, "give one of them"),
    ],
)
def test_a_year_that_is_none_or_has_nothing_to_come_is_refused(
    boarddesk: Call, sample: Path, tmp_path: Path, more: tuple[str, ...], status: int, says: str
) -> None:
    said = boarddesk("report", "calendar", sample, *more, "--out", tmp_path / "year.ics")
    assert (said.status, (tmp_path / "year.ics").exists()) == (status, False)
    assert says in said.err


def test_a_meeting_that_was_held_has_nothing_to_put_in_calendars(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "held.ics"
    said = boarddesk("report", "calendar", sample, "--meeting", "SIB-2026-02", "--out", out)
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert "was held on 12 May 2026" in said.err
    assert not out.exists()


@pytest.mark.parametrize("area", [(), ("--area", "4")])
@pytest.mark.parametrize("of_day", [date(2026, 5, 26), date(2026, 7, 1)])
def test_the_report_for_a_cancelled_meeting_says_so_at_its_head_and_not_why(
    of_day: date, area: tuple[str, ...], boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    """Of a day to come and of one that is past, where it was entered only later."""
    with OfficeFile.open(sample) as file:
        board = board_named(file, "SIB")
        meeting_id = add_meeting(file, board.id, of_day)
        set_state(file, meeting_id, MeetingState.CANCELLED, today=TODAY, why="Ann is ill")
        key = meeting_key(board.short_name, meeting(file, meeting_id), board.year_start)
    out = tmp_path / "report.docx"
    said = boarddesk("report", "highlight", sample, "--meeting", key, *area, "--out", out)
    sentence = f"The meeting of {day(of_day)} was cancelled"
    assert said.status == 0 and f"{sentence}; the report says so." in said.out
    text = [one.text for one in Document(str(out)).paragraphs]
    assert any(one.startswith(f"{sentence}. The report stands") for one in text[:4])
    assert not any("Ann is ill" in one for one in text)


@pytest.mark.parametrize(
    ("name", "extra", "says"), [("m.docx", (), ".ics"), ("m.ics", ("--issue",), "not kept")]
)
def test_a_calendar_file_has_one_form_and_is_not_issued(
    name: str, extra: tuple[str, ...], says: str, boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    before = tables_of(sample)
    said = boarddesk("report", "calendar", sample, "--meeting", MEETING, "--out", tmp_path / name, *extra)
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert says in said.err
    assert not (tmp_path / name).exists()
    assert tables_of(sample) == before


def test_an_office_somebody_else_has_open_is_not_written(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    holder = (
        "import sys; from pathlib import Path; from boarddesk.records.file.office_file import OfficeFile\n"
    )
    holder += "file = OfficeFile.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", holder, str(sample)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdin
        other.stdout.readline()
        before = sample.read_bytes()
        said = boarddesk("report", "highlight", sample, "--out", tmp_path / "h.docx", "--issue")
        reading = boarddesk("list", "boards", sample)
        other.stdin.close()
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert not (tmp_path / "h.docx").exists()
    assert sample.read_bytes() == before
    assert reading.status == 0


# What stands where a document shall be written

FORMS = [
    ("highlight", "h.docx"),
    ("highlight", "h.html"),
    ("attendance", "a.xlsx"),
    ("calendar", "m.ics"),
]


@pytest.mark.parametrize(("kind", "name"), FORMS)
def test_a_file_of_somebodys_own_is_never_written_over(
    kind: str, name: str, boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    mine = tmp_path / name
    mine.write_text("my own words", "utf-8")
    said = boarddesk("report", kind, sample, "--board", "SIB", "--out", mine)
    assert (said.status, said.out, said.err.count("\n")) == (1, "", 1)
    assert mine.read_text("utf-8") == "my own words"


@pytest.mark.parametrize(("kind", "name"), FORMS)
def test_a_document_written_before_is_written_again(
    kind: str, name: str, boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    call = ("report", kind, sample, "--board", "SIB", "--out", tmp_path / name)
    assert boarddesk(*call).status == 0
    assert boarddesk(*call).status == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, sample.name])


def test_a_document_edited_since_is_kept(boarddesk: Call, sample: Path, tmp_path: Path) -> None:
    book = tmp_path / "a.xlsx"
    call = ("report", "attendance", sample, "--board", "SIB", "--out", book)
    boarddesk(*call)
    edited = load_workbook(book)
    edited.save(book)
    assert boarddesk(*call).status == 1


def test_a_document_open_elsewhere_gets_a_new_one_beside_it_and_that_is_said(
    boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    call = ("report", "calendar", sample, "--board", "SIB", "--out", tmp_path / "m.ics")
    boarddesk(*call)
    (tmp_path / ".~lock.m.ics#").touch()
    said = boarddesk(*call)
    assert said.status == 0
    assert str(tmp_path / "m (2).ics") in said.out
    assert "m.ics is open in another program" in said.out


def test_without_days_the_attendance_report_is_of_the_year_that_counted_last(
    boarddesk: Call, tmp_path: Path
) -> None:
    office, book, out = tmp_path / "a.boarddesk", tmp_path / "register.csv", tmp_path / "a.html"
    book.write_text("Name,13/05/2024,10/06/2024\nAda Brook,P,P\nBen Carr,P,A\n", "utf-8")
    boarddesk("new", office)
    boarddesk("import", "attendance", book, "--into", office, "--board", "SIB")
    assert boarddesk("report", "attendance", office, "--out", out).status == 0
    text = out.read_text("utf-8")
    assert "May 2024 to June 2024" in text
    assert "Two meetings counted" in text


@pytest.mark.parametrize("typed", ["SIB 2026/27 · 03", "sib 2026/27 03", "sib-2026-03"])
def test_a_meeting_is_named_as_printed_or_as_typed(
    typed: str, boarddesk: Call, sample: Path, tmp_path: Path
) -> None:
    out = tmp_path / "m.ics"
    assert boarddesk("report", "calendar", sample, "--meeting", typed, "--out", out).status == 0
    assert str(event(out)["SUMMARY"]).startswith("SIB 2026/27 · 03")


@pytest.fixture
def two_plans(boarddesk: Call, sample: Path, tmp_path: Path) -> Path:
    """The sample with a second plan, which has an action 1.1 too."""
    table = tmp_path / "recovery.csv"
    table.write_text("Ref,Action,By When\n1.1,Open the clinic,May 2027\n", "utf-8")
    boarddesk("import", "plan", table, "--into", sample, "--board", "SIB", "--plan", "Recovery plan")
    return sample


def test_of_two_plans_one_is_named_or_the_one_taken_is_said(
    boarddesk: Call, two_plans: Path, tmp_path: Path
) -> None:
    out = tmp_path / "h.html"
    call = ("report", "highlight", two_plans, "--board", "SIB", "--out", out)
    assert "“Recovery plan” name it with --plan" in boarddesk(*call).out
    assert "Open the clinic" not in out.read_text("utf-8")
    named = boarddesk(*call, "--plan", "recovery plan")
    assert (named.status, "--plan" in named.out) == (0, False)
    assert "Open the clinic" in out.read_text("utf-8")
    assert "Recovery plan" in boarddesk(*call, "--plan", "Nobody's").err


def test_the_rows_of_two_plans_say_which_plan_they_stand_in(boarddesk: Call, two_plans: Path) -> None:
    rows = boarddesk("list", "plan", two_plans).out.splitlines()
    assert rows[0].startswith("Plan")
    assert any(row.startswith("Recovery") for row in rows)  # the terminal may fold the name
    assert {one["plan"] for one in boarddesk("list", "milestones", two_plans, "--json").json}
