"""Placeholders left in a document: listed with their place, and issued only with a reason that is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boarddesk.cli.commands import run
from boarddesk.issuing.agenda import AGENDA
from boarddesk.issuing.document_kind import DocumentKind, PreparedDocument
from boarddesk.issuing.highlights import HIGHLIGHT
from boarddesk.issuing.issue import issue
from boarddesk.issuing.left_over import left_over, told
from boarddesk.records import documents
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import areas, plans
from boarddesk.reports.document import (
    Column,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
    bullets,
    cell,
    words,
)
from boarddesk.rules.refused import Refused

TODAY = date(2026, 6, 2)
COLUMNS = (Column("Ref", 2.0), Column("Action", 8.0))
LEFT = Document(
    "Report of XX",
    (
        Paragraph(words("The date is TBC.")),
        Heading("Money"),
        Items((words("Up to £xx"),)),
        Table("Actions", "One row each.", COLUMNS, ((cell("2.7"), cell("Write it", "to be completed")),)),
        Heading("Papers ??"),
        *bullets(["Therapies, to follow"]),
        Paragraph(words("TBC: to be confirmed. The councillor wishes to follow the money.")),
    ),
)


def prepared(document: Document, kind: DocumentKind = HIGHLIGHT) -> PreparedDocument:
    return PreparedDocument(kind, lambda _edition: document, scope="", as_at=TODAY)


def test_each_placeholder_is_listed_with_its_place_in_reading_order() -> None:
    assert [each.told for each in left_over(prepared(LEFT))] == [
        "“XX” in the title",
        "“TBC” at the beginning",
        "“xx” under “Money”",
        "“to be completed” under “Money”, row 2.7",
        "“??” in the heading “Papers ??”",
        "“to follow” under “Papers ??”",
    ]


def test_what_a_document_says_itself_is_no_placeholder() -> None:
    said = [each.words for each in left_over(prepared(LEFT, AGENDA))]
    assert "to follow" not in said and "TBC" in said


def test_of_many_the_first_are_named_and_the_others_counted() -> None:
    many = Document("Report", tuple(Paragraph(words(f"{at}: TBC")) for at in range(9)))
    assert told(left_over(prepared(many))).endswith("at the beginning and three more.")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The title of an area is still to be confirmed."""
    path = tmp_path / "office.boarddesk"
    with OfficeFile.create(path, office="Northmoor") as file:
        with file.change("Board") as change:
            board = change.insert("board", name="Improvement Board", short_name="IB")
        plan = plans.add_plan(file, "Plan", board_id=board)
        areas.add_area(file, plan, number="1", title="Plans by TBC")
    return path


def test_it_is_refused_with_the_list_and_issued_with_a_reason_that_is_kept(
    office: Path, tmp_path: Path
) -> None:
    with OfficeFile.open(office) as file:
        document = prepared(LEFT)
        with pytest.raises(Refused, match="It still says “XX” in the title") as no:
            issue(file, document, tmp_path / "a.docx", today=TODAY)
        assert no.value.field == "reason"
        assert not documents.issued(file) and not (tmp_path / "a.docx").exists()
        issue(file, document, tmp_path / "a.docx", today=TODAY, reason=" It is agreed at the board ")
        assert documents.issued(file)[0].left_over_why == "It is agreed at the board"


def test_a_reason_for_a_document_with_nothing_left_over_is_not_kept(office: Path, tmp_path: Path) -> None:
    with OfficeFile.open(office) as file:
        clean = prepared(Document("Report", (Paragraph(words("All is said.")),)))
        issue(file, clean, tmp_path / "a.docx", today=TODAY, reason="In case")
        assert documents.issued(file)[0].left_over_why == ""


def test_the_command_line_lists_them_and_takes_a_reason(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["report", "highlight", str(office), "--out", str(tmp_path / "a.docx"), "--issue"]
    assert run(call) == 1
    said = capsys.readouterr().err
    assert "“TBC”" in said and "or give a reason" in said and not (tmp_path / "a.docx").exists()
    assert run([*call, "--reason", "The title is agreed in June"]) == 0
    assert run(["list", "documents", str(office), "--json"]) == 0
    assert '"left_over_why": "The title is agreed in June"' in capsys.readouterr().out
