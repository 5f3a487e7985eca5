"""What is typed is kept: at a pause, while one goes on typing, and on leaving; what failed is tried again."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData
from pytestqt.qtbot import QtBot
from tests.ui.meetings.minutes.conftest import Desk

from boarddesk.records.minutes.writing import keep_minute
from boarddesk.rules.minutes.block import Block
from boarddesk.rules.refused import FileProblem, Refused
from boarddesk.ui.change_bus import ChangeBus
from boarddesk.ui.meetings.minutes import keeper as keeping


def test_a_pause_keeps_what_was_typed(qtbot: QtBot, writing: Desk) -> None:
    with qtbot.waitSignal(writing.keeper.kept):
        qtbot.keyClicks(writing.field, "The wait grew.")
    assert [block.text for block in writing.kept()] == ["The wait grew."]
    assert writing.field.blocks() == writing.kept(), "the field knows the id"
    assert not writing.field.unkept()


def test_one_who_never_pauses_is_kept_all_the_same(qtbot: QtBot, writing: Desk) -> None:
    writing.keeper._pause.setInterval(10_000)
    with qtbot.waitSignal(writing.keeper.kept):
        qtbot.keyClicks(writing.field, "The wait grew")
    assert keeping.LONGEST < 2000
    assert [block.text for block in writing.kept()] == ["The wait grew"]


def test_leaving_the_field_keeps_at_once(qtbot: QtBot, writing: Desk) -> None:
    qtbot.keyClicks(writing.field, "The wait grew")
    writing.field.clearFocus()
    writing.field.hide()
    assert [block.text for block in writing.kept()] == ["The wait grew"]


def test_an_item_left_is_kept_too(qtbot: QtBot, writing: Desk) -> None:
    qtbot.keyClicks(writing.field, "The wait grew")
    writing.show(1)
    qtbot.keyClicks(writing.field, "Spent")
    assert writing.keeper.keep_now()
    assert [[block.text for block in writing.kept(at)] for at in (0, 1)] == [["The wait grew"], ["Spent"]]


def test_a_page_that_hears_of_it_shows_nothing_twice(qtbot: QtBot, writing: Desk) -> None:
    bus = ChangeBus(writing.file)
    bus.records_changed.connect(lambda _tables: writing.show())
    qtbot.keyClicks(writing.field, "One")
    qtbot.keyClick(writing.field, "\r")
    qtbot.keyClicks(writing.field, "Two")
    writing.keeper.keep_now()
    assert [block.text for block in writing.field.blocks()] == ["One", "Two"]
    qtbot.keyClicks(writing.field, " and three")
    writing.file.undo()
    assert [block.text for block in writing.field.blocks()] == ["Two and three"]
    writing.keeper.keep_now()
    assert [block.text for block in writing.kept()] == ["Two and three"]
    bus.close()


def test_undo_of_the_office_is_shown_and_the_caret_stays(qtbot: QtBot, writing: Desk) -> None:
    kept = keep_minute(writing.file, writing.items[0], [Block(text="First"), Block(text="Second")])
    writing.show()
    keep_minute(writing.file, writing.items[0], [replace(kept[0], text="Put right"), kept[1]])
    writing.show()
    assert writing.field.toPlainText() == "Put right\nSecond"
    assert writing.field.textCursor().atEnd()
    writing.file.undo()
    writing.show()
    assert writing.field.toPlainText() == "First\nSecond"


@pytest.mark.parametrize("trouble", [FileProblem("The disk is full."), Refused("It is confirmed.")])
def test_what_could_not_be_kept_is_said_and_stays(
    qtbot: QtBot, writing: Desk, trouble: FileProblem | Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_more: object) -> None:
        raise trouble

    with monkeypatch.context() as broken:
        broken.setattr(keeping, "keep_minute", fail)
        qtbot.keyClicks(writing.field, "The wait grew")
        with qtbot.waitSignal(writing.keeper.problem) as said:
            assert not writing.keeper.keep_now()
        assert said.args == [trouble.sentence]
    assert writing.field.toPlainText() == "The wait grew"
    if isinstance(trouble, FileProblem):
        with qtbot.waitSignal(writing.keeper.kept):
            pass
    else:
        assert writing.keeper.keep_now()
    assert [block.text for block in writing.kept()] == ["The wait grew"]


def test_a_paste_that_was_shortened_is_kept_and_the_rest_refused(qtbot: QtBot, writing: Desk) -> None:
    text = QMimeData()
    text.setText("The wait grew again.\n" * 2_500)
    with qtbot.capture_exceptions() as refused:
        writing.field.insertFromMimeData(text)
    assert len(writing.kept()) == 2_000
    assert next(str(error) for _, error, _ in refused).startswith("This was too much to paste at once.")
