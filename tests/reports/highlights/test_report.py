"""The highlight report: the answer first, every heading, exact words, and nothing a checker complains of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports import highlight_packs as packs

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.document import (
    Block,
    Contents,
    Document,
    Heading,
    Items,
    Page,
    Paragraph,
    ParagraphKind,
    Picture,
    Table,
    plain,
)
from boarddesk.reports.highlights.report import highlight_report
from boarddesk.reports.highlights.tables import owners_shown
from boarddesk.reports.html import write as write_html
from boarddesk.reports.layout import fitted, page_count, page_of_contents, places_of_headings
from boarddesk.reports.metrics import POINTS_PER_CM, lines_of
from boarddesk.reports.word.writer import write
from boarddesk.rules.highlights.actions import action_lines
from boarddesk.rules.highlights.board import bars_finding, off_course
from boarddesk.rules.highlights.figures import kpi_lines
from boarddesk.rules.highlights.pack import HighlightPack, Period
from boarddesk.rules.plan.actions import Highlight
from boarddesk.rules.plan.feeds import FedFigure, FedFrom, Feed
from boarddesk.rules.plan.kpis import Actual, Target

SECTIONS = [
    "Decisions and help asked of the board",
    "Done this period",
    "Planned next period",
    "Actions",
    "KPIs",
    "Risks and issues",
    "Questions from the board still open",
    "Changed since the last report",
]


def headings(document: Document, level: int = 2) -> list[str]:
    return [each.text for each in document.blocks if isinstance(each, Heading) and each.level == level]


def under(document: Document, title: str) -> list[Block]:
    """The blocks between a heading and the next."""
    places = [n for n, each in enumerate(document.blocks) if isinstance(each, Heading)]
    start = next(n for n in places if getattr(document.blocks[n], "text", "") == title)
    end = next((n for n in places if n > start), len(document.blocks))
    return list(document.blocks[start + 1 : end])


def said(blocks: list[Block]) -> list[str]:
    """The words of paragraphs and lists, spaces folded."""
    found: list[str] = []
    for each in blocks:
        if isinstance(each, Paragraph):
            found.append(plain(each.text))
        elif isinstance(each, Items):
            found += [plain(entry) for entry in each.entries]
    return [" ".join(text.split()) for text in found]


def rows(document: Document, title: str) -> list[list[str]]:
    """The words of the first table under a heading."""
    table = next(each for each in under(document, title) if isinstance(each, Table))
    return [[" ".join(each.said.split()) for each in row] for row in table.rows]


AREA = highlight_report(packs.full_area())
EMPTY = highlight_report(packs.empty_area())
BOARD = highlight_report(packs.whole_board())
OVERFULL = highlight_report(packs.overfull_board())
DOCUMENTS = {"area": AREA, "empty": EMPTY, "board": BOARD, "overfull": OVERFULL}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_report_opens_without_repair_and_breaks_no_rule(name: str, tmp_path: Path) -> None:
    content = write(DOCUMENTS[name])
    path = tmp_path / "report.docx"
    path.write_bytes(content)
    assert not [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]
    assert not [finding for finding in check(content) if not finding.advice]


@pytest.mark.parametrize(("name", "pages"), [("area", 3), ("empty", 1), ("board", 6)])
def test_a_report_is_as_long_as_it_should_be(name: str, pages: int) -> None:
    assert page_count(DOCUMENTS[name]) == pages


def test_the_area_report_has_its_sections_in_order() -> None:
    assert headings(AREA) == ["Status", *SECTIONS, "How to read this report"]
    assert headings(EMPTY) == ["Status", "Actions", "How to read this report"]


def test_title_facts_and_footer_name_everything_that_identifies_the_report() -> None:
    assert AREA.title == "Area 4 · Timely plans of good quality: highlight report"
    assert " ".join(AREA.facts.split()) == (
        "Northmoor SEND Partnership · SEND Improvement Board, 9 June 2026 · period 13 May to 9 June 2026 · "
        "leads Marian Adeyemi and Paul Kowalczyk · version 3, as at 2 June 2026"
    )
    assert " ".join(AREA.footer.split()) == "SEND Improvement Board · 9 June 2026 · version 3"


def test_the_status_strip_says_now_before_direction_met_and_overdue() -> None:
    assert rows(AREA, "Status") == [
        ["▲ Not on track", "◆ Partially met", "↓ Worsening", "3 of 9", "1 action: 4.2"]
    ]


def test_why_and_path_follow_in_the_leads_words() -> None:
    why, path = said(under(AREA, "Status"))
    assert why.startswith("Why: two of six educational psychologist posts are empty")
    assert path.startswith("Path to green: locum advice from 22 June")


def test_asks_open_with_what_is_asked() -> None:
    assert said(under(AREA, SECTIONS[0])) == [
        "Decide: spend £86,000 of reserve on locum psychology advice, to December 2026.",
        "Help: integrated care board to name who signs off therapy advice, by 30 June 2026.",
    ]


def test_only_this_periods_lines_are_told() -> None:
    assert not [text for text in said(under(AREA, "Done this period")) if "Too old" in text]


def test_a_sentence_counts_the_actions_and_names_those_met() -> None:
    assert said(under(AREA, "Actions")) == [
        "9 actions: 3 met (4.1, 4.4 and, this period, 4.7), 3 on track, 2 partially met, 1 not on track."
    ]


def test_the_table_holds_the_others_in_the_order_people_count() -> None:
    table = rows(AREA, "Actions")
    assert [row[0] for row in table] == ["4.2", "4.3", "4.5", "4.6", "4.8", "4.10"]
    assert table[0] == [
        "4.2",
        "Bring educational psychology to six full posts",
        "31 May 2026 revised from 31 March 2026",
        "M. Adeyemi",
        "▲ Not on track",
        "Worse",
        "Overdue. Two rounds of adverts, no appointment; locum offer ready.",
    ]
    assert [row[5] for row in table] == ["Worse", "Same", "Worse", "Same", "Improved", "New"]


def test_kpis_show_baseline_step_actual_verdict_and_direction() -> None:
    assert rows(AREA, "KPIs")[0] == [
        "K7",
        "New plans issued within 20 weeks",
        "31% May 2025",
        "at least 65%",
        "38 of 64 59%",
        "✖ Not met headline 92%: not met",
        "↓ Worsening from 62%",
    ]
    titles = next(each for each in under(AREA, "KPIs") if isinstance(each, Table)).columns
    assert titles[3].title == "May step"


def test_a_step_without_a_figure_shows_the_last_known_one_marked_as_such() -> None:
    area_pack = packs.full_area()
    kpi = area_pack.areas[0].kpis[0]
    *before, may = (step for step in kpi.checkpoints if step.actual.value is not None)
    june = date(2026, 6, 1)
    told = replace(may, actual=replace(may.actual, as_at=date(2026, 5, 12)))
    silent = replace(may, id="june", label="June step", actual=Actual(), due=june, declared="")
    later = replace(kpi, checkpoints=(*before, told, silent))
    pack = replace(area_pack, areas=(replace(area_pack.areas[0], kpis=(later,)),))
    assert rows(highlight_report(pack), "KPIs")[0][4:6] == [
        "No data last known, 12 May 2026 38 of 64 59%",
        "– No data headline 92%: not met",
    ]


def test_a_declared_word_that_the_figures_contradict_is_said() -> None:
    assert "K7: declared “met”; the figures say 59% against 65%. A reason is asked." in said(
        under(AREA, "KPIs")
    )


def test_a_chart_stands_under_its_finding_with_its_words() -> None:
    blocks = under(AREA, "KPIs")
    (picture,) = [each for each in blocks if isinstance(each, Picture)]
    assert picture.alt == ("Run chart of K7: 36% in September 2025, 59% in May 2026, against the step 65%.")
    assert "K7, new plans issued within 20 weeks: below the step for the first time." in said(blocks)


def test_risks_stand_highest_first_and_issues_after_them() -> None:
    table = rows(AREA, "Risks and issues")
    assert [row[0] for row in table] == ["R2", "R5", "I3"]
    assert table[0][2:4] == ["20 Extreme", "↑ Up, was 16"]
    assert table[2][1:4] == ["Issue: 41 families have waited more than 20 weeks", "–", "New"]


def test_open_questions_stay_with_who_asked_and_when() -> None:
    assert said(under(AREA, SECTIONS[6])) == ["How many of the 41 are in Year 6? J. Bramhall, 12 May 2026."]


def test_what_changed_is_told_with_every_status_that_moved_first() -> None:
    bullets = said(under(AREA, SECTIONS[7]))
    assert bullets[0].startswith("The area: Partially met to Not on track, because two of six")
    assert bullets[1:] == [
        "4.2: Partially met to Not on track, because the second advert failed. "
        "4.5: On track to Partially met, because advice comes late. "
        "4.8: Partially met to On track. 4.7: met.",
        "4.2 moved from 31 March 2026 to 31 May 2026. 4.10 added.",
        "R2 up from 16 to 20.",
    ]


def test_the_legend_explains_statuses_worked_out_words_and_abbreviations() -> None:
    legend = " ".join(said(under(AREA, "How to read this report")))
    assert "✔ Met, with evidence · ● On track, will be in time" in legend
    assert "never change a status. Change, direction and last board: compared with 12 May 2026." in legend
    assert "SEND: special educational needs and disabilities." in legend
    assert "KPI: key performance indicator." in legend


def test_in_a_first_report_one_line_names_all_there_is_nothing_of() -> None:
    assert rows(EMPTY, "Status") == [["? Not known", "– New area", "– First report", "0 of 2", "None"]]
    assert said(under(EMPTY, "Status")) == [
        "Why: no update received by 2 June 2026.",
        "Path to green: not given.",
        "First report for this area. None this month: decisions and help asked of the board, "
        "done this period, planned next period, KPIs (key performance indicators), risks and issues, "
        "questions from the board still open.",
    ]
    assert not [each for each in EMPTY.blocks if isinstance(each, Picture)]


def test_an_abbreviation_is_written_out_where_the_report_first_uses_it_and_not_in_names() -> None:
    area = packs.area_four()
    lines = (
        Highlight("done", packs.NEWS, "The ICB has named a DCO."),
        Highlight("planned", packs.NEWS, "The ICB agrees the CAMHS offer, with the SEND Improvement Board."),
    )
    actions = tuple(
        replace(each, text="Train SENCOs in EHCPs, with the ICB", owners=("EHCP team",))
        for each in area.area.actions
    )
    told = replace(area.area, highlights=lines, actions=actions)
    made = highlight_report(packs.pack(replace(area, area=told)))
    assert said(under(made, "Done this period")) == [
        "The ICB (integrated care board) has named a DCO (designated clinical officer)."
    ]
    assert said(under(made, "Planned next period")) == [
        "The ICB agrees the CAMHS (child and adolescent mental health services) offer, "
        "with the SEND Improvement Board."
    ]
    first, second, *_ = rows(made, "Actions")
    assert first[1] == (
        "Train SENCOs (special educational needs coordinators) in "
        "EHCPs (education, health and care plans), with the ICB"
    )
    assert second[1] == "Train SENCOs in EHCPs, with the ICB"
    assert {row[3] for row in rows(made, "Actions")} == {"EHCP team"}
    assert not [each for each in check(write(made)) if each.rule == 21 and "written out" in each.says]


def test_with_almost_no_data_in_a_later_report_every_heading_has_three_words() -> None:
    later = packs.area_pack(packs.area_six().area, last=packs.ON_TRACK, before={})
    made = highlight_report(packs.pack(later))
    assert headings(made) == headings(AREA)
    assert [said(under(made, title))[0] for title in (*SECTIONS[:3], *SECTIONS[4:7])] == [
        "None this month.",
        "Not given.",
        "Not given.",
        "None set.",
        "None recorded.",
        "None this month.",
    ]


def in_figures(document: Document) -> dict[str, list[list[str]]]:
    """The tables under the charts in figures, with their headings."""
    tables = [each for each in under(document, "The charts in figures") if isinstance(each, Table)]
    return {
        table.title: [
            [column.title for column in table.columns],
            *([c.said for c in row] for row in table.rows),
        ]
        for table in tables
    }


def test_the_numbers_of_each_chart_stand_whole_in_a_small_table() -> None:
    assert in_figures(AREA) == {
        "K7, new plans issued within 20 weeks": [
            ["Figure", "Sep 25", "Nov 25", "Jan 26", "Mar 26", "Apr 26", "May 26", "Jul 26", "Sep 26"],
            ["Actual", "36%", "44%", "52%", "60%", "62%", "59%", "–", "–"],
            ["Step target", "35%", "42%", "50%", "58%", "60%", "65%", "65%", "70%"],
        ]
    }
    bars = in_figures(BOARD)["All actions over the last four boards"]
    assert [row[1:] for row in bars] == [
        ["Met", "On track", "Partially met", "Not on track", "Not known", "All"],
        ["11", "16", "8", "1", "2", "38"],
        ["13", "15", "8", "1", "1", "38"],
        ["15", "13", "8", "1", "1", "38"],
        ["17", "11", "7", "2", "1", "38"],
    ]
    pictures = [each for each in BOARD.blocks if isinstance(each, Picture)]
    assert len(in_figures(BOARD)) == len(pictures)
    assert "The charts in figures" not in headings(EMPTY, 3)
    assert "Headline 92%; Baseline 31%." in write_html(AREA)


@pytest.mark.parametrize("steps", [3, 8, 9, 24])
def test_a_long_chart_has_all_its_figures_in_tables_side_by_side(steps: int) -> None:
    area = packs.area_four()
    days = [date(2024 + month // 12, month % 12 + 1, 1) for month in range(steps)]
    many = packs.steps([(day, str(number), "50") for number, day in enumerate(days, 1)])
    made = highlight_report(packs.pack(replace(area, kpis=(replace(area.kpis[0], checkpoints=many),))))
    actual = [figure for table in in_figures(made).values() for figure in table[1][1:]]
    assert actual == [f"{number}%" for number in range(1, steps + 1)]


def test_dates_that_are_none_and_dates_that_cannot_be_are_said() -> None:
    table = rows(EMPTY, "Actions")
    assert table[0][2:4] == ["To be confirmed", "To be agreed"]
    assert table[0][6] == "No date. No update."
    assert table[1][2] == "31/09/2026 read as to 30 September 2026"
    assert table[1][6] == "Impossible date. No update."


def test_a_month_or_a_term_has_the_day_it_ends_on_beneath_it() -> None:
    table = {row[0]: row[2] for row in rows(AREA, "Actions")}
    assert table["4.3"] == "Summer term 2026 to 31 July 2026"
    assert table["4.6"] == "Monthly to March 2027 to 31 March 2027"
    assert table["4.5"] == "31 July 2026"


def test_the_board_report_begins_with_what_is_wrong_and_wanted() -> None:
    first = BOARD.blocks[0]
    assert isinstance(first, Paragraph) and first.kind is ParagraphKind.IN_SHORT
    assert said([first]) == [
        "One area of three is not on track: timely plans of good quality (area 4). "
        "One is partially met: area 2. "
        "3 of 13 actions are overdue. "
        "Two decisions and one piece of help are asked."
    ]


def test_a_long_title_is_not_cut_in_silence_in_short_and_stands_whole_where_its_area_begins() -> None:
    title = "Children whose needs are met early, close to home and by people who know them well"
    four = packs.area_four()
    long = replace(four, area=replace(four.area, title=title))
    blocks = highlight_report(packs.pack(packs.area_one(), long, whole_board=True)).blocks
    assert "not on track: children whose needs are met early, close… (area 4)." in said([blocks[0]])[0]
    assert title in " ".join(said(list(blocks)))


def test_where_no_area_is_said_to_be_adverse_in_short_names_the_actions_that_are() -> None:
    areas = [packs.area_one(), packs.area_four()]
    unsaid = tuple(replace(each, area=replace(each.area, judgements=())) for each in areas)
    first = highlight_report(packs.pack(*unsaid, whole_board=True)).blocks[0]
    assert "overdue; one is not on track and two are partially met." in said([first])[0]


def test_the_boards_first_page_stands_alone() -> None:
    titles = [each for each in BOARD.blocks if isinstance(each, Heading) and each.level == 2]
    assert [each.text for each in titles] == [
        "Decisions and help asked of the board",
        "Areas at a glance",
        "What is off course, and why",
        "All actions over the last four boards",
        "Attendance at the board",
        "Area 1 · Leadership and partnership",
        "Area 2 · Joint commissioning and data",
        "Area 4 · Timely plans of good quality",
        "How to read this report",
    ]
    assert [each.new_page for each in titles] == [False] * 5 + [True] * 3 + [False]


def test_the_same_help_asked_by_two_areas_is_asked_once() -> None:
    asks = said(under(BOARD, "Decisions and help asked of the board"))
    assert [ask.split(":")[0] for ask in asks] == [
        "Decide (area 2)",
        "Decide (area 4)",
        "Help (areas 2 and 4)",
    ]


def test_areas_at_a_glance_count_what_is_met_and_overdue() -> None:
    assert rows(BOARD, "Areas at a glance") == [
        ["1 Leadership and partnership", "● On track", "● On track", "→ Steady", "1 of 1", "None"],
        ["2 Joint commissioning and data", "◆ Partially met", "◆ Partially met", "→ Steady", "1 of 3", "2"],
        ["4 Timely plans of good quality", "▲ Not on track", "◆ Partially met", "↓ Worsening", "3 of 9", "1"],
    ]


def test_attendance_stands_with_its_fraction_its_target_and_its_range() -> None:
    assert said(under(BOARD, "Attendance at the board")) == [
        "96 of 110 (87%), below the target of 90%. "
        "This counts seats filled by the member or a deputy, of seats expected, at eight meetings "
        "from 1 September 2025 to 2 June 2026. Lowest 10 of 14 (71%), highest 14 of 14 (100%)."
    ]


def test_bars_stand_under_their_finding() -> None:
    blocks = under(BOARD, "All actions over the last four boards")
    assert said(blocks) == ["Met rises from 11 to 17 of 38; two are now not on track."]
    (picture,) = [each for each in blocks if isinstance(each, Picture)]
    assert picture.alt.startswith(
        "Stacked bars of action statuses at four boards, 10 March 2026 to 9 June 2026."
    )


def test_with_fewer_than_three_boards_the_counts_stand_in_words() -> None:
    few = replace(packs.whole_board(), over_boards=packs.whole_board().over_boards[-1:])
    assert said(under(highlight_report(few), "All actions")) == [
        "On 9 June 2026: 17 met, 11 on track, 7 partially met, 2 not on track, 1 not known."
    ]


def test_with_more_than_eight_areas_chart_and_attendance_turn_the_page() -> None:
    document = OVERFULL
    turned = [each.text for each in document.blocks if isinstance(each, Heading) and each.new_page]
    assert turned[0] == "All actions over the last four boards"
    assert [each for each in document.blocks if isinstance(each, Contents)]


def test_with_more_than_twelve_actions_the_quiet_ones_are_only_named() -> None:
    table = next(each for each in OVERFULL.tables() if len(each.columns) == 7)
    assert (
        plain(table.note)
        == "On course and unchanged: 1.1, 1.3, 1.7, 1.9, 1.13, 1.15, 1.19, 1.21, 1.25, 1.27. "
        "No date: 1.1, 1.9, 1.13, 1.21, 1.25. …: cut; in full in “Northmoor SEND improvement plan”."
    )
    assert len(table.rows) == 15


def test_every_ask_is_printed_however_many_there_are() -> None:
    document = OVERFULL
    assert len(said(under(document, SECTIONS[0]))) == 14


def test_the_html_twin_says_the_same() -> None:
    page = write_html(AREA)
    assert "Bring educational psychology to six full posts" in page and "A reason is asked." in page


def test_an_office_without_areas_still_reports() -> None:
    document = highlight_report(packs.pack(whole_board=True))
    assert "None set." in said(under(document, "Areas at a glance"))
    assert not [finding for finding in check(write(document)) if not finding.advice]


@given(st.text(max_size=120), st.text(max_size=60))
def test_whatever_people_type_the_report_breaks_no_rule(text: str, name: str) -> None:
    pack: HighlightPack = packs.full_area()
    area = pack.areas[0]
    typed = replace(
        area.area,
        leads=(name,),
        highlights=tuple(Highlight(kind, packs.NEWS, text) for kind in ("decide", "help", "done", "planned")),
        actions=tuple(replace(each, text=text, owners=(name,)) for each in area.area.actions),
        judgements=(replace(area.area.judgements[0], why=text, path_to_green=name),),
    )
    document = highlight_report(replace(pack, areas=(replace(area, area=typed, kpis=()),)))
    broken = [finding for finding in check(write(document)) if not finding.advice]
    assert not [finding for finding in broken if finding.rule != 16]


def test_kpis_without_any_figure_are_named_and_not_printed_as_rows_of_gaps() -> None:
    area = packs.area_four()
    bare = replace(area.kpis[0], id="K1", ref="K1", baseline=Actual(), headline=Target(), checkpoints=())
    document = highlight_report(packs.pack(replace(area, kpis=(bare, area.kpis[1], replace(bare, ref="K2")))))
    assert [row[0] for row in rows(document, "KPIs")] == ["K8"]
    assert "Two KPIs (key performance indicators) have neither figure nor target yet: K1, K2." in said(
        under(document, "KPIs")
    )


FED = FedFrom(Feed(FedFigure.SEAT, "1f"), "SIB", 1)


def test_kpis_of_no_single_area_have_a_section_of_their_own_in_the_boards_report() -> None:
    board = packs.whole_board()
    kpi = replace(packs.area_four().kpis[0], ref="K9", fed_from=FED)
    document = highlight_report(replace(board, across=(kpi,)))
    assert headings(document)[-2:] == ["KPIs across all areas", "How to read this report"]
    assert [row[0] for row in rows(document, "KPIs across all areas")] == ["K9"]
    assert "KPIs across all areas" not in headings(highlight_report(board))


def test_a_fed_kpi_says_under_the_table_where_its_figure_comes_from() -> None:
    area = packs.area_four()
    fed = tuple(replace(kpi, fed_from=FED) for kpi in area.kpis[:2])
    document = highlight_report(packs.pack(replace(area, kpis=fed)))
    [table] = [each for each in under(document, "KPIs") if isinstance(each, Table)]
    names = f"{fed[0].ref} and {fed[1].ref}"
    note = plain(table.note).replace("\N{NO-BREAK SPACE}", " ")
    assert note == (
        f"{names}: from the attendance registers of SIB (SEND Improvement Board), 1 register open."
    )
    assert "Seat: present in person" in " ".join(said(under(document, "How to read this report")))
    assert "Seat: present in person" not in " ".join(said(under(AREA, "How to read this report")))
    assert not [finding for finding in check(write(document)) if not finding.advice]


def test_contents_name_the_areas_and_not_the_page_they_stand_on() -> None:
    names = [each.text for each in OVERFULL.listed_sections()]
    assert names[0].startswith("Area 1") and names[-1] == "How to read this report"


def test_a_plan_is_reported_before_there_is_any_board() -> None:
    alone = replace(packs.whole_board(), board="", board_short="")
    document = highlight_report(alone)
    assert (
        " ".join(document.title.split()) == "Northmoor SEND improvement plan: highlight report, 9 June 2026"
    )
    assert not [finding for finding in check(write(document)) if not finding.advice]


def test_a_day_without_a_meeting_is_not_called_a_board() -> None:
    made = highlight_report(replace(packs.whole_board(), meeting_id=None))
    assert "All actions over the last three boards, and on 9\N{NO-BREAK SPACE}June 2026" in headings(made)


def test_in_a_first_report_no_action_is_called_new() -> None:
    pack = packs.full_area()
    first = replace(
        pack,
        period=Period(None, pack.period.last),
        areas=tuple(replace(area, last=None, last_action_status=()) for area in pack.areas),
    )
    assert {line.change for line in action_lines(first.areas[0], first).shown} == {"–"}


@pytest.mark.parametrize(
    ("areas", "words"),
    [
        (1, "The status of the area is not known."),
        (2, "The status of both areas is not known."),
        (3, "The status of all three areas is not known."),
    ],
)
def test_the_first_sentence_is_good_english_for_any_number_of_areas(areas: int, words: str) -> None:
    first = highlight_report(packs.pack(*[packs.area_six()] * areas, whole_board=True)).blocks[0]
    assert said([first])[0].startswith(words)


@pytest.mark.parametrize(
    ("areas", "words"),
    [(1, "No area is"), (2, "Neither area is"), (3, "No area of three is")],
)
def test_where_nothing_is_off_course_it_says_so_for_any_number_of_areas(areas: int, words: str) -> None:
    first = highlight_report(packs.pack(*[packs.area_one()] * areas, whole_board=True)).blocks[0]
    assert said([first])[0].startswith(f"{words} off course.")


@pytest.mark.parametrize(("off", "words"), [(0, "none is"), (1, "one is"), (2, "two are")])
def test_the_bars_finding_is_good_english_for_any_number_off_course(off: int, words: str) -> None:
    pack = packs.whole_board()
    last = pack.over_boards[-1]
    counts = tuple((each, off if each.key == "not_on_track" else count) for each, count in last.counts)
    changed = replace(pack, over_boards=(*pack.over_boards[:-1], replace(last, counts=counts)))
    assert bars_finding(changed).endswith(f"{words} now not on track.")


def test_an_action_met_without_evidence_is_named() -> None:
    pack = packs.full_area()
    area = pack.areas[0].area
    bare = tuple(replace(one, evidence=()) if one.ref in ("4.1", "4.7") else one for one in area.actions)
    changed = replace(pack, areas=(replace(pack.areas[0], area=replace(area, actions=bare)),))
    (counts, *_) = said(under(highlight_report(changed), "Actions"))
    assert counts.endswith("Met, but no evidence is linked: 4.1 and 4.7.")
    (counts, *_) = said(under(highlight_report(pack), "Actions"))
    assert "evidence" not in counts


def test_names_in_scripts_from_right_to_left_break_no_rule() -> None:
    name, area = "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df", packs.area_four()
    named = replace(area.area, title=f"Plans of {name}", leads=(name,))
    made = write(highlight_report(packs.pack(replace(area, area=named))))
    assert not [finding for finding in check(made) if not finding.advice]


def test_an_office_without_a_name_heads_its_reports_with_the_board() -> None:
    assert (
        highlight_report(replace(packs.full_area(), partnership="")).partnership == "SEND Improvement Board"
    )
    assert highlight_report(packs.full_area()).partnership == "Northmoor SEND Partnership"


def titled(title: str, text: str) -> HighlightPack:
    """One area under a long title, with an action of many words."""
    full = packs.full_area().areas[0]
    long = tuple(replace(one, text=text) if one.ref == "4.2" else one for one in full.area.actions)
    return packs.pack(replace(full, area=replace(full.area, title=title, actions=long)), whole_board=True)


def test_a_title_and_an_action_of_ordinary_length_are_not_cut() -> None:
    title = "Plans that are made in time and are of a quality families can trust"
    text = "Bring psychology to six full posts and agree with each school who is seen first, and say why."
    made = highlight_report(titled(title, text))
    assert f"Area 4 · {title}" in headings(made)
    assert rows(made, "Areas at a glance")[0][0] == f"4 {title}"
    shown = next(row for row in rows(made, "Actions") if row[0] == "4.2")
    assert shown[1] == text
    assert not [table for table in made.tables() if "cut" in plain(table.note)]


def test_an_action_of_many_words_is_cut_and_the_table_says_where_it_stands_in_full() -> None:
    text = "Bring psychology to six full posts and agree with each school who is seen first, and why. " * 4
    made = highlight_report(titled("Plans in time", text.strip()))
    shown = next(row for row in rows(made, "Actions") if row[0] == "4.2")
    assert shown[1].endswith("…") and len(shown[1].split()) <= 20
    table = next(each for each in under(made, "Actions") if isinstance(each, Table))
    assert plain(table.note) == "…: cut; in full in “Northmoor SEND improvement plan”."


@given(st.lists(st.text("abcdefg hijkl-ABC,", max_size=60), max_size=6))
def test_owners_take_two_lines_at_most_whatever_they_are_called(names: list[str]) -> None:
    area = packs.area_four()
    owned = tuple(replace(each, owners=tuple(names)) for each in area.area.actions)
    made = highlight_report(packs.pack(replace(area, area=replace(area.area, actions=owned))))
    table = next(each for each in under(made, "Actions") if isinstance(each, Table))
    room = (fitted(table, Page.PORTRAIT)[3] - 0.3) * POINTS_PER_CM
    assert all(lines_of(row[3].said, 10.5, room=room) <= 2 for row in table.rows)


def test_of_several_owners_the_first_is_named_and_how_many_more_there_are() -> None:
    assert owners_shown(("Ann Lee", "Bo Orr"), 2.4) == "Ann Lee, Bo Orr"
    assert owners_shown(("Ann Lee", "Bo Orr", "Cy Ellis", "Di Fox"), 2.4) == "Ann Lee and 3 more"
    assert owners_shown(("Anthony Webster", "Bo Orr", "Cy Ellis"), 2.4) == "Anthony Webster, …"
    assert owners_shown((), 2.4) == "To be agreed"


def long_board(*, crowded: bool) -> Document:
    """Four areas, long enough for contents; crowded, they and the attendance fill page one."""
    four = packs.area_four()
    said_of: dict[str, Any] = {} if crowded else {"highlights": (), "judgements": ()}
    areas = [replace(four, area=replace(four.area, id=str(n), number=str(n), **said_of)) for n in range(1, 5)]
    pack = packs.pack(*areas, whole_board=True)
    return highlight_report(pack if crowded else replace(pack, over_boards=(), attendance=None))


def test_contents_that_fit_under_the_first_page_stand_there_and_area_one_turns_the_page() -> None:
    short = long_board(crowded=False)
    assert page_of_contents(short) == 1
    assert next(each for each in short.blocks if getattr(each, "text", "")[:6] == "Area 1").new_page


def test_contents_never_have_a_page_nearly_to_themselves() -> None:
    board = long_board(crowded=True)
    places = dict(zip(headings(board), places_of_headings(board), strict=True))
    area_one = next(place for title, place in places.items() if title.startswith("Area 1"))
    assert page_of_contents(board) == int(area_one) == 2 and area_one % 1 < 0.5


def test_an_area_begins_a_page_unless_the_one_before_ran_over_on_to_less_than_half_of_one() -> None:
    for board in (long_board(crowded=True), long_board(crowded=False), BOARD, OVERFULL):
        places = places_of_headings(board)
        sections = board.sections()
        for before, heading, started, place in zip(sections, sections[1:], places, places[1:], strict=False):
            if heading.text.startswith("Area ") and before.text.startswith("Area "):
                ran_over = int(place) > int(started) and 0 < place % 1 <= 0.5
                assert heading.new_page or ran_over
                assert not heading.new_page or place % 1 < 0.05  # the heading’s own space above


def test_an_overflow_leaves_no_page_nearly_empty() -> None:
    board = long_board(crowded=True)
    turned = [each.text[:6] for each in board.blocks if isinstance(each, Heading) and each.new_page]
    assert turned == []


def test_two_counts_beside_each_other_say_each_what_they_are_of() -> None:
    pack = packs.pack(packs.area_four(), whole_board=True)
    first, *_ = pack.over_boards
    fewer = replace(first, undeclared=first.undeclared - 1)
    changed = replace(pack, over_boards=(fewer, *pack.over_boards[1:]))
    total = sum(count for _, count in first.counts) + first.undeclared
    assert bars_finding(changed).startswith(f"Met rises from 11 of {total - 1} to 17 of {total};")
    same = replace(pack.over_boards[-1], board_day=first.board_day, undeclared=-1)
    still = replace(pack, over_boards=(same, *pack.over_boards[1:]))
    assert bars_finding(still).startswith(f"Met stays at 17 of {total}, where there were {total - 1};")


@pytest.mark.parametrize(
    ("areas", "actions", "words"),
    [
        (9, 0, "And three more areas, below."),
        (2, 5, "And one more action, below."),
        (7, 2, "And one more area and two more actions, below."),
    ],
)
def test_what_more_is_off_course_is_called_what_it_is(areas: int, actions: int, words: str) -> None:
    off = packs.area_four()
    judged = replace(
        off.area, judgements=(replace(off.area.judgements[0], status=packs.NOT_ON_TRACK),), actions=()
    )
    on = replace(off.area, judgements=(replace(off.area.judgements[0], status=packs.ON_TRACK),))
    action = next(one for one in off.area.actions if one.judgements)
    late = replace(action, judgements=(replace(action.judgements[0], status=packs.NOT_ON_TRACK),))
    packed = (
        *(replace(off, area=replace(judged, id=f"off {at}")) for at in range(areas)),
        replace(off, area=replace(on, actions=(late,) * actions)),
    )
    assert off_course(packs.pack(*packed, whole_board=True))[-1] == ("", words)


def test_as_many_kpis_are_named_as_are_counted() -> None:
    bare = replace(packs.kpis()[0], baseline=Actual(), headline=Target(), checkpoints=())
    named = [replace(bare, ref=ref) for ref in ("K1", "K1", "K2", "K3", "K3", "K3")]
    assert kpi_lines(named).silent == (
        "Six KPIs have neither figure nor target yet: K1 (two), K2, K3 (three)."
    )
