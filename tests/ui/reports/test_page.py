"""The Reports page shows the document itself, saves it, and keeps it as it was issued."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed

from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.registry import kind_of, kinds_by_reader
from boarddesk.records import documents, meetings
from boarddesk.records.boards import board_named, boards
from boarddesk.records.plan import plans
from boarddesk.reports.accessibility.checker import Finding
from boarddesk.rules.refused import FileProblem
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.attendance.period import Period
from boarddesk.ui.page import Session
from boarddesk.ui.reports import ready_report
from boarddesk.ui.reports.page import ReportsPage
from boarddesk.ui.widgets.table.rows import Row


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> Iterator[ReportsPage]:
    with background.at_once():
        made = ReportsPage()
        qtbot.addWidget(made)
        made.resize(1198, 662)
        made.show_session(sample_office)
        made.show()
        yield made


def _saves_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(office_dialogs, "ask_save", lambda _page, chosen, **_more: chosen(path))
    return path


def _asked(page: ReportsPage) -> QFileDialog:
    """The dialog that asks where to; what it does when a name is typed and Save pressed."""
    (dialog,) = [one for one in page.findChildren(QFileDialog) if one.isVisible()]
    return dialog


def _type(page: ReportsPage, name: str) -> None:
    dialog = _asked(page)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(name)
    dialog.accept()


def test_the_preview_is_the_document(page: ReportsPage) -> None:
    assert "Decisions and help asked of the board" in page.preview.paper.toPlainText()
    assert page.verdict.text() == "22 of 22 accessibility rules hold"


@pytest.mark.parametrize("key", [kind.key for kind in kinds_by_reader()])
def test_every_document_is_shown_and_holds_its_rules(page: ReportsPage, key: str) -> None:
    page.gallery.choose(key)
    assert page.preview.isVisible()
    assert page.verdict.text() == "22 of 22 accessibility rules hold"


def test_what_breaks_a_rule_is_said_whole_below_the_title(
    page: ReportsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    says = "a heading row is missing on the second page, so that a screen reader cannot name its columns"
    monkeypatch.setattr(
        ready_report, "findings_of", lambda _content: (Finding(9, "Table 3, “Actions by area”", says),)
    )
    page.resize(780, 400)
    page.gallery.choose("attendance")
    assert page.verdict.full_text() == "21 of 22 accessibility rules hold"
    assert page.breaks.text() == f"Table 3, “Actions by area”: {says}"
    QApplication.processEvents()
    assert page.breaks.isVisible() and page.verdict.text() == page.verdict.full_text()
    assert page.breaks.height() >= page.breaks.heightForWidth(page.breaks.width())
    monkeypatch.undo()
    page.gallery.choose("highlight")
    assert not page.breaks.isVisible()


@pytest.mark.parametrize(
    ("key", "noun"),
    [("highlight", "report"), ("attendance", "report"), ("sign-in", "sheet"), ("letter", "letter")],
)
def test_the_button_and_the_question_where_to_call_a_document_what_it_is(
    page: ReportsPage, monkeypatch: pytest.MonkeyPatch, key: str, noun: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(office_dialogs, "ask_save", lambda *_args, title, **_more: asked.append(title))
    page.gallery.choose(key)
    assert page.issue_button.text().strip() == f"Issue {noun}"
    page.issue()
    page.save_draft()
    assert asked == [f"Issue the {noun}: where shall it go?", f"Save a draft of the {noun}"]


def test_choosing_an_area_shows_its_report_alone(page: ReportsPage) -> None:
    page.scope.area.choose("3")
    page.scope.changed.emit()
    assert page.document_title.text().startswith("Area 3")


def test_a_draft_is_written_and_nothing_is_kept(
    page: ReportsPage, sample_office: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before = _saves_to(tmp_path / "draft.docx", monkeypatch), sample_office.file.commit_number
    page.save_draft()
    assert path.read_bytes()[:2] == b"PK"
    assert sample_office.file.commit_number == before


def test_an_issue_is_kept_with_its_version_and_its_bytes(
    page: ReportsPage, sample_office: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _saves_to(tmp_path / "issued.docx", monkeypatch)
    page.issue()
    kept = documents.issued(sample_office.file)[0]
    assert documents.word_of(sample_office.file, kept.id) == path.read_bytes()
    assert path.with_suffix(".html").exists()
    shown = page.issued.table.model.rows[0].cell("title")
    assert shown.text == kept.title and shown.second.startswith(f"v{kept.version} · as at ")


def test_only_the_issues_of_the_board_in_sight_are_listed(
    page: ReportsPage, sample_office: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = sample_office.file
    page.gallery.choose("attendance")
    _saves_to(tmp_path / "issued.docx", monkeypatch)
    page.issue()
    (kept, *_) = documents.issued(file, kind="attendance")
    other = next(one for one in boards(file) if one.id != sample_office.board_id)
    listed = [
        [row.id for row in _shown_for(page, sample_office, board_id)]
        for board_id in (sample_office.board_id, other.id, None)
    ]
    assert [kept.id in ids for ids in listed] == [True, False, True]


def _shown_for(page: ReportsPage, session: Session, board_id: str | None) -> Sequence[Row]:
    page.show_session(replace(session, board_id=board_id))
    page.gallery.choose("attendance")
    return page.issued.table.model.rows


def test_a_board_without_a_plan_is_told_so_and_offered_no_areas_of_another(
    page: ReportsPage, sample_office: Session
) -> None:
    file = sample_office.file
    planless = next(one for one in boards(file) if not plans.plans(file, one.id))
    page.show_session(replace(sample_office, board_id=planless.id))
    page.gallery.choose("highlight")
    assert page.nothing.isVisible()
    assert f"{planless.name} has none yet" in page.nothing.sentence()
    assert "The attendance report needs no plan" in page.nothing.sentence()
    assert page.scope.area.count() == 1


@pytest.mark.parametrize("action", ["draft", "issue", "again"])
def test_the_file_has_the_name_typed_with_its_ending(page: ReportsPage, tmp_path: Path, action: str) -> None:
    _save(page, action)
    _type(page, str(tmp_path / "Area 4.1 November"))
    assert (tmp_path / "Area 4.1 November.docx").read_bytes()[:2] == b"PK"
    assert len(list(tmp_path.glob("*.docx"))) == 1


def _save(page: ReportsPage, action: str) -> None:
    if action == "again":
        day = page.session.today
        kept = documents.issue(
            page.session.file,
            kind="highlight",
            scope="area 4",
            title="Area 4: report",
            word=b"PK",
            as_at=day,
            issued_on=day,
        )
        page.issued.table.opened.emit(kept.id)
    else:
        {"draft": page.save_draft, "issue": page.issue}[action]()


def test_an_issue_leaves_another_html_file_of_its_name_as_it_is_and_says_where_the_copy_is(
    page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "twin.html").write_text("theirs")
    _saves_to(tmp_path / "twin.docx", monkeypatch)
    page.issue()
    assert (tmp_path / "twin.html").read_text() == "theirs"
    assert (tmp_path / "twin (2).html").read_text().startswith("<!DOCTYPE html>")
    notice = page.notices.itemAt(0)
    shown = notice.widget() if notice is not None else None
    assert shown is not None and "twin.docx and twin (2).html in " in shown.accessibleName()


def test_an_issue_that_cannot_be_written_is_not_kept(
    page: ReportsPage, sample_office: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(documents.issued(sample_office.file))
    _saves_to(tmp_path / "no such folder" / "issued.docx", monkeypatch)
    with pytest.raises(FileProblem):
        page.issue()
    assert len(documents.issued(sample_office.file)) == before


def test_a_copy_that_leaves_something_out_is_ticked_as_published_and_says_so(page: ReportsPage) -> None:
    page.gallery.choose("attendance")
    assert "Published copy" not in page.preview.paper.toPlainText()
    page.scope.names.click()
    assert page.scope.published.isChecked() and not page.scope.published.isEnabled()
    assert "Published copy" in page.preview.paper.toPlainText()
    page.scope.names.click()
    page.scope.published.click()
    assert "Published copy" not in page.preview.paper.toPlainText()


def test_the_letter_is_about_the_person_chosen(page: ReportsPage) -> None:
    page.gallery.choose("letter")
    words = page.scope.person.currentText()
    assert words in page.preview.paper.toPlainText()


@pytest.mark.parametrize("key", ["letter", "attendance"])
def test_all_meetings_are_those_from_the_first_there_was(
    page: ReportsPage, sample_office: Session, key: str
) -> None:
    page.gallery.choose(key)
    page.scope.period.choose(Period.ALL)
    page.scope.changed.emit()
    board = board_named(sample_office.file, "SIB")
    first = min(one.date for one in meetings.meetings(sample_office.file, board.id))
    assert f"{first:%B %Y}" in page.preview.paper.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_the_reports_menu_leads_to_each_document(page: ReportsPage, qtbot: QtBot) -> None:
    letter = next(one for one in page.commands() if one.title == "Letter about attendance")
    with qtbot.waitSignal(page.open_requested) as asked:
        letter.run()
    assert asked.args == ["report", "letter"]


def test_with_all_boards_the_board_of_the_plan_is_reported(page: ReportsPage, sample_office: Session) -> None:
    page.show_session(replace(sample_office, board_id=None))
    assert page.header.detail() == "SEND Improvement Board"
    assert page.preview.isVisible()


@pytest.mark.parametrize("key", ["highlight", "exceptions", "risks"])
def test_with_no_meeting_to_come_a_report_is_of_today_as_on_the_command_line(
    page: ReportsPage, sample_office: Session, key: str
) -> None:
    file, board_id, later = sample_office.file, sample_office.board_id, date(2030, 3, 1)
    page.show_session(replace(sample_office, today=later))
    page.gallery.choose("minutes")  # of a meeting that was; what it stands on is nobody's choice
    page.gallery.choose(key)
    assert page.scope.meeting.currentText() == "None to come: today, 1 Mar 2030"
    by_command = kind_of(key).prepare(file, DocumentQuery(later, board_id=board_id))
    assert page.document_title.text() == by_command.document.running_title


def test_a_meeting_that_was_picked_stays_from_document_to_document(
    page: ReportsPage, sample_office: Session
) -> None:
    page.show_session(replace(sample_office, today=date(2030, 3, 1)))
    last = page.scope.meeting.itemData(1)
    page.scope.meeting.setCurrentIndex(1)
    page.scope.meeting.activated.emit(1)
    page.gallery.choose("minutes")
    page.gallery.choose("highlight")
    assert page.scope.meeting.value() == last


def test_without_a_board_nothing_is_asked(page: ReportsPage, sample_office: Session) -> None:
    page.show_session(replace(sample_office, board_id="no board"))
    assert not page.scope.isVisible()
    assert page.nothing.isVisible()


def test_looking_writes_nothing(page: ReportsPage, sample_office: Session) -> None:
    before = sample_office.file.commit_number
    for kind in kinds_by_reader():
        page.gallery.choose(kind.key)
    assert sample_office.file.commit_number == before


def test_every_control_has_a_name(page: ReportsPage) -> None:
    assert unnamed(page) == []


LONG = "Children and young people whose needs are met early, close to home and by people who know them " * 3


def test_a_long_title_pushes_no_button_off_the_page(page: ReportsPage, sample_office: Session) -> None:
    with sample_office.file.change("Rename the area") as change:
        for area in sample_office.file.rows("SELECT id FROM area"):
            change.update("area", str(area["id"]), title=LONG)
        for plan in sample_office.file.rows("SELECT id FROM plan"):
            change.update("plan", str(plan["id"]), name=LONG)
    page.refresh()
    page.resize(862, 400)
    for kind in kinds_by_reader():
        page.gallery.choose(kind.key)
        assert page.minimumSizeHint().width() <= 862
        button = page.issue_button if kind.is_issued else page.draft
        seen = button.visibleRegion().boundingRect()
        assert seen == button.rect(), kind.key
