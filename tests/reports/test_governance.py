"""The governance chart as a document: one page, the picture and the table that says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import openxml_audit

from boarddesk.reports.accessibility.checker import findings_of
from boarddesk.reports.document import ALT_TEXT_LIMIT, Document, Paragraph, Picture, plain
from boarddesk.reports.governance import governance_document
from boarddesk.reports.layout import page_count
from boarddesk.reports.word.writer import write
from boarddesk.rules.edition import Edition
from boarddesk.rules.governance.lines import LineKind, ReportingLine
from boarddesk.rules.governance.pack import GovernancePack, alt_text
from boarddesk.rules.people import Board

JUNE = date(2026, 6, 2)
BOARDS = (
    Board("spb", "SEND Partnership Board", "SPB"),
    Board("sib", "SEND Improvement Board", "SIB"),
    Board("ypc", "Young People’s Council", "YPC"),
)
LINES = (
    ReportingLine("1", "sib", LineKind.ACCOUNTABLE_TO, "spb", "SEND Partnership Board"),
    ReportingLine("2", "sib", LineKind.SCRUTINISED_BY, None, "Scrutiny Committee", date(2026, 4, 1)),
    ReportingLine("3", "spb", LineKind.INFORMS, None, "Health and Wellbeing Board"),
    ReportingLine("4", "sib", LineKind.ACCOUNTABLE_TO, None, "Old committee", None, date(2026, 3, 31)),
)
FULL = GovernancePack("Northmoor SEND Partnership", BOARDS, LINES, JUNE, "Wendy Arkwright", Edition(1))
EMPTY = replace(FULL, lines=(), boards=(), partnership="")
LONG = replace(
    FULL,
    boards=tuple(Board(f"b{at}", f"Board for partners number {at}", f"B{at}") for at in range(14)),
    lines=tuple(
        ReportingLine(str(at), f"b{at}", LineKind.ACCOUNTABLE_TO, f"b{at // 3}", f"Board {at // 3}")
        for at in range(1, 14)
    ),
)


def said(document: Document) -> list[str]:
    return [
        plain(each.text).replace("\N{NO-BREAK SPACE}", " ")
        for each in document.blocks
        if isinstance(each, Paragraph)
    ]


def test_it_says_how_many_lines_there_were_that_day_and_who_had_none() -> None:
    assert said(governance_document(FULL))[0] == (
        "On 2 June 2026 three boards have three reporting lines. "
        "One “accountable to”, one “informs” and one “scrutinised by”. YPC has none."
    )
    assert said(governance_document(EMPTY))[:3] == [
        "On 2 June 2026 no reporting line stood.",
        "None.",
        "None.",
    ]


def test_the_table_has_the_lines_of_that_day_with_their_days() -> None:
    [table] = governance_document(FULL).tables()
    rows = [[cell.said.replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in table.rows]
    assert rows[1] == ["SEND Improvement Board", "Scrutinised by", "Scrutiny Committee", "1 April 2026", "–"]
    assert len(rows) == 3 and round(sum(column.width for column in table.columns), 1) == 26.1
    [earlier] = governance_document(replace(FULL, when=date(2026, 3, 1))).tables()
    assert [row[2].said for row in earlier.rows][1:] == ["Health and Wellbeing Board", "Old committee"]


def test_the_picture_says_what_it_shows_and_the_short_one_stands_on_one_page() -> None:
    document = governance_document(FULL)
    [picture] = [block for block in document.blocks if isinstance(block, Picture)]
    assert picture.alt.startswith("Governance on 2 June 2026: SIB accountable to SPB, SIB scrutinised by")
    assert page_count(document) == 1
    assert len(alt_text(LONG, most=ALT_TEXT_LIMIT)) <= ALT_TEXT_LIMIT
    assert "more." in alt_text(LONG, most=ALT_TEXT_LIMIT)


def test_the_word_file_is_valid_and_the_checker_finds_nothing(tmp_path: Path) -> None:
    for at, pack in enumerate((EMPTY, FULL, LONG)):
        path = tmp_path / f"{at}.docx"
        path.write_bytes(write(governance_document(pack)))
        assert not [finding for finding in findings_of(path.read_bytes()) if not finding.advice]
        assert not [str(error) for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]
