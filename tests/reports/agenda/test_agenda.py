"""The agenda in Word: what is asked first, times that add up, and nothing that is the chair's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openxml_audit
import pytest
from tests.reports.agenda_packs import EMPTY, FULL, ITEMS, LONG, MEETING

from boarddesk.reports.accessibility.checker import findings_of as check
from boarddesk.reports.agenda.agenda import agenda_document
from boarddesk.reports.document import Document, Items, Paragraph, plain
from boarddesk.reports.layout import page_count
from boarddesk.reports.word.writer import write
from boarddesk.rules.agenda.laid_out import lay_out
from boarddesk.rules.agenda.pack import AgendaPack
from boarddesk.rules.agenda.wording import initialled
from boarddesk.rules.meetings.meeting import MeetingState

PUBLIC = replace(FULL, for_publication=True)


def said(document: Document) -> str:
    return document.all_words().replace("\N{NO-BREAK SPACE}", " ")


def rows(pack: AgendaPack) -> list[list[str]]:
    (table,) = agenda_document(pack).tables()
    return [[cell.said.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in table.rows]


def test_when_where_and_what_is_asked_stand_first() -> None:
    first = next(block for block in agenda_document(FULL).blocks if isinstance(block, Paragraph))
    assert plain(first.text).replace("\N{NO-BREAK SPACE}", " ") == (
        "Tuesday 9 June 2026, 14:00 to 16:00. Council Chamber, Moor House, or by video link. "
        "Three decisions are asked: items 3, 4 and 6.1."
    )


def test_the_business_has_its_times_leads_and_papers() -> None:
    assert rows(FULL)[3:] == [
        ["4", "14:15", "Area 4, plans: locum psychology advice", "Decision", "M. Adeyemi", "30", "Paper 1"],
        [
            *("5", "14:45", "A parent’s account: waiting for a plan (restricted)"),
            *("Discussion", "J. Bramhall", "15", "Paper 2"),
        ],
        ["6", "15:00", "Data and plans", "–", "–", "35", "–"],
        ["6.1", "15:00", "Joint data set, new date", "Decision", "A. Gill", "15", "Paper 3, to follow"],
        ["6.2", "15:15", "Highlight report", "Assurance", "Head of SEND services", "20", "Papers 4, 1"],
    ]
    assert "95 minutes planned, 120 available." in said(agenda_document(FULL))


def test_each_paper_is_listed_once_and_a_withdrawn_one_not_at_all() -> None:
    papers = [block for block in agenda_document(FULL).blocks if isinstance(block, Items)][2]
    assert [plain(entry).replace("\N{NO-BREAK SPACE}", " ") for entry in papers.entries] == [
        "Locum psychology advice: case for spending",
        "The family’s own words",
        "Joint data set: request for a new date (to follow by 5 June 2026)",
        "Highlight report, version 3",
    ]


def test_who_is_expected_says_the_sum_and_the_public_copy_names_nobody() -> None:
    told = (
        "2 of 4 have said they come or send a deputy. 1 has not replied. Apologies: Ben Moor (Flo Reed "
        "deputises) and Cal Vale. Quorum: 2 of 4 quorum seats are needed. Forecast: quorate."
    )
    assert told in said(agenda_document(FULL))
    public = said(agenda_document(PUBLIC))
    assert "Cal Vale" not in public and "2 of 4 have said" in public


def test_what_is_the_chairs_is_in_no_copy() -> None:
    for pack in (FULL, PUBLIC):
        assert b"MARKER" not in write(agenda_document(pack))
        assert "MARKER" not in said(agenda_document(pack))


def test_the_public_copy_withholds_restricted_papers_and_says_why() -> None:
    public = said(agenda_document(PUBLIC))
    assert rows(PUBLIC)[4][-1] == "Withheld"
    assert "The family’s own words" not in public
    assert "A paper of a restricted item, withheld" in public
    assert (
        "Item 5 is not open to the public: exempt under paragraph 2 (information likely to reveal the "
        "identity of an individual). It would name a family."
    ) in public


def test_a_late_item_prints_its_special_circumstances() -> None:
    late = replace(ITEMS[0], id="late", title="Transport", late_why="the contract ends on 30 June")
    pack = replace(FULL, agenda=lay_out([*ITEMS, late], start="14:00", length=120))
    told = "Item 7 comes late and is taken for special circumstances: the contract ends on 30 June."
    assert told in said(agenda_document(pack))
    assert rows(pack)[-1][2] == "Transport (late)"


def test_a_new_version_says_what_changed_and_a_cancelled_meeting_that_it_was() -> None:
    changed = replace(FULL, meeting=replace(MEETING, agenda_reopened_why="one item more"))
    assert "What changed: One item more." in said(agenda_document(changed))
    cancelled = replace(FULL, meeting=replace(MEETING, state=MeetingState.CANCELLED))
    assert "This meeting was cancelled." in said(agenda_document(cancelled))


def test_an_agenda_with_nothing_on_it_says_so() -> None:
    document = agenda_document(EMPTY)
    assert [section.text for section in document.sections()] == ["Business", "Papers", "Next meetings"]
    assert "No decision is asked." in said(document) and "None planned." in said(document)


@pytest.mark.parametrize("pack", [FULL, PUBLIC, EMPTY, LONG])
def test_every_copy_is_valid_and_accessible(pack: AgendaPack, tmp_path: Path) -> None:
    path = tmp_path / "agenda.docx"
    path.write_bytes(write(agenda_document(pack)))
    assert not [finding for finding in check(path.read_bytes()) if not finding.advice]
    assert not [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]


def test_a_usual_agenda_is_one_page() -> None:
    assert page_count(agenda_document(FULL)) <= 2
    assert page_count(agenda_document(EMPTY)) == 1


def test_only_a_person_of_two_names_is_initialled() -> None:
    assert [
        initialled(name).replace("\N{NO-BREAK SPACE}", " ") for name in ("Ann Hale", "Head of SEND", "")
    ] == [
        "A. Hale",
        "Head of SEND",
        "",
    ]
