"""By keyboard alone: a risk is added, scored, sent up, taken and brought down, and each is taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from tests.ui.risks.risk_desk import RiskDesk

from boarddesk.records.risks import escalations
from boarddesk.rules.risks.risk import RiskStatus
from boarddesk.ui.risks.fields import StepKeys


def _press(desk: RiskDesk, key: Qt.Key) -> None:
    """A key of the rows."""
    desk.page.focus_first()
    desk.qtbot.keyClick(desk.page.front.table.view, key)


def _type(desk: RiskDesk, words: str) -> None:
    """Into whatever has the focus in the dialog that is open."""
    focus = desk.dialog().focusWidget()
    assert focus is not None
    desk.qtbot.keyClicks(focus, words)


def _choose(desk: RiskDesk, axis: str, digit: str) -> None:
    desk.dialog().answers.editor(axis, StepKeys).setFocus()
    _type(desk, digit)


def test_from_a_new_risk_to_its_coming_down(desk: RiskDesk) -> None:
    desk.page.new_record()
    _type(desk, "Tracker data is lost")
    _choose(desk, "likelihood", "4")
    _choose(desk, "impact", "5")
    assert desk.dialog().notes[0].text() == "Scores 20 Extreme."
    desk.answer()
    assert desk.risk("R11").current[0].product == 20

    _press(desk, Qt.Key.Key_S)
    _choose(desk, "likelihood", "3")
    desk.answer(why="There is a copy a week.")
    assert [score.product for score in desk.risk("R11").current] == [15, 20]

    _press(desk, Qt.Key.Key_E)
    desk.answer(asked_for="Pay for a copy each night.")
    (sent,) = escalations.escalations(desk.file)
    assert desk.risk("R11").status is RiskStatus.ESCALATED
    offered = {action.title: action for action in desk.page.front.section.actions}
    offered["Take escalation…"].do()
    desk.answer(outcome="Agreed.")
    offered["Bring down…"].do()
    desk.answer(why="It is paid for.")
    assert desk.risk("R11").status is RiskStatus.OPEN

    for label in (
        "Bring risk R11 down",
        "Take risk R11",
        "Escalate risk R11 to HWB",
        "Score risk R11",
        "Add risk R11",
    ):
        assert desk.file.undo_label == label
        desk.file.undo()
    assert desk.cells("what") == [] and sent.id not in desk.page.shown.escalations
    desk.page.pick("risk")
    assert desk.cells("ref") == ["R7", "R3", "R10"]
