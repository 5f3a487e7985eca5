"""The one table does everything by keyboard, says what it shows, and writes nothing itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed

from boarddesk.rules.statuses.status import Status, StatusIs
from boarddesk.ui.look.theme import look
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.empty_state import EmptyState
from boarddesk.ui.widgets.filter_bar import FilterBar
from boarddesk.ui.widgets.paint import width_of
from boarddesk.ui.widgets.table.cells import FIRST_PAD, PAD
from boarddesk.ui.widgets.table.columns import needed
from boarddesk.ui.widgets.table.record_table import RecordTable
from boarddesk.ui.widgets.table.rows import Cell, Column, Editor, EditorKind, Group, Kind, Row

MET = Status("met", "Met", "M", "003078", StatusIs.COMPLETE)
OFF = Status("off", "Not on track", "N", "B10E1E", StatusIs.OFF_COURSE)
COLUMNS = (
    Column("tick", "", 32, kind=Kind.TICK, editor=Editor(EditorKind.TICK)),
    Column("ref", "Ref", 48),
    Column("action", "Action", 200, stretch=True, second="latest", editor=Editor()),
    Column("latest", "Latest update", 240, from_width=1100),
    Column("by", "By when", 120, kind=Kind.DATE, editor=Editor(EditorKind.DATE)),
    Column(
        "owner", "Owner", 100, editor=Editor(EditorKind.CHOICE, (("g", "Gwen Thirlby"), ("r", "Ruth Calder")))
    ),
    Column("status", "Status", 124, kind=Kind.STATUS),
    Column("mark", "9\nJun", 34, kind=Kind.MARK, typed=True),
    Column("note", "Note", 80, shown=False),
)
GROUPS = (
    Group("4", "Timely plans", "4", "2 actions", ((MET, 1), (OFF, 1))),
    Group("5", "Adulthood", "5", "1 action"),
)
DOWN, UP, LEFT, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right
CTRL = Qt.KeyboardModifier.ControlModifier


def _row(ref: str, action: str, status: Status, *, children: tuple[Row, ...] = ()) -> Row:
    cells: dict[str, Cell | str] = {
        "tick": Cell(ticked=False),
        "ref": ref,
        "action": action,
        "latest": f"Update of {ref}",
        "by": Cell("9 Jun 2026", sort=date(2026, 6, 9), value="2026-06-09"),
        "owner": Cell("Gwen Thirlby", value="g"),
        "status": Cell(status=status),
        "mark": Cell(mark="P", said="present"),
        "note": "Clinic",
    }
    return Row(ref, cells, group=ref.split(".")[0], children=children)


MILESTONE = Row("m1", {"action": "Panel terms agreed", "owner": "H Stroud"})
ROWS = (
    _row("4.10", "Moderate every draft", OFF, children=(MILESTONE,)),
    _row("4.9", "Write to families", MET),
    _row("5.1", "Map every offer", MET),
)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "window.json")


@pytest.fixture
def table(qtbot: QtBot, settings: Settings) -> RecordTable:
    made = RecordTable("plan", COLUMNS, noun=("action", "actions"), row_height=40, settings=settings)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.set_rows(ROWS, GROUPS)
    made.view.setFocus()
    return made


def _go(table: RecordTable, row: str, column: str) -> None:
    at = [one.key for one in COLUMNS].index(column)
    table.view.setCurrentIndex(table.model.index(table.model.line_of(row), at))


def _shown(table: RecordTable) -> list[str]:
    return [line.group.key if line.group else line.id for line in table.model.lines]


def _clip() -> str:
    return QGuiApplication.clipboard().text()


def test_showing_rows_chooses_none_and_announces_nothing(qtbot: QtBot, table: RecordTable) -> None:
    with qtbot.assertNotEmitted(table.chosen), qtbot.assertNotEmitted(table.edited):
        table.set_rows(ROWS, GROUPS)
    assert table.chosen_id() == ""


def test_arrows_move_and_announce_the_row(qtbot: QtBot, table: RecordTable) -> None:
    table.choose("4.10")
    with qtbot.waitSignal(table.chosen) as told:
        qtbot.keyClick(table.view, DOWN)
    assert told.args == ["4.9"]
    assert table.chosen_id() == "4.9"


def test_the_chosen_row_stays_chosen_when_rows_are_given_again(qtbot: QtBot, table: RecordTable) -> None:
    table.choose("4.9")
    with qtbot.assertNotEmitted(table.chosen):
        table.set_rows((ROWS[1], ROWS[0], ROWS[2]), GROUPS)
    assert table.chosen_id() == "4.9"
    assert table.view.current_line() is not None
    assert table.view.current_line().id == "4.9"


def test_a_chosen_row_that_is_gone_is_said_to_be_gone(qtbot: QtBot, table: RecordTable) -> None:
    table.choose("4.9")
    with qtbot.waitSignal(table.chosen) as told:
        table.set_rows((ROWS[0],), GROUPS)
    assert told.args == [""]


def test_enter_opens_a_row_and_a_group(qtbot: QtBot, table: RecordTable) -> None:
    table.choose("4.9")
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert told.args == ["4.9"]
    table.view.setCurrentIndex(table.model.index(0, 0))
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert _shown(table) == ["4", "5", "5.1"]


def test_left_closes_and_right_opens_a_group(qtbot: QtBot, table: RecordTable) -> None:
    table.view.setCurrentIndex(table.model.index(0, 0))
    qtbot.keyClick(table.view, LEFT)
    assert _shown(table) == ["4", "5", "5.1"]
    qtbot.keyClick(table.view, RIGHT)
    assert _shown(table) == ["4", "4.10", "4.9", "5", "5.1"]


def test_a_closed_group_stays_closed_when_rows_are_given_again(table: RecordTable) -> None:
    table.view.toggle(0)
    table.set_rows(ROWS, GROUPS)
    assert _shown(table) == ["4", "5", "5.1"]


def test_rows_below_a_row_open_and_close(qtbot: QtBot, table: RecordTable) -> None:
    _go(table, "4.10", "tick")
    qtbot.keyClick(table.view, RIGHT)
    assert "m1" in _shown(table)
    qtbot.keyClick(table.view, LEFT)
    assert "m1" not in _shown(table)


def test_choosing_a_hidden_row_opens_what_it_is_in(table: RecordTable) -> None:
    for at in range(len(GROUPS)):
        table.view.toggle(at)
    assert table.choose("m1")
    assert table.chosen_id() == "m1"
    assert not table.choose("no such row")


def test_a_click_on_a_head_sorts_up_then_down_then_not(table: RecordTable) -> None:
    orders = []
    for _ in range(3):
        table.view.head.sectionClicked.emit(1)
        orders.append([one for one in _shown(table) if "." in one])
    assert orders == [["4.9", "4.10", "5.1"], ["4.10", "4.9", "5.1"], ["4.10", "4.9", "5.1"]]
    assert table.model.arrangement.sort_key == ""


def test_the_head_says_how_it_is_sorted(table: RecordTable) -> None:
    table.sort_by("ref", descending=True)
    said = table.model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ref, sorted downwards"


def test_the_filter_row_opens_by_key_and_filters(qtbot: QtBot, table: RecordTable) -> None:
    qtbot.keyClick(table.view, Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.ShiftModifier)
    fields = [field for field in table.view.head.findChildren(QLineEdit) if field.isVisible()]
    owner = next(field for field in fields if field.accessibleName() == "Filter Action")
    qtbot.keyClicks(owner, "families")
    assert [one for one in _shown(table) if "." in one] == ["4.9"]
    assert table.count_text() == "1 of 3 actions"
    table.toggle_filters()
    assert table.count_text() == "3 actions"


def test_the_bar_above_filters_counts_and_has_named_controls(qtbot: QtBot, table: RecordTable) -> None:
    bar = FilterBar(table)
    qtbot.addWidget(bar)
    assert bar.count() == "3 actions"
    qtbot.keyClicks(bar.field, "met")
    assert bar.count() == "2 of 3 actions"
    assert unnamed(bar) == []
    assert button(bar, "Choose columns")


def test_columns_hidden_are_remembered_for_this_table(
    qtbot: QtBot, table: RecordTable, settings: Settings
) -> None:
    table.columns.show("owner", shown=False)
    again = RecordTable("plan", COLUMNS, settings=settings)
    other = RecordTable("people", COLUMNS, settings=settings)
    for made in (again, other):
        qtbot.addWidget(made)
    assert "owner" not in [column.key for column in again.columns.visible()]
    assert "owner" in [column.key for column in other.columns.visible()]


def test_a_column_not_shown_at_first_can_be_chosen(table: RecordTable) -> None:
    assert "note" not in [column.key for column in table.columns.visible()]
    table.columns.show("note", shown=True)
    assert "note" in [column.key for column in table.columns.visible()]


def test_the_second_line_becomes_a_column_where_there_is_room(table: RecordTable) -> None:
    at = table.model.line_of("4.9")
    assert table.model.second(at, 2) == "Update of 4.9"
    table.resize(1300, 500)
    QApplication.processEvents()
    assert "latest" in [column.key for column in table.columns.visible()]
    assert table.model.second(at, 2) == ""


def test_a_column_that_yields_goes_before_the_words_of_a_row_are_cut(qtbot: QtBot) -> None:
    columns = (
        Column("item", "Item", 100, stretch=True, fits=300),
        Column("lead", "Lead", 100),
        Column("outcome", "Outcome", 100, yields=2),
        Column("purpose", "Purpose", 100, yields=1),
    )
    table = RecordTable("agenda", columns)
    qtbot.addWidget(table)
    table.show()
    table.set_rows([Row("1", {"item": "Highlight report and measures", "lead": "Gwen Thirlby"})])
    whole = needed(table.model, columns[0])

    def shown(width: int) -> list[str]:
        table.resize(width, 300)
        QApplication.processEvents()
        assert table.view.columnWidth(0) >= whole
        return [column.key for column in table.columns.visible()]

    assert shown(whole + 310) == ["item", "lead", "outcome", "purpose"]
    assert shown(whole + 290) == ["item", "lead", "outcome"]
    assert shown(whole + 190) == ["item", "lead"]


def test_copy_gives_tabs_for_excel_and_a_table_for_word(qtbot: QtBot, table: RecordTable) -> None:
    table.choose("4.10")
    qtbot.keyClick(table.view, DOWN, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table.view, Qt.Key.Key_C, CTRL)
    text = _clip().splitlines()
    assert text[0].split("\t")[1:3] == ["Ref", "Action"]
    assert text[2].split("\t")[1:3] == ["4.9", "Write to families"]
    markup = QGuiApplication.clipboard().mimeData().html()
    assert "<th align='left'>Status</th>" in markup
    assert "<td>Not on track</td>" in markup


def test_one_row_is_copied_without_heads(qtbot: QtBot, table: RecordTable) -> None:
    table.choose("4.9")
    qtbot.keyClick(table.view, Qt.Key.Key_C, CTRL)
    assert len(_clip().splitlines()) == 1


def test_the_cell_with_the_focus_is_copied_alone(qtbot: QtBot, table: RecordTable) -> None:
    _go(table, "4.9", "status")
    qtbot.keyClick(table.view, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert _clip() == "Met"


def test_pasting_announces_the_cells_that_take_it(qtbot: QtBot, table: RecordTable) -> None:
    _go(table, "4.10", "action")
    QGuiApplication.clipboard().setText("One\t1 Jul 2026\nTwo\t2 Jul 2026\n")
    with qtbot.waitSignal(table.pasted) as told:
        qtbot.keyClick(table.view, Qt.Key.Key_V, CTRL)
    assert told.args[0] == [
        ("4.10", "action", "One"),
        ("4.10", "by", "1 Jul 2026"),
        ("4.9", "action", "Two"),
        ("4.9", "by", "2 Jul 2026"),
    ]


def test_after_writing_in_a_cell_the_focus_stays_in_the_table(qtbot: QtBot, table: RecordTable) -> None:
    beside = QLineEdit()
    both = QWidget()
    qtbot.addWidget(both)
    across = QHBoxLayout(both)
    for part in (table, beside):
        across.addWidget(part)
    both.show()
    table.edited.connect(lambda *_told: table.set_rows(ROWS, GROUPS))
    table.view.setFocus()
    _go(table, "4.10", "action")
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "Anew")
    with qtbot.assertNotEmitted(table.opened), qtbot.waitSignal(table.edited):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert both.focusWidget() is table.view
    assert table.chosen_id() == "4.10"
    table.setParent(None)


def test_text_is_edited_in_place_and_announced_not_kept(qtbot: QtBot, table: RecordTable) -> None:
    _go(table, "4.9", "action")
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.viewport().findChild(QLineEdit)
    assert editor.accessibleName() == "Action"
    editor.setText("Write again")
    with qtbot.waitSignal(table.edited) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told.args == ["4.9", "action", "Write again"]
    assert table.model.cell(table.model.line_of("4.9"), 2).text == "Write to families"


def test_leaving_an_editor_unchanged_announces_nothing(qtbot: QtBot, table: RecordTable) -> None:
    _go(table, "4.9", "by")
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.viewport().findChild(QLineEdit)
    assert editor.text() == "Tue 9 Jun 2026"
    with qtbot.assertNotEmitted(table.edited):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def test_a_date_typed_as_people_do_is_announced_as_iso(qtbot: QtBot, table: RecordTable) -> None:
    _go(table, "4.9", "by")
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.viewport().findChild(QLineEdit)
    editor.setText("31/7/26")
    with qtbot.waitSignal(table.edited) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told.args == ["4.9", "by", "2026-07-31"]


def test_a_choice_is_announced_by_its_value(qtbot: QtBot, table: RecordTable) -> None:
    _go(table, "4.9", "owner")
    qtbot.keyClick(table.view, Qt.Key.Key_F2)
    editor = table.view.viewport().findChild(QComboBox)
    assert editor is not None
    assert editor.currentText() == "Gwen Thirlby"
    editor.setCurrentIndex(1)
    with qtbot.waitSignal(table.edited) as told:
        table.view.commitData(editor)
    assert told.args == ["4.9", "owner", "r"]


def test_space_asks_for_the_tick_of_the_row(qtbot: QtBot, table: RecordTable) -> None:
    _go(table, "4.9", "ref")
    with qtbot.waitSignal(table.ticked) as told:
        qtbot.keyClick(table.view, Qt.Key.Key_Space)
    assert told.args == ["4.9", "tick", True]


def test_a_letter_in_a_typed_column_goes_to_the_page_and_delete_clears(
    qtbot: QtBot, table: RecordTable
) -> None:
    _go(table, "4.9", "mark")
    for key, letter in ((Qt.Key.Key_A, "a"), (Qt.Key.Key_Delete, "")):
        with qtbot.waitSignal(table.typed) as told:
            qtbot.keyClick(table.view, key)
        assert told.args == ["4.9", "mark", letter]
    with qtbot.assertNotEmitted(table.typed):
        qtbot.keyClick(table.view, Qt.Key.Key_Escape)


def test_rows_shown_are_handed_over_for_excel_with_real_dates(table: RecordTable) -> None:
    saved: list[tuple[str, list[str], list[list[object]]]] = []
    table.save_rows = lambda title, heads, rows: saved.append(
        (title, list(heads), [list(row) for row in rows])
    )
    table.set_search("families")
    table.save_as_excel()
    title, heads, rows = saved[0]
    assert title == "Actions"
    assert rows[0][heads.index("By when")] == date(2026, 6, 9)
    assert rows[0][heads.index("Status")] == "Met"
    assert rows[0][heads.index("9 Jun")] == "P"


def test_the_menu_offers_saving_only_where_it_can_be_done(table: RecordTable) -> None:
    assert "Save these rows as Excel…" not in [action.text() for action in table.menu().actions()]
    table.save_rows = lambda *_: None
    assert "Save these rows as Excel…" in [action.text() for action in table.menu().actions()]


def test_screen_readers_hear_column_words_and_second_line(table: RecordTable) -> None:
    at = table.model.line_of("4.10")
    said = [
        table.model.data(table.model.index(at, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in (2, 6, 7)
    ]
    assert said == ["Action: Moderate every draft, Update of 4.10", "Status: Not on track", "9 Jun: present"]
    assert table.model.data(table.model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == (
        "4 Timely plans, 2 actions, open"
    )


def test_an_empty_table_says_what_to_do_first(table: RecordTable) -> None:
    empty = QLabel("No actions yet")
    table.set_empty(empty)
    assert not empty.isVisible()
    table.set_rows(())
    assert empty.isVisible()
    table.set_rows(ROWS, GROUPS)
    assert not empty.isVisible()


def test_filtering_everything_away_is_not_an_empty_table(table: RecordTable) -> None:
    empty = QLabel("No actions yet")
    table.set_empty(empty)
    table.set_search("zebra")
    assert not empty.isVisible()
    assert table.count_text() == "0 of 3 actions"


def test_tab_leaves_the_table(qtbot: QtBot, table: RecordTable) -> None:
    table.choose("4.9")
    column = table.view.currentIndex().column()
    qtbot.keyClick(table.view, Qt.Key.Key_Tab)
    assert table.view.currentIndex().column() == column


def test_a_click_on_a_group_opens_and_closes_it(qtbot: QtBot, table: RecordTable) -> None:
    place = table.view.visualRect(table.model.index(0, 0)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, place.y()))
    assert _shown(table) == ["4", "5", "5.1"]


def test_the_table_grabs_without_a_warning_at_its_size(table: RecordTable) -> None:
    table.choose("4.10")
    grabbed = table.grab()
    assert (grabbed.width(), grabbed.height()) == (900, 500)


def test_ten_thousand_rows_are_shown_and_searched_without_making_widgets(table: RecordTable) -> None:
    rows = [_row(f"4.{number}", f"Action {number}", MET) for number in range(10_000)]
    table.set_rows(rows, GROUPS)
    table.set_search("action 9999")
    assert table.count_text() == "1 of 10000 actions"
    assert table.view.viewport().findChildren(QLineEdit) == []


def test_shift_f10_opens_the_menu_of_the_row(qtbot: QtBot, table: RecordTable) -> None:
    table.choose_first()
    table.activateWindow()
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    (menu,) = (one for one in table.findChildren(QMenu) if one.isVisible())
    assert "Copy" in [action.text() for action in menu.actions()]
    menu.close()


@pytest.mark.parametrize("family", ["Open Sans", "DejaVu Sans"])
def test_the_name_of_a_row_is_read_whole_once_it_is_chosen_too(qtbot: QtBot, family: str) -> None:
    before, look().family = look().family, family
    look().renew()
    columns = (Column("when", "When", 80, names=True), Column("why", "Why", 200, stretch=True))
    made = RecordTable("backups", columns, noun=("backup", "backups"))
    qtbot.addWidget(made)
    made.resize(520, 200)
    made.show()
    name = "Mon 30 Nov 2026, 15:42"
    made.set_rows([Row("one", {"when": name, "why": "before the import of a plan, asked for by hand"})])
    made.choose_first()
    room = made.view.columnWidth(0) - look().px(FIRST_PAD + PAD)
    needed = width_of(name, look().font(13, strong=True))
    look().family = before
    look().renew()
    assert needed <= room


def test_tab_goes_on_from_an_empty_table_that_has_nothing_to_press(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    first, last = QLineEdit(), QLineEdit()
    made = RecordTable("none", COLUMNS)
    made.set_empty(EmptyState("No actions yet", "They stand here."))
    row = QHBoxLayout(holder)
    for shown in (first, made, last):
        row.addWidget(shown)
    holder.show()
    holder.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert last.hasFocus()
    qtbot.keyClick(last, Qt.Key.Key_Backtab)
    assert first.hasFocus()
    made.set_rows(ROWS)
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert made.view.hasFocus()
    made.set_rows([])
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert last.hasFocus()
