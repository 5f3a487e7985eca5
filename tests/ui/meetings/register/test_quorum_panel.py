"""Beside the register nothing is ever cut, however wide the letters and however long the names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.finding import button
from tests.ui.meetings.desk_for_tests import Desk

from boarddesk.records import boards
from boarddesk.records.registers import taking as attendance
from boarddesk.rules.people import QuorumRule, Role, Sector
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.register.quorum_panel import QuorumPanel, guest_words


@pytest.fixture(params=[100, 125, 150])
def text_size(request: pytest.FixtureRequest) -> Iterator[int]:
    look().set_text_size(request.param)
    yield request.param
    look().set_text_size(100)


@pytest.fixture(params=["Open Sans", "DejaVu Sans"])
def family(request: pytest.FixtureRequest) -> Iterator[str]:
    before, look().family = look().family, request.param
    look().renew()
    yield request.param
    look().family = before
    look().renew()


def cut(panel: QuorumPanel) -> list[str]:
    """What reaches past the edge of the panel, or has less room than its words."""
    edge, inside = panel.viewport().width(), panel.widget()
    assert inside is not None
    found: list[QLabel | QPushButton] = [*panel.findChildren(QLabel), *panel.findChildren(QPushButton)]
    return [
        one.text()
        for one in found
        if one.isVisible()
        and (
            one.mapTo(inside, QPoint(one.width(), 0)).x() > edge
            or (isinstance(one, QLabel) and not one.wordWrap() and one.width() < one.sizeHint().width())
        )
    ]


@pytest.mark.usefixtures("family", "text_size")
@pytest.mark.parametrize("high", [500, 1200])
def test_nothing_beside_the_register_is_cut(qtbot: QtBot, tmp_path: Path, high: int) -> None:
    desk = Desk(qtbot, tmp_path, 24)
    board_id = str(desk.session.board_id)
    rules = [QuorumRule(1, sector=Sector.OTHER), QuorumRule(1, roles=(Role.CO_OPTEE, Role.MEMBER))]
    boards.set_quorum_rules(desk.file, board_id, rules)
    attendance.set_part(desk.file, desk.register.rows[0].id, part_to="14:30")
    attendance.add_guest(desk.file, desk.meeting, "Anastasia Featherstonehaugh-Cholmondeley of Northmoor")
    desk.view.resize(look().px(1150), high)
    for _ in range(4):
        QApplication.processEvents()
    assert desk.view.panel.isVisible()
    assert "Not quorate yet" in [one.text() for one in desk.view.panel.findChildren(QLabel)]
    assert cut(desk.view.panel) == []
    desk.close()


def test_after_a_guest_is_added_the_focus_is_where_the_next_one_is(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, 4)
    QApplication.processEvents()
    button(desk.view.panel, "Add guest: In attendance").setFocus()
    attendance.add_guest(desk.file, desk.meeting, "Amir Sole", arrived="5", departed="2.30")
    has = desk.view.focusWidget()
    assert has is not None
    assert has.accessibleName() == "Add guest: In attendance"
    assert guest_words(desk.register.guests[0]) == "from item 5 until 14:30"
    desk.close()
