"""The attendance report: the figure first, its definition, letters in the register, advisers apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openxml_audit
import pytest
from tests.reports.attendance_packs import DAYS, long_pack, pack, registers

from boarddesk.reports.accessibility.checker import check
from boarddesk.reports.attendance import attendance_report
from boarddesk.reports.document import Document, Heading, Page, Paragraph, Picture, Table, Tint, plain
from boarddesk.reports.word.writer import write
from boarddesk.rules.attendance import Mark
from boarddesk.rules.attendance_words import trend_finding

REPORT = attendance_report(pack())
PUBLISHED = attendance_report(replace(pack(), percentages=False, names=False))
LONG = attendance_report(long_pack())
NOTHING = attendance_report(pack(registers(())))
DOCUMENTS = {"full": REPORT, "published": PUBLISHED, "long": LONG, "nothing": NOTHING}


def table(document: Document, title: str) -> Table:
    return next(each for each in document.tables() if each.title.startswith(title))


def rows(document: Document, title: str) -> list[list[str]]:
    return [[" ".join(each.said.split()) for each in row] for row in table(document, title).rows]


def said(document: Document) -> str:
    paragraphs = [plain(each.text) for each in document.blocks if isinstance(each, Paragraph)]
    return " ".join(" ".join(paragraphs).split())


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
        "Northmoor SEND Partnership · Eight meetings counted, all registers closed · the meeting "
        "of 14 April 2026 was cancelled and does not count · prepared by Joan Fairley · "
        "version 1, as at 13 May 2026"
    )


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


def test_the_definition_stands_under_the_percentages() -> None:
    assert plain(table(REPORT, "Three figures").note).startswith("Definition used. Expected: seats")
    assert "Expected: every mark but N" in said(REPORT)


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
    everything = said(PUBLISHED) + str([rows(PUBLISHED, each.title) for each in PUBLISHED.tables()])
    assert "Hartley" not in everything and "Cabinet member" in everything
    assert everything.replace("90%", "").count("%") == 0
    assert not [each for each in PUBLISHED.blocks if isinstance(each, Picture)]


def test_a_register_of_nine_and_more_lies_and_one_of_fifteen_is_split() -> None:
    assert REPORT.page is Page.PORTRAIT and LONG.page is Page.LANDSCAPE
    parts = [each for each in LONG.tables() if each.title.startswith("Register of members")]
    assert [len(each.columns) for each in parts] == [15, 11]
    assert parts[0].columns[1].title == "1\nJul"


def test_without_a_closed_register_nothing_is_claimed() -> None:
    assert said(NOTHING).startswith("No register of this time counts.")
    assert "all registers closed" not in said(NOTHING)
    assert rows(NOTHING, "Three figures")[0][1:4] == ["–", "–", "–"]
    titles = [each.text for each in NOTHING.blocks if isinstance(each, Heading)]
    assert titles == ["Three figures", "Seat attendance at each meeting", "By organisation"]


def test_a_heat_map_of_organisations_says_in_words_and_in_a_table_what_it_shows() -> None:
    picture = [each for each in REPORT.blocks if isinstance(each, Picture)][-1]
    assert picture.alt.startswith("Heat map of ")
    assert len(picture.alt) <= 150
    found = rows(REPORT, "Organisations at each meeting")
    assert all(len(row) == 1 + len(pack().counted) for row in found)
    assert any(cell == "1/1" for row in found for cell in row)


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
    assert sharing_lowest(DAYS[1]).endswith("; lowest in October 2025.")
    assert sharing_lowest(*DAYS[1:4]).endswith("; lowest in October 2025, November 2025 and December 2025.")


def test_many_meetings_that_share_the_lowest_figure_are_counted() -> None:
    assert sharing_lowest(*DAYS[:4]).endswith("; lowest at four of them, the first in September 2025.")


def test_where_every_meeting_is_equal_none_is_called_lowest() -> None:
    assert sharing_lowest() == "At or above target at five of five meetings; the same at each."
    assert sharing_lowest(*DAYS) == "At or above target at none of five meetings; the same at each."


def test_an_office_without_a_name_heads_its_report_with_the_board() -> None:
    assert attendance_report(replace(pack(), partnership="")).partnership == "SEND Improvement Board"
