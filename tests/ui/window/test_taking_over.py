"""An office open elsewhere: taken over from whoever has fallen silent, and whose was taken is told."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.ui.finding import button
from tests.ui.office_for_tests import ENTRIES, MORNING, keepers, small_office

from boarddesk.cli.commands import run
from boarddesk.records.file.backups import back_up
from boarddesk.records.file.lock import holder_of, lock_path
from boarddesk.records.file.moments import now, stamp
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.refused import FileProblem
from boarddesk.ui.settings import Settings
from boarddesk.ui.widgets.banner import Banner
from boarddesk.ui.window.keepers import plain_keepers
from boarddesk.ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(
        Settings(tmp_path / "window.json"), keepers=keepers(), entries=ENTRIES, now=lambda: MORNING
    )
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close_office()
    for dialog in made.findChildren(QDialog):
        dialog.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    where = tmp_path / "Northmoor.boarddesk"
    small_office(where).close()
    return where


def leave_lock(path: Path, *, minutes: int, content: str | None = None) -> None:
    """As somebody left it who was last heard of so long ago."""
    since = stamp(now() - timedelta(minutes=minutes))
    told = {"who": "Ruth", "machine": "WS-7", "pid": 1, "since": since, "beat": since, "token": "elsewhere"}
    lock_path(path).write_text(json.dumps(told) if content is None else content, "utf-8")
    moment = time.time() - 60 * minutes
    os.utime(lock_path(path), (moment, moment))


def asked(window: MainWindow, path: Path) -> QDialog:
    """The dialog an opening ends in."""
    assert not window.open_path(path)
    return next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())


def offers(dialog: QDialog) -> set[str]:
    return {name for name in ("Take it over", "Open to read only") if _has(dialog, name)}


def _has(dialog: QDialog, name: str) -> bool:
    try:
        return button(dialog, name).isVisible()
    except AssertionError:
        return False


def notices(window: MainWindow) -> list[str]:
    return [banner.title() for banner in window.findChildren(Banner)]


@pytest.mark.parametrize("content", [None, "", "{"])
def test_an_office_is_taken_over_only_after_ten_minutes_whatever_its_lock_says(
    window: MainWindow, path: Path, content: str | None
) -> None:
    leave_lock(path, minutes=9, content=content)
    dialog = asked(window, path)
    assert offers(dialog) == {"Open to read only"}
    dialog.close()
    leave_lock(path, minutes=11, content=content)
    button(asked(window, path), "Take it over").click()
    assert window.windowTitle() == "Northmoor.boarddesk – BoardDesk"
    holder = holder_of(path)
    assert holder and holder.pid == os.getpid()


def test_a_folder_where_the_lock_stands_is_named_and_the_office_can_be_read(
    window: MainWindow, path: Path
) -> None:
    lock_path(path).mkdir()
    dialog = asked(window, path)
    assert (
        "“Northmoor.boarddesk.lock” beside it, where its lock stands, is a folder" in dialog.accessibleName()
    )
    assert offers(dialog) == {"Open to read only"}


def test_a_damaged_office_is_restored_over_the_lock_of_one_who_has_fallen_silent(
    window: MainWindow, path: Path
) -> None:
    back_up(path)
    path.write_bytes(path.read_bytes()[:5000])
    window.keepers = replace(window.keepers, rescue=plain_keepers().rescue)
    leave_lock(path, minutes=11)
    button(asked(window, path), "Restore the newest backup").click()
    assert path.stat().st_size == 5000
    dialog = next(each for each in window.findChildren(QDialog) if offers(each) == {"Take it over"})
    button(dialog, "Take it over").click()
    assert window.windowTitle() == "Northmoor.boarddesk – BoardDesk"
    assert [aside.stat().st_size for aside in path.parent.glob("*.damaged-*")] == [5000]


def test_whose_office_a_command_took_over_is_told_and_writes_over_nothing(
    window: MainWindow, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert window.open_path(path)
    assert window.desk is not None
    assert window._safekeeping is not None
    assert run(["feed", str(path), "K1", "--stop", "--take-over"]) == 1
    assert "is open already" in capsys.readouterr().err
    window._safekeeping.beat()
    assert notices(window) == []
    silent = json.loads(lock_path(path).read_bytes()) | {"beat": "2026-01-05T09:00:00"}
    lock_path(path).write_text(json.dumps(silent), "utf-8")
    os.utime(lock_path(path), (0, 0))
    with OfficeFile.open(path, who="Ruth", take_over=True) as other:
        window._safekeeping.beat()
        assert notices(window) == ["Somebody else has taken this office over."]
        with other.change("Add a person") as change:
            change.insert("person", name="Ruth’s")
        with (
            pytest.raises(FileProblem, match="changed by another program"),
            window.desk.session.file.change("Add a person") as change,
        ):
            change.insert("person", name="Ash’s")
    window.close_office()
    with OfficeFile.open(path) as file:
        names = {row["name"] for row in file.rows("SELECT name FROM person")}
    assert "Ruth’s" in names
    assert "Ash’s" not in names


@pytest.mark.parametrize("content", ["", "{", "\0" * 300])
def test_a_lock_that_went_or_cannot_be_read_is_no_taking_over(
    window: MainWindow, path: Path, content: str
) -> None:
    assert window.open_path(path)
    assert window._safekeeping is not None
    lock_path(path).write_text(content, "utf-8")
    window._safekeeping.beat()
    lock_path(path).unlink()
    window._safekeeping.beat()
    assert notices(window) == []
    holder = holder_of(path)
    assert holder and holder.pid == os.getpid()
