"""What is issued is what was asked for, as the office is then, however long it takes to prepare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest
from pytestqt.qtbot import QtBot

from boarddesk.issuing.document_kind import PreparedDocument
from boarddesk.records import documents
from boarddesk.records.plan import actions, areas, plans
from boarddesk.rules.plan.actions import Area
from boarddesk.ui import office_dialogs
from boarddesk.ui.page import Session
from boarddesk.ui.reports import page as reports_page
from boarddesk.ui.reports import ready_report
from boarddesk.ui.reports.page import ReportsPage

LONG = 20_000


@dataclass
class Held:
    """The jobs of the page wait until they are let go."""

    begun: list[PreparedDocument] = field(default_factory=list)
    lets_go: Event = field(default_factory=Event)

    def wait(self) -> None:
        self.lets_go.clear()

    def go(self) -> None:
        self.lets_go.set()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    made = Held()
    made.go()
    compose = ready_report.made_ready

    def slowly(prepared: PreparedDocument, *, to_issue: bool) -> object:
        made.begun.append(prepared)
        assert made.lets_go.wait(LONG / 1000)
        return compose(prepared, to_issue=to_issue)

    monkeypatch.setattr(reports_page, "made_ready", slowly)
    yield made
    made.go()


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session, held: Held) -> ReportsPage:
    made = ReportsPage()
    qtbot.addWidget(made)
    made.resize(1198, 662)
    made.show_session(sample_office)
    made.show()
    _until_shown(qtbot, made)
    return made


@pytest.fixture
def saves(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Path]:
    """Every file is saved under the name proposed; where."""
    asked: list[Path] = []

    def save(_parent: object, chosen: Callable[[Path], object], *, title: str, name: str, kinds: str) -> None:
        assert title and kinds
        asked.append(tmp_path / name)
        chosen(asked[-1])

    monkeypatch.setattr(office_dialogs, "ask_save", save)
    return asked


def _until_shown(qtbot: QtBot, page: ReportsPage) -> None:
    qtbot.waitUntil(page.draft.isEnabled, timeout=LONG)


def _choose_area(page: ReportsPage, number: str) -> None:
    page.scope.area.choose(number)
    page.scope.changed.emit()


def _words(path: Path) -> str:
    with ZipFile(path) as packed:
        return re.sub(r"<[^>]+>", " ", packed.read("word/document.xml").decode())


def test_while_a_document_is_prepared_nothing_can_be_issued_and_the_one_before_is_said_to_be_it(
    page: ReportsPage, held: Held, qtbot: QtBot
) -> None:
    held.wait()
    _choose_area(page, "3")
    assert not page.issue_button.isEnabled()
    assert not page.draft.isEnabled()
    assert page.verdict.text() == reports_page.PREPARING_ANEW
    held.go()
    _until_shown(qtbot, page)
    assert page.issue_button.isEnabled()
    assert page.document_title.text().startswith("Area 3")


def test_issuing_while_an_area_is_prepared_issues_that_area_under_its_own_name(
    page: ReportsPage, held: Held, saves: list[Path], qtbot: QtBot
) -> None:
    held.wait()
    _choose_area(page, "3")
    page.issue()  # as the search box does, where no button rests
    assert saves == []
    held.go()
    qtbot.waitUntil(lambda: bool(documents.issued(page.session.file, kind="highlight")), timeout=LONG)
    (path,) = saves
    (kept,) = [one for one in documents.issued(page.session.file) if one.title in _titles(path)]
    assert "Area 3" in path.name and "Area 3" in kept.title
    assert documents.word_of(page.session.file, kept.id) == path.read_bytes()
    qtbot.waitUntil(page.draft.isEnabled, timeout=LONG)


def _titles(path: Path) -> str:
    return " ".join(_words(path).split())


def test_what_is_chosen_while_another_is_to_be_issued_is_not_issued_in_its_place(
    page: ReportsPage, held: Held, saves: list[Path], qtbot: QtBot
) -> None:
    before = len(documents.issued(page.session.file))
    held.wait()
    _choose_area(page, "3")
    page.issue()
    _choose_area(page, "4")
    held.go()
    _until_shown(qtbot, page)
    assert saves == []
    assert len(documents.issued(page.session.file)) == before
    notice = page.notices.itemAt(0)
    shown = notice.widget() if notice is not None else None
    assert shown is not None and "Nothing was written" in shown.accessibleName()


def test_an_owner_changed_before_or_while_it_is_prepared_stands_in_the_document_issued(
    page: ReportsPage, held: Held, saves: list[Path], qtbot: QtBot
) -> None:
    area = _areas(page)[2]
    _choose_area(page, area.number)
    _until_shown(qtbot, page)
    _give_all(page, area, "Wilhelmina Ashgrove")
    held.wait()
    page.issue()
    _give_all(page, area, "Ottoline Fairweather")
    held.go()
    qtbot.waitUntil(lambda: bool(saves) and saves[0].exists(), timeout=LONG)
    words = _words(saves[0])
    assert "Fairweather" in words and "Ashgrove" not in words
    _until_shown(qtbot, page)


def test_an_owner_changed_while_the_page_is_out_of_sight_stands_in_the_draft(
    page: ReportsPage, saves: list[Path], qtbot: QtBot
) -> None:
    page.hide()
    _give_all(page, _areas(page)[0], "Wilhelmina Ashgrove")
    page.save_draft()
    qtbot.waitUntil(lambda: bool(saves) and saves[0].exists(), timeout=LONG)
    assert "Ashgrove" in _words(saves[0])


def test_of_an_area_that_goes_while_its_report_is_prepared_nothing_is_issued(
    page: ReportsPage, held: Held, saves: list[Path], qtbot: QtBot
) -> None:
    area = _areas(page)[2]
    _choose_area(page, area.number)
    held.wait()
    page.issue()
    areas.delete_area(page.session.file, area.id)
    held.go()
    _until_shown(qtbot, page)
    assert saves == []


def _areas(page: ReportsPage) -> tuple[Area, ...]:
    file = page.session.file
    return plans.plan(file, plans.plans(file)[0].id).areas


def _give_all(page: ReportsPage, area: Area, owner: str) -> None:
    for action in area.actions:
        actions.set_owners(page.session.file, action.id, [owner])
