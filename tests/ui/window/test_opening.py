"""What was being issued when BoardDesk stopped is put in its place as the office opens, and said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import ENTRIES, MORNING, keepers, small_office

from boarddesk.disk.delivery_notes import DeliveryLine, digest_of, write_note
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.issue import issue
from boarddesk.issuing.registry import kind_of
from boarddesk.records import boards, documents
from boarddesk.ui import background
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow


def broken_off(path: Path) -> Path:
    """An office in which a document was issued that has not got its name yet; where it was to go."""
    with small_office(path) as file:
        query = DocumentQuery(date(2026, 6, 2), board_id=boards.boards(file)[0].id)
        prepared = kind_of("action-log").prepare(file, query)
        (out,) = issue(file, prepared, path.with_name("log.docx"), today=query.today).paths
        draft = out.rename(out.with_name(f"boarddesk-{'0' * 16}.part"))
        line = DeliveryLine(out, draft, digest_of(draft))
        write_note(file.file_id, path, documents.issued(file)[0].id, (line,))
    return out


def test_it_is_said_where_the_document_is(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Northmoor.boarddesk"
    out = broken_off(path)
    keeping = replace(keepers([]), complete_deliveries=plain_keepers().complete_deliveries)
    window = MainWindow(
        Settings(tmp_path / "window.json"), keepers=keeping, entries=ENTRIES, now=lambda: MORNING
    )
    qtbot.addWidget(window)
    window.show()
    with background.at_once():
        window.open_path(path)
    page = window.page()
    assert page is not None
    said = [banner.accessibleName() for banner in page.findChildren(Banner)]
    assert any(
        f"“log.docx” was issued when BoardDesk stopped; it has now been put in {tmp_path}" in one
        for one in said
    )
    assert out.exists()
    window.close_office()
