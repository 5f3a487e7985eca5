"""What a person decides of a plan before anything is read into columns: tables, areas, statuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed
from tests.ui.import_wizard.documents import AREAS, council_plan

from boarddesk.records.plan import plans
from boarddesk.ui.import_wizard.page import ImportPage
from boarddesk.ui.import_wizard.steps import At
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.status_chip import StatusChip
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Row

DIARY = "table 2"
FAMILIES = "heading what families told us"


@pytest.fixture
def council(page: ImportPage, tmp_path: Path) -> ImportPage:
    """The import with a council's plan read, its tables and areas shown."""
    page.take_files([str(council_plan(tmp_path / "Plan v1.docx"))])
    assert page.at is At.FOUND
    page.found.form.new_name.setText("Northmoor Improvement Board")
    page.found.form.new_short.setText("NIB")
    page.found.side.choose("row")
    page.found.side.picked.emit("row")
    return page


def _rows(table: RecordTable) -> dict[str, Row]:
    rows = [row for one in table.rows_shown() for row in (one, *one.children)]
    return {row.id: row for row in rows}


def _ticked(table: RecordTable) -> list[str]:
    return [key for key, row in _rows(table).items() if row.cell("tick").ticked]


def _press(table: RecordTable, row_id: str, qtbot: QtBot) -> None:
    """Space on a line, as a person without a mouse ticks it."""
    assert table.choose(row_id)
    qtbot.keyClick(table.view, Qt.Key.Key_Space)


def _texts(page: ImportPage) -> list[str]:
    QCoreApplication.processEvents()
    return [label.text() for label in page.found.detail.findChildren(QLabel) if label.isVisibleTo(page)]


def _chips(page: ImportPage) -> list[str]:
    QCoreApplication.processEvents()
    shown = page.found.statuses.findChildren(StatusChip)
    return [chip.accessibleName() for chip in shown if chip.isVisibleTo(page)]


def test_tables_alike_stand_in_one_line_with_their_headings_and_why(council: ImportPage) -> None:
    plan = council.found.table.rows_shown()[0]
    assert (plan.cell("place").text, plan.cell("rows").text) == ("Tables 3 to 5", "9 actions")
    assert plan.cell("text").text.startswith("Ref, Action, By When")
    assert plan.cell("text").second.startswith("3 tables alike, with refs")
    assert [row.cell("place").text for row in plan.children] == ["Table 3", "Table 4", "Table 5"]


def test_a_diary_is_left_out_in_sight_and_a_list_of_versions_out_of_it(council: ImportPage) -> None:
    shown = _rows(council.found.table)
    assert shown[DIARY].cell("looks").text == "Left out, a diary"
    assert "neither refs nor" in shown[DIARY].cell("text").second
    groups = {group.key: group for group in council.found.table.model.groups}
    assert groups["tables"].title == "1 other table left out"
    assert (groups["tables"].count, groups["tables"].is_open) == ("list of versions", False)


def test_space_on_a_table_takes_it_in_and_its_rows_become_actions(council: ImportPage, qtbot: QtBot) -> None:
    before = _rows(council.found.table)
    _press(council.found.table, DIARY, qtbot)
    assert council.choices.tables == {2}
    taken = council.reading.plan if council.reading else None
    assert taken is not None
    texts = [action.text for area in taken.areas for action in area.actions]
    assert "Dates of the next three evenings agreed" in texts
    _press(council.found.table, DIARY, qtbot)
    assert (council.choices.tables, council.choices.not_tables) == (frozenset(), frozenset())
    assert _rows(council.found.table) == before


def test_one_table_of_a_run_can_be_left_out_and_taken_in_again(council: ImportPage, qtbot: QtBot) -> None:
    council.found.table.set_row_open("table 3", is_open=True)
    _press(council.found.table, "table 4 alone", qtbot)
    assert council.choices.not_tables == {4}
    shown = _rows(council.found.table)
    assert (shown["table 3"].cell("place").text, shown["table 3"].cell("rows").text) == (
        "Tables 3 and 5",
        "6 actions",
    )
    assert shown["table 4"].cell("text").second == "left out, as you said"
    _press(council.found.table, "table 4", qtbot)
    assert _rows(council.found.table)["table 3"].cell("rows").text == "9 actions"


def test_a_heading_is_added_as_an_area_beside_those_there_are(council: ImportPage, qtbot: QtBot) -> None:
    assert [_rows(council.found.areas)[key].cell("title").text for key in _ticked(council.found.areas)] == [
        *AREAS
    ]
    button(council.found, "Add a heading as an area").click()
    assert council.found.areas.chosen_id() == FAMILIES
    qtbot.keyClick(council.found.areas.view, Qt.Key.Key_Space)
    titles = [_rows(council.found.areas)[key].cell("title").text for key in _ticked(council.found.areas)]
    assert sorted(titles) == sorted([*AREAS, "What families told us"])
    doubtful = next(
        row for row in _rows(council.found.areas).values() if "families told" in row.cell("title").text
    )
    assert doubtful.cell("why").text == "no action stands under it"
    assert doubtful.cell("why").shape is not None


def test_an_area_unticked_gives_its_actions_away_and_can_be_taken_back(
    council: ImportPage, qtbot: QtBot
) -> None:
    _press(council.found.areas, "area 3", qtbot)
    out = next(
        row for row in _rows(council.found.areas).values() if row.cell("why").text == "no area, as you said"
    )
    assert out.cell("title").text == "Area 3: Preparing for adult life"
    _press(council.found.areas, out.id, qtbot)
    assert [_rows(council.found.areas)[key].cell("title").text for key in _ticked(council.found.areas)] == [
        *AREAS
    ]
    assert (council.choices.areas, council.choices.not_areas) == ((), ())


def test_no_plan_at_all_is_said_calmly_and_can_be_mended_in_place(council: ImportPage, qtbot: QtBot) -> None:
    _press(council.found.table, "table 3", qtbot)
    assert council.at is At.FOUND
    assert council.reading is not None and council.reading.plan is None
    assert not council.found.of_plan.isVisible()
    _press(council.found.table, "table 3", qtbot)
    assert council.reading.plan is not None
    assert council.found.of_plan.isVisible()


def test_the_documents_own_row_stands_beside_with_what_it_is_read_as(council: ImportPage) -> None:
    words = _texts(council)
    assert "Table 3, row 2, 1 of 9" in words
    assert "Agree step 1 with families and say so on the local offer" in words
    assert "area 1" in words
    button(council.found, "The row after").click()
    assert "Table 3, row 3, 2 of 9" in _texts(council)
    assert not button(council.found, "The row after").isHidden()
    button(council.found, "The row before").click()
    assert "Table 3, row 2, 1 of 9" in _texts(council)
    assert any(words.startswith("3 tables alike") for words in (text.casefold() for text in _texts(council)))


def test_the_documents_key_stands_as_chips_with_its_words_and_counts(council: ImportPage) -> None:
    chips = _chips(council)
    assert chips == ["Blue", "Green", "Amber", "Red", "Pink"]
    words = [label.text() for label in council.found.statuses.findChildren(QLabel)]
    assert "“to be started”" in words and "2 actions" in words
    assert council.found.statuses.about.text() == "the document's own key, read into BRAG with pink"


def test_another_scheme_is_chosen_in_place(council: ImportPage) -> None:
    council.found.statuses.scheme_chosen.emit("Improvement plan")
    assert council.found.form.scheme.value() == "Improvement plan"
    chips = _chips(council)
    assert chips[:2] == ["Met", "On track"]


def test_where_it_goes_is_shown_where_something_is_still_to_be_said(page: ImportPage, tmp_path: Path) -> None:
    page.take_files([str(council_plan(tmp_path / "Plan v1.docx"))])
    assert page.found.form.isVisible() and not page.found.detail.isVisible()
    button(page.found, "Beside the lists: In the document").click()
    assert page.found.detail.isVisible() and not page.found.form.isVisible()
    page.go_on()
    assert page.found.form.isVisible()
    assert page.found.form.fields["name"].refused()


def test_back_keeps_the_choices(council: ImportPage, qtbot: QtBot) -> None:
    _press(council.found.table, DIARY, qtbot)
    council.go_on()
    council.go_on()
    assert council.at is At.PROPOSALS
    council.go_back()
    council.go_back()
    assert council.at is At.FOUND
    assert DIARY not in _rows(council.found.table) or _rows(council.found.table)[DIARY].cell("tick").ticked
    assert council.choices.tables == {2}


def test_nothing_is_written_by_ticking(council: ImportPage, empty_office: Session, qtbot: QtBot) -> None:
    before = empty_office.file.commit_number
    _press(council.found.table, DIARY, qtbot)
    _press(council.found.areas, "area 3", qtbot)
    assert empty_office.file.commit_number == before
    assert plans.plans(empty_office.file) == ()


def test_every_control_of_the_lists_has_a_name(council: ImportPage) -> None:
    assert unnamed(council) == []
    council.found.areas.choose_first()
    assert unnamed(council) == []
