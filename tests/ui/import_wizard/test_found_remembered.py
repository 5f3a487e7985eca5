"""What was decided about a plan's document is offered again when its next version comes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.ui.finding import button
from tests.ui.import_wizard.documents import AREAS, council_plan

from boarddesk.records.plan import plans
from boarddesk.ui.import_wizard.page import ImportPage
from boarddesk.ui.import_wizard.steps import At
from boarddesk.ui.page import Session

DIARY = "table 2"
WORDS = "Remembered from last time: table 4 left out; “What families told us” is an area."


def _taken(page: ImportPage, path: Path, qtbot: QtBot) -> None:
    """A version is brought in without one of its tables, with a heading more as an area."""
    page.take_files([str(path)])
    page.found.form.new_name.setText("Northmoor Improvement Board")
    page.found.form.new_short.setText("NIB")
    page.found.table.set_row_open("table 3", is_open=True)
    assert page.found.table.choose("table 4 alone")
    qtbot.keyClick(page.found.table.view, Qt.Key.Key_Space)
    page.found.offer_headings()
    qtbot.keyClick(page.found.areas.view, Qt.Key.Key_Space)
    for _ in range(3):
        page.go_on()
    assert page.at is At.DONE


def test_the_next_version_is_read_as_the_last_was_and_says_so(
    page: ImportPage, tmp_path: Path, empty_office: Session, qtbot: QtBot
) -> None:
    _taken(page, council_plan(tmp_path / "Plan v1.docx"), qtbot)
    (plan,) = plans.plans(empty_office.file)
    titles = [area.title for area in plans.plan(empty_office.file, plan.id).areas if area.actions]
    assert titles == [AREAS[0], AREAS[2]]
    before = empty_office.file.commit_number
    page.take_files([str(council_plan(tmp_path / "Another name altogether.docx", each=4))])
    assert page.found.remembered.isVisible()
    assert page.found.remembered.words.text() == WORDS
    assert page.choices.not_tables == {4}
    assert empty_office.file.commit_number == before


def test_what_is_remembered_can_be_forgotten(
    page: ImportPage, tmp_path: Path, empty_office: Session, qtbot: QtBot
) -> None:
    _taken(page, council_plan(tmp_path / "Plan v1.docx"), qtbot)
    page.take_files([str(council_plan(tmp_path / "Plan v2.docx"))])
    button(page.found, "Forget: what is remembered from last time").click()
    assert not page.found.remembered.isVisible()
    assert (page.choices.not_tables, page.choices.areas) == (frozenset(), ())
    for _ in range(3):
        page.go_on()
    page.take_files([str(council_plan(tmp_path / "Plan v3.docx"))])
    assert not page.found.remembered.isVisible()


def test_undo_takes_what_is_remembered_back_with_the_import(
    page: ImportPage, tmp_path: Path, empty_office: Session, qtbot: QtBot
) -> None:
    _taken(page, council_plan(tmp_path / "Plan v1.docx"), qtbot)
    empty_office.file.undo()
    assert empty_office.file.rows("SELECT * FROM plan_choice") == []
    assert page.choices.not_tables == {4}
