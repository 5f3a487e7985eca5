"""A transcript under the text: of the item in front, searched, and a line quoted by one key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.settling import settle

from boarddesk.records import boards, meetings
from boarddesk.records.minutes.transcripts import transcript_of
from boarddesk.records.minutes.writing import begin_item
from boarddesk.rules.refused import FileProblem
from boarddesk.ui import background
from boarddesk.ui.meetings.minutes.view import MinutesView
from boarddesk.ui.meetings.page import MeetingsPage
from boarddesk.ui.page import Session
from boarddesk.ui.widgets.form_dialog import FormDialog

DAY = date(2026, 6, 9)
SAID = """WEBVTT

00:00:03.000 --> 00:00:06.000
<v Ann Hale>Good afternoon everybody.</v>

00:20:00.000 --> 00:20:09.000
<v Zoë Moor>The wait is 23 weeks.</v>
"""


@pytest.fixture
def view(qtbot: QtBot, sample_office: Session) -> Iterator[MinutesView]:
    session = replace(sample_office, today=DAY)
    page = MeetingsPage()
    qtbot.addWidget(page)
    page.resize(1182, 680)
    page.show_session(session)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    board = boards.board_named(session.file, "SIB").id
    meeting = next(known.id for known in meetings.meetings(session.file, board) if known.date == DAY)
    page.open_record("meeting", meeting)
    page.workspace.show_part("Minutes")
    shown = page.workspace.front.widget
    assert isinstance(shown, MinutesView)
    yield shown
    page.close()


def take(view: MinutesView, tmp_path: Path, words: str = SAID, name: str = "board.vtt") -> None:
    path = tmp_path / name
    path.write_text(words, "utf-8")
    with background.at_once():
        view.transcript.take_file(path)
    settle()


def lines(view: MinutesView) -> list[str]:
    listed = view.transcript.list
    return [listed.item(at).text() for at in range(listed.count())]


def test_a_transcript_is_taken_in_and_shown_under_the_text(view: MinutesView, tmp_path: Path) -> None:
    assert view.transcript.isHidden()
    take(view, tmp_path)
    assert view.transcript.isVisible()
    assert [line.split("  ")[1:] for line in lines(view)] == [
        ["Ann Hale", "Good afternoon everybody."],
        ["Zoë Moor", "The wait is 23 weeks."],
    ]
    view.transcript.toggle()
    assert view.transcript.isHidden()


def test_it_is_cut_to_the_item_in_front_by_the_clock(view: MinutesView, tmp_path: Path) -> None:
    take(view, tmp_path)
    assert view.shown is not None and view.transcript.transcript is not None
    starts = view.transcript.transcript.starts
    first, second = [item.row.item.id for item in view.shown.items if not item.row.is_heading][:2]
    begin_item(view.file, first, at=starts)
    begin_item(view.file, second, at=f"{starts[:3]}{int(starts[3:]) + 15:02d}")
    view.going.choose(first)
    settle()
    assert [line.split("  ")[1] for line in lines(view)] == ["Ann Hale"]
    view.going.choose(second)
    settle()
    assert [line.split("  ")[1] for line in lines(view)] == ["Zoë Moor"]
    view.transcript.search.setText("afternoon ann")
    assert [line.split("  ")[1] for line in lines(view)] == ["Ann Hale"]


def test_one_key_quotes_a_line_into_the_minute_and_undo_takes_it_out(
    view: MinutesView, tmp_path: Path, qtbot: QtBot
) -> None:
    take(view, tmp_path)
    view.transcript.search.setText("weeks")
    view.transcript.list.setFocus()
    qtbot.keyClick(view.transcript.list, Qt.Key.Key_Return)
    said = "Zoë Moor said: “The wait is 23 weeks.”"
    assert said in view.field.toPlainText()
    view.keep()
    assert view.item is not None
    view.field.undo()
    assert said not in view.field.toPlainText()


def test_one_of_another_day_is_taken_in_only_when_somebody_says_so(view: MinutesView, tmp_path: Path) -> None:
    take(view, tmp_path, name="board 2026-05-12.vtt")
    assert view.transcript.transcript is None
    (asked,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog) and one.isVisible()
    ]
    asked.try_accept()
    settle()
    assert view.transcript.transcript is not None


def test_what_is_no_transcript_is_refused_and_nothing_is_kept(view: MinutesView, tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="not a transcript"):
        take(view, tmp_path, "Dear all")
    assert view.transcript.transcript is None


def test_a_deleted_transcript_is_gone_from_the_panel_and_the_file(view: MinutesView, tmp_path: Path) -> None:
    take(view, tmp_path)
    path = view.file.path
    assert path is not None and b"23 weeks" in path.read_bytes()
    view.transcript._ask_delete()
    (asked,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog) and one.isVisible()
    ]
    asked.answers.put("why", "Not wanted")
    asked.try_accept()
    settle()
    assert view.transcript.transcript is None and view.transcript.isHidden()
    assert view.shown is not None
    kept = transcript_of(view.file, view.shown.meeting.id)
    assert kept is not None and kept.deleted_on == DAY


def test_a_time_nobody_can_mean_is_refused(view: MinutesView, tmp_path: Path) -> None:
    take(view, tmp_path)
    view.transcript._ask_begins()
    (asked,) = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, FormDialog) and one.isVisible()
    ]
    asked.answers.put("starts", "soon")
    asked.try_accept()
    assert "Give the time" in asked.fields["starts"].refused()
    asked.answers.put("starts", "1.28pm")
    asked.try_accept()
    settle()
    assert view.transcript.transcript is not None and view.transcript.transcript.starts == "13:28"
