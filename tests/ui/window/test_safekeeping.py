"""A backup follows a change, and an open file shows a sign of life."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot

from boarddesk.ui.window.safekeeping import BACKUP_AFTER, HEARTBEAT_EVERY, Safekeeping

NOON = datetime(2026, 5, 28, 12, 0)
YESTERDAY = datetime(2026, 5, 27, 12, 0)


class Bus(QObject):
    records_changed = Signal(object)
    file_looked_after = Signal()
    backup_wanted = Signal()


def _keep(bus: Bus, made: list[str]) -> Safekeeping:
    def back_up() -> datetime:
        made.append("backup")
        return NOON

    def keep_lock() -> bool:
        made.append("beat")
        return made.count("beat") < 3

    change_bus: Any = bus
    return Safekeeping(
        change_bus, back_up=back_up, last_backup=lambda: YESTERDAY, keep_lock=keep_lock, parent=bus
    )


def test_nothing_waits_until_something_changes(qtbot: QtBot) -> None:
    bus, made = Bus(), list[str]()
    keeping = _keep(bus, made)
    assert not keeping.is_waiting
    bus.records_changed.emit(frozenset({"person"}))
    assert keeping.is_waiting
    keeping.stop()
    assert made == ["backup"]


def test_a_backup_comes_within_fifteen_minutes_and_the_sign_of_life_every_thirty_seconds(
    qtbot: QtBot,
) -> None:
    bus = Bus()
    keeping = _keep(bus, [])
    intervals = sorted(timer.interval() for timer in keeping.findChildren(QTimer))
    assert intervals == [HEARTBEAT_EVERY, BACKUP_AFTER] == [30_000, 900_000]
    keeping.stop()


def test_a_backup_somebody_else_made_is_said_after_the_next_change(qtbot: QtBot) -> None:
    bus = Bus()
    keeping = _keep(bus, [])
    with qtbot.waitSignal(keeping.backed_up) as told:
        bus.records_changed.emit(frozenset({"person"}))
    assert told.args == [YESTERDAY]
    keeping.stop()


def test_more_changes_do_not_put_the_backup_off(qtbot: QtBot) -> None:
    bus, made = Bus(), list[str]()
    keeping = _keep(bus, made)
    bus.records_changed.emit(frozenset({"person"}))
    wait = next(timer for timer in keeping.findChildren(QTimer) if timer.isSingleShot())
    qtbot.wait(20)
    left = wait.remainingTime()
    bus.records_changed.emit(frozenset({"person"}))
    assert wait.remainingTime() <= left
    with qtbot.waitSignal(keeping.backed_up) as told:
        wait.timeout.emit()
    assert told.args == [NOON]
    assert not keeping.is_waiting
    keeping.stop()
    assert made == ["backup"]


def test_a_lock_taken_over_is_said_once(qtbot: QtBot) -> None:
    bus, lost = Bus(), list[str]()
    keeping = _keep(bus, [])
    keeping.lock_lost.connect(lambda: lost.append("lost"))
    beat = next(timer for timer in keeping.findChildren(QTimer) if not timer.isSingleShot())
    for _ in range(3):
        beat.timeout.emit()
    assert lost == ["lost"]
    assert not beat.isActive()
