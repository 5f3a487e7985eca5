"""However long reading and taking last, each outcome lands on what it was asked for, or nowhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.import_wizard.documents import council_plan, plan_document, register_workbook

from boarddesk.importing.deciding.reading import Reading, ReadingChoices
from boarddesk.importing.plan.choices import PlanChoices
from boarddesk.records.file.backups import back_up
from boarddesk.records.plan import areas, plans
from boarddesk.ui.import_wizard import page as import_page
from boarddesk.ui.import_wizard.page import ImportPage
from boarddesk.ui.import_wizard.source import Source, open_source, read
from boarddesk.ui.import_wizard.steps import At
from boarddesk.ui.widgets.banner import Banner

LONG = 20_000


@pytest.fixture(autouse=True)
def at_once() -> None:
    """Here jobs are done beside the window."""


class Gates:
    """Each document is read, and each backup made, once its gate is open."""

    def __init__(self) -> None:
        self.of: dict[str, Event] = {}
        self.read: list[str] = []

    def shut(self, name: str) -> Event:
        return self.of.setdefault(name, Event())

    def wait(self, name: str) -> None:
        if name in self.of:
            assert self.of[name].wait(LONG / 1000)


@pytest.fixture
def gates(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gates]:
    made = Gates()

    def opening(path: Path, *, today: date, given_up: Callable[[], bool]) -> tuple[Source, Reading]:
        made.wait(path.name)
        try:
            return open_source(path, today=today, given_up=given_up)
        finally:
            made.read.append(path.name)

    def backing(path: Path, *, reason: str) -> object:
        made.wait("backup")
        return back_up(path, reason=reason)

    def again(source: Source, wanted: ReadingChoices, *, given_up: Callable[[], bool]) -> Reading:
        made.wait("again")
        return read(source, wanted, given_up=given_up)

    monkeypatch.setattr(import_page, "open_source", opening)
    monkeypatch.setattr(import_page, "read", again)
    monkeypatch.setattr(import_page, "back_up", backing)
    yield made
    for gate in made.of.values():
        gate.set()


def _until(qtbot: QtBot, there: Callable[[], bool]) -> None:
    qtbot.waitUntil(there, timeout=LONG)


def test_a_second_file_handed_over_while_the_first_is_read_waits_its_turn(
    page: ImportPage, gates: Gates, plan_path: Path, register_path: Path, qtbot: QtBot
) -> None:
    gate = gates.shut(plan_path.name)
    page.take_files([str(plan_path)])
    page.take_files([str(register_path)])
    gate.set()
    _until(qtbot, lambda: page.at is At.FOUND)
    assert page.source is not None and page.source.path == plan_path
    assert page.reading is not None and page.reading.plan is not None
    assert page.waiting == [register_path]


def test_what_was_read_of_a_file_given_up_never_lands_on_the_next(
    page: ImportPage, gates: Gates, plan_path: Path, register_path: Path, qtbot: QtBot
) -> None:
    first, second = gates.shut(plan_path.name), gates.shut(register_path.name)
    page.take_files([str(plan_path)])
    page.busy.cancelled.emit()
    page.take_files([str(register_path)])
    first.set()
    _until(qtbot, lambda: plan_path.name in gates.read)
    qtbot.wait(50)
    assert page.source is None and page.at is At.FILE
    second.set()
    _until(qtbot, lambda: page.at is At.FOUND)
    assert page.source is not None and page.source.path == register_path
    assert page.reading is not None and page.reading.registers is not None


def _to_proposals(page: ImportPage, path: Path, qtbot: QtBot) -> None:
    page.take_files([str(path)])
    _until(qtbot, lambda: page.at is At.FOUND)
    if page.found.form.board.value() == "new":
        page.found.form.new_name.setText("Northmoor Improvement Board")
        page.found.form.new_short.setText("NIB")
    page.go_on()
    _until(qtbot, lambda: page.at is At.COLUMNS)
    page.go_on()
    assert page.at is At.PROPOSALS


def test_proposals_are_looked_at_again_where_the_office_changed_while_the_backup_was_made(
    page: ImportPage, gates: Gates, plan_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = page.session.file
    _to_proposals(page, plan_path, qtbot)
    page.go_on()
    _until(qtbot, lambda: page.at is At.DONE)
    second = plan_document(tmp_path / "again.docx")
    page.begin_anew()
    _to_proposals(page, second, qtbot)
    gate = gates.shut("backup")
    page.go_on()
    (known,) = plans.plans(file)
    areas.delete_area(file, plans.plan(file, known.id).areas[0].id)
    at = file.commit_number
    gate.set()
    _until(qtbot, lambda: any("changed meanwhile" in one.title() for one in page.findChildren(Banner)))
    assert (page.at, file.commit_number) == (At.PROPOSALS, at)
    page.go_on()
    _until(qtbot, lambda: page.at is At.DONE)


def test_another_file_dropped_while_one_is_taken_waits(
    page: ImportPage, gates: Gates, plan_path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    register = register_workbook(tmp_path / "later.xlsx")
    _to_proposals(page, plan_path, qtbot)
    gate = gates.shut("backup")
    page.go_on()
    page.take_files([str(register)])
    assert page.waiting == [register]
    gate.set()
    _until(qtbot, lambda: page.at is At.DONE)
    assert page.waiting == [register]


def test_a_tick_given_up_while_the_document_is_read_again_changes_nothing(
    page: ImportPage, gates: Gates, tmp_path: Path, qtbot: QtBot
) -> None:
    page.take_files([str(council_plan(tmp_path / "Plan.docx"))])
    _until(qtbot, lambda: page.at is At.FOUND)
    before = page.reading
    gate = gates.shut("again")
    page.found.table.ticked.emit("table 2", "tick", True)
    assert not page.foot.isEnabled()
    page.busy.cancelled.emit()
    gate.set()
    qtbot.wait(50)
    assert page.foot.isEnabled() and page.reading is before
    assert page.choices.tables == frozenset()
    page.found.table.ticked.emit("table 2", "tick", True)
    _until(qtbot, lambda: page.choices.tables == {2})


def test_a_document_dropped_while_another_is_read_again_waits_and_keeps_nothing_of_it(
    page: ImportPage, gates: Gates, tmp_path: Path, plan_path: Path, qtbot: QtBot
) -> None:
    page.take_files([str(council_plan(tmp_path / "Plan.docx"))])
    _until(qtbot, lambda: page.at is At.FOUND)
    gate = gates.shut("again")
    page.found.table.ticked.emit("table 2", "tick", True)
    page.take_files([str(plan_path)])
    gate.set()
    _until(qtbot, lambda: page.choices.tables == {2})
    assert page.waiting == [plan_path]
    page.begin_anew()
    page.take_files([])
    _until(qtbot, lambda: page.source is not None and page.source.path == plan_path)
    assert page.choices == PlanChoices()
