"""The plan page: what stands in its table, what filters it, what is chosen, what stands where nothing is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.finding import button, unnamed
from tests.ui.plan.plan_desk import PlanDesk, office_with_a_plan
from tests.ui.settling import settle

from boarddesk.records import boards
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.plan import areas, plans
from boarddesk.records.plan.actions import set_owners
from boarddesk.records.plan.feeding import feed_kpi
from boarddesk.records.plan.kpis import add_checkpoint, target_fields
from boarddesk.records.plan.milestones import set_milestone_by_when
from boarddesk.rules.plan.feeds import FedFigure, Feed
from boarddesk.rules.plan.kpis import Actual, Target
from boarddesk.ui.look.theme import look
from boarddesk.ui.widgets.empty_state import EmptyState


def test_what_is_off_course_without_a_reason_is_shown_first(desk: PlanDesk) -> None:
    assert desk.page.action() == desk.action("4.10")
    open_groups = [
        line.group.number for line in desk.page.list.table.model.lines if line.group and line.is_open
    ]
    assert open_groups == ["4"]


def test_the_plan_is_counted_with_its_flags(desk: PlanDesk) -> None:
    assert desk.page.list.filter.count() == "4 actions, 3 flagged"
    assert desk.page.header.detail() == "Improvement plan, 4 actions"


def test_refs_stand_in_the_order_of_people(desk: PlanDesk) -> None:
    assert desk.refs() == ["1.1", "4.2", "4.9", "4.10"]


def test_a_row_says_when_as_written_and_as_understood(desk: PlanDesk) -> None:
    row = next(row for row in desk.page.list.table.rows_shown() if row.cell("ref").text == "4.10")
    by_when = row.cell("by_when")
    assert (by_when.text, by_when.second) == ("May 26", "to 31 May 2026")
    assert row.cell("owner").text == "M Oyelaran"
    assert row.cell("status").words == "Not on track"
    assert "No reason" in row.cell("flags").flags


def test_milestones_stand_below_their_action(desk: PlanDesk) -> None:
    row = next(row for row in desk.page.list.table.rows_shown() if row.cell("ref").text == "4.10")
    assert [child.cell("status").text for child in row.children] == ["Done", "▲ Overdue"]


def test_a_milestone_due_in_a_month_does_not_read_as_due_on_a_day(desk: PlanDesk) -> None:
    set_milestone_by_when(desk.file, desk.action("4.10").milestones[1].id, "Apr 27")
    desk.page.reload()
    row = next(row for row in desk.page.list.table.rows_shown() if row.cell("ref").text == "4.10")
    dates = [child.cell("by_when") for child in row.children]
    assert [(date.text, date.second) for date in dates] == [("20 Feb 2026", ""), ("Apr 27", "to 30 Apr 2027")]


def test_an_area_shows_its_bar_and_count(desk: PlanDesk) -> None:
    group = desk.page.list.table.model.groups[1]
    assert (group.number, group.count) == ("4", "3 actions")
    assert [(status.label, count) for status, count in group.bar if count] == [
        ("On track", 1),
        ("Partially met", 1),
        ("Not on track", 1),
    ]


def test_the_latest_update_is_a_second_line_and_a_column_where_there_is_room(
    qtbot: QtBot, tmp_path: Path
) -> None:
    small = PlanDesk(qtbot, office_with_a_plan(tmp_path / "small.boarddesk"))
    wide = PlanDesk(qtbot, office_with_a_plan(tmp_path / "wide.boarddesk"), width=1752)
    keys = [[column.key for column in desk.page.list.table.columns.visible()] for desk in (small, wide)]
    assert "update" not in keys[0] and "update" in keys[1]
    assert small.page.list.table.model.seconds == {"text": "update"}
    assert (small.page.detail.width(), wide.page.detail.width()) == (look().px(372), look().px(480))
    small.close()
    wide.close()


def test_loading_and_looking_around_writes_nothing(desk: PlanDesk) -> None:
    before = len(desk.file.history())
    for ref in ("1.1", "4.2", "4.9", "4.10"):
        desk.choose(ref)
    desk.choose_area("4")
    desk.page.reload()
    assert len(desk.file.history()) == before


def test_rows_are_copied_with_names_in_full(desk: PlanDesk) -> None:
    desk.choose("4.10")
    desk.page.list.table.copy()
    copied = QGuiApplication.clipboard().text().split("\t")
    assert copied[:2] == ["4.10", "Moderate every draft"]
    assert "Marcus Oyelaran" in copied and "Not on track" in copied


# ── filtering ──


def _pick(desk: PlanDesk, control: str, value: str) -> None:
    choice = desk.page.list.choices[("status", "owner", "flag").index(control)]
    choice.choose(value)
    choice.picked.emit(value)


def test_statuses_owners_and_flags_leave_rows_out(desk: PlanDesk) -> None:
    _pick(desk, "status", "on_track")
    assert desk.refs() == ["4.9"]
    _pick(desk, "status", "-")
    assert desk.refs() == ["1.1"]
    _pick(desk, "status", "")
    _pick(desk, "owner", "Petra Venn")
    assert desk.refs() == ["4.2"]
    assert desk.page.list.filter.count() == "1 of 4 actions, 1 flagged"
    _pick(desk, "owner", "")
    _pick(desk, "flag", "unflagged")
    assert desk.refs() == ["4.9"]
    _pick(desk, "flag", "no reason given")
    assert desk.refs() == ["4.10"]


def test_a_filter_opens_the_areas_it_finds_something_in(desk: PlanDesk) -> None:
    _pick(desk, "status", "-")
    assert [line.group.number for line in desk.page.list.table.model.lines if line.group] == ["1"]
    assert any(line.row for line in desk.page.list.table.model.lines)


def test_words_are_searched_in_actions_updates_and_milestones(desk: PlanDesk) -> None:
    field = desk.page.list.filter.field
    for words, found in (("met twice", ["4.10"]), ("panel terms", ["4.10"]), ("calder", ["4.9"])):
        desk.qtbot.keyClicks(field, words)
        assert desk.refs() == found
        field.clear()


# ── what is chosen ──


def test_an_area_is_chosen_by_its_header(desk: PlanDesk) -> None:
    desk.choose_area("4")
    assert desk.page.area() == desk.area("4")
    assert desk.field("Title").value() == "Timely plans"
    desk.choose("4.10")
    assert desk.page.area() is None
    assert desk.field("Action").value() == "Moderate every draft"


def test_a_milestone_shows_its_action(desk: PlanDesk) -> None:
    step = desk.action("4.10").milestones[1]
    desk.page.open_record("milestone", step.id)
    assert desk.page.milestone_id() == step.id
    assert desk.page.action() == desk.action("4.10")


def test_a_record_found_elsewhere_is_shown_though_filters_hid_it(desk: PlanDesk) -> None:
    _pick(desk, "status", "on_track")
    desk.page.open_record("action", desk.action("1.1").id)
    assert desk.page.action() == desk.action("1.1")
    assert desk.page.list.choices[0].value() == ""


def test_the_detail_closes_and_enter_brings_it_back(desk: PlanDesk) -> None:
    button(desk.page.detail, "Close the detail").click()
    assert not desk.page.detail.isVisible()
    desk.qtbot.keyClick(desk.page.list.table.view, Qt.Key.Key_Return)
    assert desk.page.detail.isVisible()
    assert desk.page.focusWidget() is not button(desk.page.detail, "Close the detail")


def test_every_control_has_a_name(desk: PlanDesk) -> None:
    assert unnamed(desk.page) == []
    desk.choose_area("4")
    assert unnamed(desk.page) == []


# ── nothing yet, and several ──


def _empty(qtbot: QtBot, tmp_path: Path) -> PlanDesk:
    file = OfficeFile.create(tmp_path / "empty.boarddesk")
    boards.add_board(file, "Improvement Board", "SIB")
    return PlanDesk(qtbot, file)


def _nothing(desk: PlanDesk) -> str:
    """What is said in place of a plan."""
    return next(one.title() for one in desk.page.findChildren(EmptyState) if one.isVisible())


def test_an_office_without_a_plan_says_what_to_do_first(qtbot: QtBot, tmp_path: Path) -> None:
    desk = _empty(qtbot, tmp_path)
    with qtbot.waitSignal(desk.page.open_requested) as asked:
        button(desk.page, "Import a plan from Word or Excel").click()
    assert asked.args == ["import", ""]
    assert not desk.page.add_button.isVisible()
    desk.close()


def test_a_plan_is_begun_from_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    desk = _empty(qtbot, tmp_path)
    desk.page.new_record()
    dialog = desk.form("add plan")
    qtbot.keyClicks(dialog.fields["name"].editor, "Our plan")
    dialog.try_accept()
    assert _nothing(desk) == "This plan has no areas yet"
    desk.page.new_record()
    dialog = desk.form("add area")
    qtbot.keyClicks(dialog.fields["title"].editor, "Voice of families")
    dialog.try_accept()
    desk.page.new_record()
    dialog = desk.form("add action")
    assert dialog.answers.text("ref") == "1.1"
    qtbot.keyClicks(dialog.fields["text"].editor, "Sign a charter")
    qtbot.keyClicks(dialog.fields["by_when"].editor, "May 26")
    assert dialog.fields["by_when"].said() == "Read as to 31 May 2026."
    dialog.try_accept()
    assert desk.cell("1.1", "text") == "Sign a charter"
    assert desk.page.action() == desk.action("1.1")
    assert desk.file.undo_label == "Add action 1.1"
    desk.close()


def test_a_plan_cannot_end_before_it_begins(qtbot: QtBot, tmp_path: Path) -> None:
    desk = _empty(qtbot, tmp_path)
    desk.page.new_record()
    dialog = desk.form("add plan")
    qtbot.keyClicks(dialog.fields["name"].editor, "Our plan")
    dialog.answers.put("from_date", date(2027, 1, 1))
    dialog.answers.put("to_date", date(2026, 1, 1))
    dialog.try_accept()
    assert dialog.fields["to_date"].refused() == "The plan would end before it begins."
    assert plans.plans(desk.file) == ()
    dialog.reject()
    desk.close()


def test_several_plans_are_a_choice(desk: PlanDesk) -> None:
    assert not desk.page.plan_choice.isVisible()
    other = plans.add_plan(desk.file, "Accelerated plan", board_id=desk.page.shown.plan.board_id)
    area = areas.add_area(desk.file, other, number="A", title="Waits")
    assert desk.page.plan_choice.isVisible()
    desk.page.open_record("area", area)
    assert desk.page.shown.plan.name == "Accelerated plan"
    assert desk.page.plan_choice.value() == other


def test_another_board_shows_its_own_plan_only(desk: PlanDesk) -> None:
    second = boards.add_board(desk.file, "Partnership", "PB")
    desk.page.show_session(replace(desk.session, board_id=second))
    assert _nothing(desk) == "No plan yet"


def test_a_record_of_another_boards_plan_is_shown_when_asked_for(desk: PlanDesk) -> None:
    second = boards.add_board(desk.file, "Partnership", "PB")
    wanted = desk.action("4.10").id
    desk.page.show_session(replace(desk.session, board_id=second))
    desk.page.open_record("action", wanted)
    assert desk.page.action() == desk.action("4.10")
    desk.page.show_session(desk.session)
    desk.page.show_session(replace(desk.session, board_id=second))
    assert _nothing(desk) == "No plan yet"


def test_a_kpi_is_shown_with_the_action_it_measures(desk: PlanDesk) -> None:
    desk.choose("1.1")
    desk.page.open_record("kpi", desk.page.shown.around.kpis[0].id)
    assert desk.page.action() == desk.action("4.10")
    assert "Plans judged good" in desk.said()


def test_a_kpi_says_step_and_headline_and_the_last_known_figure(desk: PlanDesk) -> None:
    kpi = desk.page.shown.around.kpis[0]
    with desk.file.change("Set headline") as change:
        change.update("kpi", kpi.id, **target_fields("headline", Target(value=Decimal(92))))
    april = Actual(Decimal(70), as_at=date(2026, 4, 30))
    add_checkpoint(desk.file, kpi.id, label="April", target=Target(value=Decimal(65)), actual=april)
    desk.choose("4.10")
    assert "Met the April step (65%)" in desk.said()
    assert "Headline 92%: not met" in desk.said()
    may = date(2026, 5, 1)
    add_checkpoint(desk.file, kpi.id, label="May", target=Target(value=Decimal(68)), due=may)
    desk.choose("1.1")
    desk.choose("4.10")
    assert "No data for the May step (68%)" in desk.said()
    assert "70%, last known, 30 Apr 2026" in desk.said().replace("\N{NO-BREAK SPACE}", " ")
    assert "Headline 92%: not met" in desk.said()


def test_a_fed_kpi_says_where_its_figure_comes_from_and_hears_a_new_name(desk: PlanDesk) -> None:
    kpi = desk.page.shown.around.kpis[0]
    [board] = boards.boards(desk.file)
    feed_kpi(desk.file, kpi.id, Feed(FedFigure.SEAT, board.id))
    desk.choose("4.10")
    assert "From the attendance registers of SIB, 1 register open." in desk.said()
    boards.update_board(desk.file, board.id, short_name="SEND")
    assert "From the attendance registers of SEND, 1 register open." in desk.said()


def test_the_first_thing_to_type_in_a_dialog_has_the_focus(desk: PlanDesk) -> None:
    desk.page.new_record()
    dialog = desk.form("add action")
    assert dialog.focusWidget() is dialog.fields["text"].editor
    assert isinstance(dialog.fields["by_when"].editor, QLineEdit)
    dialog.reject()


def test_the_key_for_a_status_opens_its_choice_under_the_status_of_the_row(desk: PlanDesk) -> None:
    view = desk.page.list.table.view
    view.setFocus()
    desk.qtbot.keyClick(view, Qt.Key.Key_S)
    menus = [one for one in desk.page.findChildren(QMenu) if one.isVisible()]
    assert len(menus) == 1
    row = view.currentIndex().row()
    column = [one.key for one in view.table.columns].index("status")
    cell = view.visualRect(view.table.index(row, column))
    assert menus[0].pos() == view.viewport().mapToGlobal(cell.bottomLeft())
    menus[0].close()


def test_one_long_owner_leaves_the_filters_and_the_actions_their_room(desk: PlanDesk) -> None:
    long = "Assistant Director for Education, Inclusion and Preparation for Adulthood (interim)"
    set_owners(desk.file, desk.action("4.2").id, (long,))
    desk.page.reload()
    settle()
    view, (status, owner, _flag) = desk.page.list.table.view, desk.page.list.choices
    keys = [column.key for column in view.table.columns]
    wide = {key: view.columnWidth(at) for at, key in enumerate(keys)}
    assert wide["owner"] <= look().px(160)
    assert wide["text"] >= look().px(190)
    assert owner.width() <= look().px(180)
    assert status.width() >= status.sizeHint().width()


def test_the_plan_shown_is_named_whole_while_there_is_room(desk: PlanDesk) -> None:
    name = "Northmoor local area SEND and alternative provision improvement plan, 2026 to 2028"
    plans.add_plan(desk.file, name)
    desk.page.reload()
    desk.page.open_record("plan", next(one.id for one in plans.plans(desk.file) if one.name == name))
    choice = desk.page.plan_choice
    desk.qtbot.waitUntil(lambda: choice.toolTip() == "" and choice.isVisible())
    longer = f"{name}; {name}"
    plans.add_plan(desk.file, longer)
    desk.page.open_record("plan", next(one.id for one in plans.plans(desk.file) if one.name == longer))
    desk.qtbot.waitUntil(lambda: choice.toolTip() == longer)
    assert choice.mapTo(desk.page, choice.rect().topRight()).x() < desk.page.width()


def test_what_was_shown_beside_a_wide_list_is_read_whole_beside_a_narrow_one(desk: PlanDesk) -> None:
    """The words beside a status are laid out anew, as when the window moves to a smaller screen."""
    desk.page.resize(1198, 420)
    desk.choose("4.10")
    settle()
    desk.page.resize(1100, 420)
    settle()
    panel = desk.page.detail
    assert panel.widget().width() <= panel.viewport().width()
