"""The Actions page: by owner with the late ones first, first dates kept, decisions with what is to ratify."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from tests.ui.actions.business_desk import TODAY, BusinessDesk

from boarddesk.records.agenda import arising
from boarddesk.rules.decisions import DecisionPath, Verb


def _press(desk: BusinessDesk, key: Qt.Key) -> None:
    """A key of the rows."""
    desk.page.focus_first()
    desk.qtbot.keyClick(desk.page.front.table.view, key)


def test_owners_with_late_actions_stand_first_and_nobody_has_a_group_of_its_own(desk: BusinessDesk) -> None:
    assert desk.groups() == [
        "Ruth Calder, Fellside: 2 open, 1 late",
        "Ann Hale: 1 open",
        "No named person: 1 open",
    ]
    assert desk.cells("ref") == ["A1", "A2", "A3", "A4"]
    assert desk.cells("state") == ["13 days late", "in 12 days", "in 33 days", "vacant"]
    assert desk.page.header.detail() == "4 open over all meetings, 1 late"
    assert desk.counts[-1] == 1


def test_they_stand_by_meeting_and_by_date_as_well(desk: BusinessDesk) -> None:
    desk.page.groupings.choose("meeting")
    desk.page.groupings.picked.emit("meeting")
    assert desk.groups() == ["SIB 2026/27 · 02, 12 May: 3 open", "SIB 2026/27 · 01, 14 Apr: 1 open, 1 late"]
    desk.page.groupings.choose("day")
    desk.page.groupings.picked.emit("day")
    assert desk.groups() == [
        "Late: 1 open, 1 late",
        "Due by 9 Jun, the next board: 1 open",
        "Due later: 1 open",
        "No date: 1 open",
    ]
    assert desk.cells("owner") == ["R Calder", "R Calder", "A Hale", "College principal"]


def test_one_organisation_or_one_state_can_be_seen_alone(desk: BusinessDesk) -> None:
    which, body = desk.page.front.choices
    body.choose("Fellside")
    desk.page.front.filtered.emit()
    assert desk.cells("ref") == ["A1", "A2"]
    which.choose("late")
    desk.page.front.filtered.emit()
    assert desk.cells("ref") == ["A1"]


def test_a_date_moved_where_it_stands_keeps_the_first_one(desk: BusinessDesk) -> None:
    desk.choose("A1")
    field = desk.field("Due")
    field.begin()
    field.editor.setPlainText("30 June 2026")
    assert field.hint() == "Read as 30 June 2026."
    field.finish()
    assert desk.action("A1").due == date(2026, 6, 30)
    said = desk.said()
    assert "First date\n15 May 2026" in said and "Moved from 15 May 2026 to 30 June 2026." in said
    assert desk.type("Due", "some time").hint() == f"▲ {arising.NO_DAY}"
    assert desk.file.undo_label == "Move date of action A1"


def test_a_post_nobody_holds_is_pointed_out_until_somebody_is_named(desk: BusinessDesk) -> None:
    desk.choose("A4")
    assert "◆ Post vacant: College principal." in desk.said()
    desk.type("Owner", "ann hale")
    assert desk.action("A4").owner.name == "Ann Hale"
    assert "No named person: 1 open" not in desk.groups()


def test_from_a_new_action_to_done_and_opened_again_by_keys(desk: BusinessDesk) -> None:
    desk.page.new_record()
    desk.answer(text="Find rooms", owner="Ruth Calder", due="end of July")
    action = desk.action("A5")
    assert (action.due, action.meeting_id is not None) == (date(2026, 7, 31), True)
    assert desk.page.front.chosen() == action.id

    _press(desk, Qt.Key.Key_D)
    dialog = desk.answer(what="")
    assert dialog.isVisible() and desk.action("A5").is_open
    desk.answer(what="Three rooms found")
    assert (desk.action("A5").done_on, desk.action("A5").done_what) == (TODAY, "Three rooms found")
    assert desk.groups()[-1] == "Done or withdrawn: 1 action"

    desk.page.bring("board_action", action.id)
    offered = {each.title: each for each in desk.page.front.section.actions}
    offered["Reopen action…"].do()
    desk.answer(why="One is too small")
    assert desk.action("A5").is_open
    assert "Opened again: One is too small (was: Three rooms found)." in desk.said()
    for label in ("Reopen action A5: One is too small", "Mark action A5 as done", "Add action A5"):
        assert desk.file.undo() == label


def test_what_was_withdrawn_long_ago_is_reached_by_the_filter(desk: BusinessDesk) -> None:
    desk.choose("A3")
    desk.page.business_actions.withdraw(desk.action("A3"))
    desk.answer(why="Another board has it", on=date(2026, 5, 12))
    assert "withdrawn 12 May" in desk.cells("state")
    arising.reopen_action(desk.file, desk.action("A3").id, why="For the test")
    arising.withdraw_action(desk.file, desk.action("A1").id, on=date(2026, 4, 20), why="Not wanted")
    desk.page.catch_up()
    assert "A1" not in desk.cells("ref")
    desk.page.open_record("board_action", desk.action("A1").id)
    assert desk.page.front.chosen() == desk.action("A1").id


def test_a_decision_between_meetings_says_how_and_by_whom_and_waits_to_be_ratified(
    desk: BusinessDesk,
) -> None:
    desk.page.pick("decision")
    assert desk.page.header.detail() == "1 to be ratified"
    assert (desk.cells("ref"), desk.cells("from")) == (["D-001", "D-002"], ["SIB 02", "email"])
    desk.page.new_record()
    assert desk.answer(text="Hire a writer").isVisible(), "who decided is missing"
    desk.answer(by_whom="The chair", verb=Verb.RESOLVED.value)
    made = desk.decision("D-003")
    assert (made.how, made.by_whom, made.made_on) == (DecisionPath.CHAIRS_ACTION, "The chair", TODAY)
    assert made.awaits_ratification


def test_a_decision_is_ratified_at_a_later_meeting_and_that_is_taken_back(desk: BusinessDesk) -> None:
    waiting = next(ref for ref in ("D-001", "D-002") if desk.decision(ref).awaits_ratification)
    desk.choose(waiting)
    assert "◆ still to be ratified" in desk.said()
    _press(desk, Qt.Key.Key_R)
    desk.answer()
    assert desk.decision(waiting).ratified_on == date(2026, 5, 12)
    assert "12 May 2026, SIB 2026/27 · 02" in desk.said()
    desk.page.business_actions.take_back_ratification(desk.decision(waiting))
    assert desk.decision(waiting).awaits_ratification


def test_what_was_entered_by_mistake_goes_and_comes_back(desk: BusinessDesk) -> None:
    desk.choose("A3")
    _press(desk, Qt.Key.Key_Delete)
    assert desk.cells("ref") == ["A1", "A2", "A4"]
    assert desk.file.undo() == "Remove 1 action"
    assert desk.cells("ref") == ["A1", "A2", "A3", "A4"]


def test_a_board_sees_its_own_and_a_record_of_another_opens_all_the_same(desk: BusinessDesk) -> None:
    desk.pick_board("YC")
    assert desk.page.front.is_empty
    desk.page.open_record("board_action", desk.action("A2").id)
    assert desk.cells("ref") == ["A2"]


def test_words_pasted_into_several_rows_are_one_change(desk: BusinessDesk) -> None:
    cells = [(desk.action(ref).id, "text", f"Other words of {ref}") for ref in ("A1", "A2")]
    desk.page.front.table.pasted.emit(cells)
    assert desk.cells("text")[:2] == ["Other words of A1", "Other words of A2"]
    assert desk.file.undo() == "Paste"


def test_a_day_in_the_past_is_said_and_taken_only_when_it_is_meant(desk: BusinessDesk) -> None:
    assert desk.type("Due", "1 May 2026").hint() == (
        "▲ 1 May 2026 has passed: Move date takes it where it is meant."
    )
    due = desk.action("A1").due
    desk.page.business_actions.move(desk.action("A1"))
    dialog = desk.answer(due="1 May 2026")
    assert dialog.isVisible() and desk.action("A1").due == due
    desk.answer(meant="yes")
    assert desk.action("A1").due == date(2026, 5, 1)


def test_words_that_are_no_day_are_refused_kindly_and_nothing_is_lost(desk: BusinessDesk) -> None:
    desk.page.new_record()
    dialog = desk.answer(text="Find rooms", owner="Nobody We Know", due="asap")
    assert dialog.isVisible() and dialog.answers.text("text") == "Find rooms"
    desk.answer(due="3 weeks")
    made = desk.action("A5")
    assert (made.owner.name, made.due_as_written) == ("Nobody We Know", "3 weeks")


def test_what_was_said_last_stands_under_the_action_and_all_of_it_beside_it(desk: BusinessDesk) -> None:
    desk.choose("A1")
    assert desk.page.front.table.rows_shown()[0].cell("text").second == "No update yet"
    desk.page.business_actions.update(desk.action("A1"))
    assert desk.answer(text="").isVisible()
    desk.answer(text="With our press office", as_at=date(2026, 5, 20))
    assert desk.page.front.table.rows_shown()[0].cell("text").second == "“With our press office” · 20 May"
    assert "20 May, " in desk.said() and "With our press office." in desk.said()
    assert desk.file.undo() == "Update A1"


def test_several_owners_are_typed_where_they_stand(desk: BusinessDesk) -> None:
    desk.choose("A1")
    desk.type("Owner", "Ann Hale; the press office")
    assert desk.action("A1").owner_names == "Ann Hale, the press office"
    assert desk.field("Owner").value() == "Ann Hale; the press office"


def test_an_action_for_nothing_known_is_refused(desk: BusinessDesk) -> None:
    desk.choose("A1")
    assert desk.type("For", "9.9").hint() == (
        "▲ No action of the plan, KPI or risk is called 9.9: type its ref."
    )
    assert desk.action("A1").is_for is None
