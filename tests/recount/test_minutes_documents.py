"""Every figure and every line of the minutes is counted again from the raw rows of the office."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from boarddesk.issuing.document_kind import Audience, DocumentQuery
from boarddesk.issuing.minutes import MINUTES, UPDATE
from boarddesk.records.file.office_file import OfficeFile, Row
from boarddesk.reports.document import Document, Heading, Items, Paragraph, ParagraphKind, plain
from boarddesk.sample.office import make_sample

DAYS = (date(2026, 6, 2), date(2026, 11, 30))
BOARDS = (-1, -2, -3, -4)
"""The last four meetings of the improvement board that took place."""


@pytest.fixture(scope="module", params=DAYS, ids=str)
def office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[OfficeFile, date]]:
    today: date = request.param
    path = tmp_path_factory.mktemp("minutes") / "sample.boarddesk"
    make_sample(path, today=today)
    with OfficeFile.open(path, read_only=True) as file:
        yield file, today


def held(file: OfficeFile, place: int) -> Row:
    rows = file.rows(
        "SELECT m.*, b.name FROM meeting m JOIN board b ON b.id = m.board_id WHERE b.short_name = 'SIB' "
        "AND m.state IN ('held', 'draft minutes', 'confirmed') ORDER BY m.date"
    )
    return rows[place]


def written(office: tuple[OfficeFile, date], place: int, copy: Audience = Audience.MEMBERS) -> Document:
    file, today = office
    query = DocumentQuery(today, meeting_id=held(file, place)["id"], copy=copy)
    return MINUTES.prepare(file, query).document


def said(document: Document) -> str:
    return document.all_words().replace("\N{NO-BREAK SPACE}", " ")


def paragraphs(document: Document, kind: ParagraphKind) -> list[str]:
    return [
        plain(block.text).replace("\N{NO-BREAK SPACE}", " ")
        for block in document.blocks
        if isinstance(block, Paragraph) and block.kind is kind
    ]


def test_minutes_of_a_meeting_still_to_come_say_that_they_were_prepared_for_it(
    office: tuple[OfficeFile, date],
) -> None:
    file, today = office
    coming = file.rows(
        "SELECT id FROM meeting WHERE state = 'planned' AND date > ? ORDER BY date", (str(today),)
    )
    for meeting_id, early in ((coming[0]["id"], True), (held(file, -1)["id"], False)):
        for copy in (Audience.MEMBERS, Audience.ACTIONS):
            made = MINUTES.prepare(file, DocumentQuery(today, meeting_id=meeting_id, copy=copy))
            assert ("prepared before the meeting, which is still to come" in said(made.document)) is early
            assert any("is still to come, on " in remark for remark in made.remarks) is early


@pytest.mark.parametrize("place", BOARDS)
def test_every_decision_and_action_of_the_meeting_stands_once(
    office: tuple[OfficeFile, date], place: int
) -> None:
    file, _today = office
    document, of = written(office, place), held(file, place)["id"]
    decisions = file.rows("SELECT * FROM decision WHERE meeting_id = ?", (of,))
    actions = file.rows("SELECT * FROM board_action WHERE meeting_id = ?", (of,))
    told = [re.match(r"Decision (D-\d+)\.", each) for each in paragraphs(document, ParagraphKind.DECISION)]
    assert Counter(each[1] for each in told if each) == Counter(f"D-{row['number']:03}" for row in decisions)
    given = [re.match(r"Action (A\d+)\.", each) for each in paragraphs(document, ParagraphKind.ACTION)]
    assert Counter(each[1] for each in given if each) == Counter(row["ref"] for row in actions)
    tables = [table for table in document.tables() if table.title.startswith("Actions")]
    listed = [row[0].said for table in tables for row in table.rows]
    assert sorted(listed) == sorted(row["ref"] for row in actions)
    (short,) = paragraphs(document, ParagraphKind.IN_SHORT)
    counts = {"No": 0, "One": 1, "Two": 2, "Three": 3, "Four": 4, "Five": 5, "Six": 6}
    first, second = re.match(r"(\w+) decisions? and (\w+) actions?\.", short).groups()
    assert (counts[first], counts[second.capitalize()]) == (len(decisions), len(actions))


@pytest.mark.parametrize("place", BOARDS)
def test_every_line_that_was_written_stands_under_its_item(
    office: tuple[OfficeFile, date], place: int
) -> None:
    file, _today = office
    document, of = written(office, place), held(file, place)["id"]
    rows = file.rows(
        "SELECT i.title, k.* FROM minute_block k JOIN agenda_item i ON i.id = k.item_id "
        "WHERE i.meeting_id = ? AND k.text <> '' ORDER BY i.position, k.position",
        (of,),
    )
    under: dict[str, list[str]] = {}
    heading = ""
    for block in document.blocks:
        match block:
            case Heading():
                heading = block.text.replace("\N{NO-BREAK SPACE}", " ").removesuffix(" (restricted)")
            case Paragraph(kind=ParagraphKind.MINUTE):
                under.setdefault(heading, []).append(plain(block.text))
            case Items():
                under.setdefault(heading, []).extend(plain(entry) for entry in block.entries)
    for row in rows:
        assert row["text"] in under[row["title"]]


@pytest.mark.parametrize("place", BOARDS)
def test_items_keep_the_numbers_of_the_agenda(office: tuple[OfficeFile, date], place: int) -> None:
    file, _today = office
    document, of = written(office, place), held(file, place)["id"]
    titles = [
        row["title"]
        for row in file.rows("SELECT * FROM agenda_item WHERE meeting_id = ? ORDER BY position", (of,))
    ]
    numbered = {
        int(block.number): block.text.replace("\N{NO-BREAK SPACE}", " ").removesuffix(" (restricted)")
        for block in document.blocks
        if isinstance(block, Heading) and block.number
    }
    assert numbered == dict(enumerate(titles, start=1))


@pytest.mark.parametrize("place", BOARDS)
def test_who_was_there_and_the_quorum_are_counted_again(office: tuple[OfficeFile, date], place: int) -> None:
    file, _today = office
    document, of = written(office, place), held(file, place)["id"]
    rows = file.rows(
        "SELECT r.*, m.mark FROM roll_row r JOIN roll l ON l.id = r.roll_id "
        "LEFT JOIN attendance_mark m ON m.row_id = r.id WHERE l.meeting_id = ?",
        (of,),
    )
    there = sum(row["counts_for_quorum"] and row["mark"] in ("P", "V", "T", "D") for row in rows)
    seats = sum(row["counts_for_quorum"] and row["mark"] != "N" for row in rows)
    assert f"{there} of {seats} quorum seats present" in said(document)
    (table,) = (table for table in document.tables() if table.title == "Attendance")
    expected = [row for row in rows if row["expected"] and row["person_id"]]
    assert len(table.rows) == len(expected)
    words = Counter(row[3].said.split()[0] for row in table.rows)
    assert words["Apologies"] == sum(row["mark"] == "A" for row in expected)
    assert words["Deputy"] == sum(row["mark"] == "D" for row in expected)
    assert words["Not"] == sum(row["mark"] in (None, "N") for row in expected)


@pytest.mark.parametrize("place", BOARDS)
def test_no_reason_for_being_away_is_printed(office: tuple[OfficeFile, date], place: int) -> None:
    file, _today = office
    reasons = file.rows("SELECT reason FROM attendance_mark WHERE reason <> ''")
    assert reasons
    text = said(written(office, place))
    assert not [row["reason"] for row in reasons if row["reason"] in text]


def test_the_update_has_the_public_lines_and_no_others(office: tuple[OfficeFile, date]) -> None:
    file, today = office
    of = held(file, -1)["id"]
    document = UPDATE.prepare(file, DocumentQuery(today, meeting_id=of)).document
    lines = paragraphs(document, ParagraphKind.BECAUSE)
    kept = file.rows(
        "SELECT n.* FROM item_minute n JOIN agenda_item i ON i.id = n.item_id WHERE i.meeting_id = ? "
        "AND NOT i.restricted AND n.was_said || n.will_do || n.for_families <> '' ORDER BY i.position",
        (of,),
    )
    wanted = [
        (lead, row[column])
        for row in kept
        for lead, column in (
            ("What was said", "was_said"),
            ("What we will do", "will_do"),
            ("What this means for families", "for_families"),
        )
        if row[column]
    ]
    told = [tuple(line.split(": ", 1)) for line in lines]
    assert [(lead, text.casefold()) for lead, text in told] == [
        (lead, text.casefold()) for lead, text in wanted
    ]
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert headings[:-1] == [row["heading"] for row in kept]


def test_the_copy_of_actions_has_them_all_by_owner(office: tuple[OfficeFile, date]) -> None:
    file, _today = office
    document = written(office, -1, Audience.ACTIONS)
    actions = file.rows("SELECT * FROM board_action WHERE meeting_id = ?", (held(file, -1)["id"],))
    assert sorted(row[0].said for table in document.tables() for row in table.rows) == sorted(
        row["ref"] for row in actions
    )
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven")[len(actions)]
    assert said(document).count(f"{words} action") == 1
