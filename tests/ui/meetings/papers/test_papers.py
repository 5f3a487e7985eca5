"""Papers dropped on an item, looked through, settled, made clean, cleared, in the order of the agenda."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot
from tests.ui.finding import unnamed
from tests.ui.meetings.conftest import AgendaDesk

from boarddesk.records.agenda import items, papers
from boarddesk.rules.papers.paper import Paper
from boarddesk.rules.refused import Refused
from boarddesk.sample.agendas.paperwork import word_file
from boarddesk.ui import background
from boarddesk.ui.meetings.papers.view import PapersView
from boarddesk.ui.widgets.form_dialog import FormDialog


@pytest.fixture
def clean(tmp_path: Path) -> str:
    path = tmp_path / "Waits.txt"
    path.write_text("Waits fell.", "utf-8")
    return str(path)


@pytest.fixture
def changed(tmp_path: Path) -> str:
    """A file somebody's changes and comments are still in."""
    path = tmp_path / "Waits with changes.docx"
    path.write_bytes(word_file("Waits", ("Waits fell.", "Posts are filled."), by="Ruth Calder"))
    return str(path)


def drop(desk: AgendaDesk, title: str, *names: str) -> None:
    with background.at_once():
        desk.view.drag.files_dropped.emit(desk.id_of(title), list(names))


def of(desk: AgendaDesk, title: str) -> tuple[Paper, ...]:
    return papers.papers_of_meeting(desk.file, desk.meeting).get(desk.id_of(title), ())


def list_of(desk: AgendaDesk) -> PapersView:
    desk.page.workspace.show_part("Papers")
    found = desk.page.findChild(PapersView)
    assert isinstance(found, PapersView)
    return found


def dialog_of(desk: AgendaDesk) -> FormDialog:
    return desk.page.findChildren(FormDialog)[-1]


def state_in_agenda(desk: AgendaDesk, title: str) -> str:
    return next(
        row.cell("papers").words for row in desk.view.table.rows_shown() if row.id == desk.id_of(title)
    )


def test_a_file_dropped_on_an_item_is_its_paper_and_undo_takes_it_out(full: AgendaDesk, clean: str) -> None:
    drop(full, "Waits", clean)
    (paper,) = of(full, "Waits")
    assert (paper.title, paper.copy is not None) == ("Waits", True)
    assert full.file.undo_label == "Take in Waits"
    full.file.undo()
    assert of(full, "Waits") == ()


def test_a_file_goes_to_the_paper_that_is_to_follow(full: AgendaDesk, clean: str) -> None:
    papers.name_paper(full.file, full.id_of("Waits"), "Therapies waiting times")
    assert state_in_agenda(full, "Waits") == "To follow"
    drop(full, "Waits", clean)
    (paper,) = of(full, "Waits")
    assert paper.title == "Therapies waiting times" and paper.copy is not None


def test_what_nobody_should_publish_is_said_and_settled_or_taken_out(full: AgendaDesk, changed: str) -> None:
    drop(full, "Waits", changed)
    (paper,) = of(full, "Waits")
    open_ones = {finding.kind for finding in paper.open_findings}
    assert {"tracked changes", "comments"} <= open_ones
    assert state_in_agenda(full, "Waits") == f"{len(paper.open_findings)} findings"
    full.view.paper_actions.accept(paper, paper.open_findings[0])
    dialog_of(full).answers.put("why", "The board asked to see what changed.")
    dialog_of(full).try_accept()
    (paper,) = of(full, "Waits")
    assert paper.open_findings[0].kind != "tracked changes"
    with background.at_once():
        full.view.paper_actions.clean(paper)
    (paper,) = of(full, "Waits")
    assert not {"tracked changes", "comments"} & {finding.kind for finding in paper.open_findings}
    assert len(paper.copies) == 2, "the original is kept"
    full.file.undo()
    assert len(of(full, "Waits")[0].copies) == 1


def test_a_file_that_is_no_paper_is_refused_and_nothing_is_kept(full: AgendaDesk, tmp_path: Path) -> None:
    program = tmp_path / "setup.exe"
    program.write_bytes(b"MZ" + bytes(200))
    before = full.file.commit_number
    with background.at_once(), pytest.raises(Refused, match=r"setup\.exe"):
        full.view.paper_actions.take_files(full.id_of("Waits"), [str(program)])
    assert full.file.commit_number == before


def test_missing_papers_stand_first_then_all_in_the_order_of_the_agenda(
    full: AgendaDesk, clean: str, changed: str
) -> None:
    full.view.write(full.id_of("Budget"), "papers", "1")
    drop(full, "Posts", clean)
    drop(full, "Waits", changed)
    papers.name_paper(full.file, full.id_of("Close"), "Forward plan")
    view = list_of(full)
    names = [row.cell("name").words for row in view.table.rows_shown()]
    assert names[0] == "Budget" and names[1].endswith("Forward plan")
    assert [name.split(" ", 1)[1] for name in names[2:]] == ["Waits with changes.docx", "Waits.txt"]
    states = [row.cell("state").words for row in view.table.rows_shown()]
    assert states[:2] == ["Missing", "To follow"] and states[3] == "In"
    assert view.count_label.full_text() == "2 of 4 in"
    assert full.page.workspace.tabs.tabText(full.page.workspace.tabs.currentIndex()) == "Papers   3"


def test_a_paper_belongs_to_two_items_and_is_counted_once(full: AgendaDesk, clean: str) -> None:
    drop(full, "Waits", clean)
    (paper,) = of(full, "Waits")
    papers.put_on(full.file, paper.id, full.id_of("Posts"))
    view = list_of(full)
    assert len(view.table.model.rows) == 2
    assert view.count_label.full_text() == "1 of 1 in"
    view.table.choose_first()
    view.does.take_off(paper, full.id_of("Waits"))
    assert of(full, "Waits") == () and len(of(full, "Posts")) == 1


def test_a_withdrawn_paper_says_why_and_can_come_back(full: AgendaDesk, clean: str) -> None:
    drop(full, "Waits", clean)
    view = list_of(full)
    (paper,) = of(full, "Waits")
    view.does.withdraw(paper)
    dialog_of(full).answers.put("why", "The figures are being checked again.")
    dialog_of(full).try_accept()
    assert view.table.rows_shown()[0].cell("state").words == "Withdrawn"
    (paper,) = of(full, "Waits")
    view.does.withdraw(paper)
    assert view.table.rows_shown()[0].cell("state").words == "In"


def test_who_cleared_a_paper_is_kept_with_day_and_how(full: AgendaDesk, clean: str) -> None:
    with full.file.change("Sign-offs") as change:
        change.insert("clearance_role", board_id=full.board, name="Director", position=0)
        change.insert("clearance_role", board_id=full.board, name="Forum", position=1)
    drop(full, "Waits", clean)
    view = list_of(full)
    (paper,) = of(full, "Waits")
    view.does.clear(paper)
    dialog = dialog_of(full)
    dialog.answers.put("by", "Ruth Calder")
    dialog.answers.put("how", "by e-mail")
    dialog.try_accept()
    (paper,) = of(full, "Waits")
    assert [clearance.cleared_by for clearance in paper.clearances] == ["Ruth Calder", ""]
    assert view.table.rows_shown()[0].cell("cleared").words == "1 of 2, not Forum"


def test_a_paper_opens_from_a_copy_that_can_only_be_read(
    full: AgendaDesk, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())))
    drop(full, "Waits", clean)
    view = list_of(full)
    view.table.choose_first()
    (paper,) = of(full, "Waits")
    view.does.open(paper, full.view.shown.row(full.id_of("Waits")) if full.view.shown else None, 1)
    assert opened[0].name.endswith("-1 Waits.txt")
    assert not opened[0].stat().st_mode & 0o222


def test_every_control_has_a_name_and_looking_writes_nothing(
    full: AgendaDesk, changed: str, qtbot: QtBot
) -> None:
    drop(full, "Waits", changed)
    full.choose("Waits")
    assert unnamed(full.view) == []
    before = full.file.commit_number
    view = list_of(full)
    view.table.choose_first()
    assert unnamed(view) == []
    assert full.file.commit_number == before
    assert items.agenda_item(full.file, full.id_of("Waits")).papers_wanted is False
