"""A document holds the office as it is when it is written, however long that takes; its buttons rest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, current_thread, main_thread
from zipfile import ZipFile

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.settling import settle, settle_jobs

from boarddesk.issuing.attendance import LETTER
from boarddesk.issuing.document_kind import DocumentQuery, PreparedDocument
from boarddesk.records import documents, people, verifying
from boarddesk.records.boards import board_named
from boarddesk.records.registers import reading as registers
from boarddesk.records.verifying import verify
from boarddesk.reports.document import Document
from boarddesk.rules.edition import Edition
from boarddesk.rules.registers.register import Mark
from boarddesk.ui import office_dialogs
from boarddesk.ui.document_saving import save_document
from boarddesk.ui.page import Page, Session

LONG = 20_000


class Letter:
    """A letter about somebody, composed only once it is let go."""

    def __init__(self, session: Session) -> None:
        self.file, self.today = session.file, session.today
        self.board_id = board_named(session.file, "SIB").id
        self.person_id = next(
            row.person_id
            for row in registers.registers(session.file, self.board_id, last=self.today)[-2].rows
            if row.person_id and row.mark is Mark.PRESENT
        )
        self.prepared = 0
        self.lets_go = Event()

    def prepare(self) -> PreparedDocument:
        self.prepared += 1
        made = LETTER.prepare(
            self.file, DocumentQuery(self.today, board_id=self.board_id, person_id=self.person_id)
        )
        compose = made.compose
        assert compose is not None

        def slowly(edition: Edition) -> Document:
            assert self.lets_go.wait(LONG / 1000)
            return compose(edition)

        return replace(made, compose=slowly)

    def rename(self, name: str) -> None:
        people.update_person(self.file, self.person_id, name=name)


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> Page:
    made = Page()
    qtbot.addWidget(made)
    made.show_session(sample_office)
    made.show()
    return made


@pytest.fixture
def letter(page: Page) -> Iterator[Letter]:
    made = Letter(page.session)
    yield made
    made.lets_go.set()


@pytest.fixture(autouse=True)
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where it is said to go."""
    wanted = tmp_path / "letter.docx"

    def answer(_parent: QWidget, chosen: office_dialogs.Chosen, **_named: str) -> None:
        chosen(wanted)

    monkeypatch.setattr(office_dialogs, "ask_save", answer)
    return wanted


def _words(path: Path) -> str:
    with ZipFile(path) as packed:
        return re.sub(r"<[^>]+>", " ", packed.read("word/document.xml").decode())


def test_an_issue_holds_what_was_written_to_the_office_while_it_was_composed(
    page: Page, letter: Letter, path: Path, qtbot: QtBot
) -> None:
    save_document(page, letter.prepare, name="Letter", ending=".docx", issue=True)
    letter.rename("Wilhelmina Ashgrove")
    letter.lets_go.set()
    qtbot.waitUntil(path.exists, timeout=LONG)
    (kept,) = documents.issued(page.session.file, kind="letter")
    assert "Wilhelmina Ashgrove" in _words(path)
    assert documents.word_of(page.session.file, kept.id) == path.read_bytes()


def test_the_buttons_rest_until_the_document_is_there(
    page: Page, letter: Letter, path: Path, qtbot: QtBot
) -> None:
    word = QPushButton("Word", page)
    save_document(page, letter.prepare, name="Letter", ending=".docx", rests=[word])
    assert not word.isEnabled()
    letter.lets_go.set()
    qtbot.waitUntil(word.isEnabled, timeout=LONG)
    assert path.exists()
    assert page.notices.count() == 1


def test_the_buttons_rest_no_longer_than_it_takes_to_fail(
    page: Page, letter: Letter, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    word = QPushButton("Word", page)
    gone = Path("/no such folder/letter.docx")

    def answer(_parent: QWidget, chosen: office_dialogs.Chosen, **_named: str) -> None:
        chosen(gone)

    monkeypatch.setattr(office_dialogs, "ask_save", answer)
    letter.lets_go.set()
    with qtbot.captureExceptions() as said:
        save_document(page, letter.prepare, name="Letter", ending=".docx", rests=[word])
        qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    assert word.isEnabled()


def test_a_page_that_is_gone_hears_nothing_of_its_document(
    page: Page, letter: Letter, path: Path, qtbot: QtBot
) -> None:
    other = Page()
    other.show_session(page.session)
    with qtbot.captureExceptions() as said:
        save_document(other, letter.prepare, name="Letter", ending=".docx", issue=True)
        other.deleteLater()
        settle()
        letter.lets_go.set()
        settle_jobs()
    assert (said, path.exists()) == ([], False)
    assert not documents.issued(page.session.file, kind="letter")


def test_the_file_is_looked_through_beside_the_window_before_an_issue(
    page: Page, letter: Letter, path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an issue asks for after a change takes a second or more: the window answers meanwhile."""
    began, goes_on, threads = Event(), Event(), []

    def slowly(of: Path, *, remembered: bool) -> list[str]:
        threads.append(current_thread())
        began.set()
        assert goes_on.wait(LONG / 1000)
        return verify(of, remembered=remembered)

    monkeypatch.setattr(verifying, "verify", slowly)
    letter.lets_go.set()
    letter.rename("Wilhelmina Ashgrove")
    word = QPushButton("Word", page)
    save_document(page, letter.prepare, name="Letter", ending=".docx", issue=True, rests=[word])
    qtbot.waitUntil(began.is_set, timeout=LONG)
    assert not word.isEnabled() and not path.exists()
    goes_on.set()
    qtbot.waitUntil(path.exists, timeout=LONG)
    qtbot.waitUntil(word.isEnabled, timeout=LONG)
    assert threads and main_thread() not in threads
