"""Whatever the search box offers does the same from a window just opened as on the page it belongs to."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.office_for_tests import MORNING, keepers

from boarddesk.issuing import attendance, highlights
from boarddesk.reports.word import writer as word
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.ui import background, office_dialogs
from boarddesk.ui.action import SEPARATOR, Action
from boarddesk.ui.pages import PAGES
from boarddesk.ui.records_page.page import RecordsPage
from boarddesk.ui.records_page.record_list import RecordList
from boarddesk.ui.reports import ready_report
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.window.desk import Desk
from boarddesk.ui.window.main_window import MainWindow

OF_WHAT_IS_CHOSEN = {
    "Change status…",
    "Add update…",
    "Add update to action…",
    "Add milestone…",
    "Add evidence…",
    "Ask about this action…",
    "Tick or untick milestone",
    "History…",
    "Appoint to this seat…",
    "Add deputy of this seat…",
    "End this seat…",
    "Escalate this action…",
    "Accept risk…",
    "Add control…",
    "Add mitigation…",
    "Bring down…",
    "Change score…",
    "Close risk…",
    "Escalate issue…",
    "Escalate risk…",
    "It has happened…",
    "Put on an agenda…",
    "Put on record for those chosen…",
    "Remove",
    "Reopen issue",
    "Reopen risk",
    "Resolve issue…",
    "Take escalation…",
    "Mark action as done…",
    "Move date of action…",
    "Withdraw action…",
    "Reopen action…",
    "Ratify decision…",
    "What a decision is about…",
}
"""Actions done to a row: there is none before the page was shown."""

COMPOSING = (
    (highlights, "highlight_report"),
    (attendance, "attendance_report"),
    (word, "write"),
    (ready_report, "findings_of"),
)
"""What makes the same of the same: a document shown again and again is composed and checked once."""

every_page = pytest.mark.parametrize("name", [entry.name for entry in PAGES])


@pytest.fixture
def window(
    qtbot: QtBot, sample_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """A window on the sample office just opened, Today in front; no other page was made yet, nor is ahead."""
    monkeypatch.setattr(MainWindow, "_make_pages", lambda _window: None)
    for module, name in COMPOSING:
        monkeypatch.setattr(module, name, _once(getattr(module, name)))
    path = tmp_path / "Northmoor SEND office.boarddesk"
    shutil.copyfile(sample_path, path)
    made = MainWindow(Settings(tmp_path / "window.json"), keepers=keepers(), now=lambda: MORNING)
    qtbot.addWidget(made)
    made.settings.remember("page", "today")
    made.resize(1366, 768)
    made.show()
    with background.at_once():
        made.open_path(path)
        yield made


def _once(makes: Callable[[object], object]) -> Callable[[object], object]:
    made: dict[str, object] = {}

    def make(of: object) -> object:
        key = repr(of)
        if key not in made:
            made[key] = makes(of)
        return made[key]

    return make


def _begin_anew(window: MainWindow) -> Desk:
    """As the window is when the office was just opened."""
    window.settings.remember("page", "today")
    window.rebuild()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the desk before
    assert window.desk is not None
    return window.desk


def _offered(desk: Desk, name: str) -> dict[str, Action]:
    """What can be done just now of what one page offers, by title."""
    titles = {one.title for one in desk.page(name).commands()} - {SEPARATOR}
    offered = [one for one in desk.commands() if one.title in titles]
    return {one.title: one for one in offered if one.can_be_done()}


def _outcome(window: MainWindow, command: Action) -> dict[str, object]:
    """What somebody would see of it: what is asked, what is said, which page is in front."""
    said = ""
    try:
        command.run()
    except (Refused, FileProblem) as no:
        said = no.sentence
    QApplication.processEvents()
    asked = sorted(
        f"{type(one).__name__}: {one.windowTitle()}: {_words(one)}"
        for one in QApplication.topLevelWidgets()
        if one.isVisible() and isinstance(one, QDialog)
    )
    page = window.page()
    shown = page.name if page is not None else ""
    notices = [one.accessibleName() for one in window.findChildren(Banner) if one.isVisible()]
    _close_all(window)
    return {"said": said, "asked": asked, "page": shown, "notices": notices}


def _words(dialog: QWidget) -> str:
    return " ".join(one.accessibleName() for one in dialog.findChildren(QWidget) if one.accessibleName())


def _close_all(window: MainWindow) -> None:
    for one in QApplication.topLevelWidgets():
        if one is not window and one.isVisible():
            one.close()
    QApplication.processEvents()


@every_page
def test_a_command_does_from_anywhere_what_it_does_on_its_page(window: MainWindow, name: str) -> None:
    titles = list(_offered(_begin_anew(window), name))
    elsewhere = {title: _outcome(window, _offered(_begin_anew(window), name)[title]) for title in titles}

    def on_its_page() -> dict[str, Action]:
        desk = _begin_anew(window)
        desk.show_page(name)
        QApplication.processEvents()
        return _offered(desk, name)

    offered = on_its_page()
    for title, seen in elsewhere.items():
        if seen != _outcome(window, offered[title]):  # what the one before chose may still be chosen
            offered = on_its_page()
            assert seen == _outcome(window, offered[title]), title
        assert not seen["said"], f"{title}: {seen['said']}"
    assert window.problems.crash is None
    left = set(offered) - set(titles)
    assert not {one for one in left if one not in OF_WHAT_IS_CHOSEN}, "only there for a page that was shown"


def _only_in_the_menu_of_a_row(desk: Desk) -> Iterator[tuple[RecordList[Any], Action]]:
    """Each list of each page in front, with each action that nothing but the menu of its rows offers."""
    for name in [entry.name for entry in PAGES]:
        desk.show_page(name)
        page = desk.page(name)
        if isinstance(page, RecordsPage):
            for kind, listed in page.lists.items():
                page.pick(kind)
                for action in listed.section.actions:
                    if action not in page.row_actions():
                        yield listed, action


def test_what_only_the_menu_of_a_row_offers_does_something_and_is_taken_back(window: MainWindow) -> None:
    """Moved, removed, deleted, asked, or the sentence why not; undo brings the rows back as they were."""
    desk, done = _begin_anew(window), set()
    file = desk.session.file
    for listed, action in _only_in_the_menu_of_a_row(desk):
        before = [row.id for row in listed.table.rows_shown()]
        assert listed.choose(before[1])
        commits = file.commit_number
        seen = _outcome(window, action)
        changed = file.commit_number != commits
        assert changed or seen["said"] or seen["asked"], f"{action.title} does nothing"
        if changed:
            assert [row.id for row in listed.table.rows_shown()] != before
            file.undo()
        assert [row.id for row in listed.table.rows_shown()] == before, action.title
        done.add(action.title)
    assert window.problems.crash is None
    assert done >= {"Move up", "Move down", "Remove", "Delete", "Add seat…"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("issue report", "Issue report…"),
        ("issue highlight", "Issue highlight report…"),
        ("issue attendance", "Issue attendance report…"),
        ("attendance report word", "Attendance report in Word…"),
        ("issue letter", "Issue letter about attendance…"),
    ],
)
def test_the_search_box_finds_a_deed_by_its_words_at_once(
    window: MainWindow, typed: str, found: str, qtbot: QtBot
) -> None:
    window.begin_search()
    assert window.desk is not None
    qtbot.keyClicks(window.desk.search, typed)
    assert window.desk.search.offers()[0] == found


def test_the_attendance_report_is_offered_before_the_page_was_ever_shown(window: MainWindow) -> None:
    seen = _outcome(window, _offered(_begin_anew(window), "attendance")["Attendance report in Word…"])
    assert (seen["said"], seen["page"]) == ("", "attendance")
    assert "Attendance report in Word" in str(seen["asked"])


def test_issuing_the_highlight_report_from_today_asks_where_it_goes_under_its_name(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(office_dialogs, "ask_save", lambda *_args, name, **_more: asked.append(name))
    _offered(_begin_anew(window), "reports")["Issue highlight report…"].run()
    assert len(asked) == 1 and "highlight report" in asked[0]
