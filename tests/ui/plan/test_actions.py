"""What a secretary does to a plan on its page: each action is one change, named, and taken back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QMenu
from tests.ui.finding import button
from tests.ui.plan.plan_desk import LAST_BOARD, NEXT_BOARD, TODAY, PlanDesk
from tests.ui.settling import settle

from boarddesk.records import meetings
from boarddesk.records.packs.highlights import highlight_pack
from boarddesk.records.plan import judgements
from boarddesk.rules.highlights.actions import change_of
from boarddesk.rules.meetings.meeting import MeetingState
from boarddesk.rules.plan.flags import FlagKind
from boarddesk.rules.refused import Refused
from boarddesk.rules.statuses.status import SaidBy
from boarddesk.ui.plan.history_dialog import HistoryDialog
from boarddesk.ui.widgets.form_dialog import FormDialog
from boarddesk.ui.widgets.status_chip import StatusChip


def _menu(desk: PlanDesk) -> QMenu:
    return next(one for one in desk.page.findChildren(QMenu) if one.isVisible())


# ── status ──


def test_a_status_changes_with_its_reason_as_one_change(desk: PlanDesk) -> None:
    desk.choose("4.2")
    button(desk.page.detail, "Change status: Declared status").click()
    menu = _menu(desk)
    assert [one.text().split()[-1] for one in menu.actions()] == ["Met", "track", "track", "known"]
    menu.actions()[2].trigger()
    menu.close()
    dialog = desk.form("reason")
    dialog.answers.put("why", "The writer left in April")
    button(dialog, "Change status").click()
    stands = desk.action("4.2").judgements[0]
    assert (stands.status.key, stands.why) == ("not_on_track", "The writer left in April")
    assert (stands.said_by, stands.as_at) == (SaidBy.LEAD, TODAY)
    assert desk.file.undo_label == "Change status of 4.2"
    assert desk.cell("4.2", "status") == "Not on track"
    desk.file.undo()
    assert desk.cell("4.2", "status") == "Partially met"


def test_a_status_changed_on_the_boards_own_day_reads_the_same_everywhere(
    desk: PlanDesk,
) -> None:
    """That board may be marked as held already: until midnight one compares with the board before."""
    file, board = desk.file, str(desk.file.value("SELECT id FROM board"))
    todays = meetings.meetings(file, board)[-1]
    meetings.set_state(file, todays.id, MeetingState.HELD, today=NEXT_BOARD)
    meetings.add_meeting(file, board, date(2026, 7, 7))
    desk.page.show_session(replace(desk.session, today=NEXT_BOARD))
    stands = desk.choose("4.10")
    judgements.set_status(file, stands.id, "partially_met", why="Said on the day", as_at=LAST_BOARD)
    desk.page.plan_actions.change_status(desk.action("4.10"), desk.page.shown.plan.scheme.statuses[1])
    dialog = desk.form("reason")
    dialog.answers.put("why", "The writer is back")
    way = "↑ improving since 12 May"
    assert way in [one.text() for one in dialog.findChildren(QLabel)]
    button(dialog, "Change status").click()
    assert way in desk.said()
    pack = highlight_pack(file, today=NEXT_BOARD)
    assert (pack.meeting_day, pack.period.last_board) == (NEXT_BOARD, LAST_BOARD)
    area = next(one for one in pack.areas if one.area.number == "4")
    assert change_of(area, next(one for one in area.area.actions if one.ref == "4.10")) == "Improved"
    assert not [flag for flag in desk.page.shown.flags[stands.id] if flag.kind is FlagKind.NO_UPDATE]


def test_a_press_on_a_status_opens_the_choice_and_goes_on_to_the_reason(desk: PlanDesk) -> None:
    desk.choose("4.9")
    view, model = desk.page.list.table.view, desk.page.list.table.model
    column = [one.key for one in model.columns].index("status")
    cell = model.index(model.line_of(desk.action("4.9").id), column)
    desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(cell).center())
    choice = view.findChild(QComboBox)
    desk.qtbot.waitUntil(lambda: choice.view().isVisible())
    desk.qtbot.keyClick(choice.view(), Qt.Key.Key_Down)
    desk.qtbot.keyClick(choice.view(), Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.page.findChildren(FormDialog, "reason")))
    dialog = desk.form("reason")
    dialog.answers.put("why", "The writer left in April")
    button(dialog, "Change status").click()
    assert desk.cell("4.9", "status") == "Partially met"


def test_the_deeds_of_every_day_are_one_press_away(desk: PlanDesk) -> None:
    desk.choose("4.9")
    view = desk.page.list.table.view
    chip = next(one for one in desk.page.detail.findChildren(StatusChip) if one.isVisible())

    def key(key: Qt.Key) -> None:
        desk.page.activateWindow()
        view.setFocus()
        desk.qtbot.waitUntil(view.hasFocus)
        desk.qtbot.keyClick(view, key)

    for opens_menu in (
        lambda: key(Qt.Key.Key_S),
        lambda: desk.qtbot.mouseClick(chip, Qt.MouseButton.LeftButton),
    ):
        opens_menu()
        menu = _menu(desk)
        assert menu.accessibleName() == "Change status to"
        menu.close()
        desk.qtbot.waitUntil(lambda: not desk.page.findChildren(QMenu))
    for opens_dialog in (lambda: key(Qt.Key.Key_U), button(desk.page, "Add update").click):
        opens_dialog()
        dialog = desk.form("add update")
        dialog.reject()
        desk.qtbot.waitUntil(lambda: not desk.page.findChildren(FormDialog))


def test_a_choice_of_statuses_left_by_escape_changes_nothing(desk: PlanDesk) -> None:
    desk.choose("4.9")
    before = len(desk.file.history())
    view, model = desk.page.list.table.view, desk.page.list.table.model
    column = [one.key for one in model.columns].index("status")
    cell = model.index(model.line_of(desk.action("4.9").id), column)
    desk.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(cell).center())
    choice = view.findChild(QComboBox)
    desk.qtbot.waitUntil(lambda: choice.view().isVisible())
    desk.qtbot.keyClick(choice.view(), Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: view.state() != view.State.EditingState)
    assert not desk.page.findChildren(FormDialog, "reason")
    assert len(desk.file.history()) == before


def test_a_status_picked_in_its_cell_asks_for_the_reason_first(desk: PlanDesk) -> None:
    desk.choose("4.9")
    before = len(desk.file.history())
    view, model = desk.page.list.table.view, desk.page.list.table.model
    column = [one.key for one in model.columns].index("status")
    view.setCurrentIndex(model.index(model.line_of(desk.action("4.9").id), column))
    desk.qtbot.keyClick(view, Qt.Key.Key_F2)
    choice = view.findChild(QComboBox)
    desk.qtbot.waitUntil(lambda: choice.view().isVisible())
    choice.view().setCurrentIndex(choice.model().index(choice.findData("met"), 0))
    desk.qtbot.keyClick(choice.view(), Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.page.findChildren(FormDialog, "reason")))
    dialog = desk.form("reason")
    assert len(desk.file.history()) == before
    dialog.reject()
    assert desk.cell("4.9", "status") == "On track"


def test_the_status_of_an_area_is_changed_the_same_way(desk: PlanDesk) -> None:
    area = desk.choose_area("4")
    desk.page.plan_actions.change_status(area, desk.page.shown.plan.scheme.statuses[2])
    dialog = desk.form("reason")
    dialog.answers.put("why", "Two plans in three are on time")
    button(dialog, "Change status").click()
    assert desk.file.undo_label == "Change status of area 4"
    assert "Partially met" in desk.said()
    desk.edit("Path to green", "Two more writers in June")
    assert desk.area("4").judgements[0].path_to_green == "Two more writers in June"


def test_the_missing_reason_is_asked_for_and_given(desk: PlanDesk) -> None:
    desk.choose("4.10")
    assert "Not on track since 20 May 2026, and no reason is given." in desk.said()
    button(desk.page.detail, "Give the reason").click()
    dialog = desk.form("give reason")
    dialog.try_accept()
    assert dialog.fields["why"].refused()
    dialog.answers.put("why", "The panel started late")
    dialog.answers.put("path", "Deputies from June")
    dialog.try_accept()
    assert "No reason given" not in desk.said()
    assert "“The panel started late”" in desk.said()
    assert desk.field("Path to green").value() == "Deputies from June"


# ── words changed where they stand ──


def test_a_date_moved_keeps_the_first_one_in_sight(desk: PlanDesk) -> None:
    desk.choose("4.9")
    field = desk.field("By when")
    field.begin()
    field.editor.setPlainText("Dec 26")
    assert field.hint() == "Read as to 31 December 2026."
    field.finish()
    assert desk.cell("4.9", "by_when") == "Dec 26"
    assert "Dec 26 (to 31 December 2026), revised from Sept-26 (to 30 September 2026)" in desk.said()
    assert desk.file.undo_label == "Move date of 4.9"
    desk.file.undo()
    assert desk.cell("4.9", "by_when") == "Sept-26"


def test_owners_are_typed_with_commas(desk: PlanDesk) -> None:
    desk.choose("4.9")
    desk.edit("Owners", "Ruth Calder, Marcus Oyelaran")
    assert desk.action("4.9").owners == ("Ruth Calder", "Marcus Oyelaran")
    assert "Marcus Oyelaran, Fellside Trust" in desk.said()


def test_an_action_cannot_lose_its_words(desk: PlanDesk) -> None:
    desk.choose("4.9")
    desk.edit("Action", "")
    assert desk.field("Action").hint() == "▲ Say what is to be done."
    assert desk.action("4.9").text == "Agree a timeline"


def test_escape_leaves_everything_as_it_was(desk: PlanDesk) -> None:
    desk.choose("4.9")
    before = len(desk.file.history())
    field = desk.field("Success")
    field.words.setFocus()
    desk.qtbot.keyClick(field.words, Qt.Key.Key_F2)
    desk.qtbot.keyClicks(field.editor, "All signed")
    desk.qtbot.keyClick(field.editor, Qt.Key.Key_Escape)
    assert len(desk.file.history()) == before


def test_cells_are_edited_in_the_table(desk: PlanDesk) -> None:
    action, edited = desk.action("4.9"), desk.page.list.table.edited
    edited.emit(action.id, "text", "Agree one timeline")
    edited.emit(action.id, "by_when", "31/10/2026")
    edited.emit(action.id, "owner", "Petra Venn; Ruth Calder")
    edited.emit(action.id, "ref", "4.11")
    now = desk.action("4.11")
    assert (now.text, now.by_when.latest) == ("Agree one timeline", date(2026, 10, 31))
    assert now.owners == ("Petra Venn", "Ruth Calder")


def test_a_ref_that_is_taken_is_refused(desk: PlanDesk) -> None:
    with pytest.raises(Refused, match=r"Action 4\.10 is already there"):
        desk.page.plan_actions.edit_cell(desk.action("4.9").id, "ref", "4.10")


def test_cells_are_pasted_as_one_change(desk: PlanDesk) -> None:
    first, second = desk.action("4.9"), desk.action("4.2")
    desk.page.list.table.pasted.emit(
        [
            (first.id, "by_when", "Oct 26"),
            (first.id, "status", "Met"),
            (second.id, "by_when", "Nov 26"),
        ]
    )
    assert (desk.cell("4.9", "by_when"), desk.cell("4.2", "by_when")) == ("Oct 26", "Nov 26")
    assert desk.cell("4.9", "status") == "On track"
    assert desk.file.undo_label == "Paste into the plan"
    desk.file.undo()
    assert (desk.cell("4.9", "by_when"), desk.cell("4.2", "by_when")) == ("Sept-26", "Spring term 2026")


def test_the_facts_of_an_area_are_changed_where_they_stand(desk: PlanDesk) -> None:
    desk.choose_area("4")
    desk.edit("Leads", "Ruth Calder, Petra Venn")
    desk.edit("Outcome", "Plans say what will be different")
    area = desk.area("4")
    assert area.leads == ("Ruth Calder", "Petra Venn")
    assert area.outcome == "Plans say what will be different"
    desk.edit("Title", "")
    assert desk.field("Title").hint() == "▲ Give the area a title."


# ── milestones, updates, questions, evidence ──


def test_a_milestone_is_ticked_in_the_detail_and_keeps_the_focus(desk: PlanDesk) -> None:
    desk.choose("4.10")
    tick = next(
        one
        for one in desk.page.detail.findChildren(QCheckBox)
        if one.accessibleName() == "Done: First 30 moderated"
    )
    tick.setFocus()
    desk.qtbot.keyClick(tick, Qt.Key.Key_Space)
    step = desk.action("4.10").milestones[1]
    assert (step.done, step.done_on) == (True, TODAY)
    assert desk.file.undo_label == "Tick milestone of 4.10"
    focused = QApplication.focusWidget()
    assert focused is not None and focused.accessibleName() == "Done: First 30 moderated"


def test_the_place_in_the_detail_stays_after_a_change(desk: PlanDesk) -> None:
    desk.choose("4.10")
    desk.page.resize(1198, 420)
    bar = desk.page.detail.verticalScrollBar()
    desk.qtbot.waitUntil(lambda: bar.maximum() > 150)
    bar.setValue(120)
    desk.page.plan_actions.tick(desk.action("4.10").milestones[1].id, done=True)
    settle()
    assert bar.value() == 120


def test_a_milestone_is_changed_in_its_row(desk: PlanDesk) -> None:
    step = desk.action("4.10").milestones[1]
    desk.page.plan_actions.edit_cell(step.id, "by_when", "30 Jun 2026")
    desk.page.plan_actions.edit_cell(step.id, "owner", "Petra Venn")
    now = desk.action("4.10").milestones[1]
    assert (now.by_when.latest, now.owner) == (date(2026, 6, 30), "Petra Venn")


def test_an_update_is_added_and_becomes_the_latest(desk: PlanDesk) -> None:
    desk.page.plan_actions.add_update(desk.choose("4.10"))
    dialog = desk.form("add update")
    dialog.answers.put("text", "Nine drafts seen")
    dialog.try_accept()
    assert desk.cell("4.10", "update") == "Nine drafts seen"
    assert desk.action("4.10").updates[0].as_at == TODAY


def test_a_question_stays_until_it_is_answered(desk: PlanDesk) -> None:
    desk.page.plan_actions.ask(desk.choose("4.10"))
    dialog = desk.form("ask")
    dialog.answers.put("text", "Who moderates in August?")
    dialog.answers.put("asked_by", "Saira Mahmood")
    dialog.try_accept()
    assert "“Who moderates in August?”" in desk.said()
    assert "open 16 days" in desk.said()
    assert "Saira Mahmood, SIB" in desk.said()
    button(desk.page.detail, "Answer: Who moderates in August?").click()
    dialog = desk.form("answer")
    dialog.answers.put("answer", "A deputy for each member")
    dialog.try_accept()
    assert "Answered 28 May: A deputy for each member" in desk.said()
    assert "open 16 days" not in desk.said()


def test_evidence_is_added_once_and_supports_another_action(desk: PlanDesk) -> None:
    desk.page.plan_actions.add_evidence(desk.choose("4.10"))
    dialog = desk.form("add evidence")
    dialog.answers.put("title", "Panel terms")
    dialog.answers.put("reference", "E-41")
    dialog.try_accept()
    desk.page.plan_actions.add_evidence(desk.choose("4.9"))
    second = desk.form("add evidence")
    second.answers.put("evidence", desk.action("4.10").evidence[0].id)
    second.try_accept()
    assert [one.title for one in desk.action("4.9").evidence] == ["Panel terms"]
    button(desk.page.detail, "Take evidence away: Panel terms").click()
    assert desk.action("4.9").evidence == ()
    assert [one.title for one in desk.action("4.10").evidence] == ["Panel terms"]
    assert desk.file.undo_label == "Take evidence from 4.9"


def test_the_highlight_report_of_an_area_is_written_here(desk: PlanDesk) -> None:
    desk.page.plan_actions.add_highlight(desk.choose_area("4"), "help")
    dialog = desk.form("add highlight")
    dialog.answers.put("text", "Name a deputy for the panel")
    dialog.try_accept()
    assert "Name a deputy for the panel" in desk.said()
    desk.edit("Help asked of the board: Name a deputy", "Name two deputies")
    assert [one.text for one in desk.area("4").highlights] == ["Name two deputies"]
    button(desk.page.detail, "Take out: Name two deputies").click()
    assert desk.area("4").highlights == ()
    desk.file.undo()
    assert [one.kind for one in desk.area("4").highlights] == ["help"]


# ── deleted, looked up ──


def test_a_deleted_action_comes_back_whole(desk: PlanDesk) -> None:
    before = desk.choose("4.10")
    desk.page.focus_first()
    desk.qtbot.keyClick(desk.page.list.table.view, Qt.Key.Key_Delete)
    assert desk.refs() == ["1.1", "4.2", "4.9"]
    assert desk.page.action() == desk.action("4.9")
    desk.file.undo()
    assert desk.action("4.10") == before


def test_a_deleted_milestone_leaves_its_action_in_sight(desk: PlanDesk) -> None:
    first, second = desk.action("4.10").milestones
    desk.page.open_record("milestone", first.id)
    desk.qtbot.keyClick(desk.page.list.table.view, Qt.Key.Key_Delete)
    assert desk.action("4.10").milestones == (second,)
    assert desk.page.action() == desk.action("4.10")


def test_a_deleted_area_comes_back_whole(desk: PlanDesk) -> None:
    before = desk.choose_area("4")
    desk.page.focus_first()
    desk.qtbot.keyClick(desk.page.list.table.view, Qt.Key.Key_Delete)
    assert desk.refs() == ["1.1"]
    assert desk.page.action() == desk.action("1.1")
    desk.file.undo()
    assert desk.area("4") == before


def test_several_rows_are_deleted_as_one_change(desk: PlanDesk) -> None:
    desk.page.plan_actions.delete_rows([desk.action("4.2").id, desk.action("4.9").id])
    assert desk.refs() == ["1.1", "4.10"]
    desk.file.undo()
    assert desk.refs() == ["1.1", "4.2", "4.9", "4.10"]


def test_the_history_of_an_action_tells_old_and_new(desk: PlanDesk) -> None:
    desk.page.plan_actions.edit_action(desk.choose("4.9").id, "text", "Agree one timeline")
    desk.page.plan_actions.show_history(desk.action("4.9"))
    dialog = desk.dialog()
    assert isinstance(dialog, HistoryDialog)
    rows = dialog.table.rows_shown()
    assert rows[0].cell("label").text == "Change action 4.9"
    assert rows[0].cell("change").text == "Text: Agree a timeline → Agree one timeline"
    assert "On track: As the lead says" in [row.cell("change").text for row in rows]
    dialog.accept()


def test_an_action_asks_for_the_page_where_things_go_up(desk: PlanDesk) -> None:
    asked: list[tuple[str, str]] = []
    desk.page.open_requested.connect(lambda kind, of: asked.append((kind, of)))
    desk.page.list.table.choose(desk.action("4.2").id)
    row = next(found for found in desk.page.list.section.actions if found.title == "Escalate this action…")
    row.do()
    assert asked == [("escalate action", desk.action("4.2").id)]
