"""Governance: the chart of any day, the list that says the same, and what is done to a line."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed

from boarddesk.records import boards, lines
from boarddesk.rules.governance.lines import LineKind
from boarddesk.ui.page import Session
from boarddesk.ui.people.governance import GovernanceChart
from boarddesk.ui.people.page import PeoplePage
from boarddesk.ui.widgets.form_dialog import FormDialog

COMMITTEE, CARE_BOARD = "Northmoor ICB Quality Committee", "Northmoor Integrated Care Board"


@pytest.fixture
def page(qtbot: QtBot, sample_office: Session) -> PeoplePage:
    made = PeoplePage()
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show_session(sample_office)
    made.show()
    made.pick("line")
    return made


def _chart(page: PeoplePage) -> GovernanceChart:
    chart = page.front.section.over
    assert isinstance(chart, GovernanceChart)
    return chart


def _listed(page: PeoplePage) -> list[str]:
    return [row.cell("to").words for row in page.front.table.rows_shown()]


def _said(page: PeoplePage) -> str:
    return _chart(page).drawing.accessibleName()


def _look_at(page: PeoplePage, qtbot: QtBot, words: str) -> None:
    field = _chart(page).day
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def _dialog(page: PeoplePage, key: str) -> FormDialog:
    (found,) = [one for one in page.findChildren(FormDialog, key) if one.isVisible()]
    return found


def test_the_chart_and_its_list_are_of_today_until_another_day_is_typed(
    page: PeoplePage, qtbot: QtBot, sample_office: Session
) -> None:
    assert COMMITTEE not in _listed(page) and CARE_BOARD in _listed(page)
    assert COMMITTEE not in _said(page) and CARE_BOARD in _said(page)
    assert not _chart(page).today.isVisible()
    _look_at(page, qtbot, "1/6/2025")
    assert _said(page).startswith(
        "Governance on 1\N{NO-BREAK SPACE}June 2025. The SEND Improvement Board is accountable to"
    )
    assert COMMITTEE in _listed(page) and CARE_BOARD not in _listed(page)
    assert COMMITTEE in _said(page)
    button(page, "Governance today").click()
    assert CARE_BOARD in _listed(page)
    assert _chart(page).day.value() == sample_office.today


def test_all_lines_there_ever_were_are_a_choice_away_and_those_that_do_not_stand_are_faint(
    page: PeoplePage,
) -> None:
    page.front.choices[0].choose("all")
    page.front.filtered.emit()
    rows = {row.cell("to").words: row.ink for row in page.front.table.rows_shown()}
    assert rows[COMMITTEE] == "faint" and rows[CARE_BOARD] is None


def test_a_click_on_a_board_opens_it_and_one_on_another_body_does_nothing(
    page: PeoplePage, qtbot: QtBot
) -> None:
    drawing = _chart(page).drawing
    boxes = {box.body.short_name or box.body.name: box for box in drawing.chart.boxes}
    for name, kind in (("Northmoor Council Cabinet", "line"), ("SPB", "board")):
        at = QPoint(round(boxes[name].left + 20), round(boxes[name].top + 20))
        qtbot.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=at)
        assert page.kind == kind
    assert page.front.table.chosen_id() == boxes["SPB"].body.key


def test_the_picture_is_copied_on_white_paper_under_its_title(page: PeoplePage) -> None:
    QGuiApplication.clipboard().clear()
    button(page, "Copy picture").click()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1000 and image.height() > 500
    assert image.pixelColor(2, 2).name() == "#ffffff"


def test_a_line_is_added_ended_and_removed_each_with_one_undo(
    page: PeoplePage, qtbot: QtBot, sample_office: Session
) -> None:
    before = lines.lines(sample_office.file)
    page.add_button.click()
    dialog = _dialog(page, "add line")
    assert dialog.answers.text("board") == sample_office.board_id
    dialog.answers.put("kind", "informs")
    dialog.answers.put("to", "Schools Forum")
    dialog.try_accept()
    assert "Schools Forum" in _said(page)
    assert page.front.table.chosen_id() == dialog.made_id
    ends = next(action for action in page.commands() if action.title == "End this reporting line…")
    ends.do()
    dialog = _dialog(page, "end line")
    dialog.answers.put("until_day", "1 May 2026")
    dialog.try_accept()
    assert "Schools Forum" not in _said(page)
    _look_at(page, qtbot, "1 May 2026")
    assert "Schools Forum" in _said(page)
    page.front.choose(
        next(one.id for one in lines.lines(sample_office.file) if one.to_name == "Schools Forum")
    )
    page.remove()
    assert "Schools Forum" not in _said(page)
    undone = [sample_office.file.undo() for _ in range(3)]
    assert undone == [f"{verb} line SIB informs Schools Forum" for verb in ("Remove", "End", "Add")]
    assert lines.lines(sample_office.file) == before


def test_a_cell_of_the_list_is_edited_like_the_detail(page: PeoplePage, sample_office: Session) -> None:
    (told,) = (one for one in lines.lines(sample_office.file) if one.kind is LineKind.INFORMS)
    page.front.table.edited.emit(told.id, "to", "Families Forum")
    page.front.table.edited.emit(told.id, "from_day", "2026-04-01")
    found = lines.line(sample_office.file, told.id)
    assert (found.to_name, found.from_day) == ("Families Forum", date(2026, 4, 1))
    assert "Families Forum" in _said(page)


def test_a_day_is_typed_into_its_cell_by_keyboard_and_one_left_as_it_was_writes_nothing(
    page: PeoplePage, qtbot: QtBot, sample_office: Session
) -> None:
    table = page.front.table
    dated = next(one for one in lines.lines(sample_office.file) if one.from_day and not one.until_day)
    table.choose(dated.id)
    columns = [column.key for column in table.model.columns]

    def open_editors() -> list[QLineEdit]:
        return [one for one in table.view.viewport().findChildren(QLineEdit) if one.isVisible()]

    def types(key: str, words: str) -> None:
        index = table.model.index(table.model.line_of(dated.id), columns.index(key))
        table.view.setCurrentIndex(index)
        table.view.edit(index)
        (editor,) = open_editors()
        qtbot.keyClicks(editor, words)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not open_editors())

    before = sample_office.file.undo_label
    types("from_day", "")
    types("until_day", "")
    assert sample_office.file.undo_label == before
    types("until_day", "31/12/2030")
    assert lines.line(sample_office.file, dated.id).until_day == date(2030, 12, 31)
    assert sample_office.file.undo() == f"End line SIB accountable to {CARE_BOARD}"


def test_what_stands_beside_a_line_says_what_it_means(page: PeoplePage) -> None:
    page.front.table.choose_first()
    words = [one.text() for one in page.detail.findChildren(QLabel)]
    assert "What is escalated goes up this line." in words


def test_every_control_has_a_name(page: PeoplePage) -> None:
    assert unnamed(page) == []


def test_an_office_without_boards_or_lines_says_what_to_do_first(
    page: PeoplePage, sample_office: Session
) -> None:
    with sample_office.file.change("Take the lines out") as change:
        for one in lines.lines(sample_office.file):
            change.delete("reporting_line", one.id)
    page.catch_up()
    assert page.front.is_empty
    button(page, "Add a reporting line").click()
    dialog = _dialog(page, "add line")
    dialog.answers.put("to", "SPB")
    dialog.try_accept()
    assert not page.front.is_empty
    (made,) = lines.lines(sample_office.file)
    assert made.to_board_id == boards.board_named(sample_office.file, "SPB").id
