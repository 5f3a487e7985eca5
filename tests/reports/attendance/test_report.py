"""The attendance report: the figure first, its definition, letters in the register, advisers apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.attendance_packs import BOARD, DAYS, long_pack, pack, registers

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.attendance.report import attendance_report
from boarddesk.reports.attendance.tables import MOST_LYING, parts
from boarddesk.reports.document import Document, Heading, Page, Paragraph, Picture, Table, Tint, plain
from boarddesk.reports.word.writer import write
from boarddesk.rules.attendance.report import AttendanceReport
from boarddesk.rules.attendance.words import trend_finding
from boarddesk.rules.meetings.meeting import Meeting, MeetingState
from boarddesk.rules.people import TargetFigure, YearStart
from boarddesk.rules.registers.register import Mark, Register

REPORT = attendance_report(pack())
PUBLISHED = attendance_report(replace(pack(), percentages=False, names=False))
LONG = attendance_report(long_pack())
MONTHLY = tuple(date(2024 + month // 12, month % 12 + 1, 10) for month in range(22))
TWO_YEARS = attendance_report(pack(registers(MONTHLY)))
ONE = attendance_report(pack(registers(DAYS[:1])))
NOTHING = attendance_report(pack(registers(())))
DOCUMENTS = {"full": REPORT, "published": PUBLISHED, "long": LONG, "nothing": NOTHING, "one": ONE}


def table(document: Document, title: str) -> Table:
    return next(each for each in document.tables() if each.title.startswith(title))


def rows(document: Document, title: str) -> list[list[str]]:
    return [[" ".join(each.said.split()) for each in row] for row in table(document, title).rows]


def said(document: Document) -> str:
    paragraphs = [plain(each.text) for each in document.blocks if isinstance(each, Paragraph)]
    return " ".join(" ".join(paragraphs).split())


def everything(document: Document) -> str:
    """All that is read of a document, pictures told in words too."""
    tables = [
        [each.title, each.description, plain(each.note), *(column.title for column in each.columns)]
        + [one.said for row in each.rows for one in row]
        for each in document.tables()
    ]
    alts = [each.alt for each in document.blocks if isinstance(each, Picture)]
    heads = [each.text for each in document.blocks if isinstance(each, Heading)]
    parts = [document.title, document.facts, document.footer, said(document), *alts, *heads]
    return " ".join(" ".join([*parts, *(word for table in tables for word in table)]).split())


def note(document: Document, title: str) -> str:
    return " ".join(plain(table(document, title).note).split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_report_opens_without_repair_and_breaks_no_rule(name: str, tmp_path: Path) -> None:
    content = write(DOCUMENTS[name])
    path = tmp_path / "attendance.docx"
    path.write_bytes(content)
    assert not [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]
    assert not [finding for finding in check(content) if not finding.advice]


def test_title_and_facts_say_what_was_counted() -> None:
    assert REPORT.title == "SEND Improvement Board: attendance, September 2025 to May 2026"
    assert " ".join(REPORT.facts.split()) == (
        "Northmoor SEND Partnership · Eight meetings counted, all registers closed · "
        "14 April 2026 was cancelled and does not count · prepared by Joan Fairley · "
        "version 1, as at 13 May 2026"
    )


def test_cancelled_meetings_are_named_by_their_days_while_they_are_few() -> None:
    def facts(*months: int) -> str:
        days = [date(2026, month, 21) for month in months]
        off = [Meeting(str(day), BOARD.id, 80, day, MeetingState.CANCELLED) for day in days]
        more = tuple(Register(meeting, BOARD.short_name) for meeting in off)
        return " ".join(attendance_report(pack((*registers(DAYS), *more))).facts.split())

    assert "21 March 2026 and 14 April 2026 were cancelled and do not count" in facts(3)
    assert "five meetings were cancelled and do not count" in facts(1, 2, 3, 4)


def test_the_figure_stands_first_with_who_is_lowest() -> None:
    first = REPORT.blocks[0]
    assert isinstance(first, Paragraph)
    assert " ".join(plain(first.text).split()) == (
        "Seats were filled 60 of 70 times (86%), below the target of 90%. 4 of 9 members are below it. "
        "Lowest organisation: Schools, 5 of 8 (63%); "
        "it and Northmoor Health Trust cannot reach 90% by August 2026."
    )


def test_three_figures_stand_with_fraction_target_and_range() -> None:
    assert rows(REPORT, "Three figures")[0] == [
        "1 Seat, with deputies",
        "60 of 70",
        "86%",
        "Below target",
        "6 of 9 (67%) to 9 of 9 (100%)",
    ]


@pytest.mark.parametrize("document", [REPORT, TWO_YEARS])
def test_the_definition_stands_under_every_table_of_figures(document: Document) -> None:
    assert note(document, "Three figures").startswith("Definition used. Expected: seats")
    assert note(document, "By organisation").startswith("Defined as above.")
    last = {each.title.split(",")[0]: each for each in document.tables()}  # of a register in parts
    notes = [
        plain(each.note) for title, each in last.items() if title not in ("Three figures", "By organisation")
    ]
    assert len(notes) == 4
    assert all(one.startswith("Definition used. ") and " P, V, T" in one for one in notes)


def test_organisations_stand_with_seats_and_headroom() -> None:
    assert rows(REPORT, "By organisation")[0] == [
        "Council",
        "3",
        "22 of 24 (92%)",
        "8 of 8 (100%)",
        "Can miss 0 more",
    ]


def test_the_register_prints_letters_and_tints_only_apologies_and_absence() -> None:
    register = table(REPORT, "Register of members")
    hartley = next(row for row in register.rows if row[0].said.startswith("Susan"))
    assert [each.said for each in hartley[1:9]] == list("PAPPVPAD")
    tints = {each.said: each.tint for row in register.rows for each in row[1:9]}
    assert tints["A"] is Tint.PALE and tints["X"] is Tint.DARK
    assert {tint for letter, tint in tints.items() if letter not in "AX"} == {Tint.NONE}
    assert [" ".join(each.said.split()) for each in hartley[9:]] == ["6 of 8 75%", "5 of 8 63%"]


def test_not_required_leaves_the_denominator() -> None:
    mirza = next(row for row in rows(REPORT, "Register of members") if row[0].startswith("Rukhsana"))
    assert mirza[-2:] == ["6 of 6 100%", "6 of 6 100%"]


def test_advisers_are_reported_apart() -> None:
    assert [row[0] for row in rows(REPORT, "Register of advisers")] == [
        "Colin Reeve SEND adviser",
        "Dr Fay Lindqvist Adviser",
    ]
    assert not [row for row in rows(REPORT, "Register of members") if "Reeve" in row[0]]


def test_a_line_shows_the_meetings_and_a_table_holds_the_same() -> None:
    picture = next(each for each in REPORT.blocks if isinstance(each, Picture))
    assert picture.alt == (
        "Line of seat attendance at eight meetings: 88% in September 2025, 100% in May 2026, "
        "against a target of 90%."
    )
    assert rows(REPORT, "Figures of each meeting")[0][:2] == ["9 September 2025", "7 of 8 (88%)"]


def test_a_published_copy_can_leave_out_percentages_and_names() -> None:
    words = everything(PUBLISHED)
    assert "Hartley" not in words and "Cabinet member" in words
    assert not [each for each in PUBLISHED.blocks if isinstance(each, Picture)]


def test_a_copy_without_percentages_holds_no_per_cent_of_the_target_either() -> None:
    for document in (PUBLISHED, attendance_report(replace(long_pack(), percentages=False))):
        words = everything(document)
        assert "%" not in words and "Headroom" not in words and "target" not in words
        assert "percentages" not in words and "per cent" not in words
    assert said(PUBLISHED).startswith(
        "Seats were filled 60 of 70 times. Lowest organisation: Schools, 5 of 8."
    )


def test_a_published_copy_says_that_it_is_one() -> None:
    assert "Published copy" in PUBLISHED.facts and "Published copy" not in REPORT.facts
    copies: tuple[dict[str, Any], ...] = ({"names": False}, {"percentages": False}, {"for_publication": True})
    for copy in copies:
        assert "Published copy" in attendance_report(replace(pack(), **copy)).facts


def test_a_copy_without_names_does_not_name_who_prepared_it() -> None:
    assert "Fairley" not in everything(PUBLISHED)
    assert "prepared by the board’s secretary" in PUBLISHED.facts
    assert "prepared by Joan Fairley" in attendance_report(replace(pack(), percentages=False)).facts
    assert "prepared" not in attendance_report(replace(pack(), author="", names=False)).facts


def test_a_register_of_nine_and_more_lies_and_one_of_fifteen_is_split() -> None:
    assert REPORT.page is Page.PORTRAIT and LONG.page is Page.LANDSCAPE
    parts = [each for each in LONG.tables() if each.title.startswith("Register of members")]
    assert [len(each.columns) for each in parts] == [12, 14]
    assert parts[0].columns[1].title == "1\nJul"


def test_two_years_are_parted_between_half_years_of_the_board_and_say_the_year() -> None:
    parts = [each for each in TWO_YEARS.tables() if each.title.startswith("Register of members")]
    assert [[column.title for column in each.columns][:2] for each in parts] == [
        ["Member", "10\nJan\n24"],
        ["Member", "10\nMar\n25"],  # the second half of an academic year
    ]
    assert (
        table(TWO_YEARS, "Organisations at the newest 14 of 22 meetings").columns[-1].title == "10\nOct\n25"
    )
    assert "lowest in July 2024 and March 2025." in said(TWO_YEARS)


@given(
    st.sets(st.dates(date(2020, 1, 1), date(2029, 12, 31)), min_size=1, max_size=70),
    st.sampled_from(YearStart),
)
def test_the_parts_of_a_register_are_few_and_none_is_wider_than_the_page(
    days: set[date], start: YearStart
) -> None:
    whole = tuple(
        Register(Meeting(f"{day}", BOARD.id, 1, day, MeetingState.HELD), "SIB") for day in sorted(days)
    )
    found = parts(whole, start)
    assert [one for part in found for one in part] == list(whole)
    assert max(map(len, found)) <= MOST_LYING
    assert len(found) == -(-len(whole) // MOST_LYING)


def test_the_columns_of_names_have_the_room_their_longest_name_needs() -> None:
    organisations = table(REPORT, "By organisation")
    assert sum(column.width for column in organisations.columns) <= Page.PORTRAIT.value
    longer = replace(pack(), organisations=report_of("Northmoor Integrated Care Board"))
    assert table(attendance_report(longer), "By organisation").columns[0].width > 6.2


def report_of(name: str) -> AttendanceReport:
    kept = pack().organisations
    return replace(kept, rows=(replace(kept.rows[0], name=name), *kept.rows[1:]))


def test_nothing_forces_a_page_to_end_half_empty() -> None:
    for document in DOCUMENTS.values():
        assert not [each for each in document.blocks if isinstance(each, Heading) and each.new_page]


def test_a_board_held_against_personal_attendance_shows_that_beside_its_headroom() -> None:
    board = replace(BOARD, target_figure=TargetFigure.PERSONAL, attendance_target=Decimal(80))
    made = registers()
    personal = pack(made, board)
    found = table(attendance_report(personal), "By organisation")
    assert [column.title for column in found.columns][2:] == [
        "Personal attendance",
        "Represented",
        "Headroom to 80%",
    ]
    council = next(row for row in found.rows if row[0].said == "Council")
    row = next(row for row in personal.organisations.members if row.name == "Council")
    assert " ".join(council[2].said.split()).startswith(row.personal.fraction)
    assert row.personal != row.seat


def test_advisers_have_their_sum_and_their_range() -> None:
    assert note(REPORT, "Register of advisers").endswith("Together 14 of 16 (88%); each adviser 75% to 100%.")
    assert note(PUBLISHED, "Register of advisers").endswith("Together 14 of 16.")


def test_one_meeting_is_said_once_and_its_line_is_not_called_no_data() -> None:
    assert rows(ONE, "Three figures")[0] == [
        "1 Seat, with deputies",
        "7 of 8",
        "88%",
        "Below target",
        "7 of 8 (88%)",
    ]
    assert "Too few meetings for a line" in said(ONE) and "No data" not in said(ONE)
    assert "Figures of each meeting" not in everything(ONE)


def test_meetings_that_are_all_alike_have_no_range() -> None:
    alike = tuple(
        replace(one, rows=tuple(replace(row, mark=Mark.PRESENT) for row in one.rows)) for one in registers()
    )
    assert rows(attendance_report(pack(alike)), "Three figures")[0][-1] == "The same at each meeting"


def test_without_a_closed_register_nothing_is_claimed() -> None:
    assert said(NOTHING).startswith("No register of this time counts.")
    assert "all registers closed" not in said(NOTHING)
    assert rows(NOTHING, "Three figures")[0][1:4] == ["–", "–", "–"]
    titles = [each.text for each in NOTHING.blocks if isinstance(each, Heading)]
    assert titles == ["Three figures", "Seat attendance at each meeting", "By organisation"]


def test_a_heat_map_of_organisations_says_in_words_and_in_a_table_what_it_shows() -> None:
    picture = [each for each in LONG.blocks if isinstance(each, Picture)][-1]
    assert picture.alt.startswith("Heat map of ")
    assert "at the newest 14 of 22 meetings" in picture.alt
    assert len(picture.alt) <= 150
    found = rows(LONG, "Organisations at the newest 14 of 22 meetings")
    assert all(len(row) == 1 + MOST_LYING for row in found)
    assert any(cell == "1/1" for row in found for cell in row)


def test_few_meetings_are_a_table_without_a_heat_map() -> None:
    assert [each.alt[:4] for each in REPORT.blocks if isinstance(each, Picture)] == ["Line"]
    assert rows(REPORT, "Organisations at each meeting")


def test_a_copy_without_percentages_has_the_counts_and_no_chart() -> None:
    assert not [each for each in PUBLISHED.blocks if isinstance(each, Picture)]
    assert rows(PUBLISHED, "Organisations at each meeting")


def sharing_lowest(*days: date) -> str:
    """The finding when the meetings of those days had nobody but one there, and the others all."""
    made = []
    for register in registers(DAYS[:5]):
        mark = Mark.ABSENT if register.meeting.date in days else Mark.PRESENT
        rows = tuple(
            replace(row, mark=mark if place else Mark.PRESENT) for place, row in enumerate(register.rows)
        )
        made.append(replace(register, rows=rows))
    return trend_finding(pack(tuple(made)))


def test_meetings_that_share_the_lowest_figure_are_all_named() -> None:
    assert sharing_lowest(DAYS[1]).endswith("; lowest in October.")
    assert sharing_lowest(*DAYS[1:4]).endswith("; lowest in October, November and December.")


def test_many_meetings_that_share_the_lowest_figure_are_counted() -> None:
    assert sharing_lowest(*DAYS[:4]).endswith("; lowest at four of them, the first in September.")


def test_where_every_meeting_is_equal_none_is_called_lowest() -> None:
    assert sharing_lowest() == "At or above target at five of five meetings; the same at each."
    assert sharing_lowest(*DAYS) == "At or above target at none of five meetings; the same at each."


def test_an_office_without_a_name_heads_its_report_with_the_board() -> None:
    assert attendance_report(replace(pack(), partnership="")).partnership == "SEND Improvement Board"
