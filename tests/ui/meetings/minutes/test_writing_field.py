"""Writing with the keyboard: bold, bullets, what is restricted, rows, undo, and going to another item."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeySequence,
    QShortcut,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot
from tests.ui.settling import settle

from boarddesk.rules.minutes.block import Block, BlockKind, Span, SpanKind
from boarddesk.ui.look.theme import look
from boarddesk.ui.meetings.minutes.row_drawing import RowInText
from boarddesk.ui.meetings.minutes.tools import WritingTools
from boarddesk.ui.meetings.minutes.writing_field import ROW_KEYS, WritingField

ROW = RowInText(
    "Decision", "D-016", "Agreed", "that 3.3 stays Not on track.", "plan 3.3 Cut the therapy wait"
)
FIRST, LAST = Block("a", text="The wait grew."), Block("z", text="They agreed.")
DECISION = Block("d", BlockKind.DECISION, record_id="16")


def press(qtbot: QtBot, field: WritingField, keys: str) -> None:
    qtbot.keySequence(field, keys)


def say(field: WritingField, words: str) -> None:
    """As an input method commits them: letters no key has."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def with_a_row(field: WritingField, *blocks: Block) -> None:
    field.show_item("item", blocks or (FIRST, DECISION, LAST), {"16": ROW})


def caret_at(field: WritingField, block: int, letter: int = 0) -> None:
    cursor = field.textCursor()
    cursor.setPosition(field.document().findBlockByNumber(block).position() + letter)
    field.setTextCursor(cursor)


def at(field: WritingField) -> tuple[int, int]:
    cursor = field.textCursor()
    return cursor.blockNumber(), cursor.positionInBlock()


def said(field: WritingField) -> list[str]:
    return [block.text or block.record_id for block in field.blocks()]


def test_bold_bullets_and_restricted_by_key(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field, FIRST)
    press(qtbot, field, "Return")
    press(qtbot, field, "Ctrl+L")
    press(qtbot, field, "Ctrl+B")
    qtbot.keyClicks(field, "23 weeks")
    press(qtbot, field, "Ctrl+B")
    qtbot.keyClicks(field, " in April")
    bold = (Span(0, 8, SpanKind.BOLD),)
    assert field.blocks() == (FIRST, Block("", BlockKind.BULLET, "23 weeks in April", bold))
    press(qtbot, field, "Ctrl+Shift+R")
    assert field.blocks()[1].restricted
    press(qtbot, field, "Ctrl+Shift+R")
    choose(field, (0, 4), (0, 8))
    press(qtbot, field, "Ctrl+Shift+R")
    assert field.blocks()[0] == Block("a", text=FIRST.text, spans=(Span(4, 8, SpanKind.RESTRICTED),))
    press(qtbot, field, "Ctrl+Shift+R")
    assert field.blocks()[0] == FIRST
    while field.document().isUndoAvailable():
        press(qtbot, field, "Ctrl+Z")
    assert field.blocks() == (FIRST,)
    while field.document().isRedoAvailable():
        press(qtbot, field, "Ctrl+Y")
    assert field.blocks() == (FIRST, Block("", BlockKind.BULLET, "23 weeks in April", bold))


def choose(field: WritingField, start: tuple[int, int], end: tuple[int, int]) -> None:
    caret_at(field, *start)
    cursor = field.textCursor()
    last = field.document().findBlockByNumber(end[0])
    cursor.setPosition(last.position() + end[1], QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


@pytest.mark.parametrize("way", ["Backspace", "Delete", "X", "Ctrl+V"])
def test_what_is_restricted_stays_so_where_paragraphs_are_joined(
    qtbot: QtBot, field: WritingField, way: str
) -> None:
    open_one, secret = Block("a", text="Open. "), Block("b", text="Sam Green, 9.", restricted=True)
    with_a_row(field, open_one, secret, LAST)
    if way == "Backspace":
        caret_at(field, 1)
    elif way == "Delete":
        caret_at(field, 0, 6)
    elif way == "X":
        choose(field, (0, 4), (1, 1))
    else:
        choose(field, (1, 0), (1, 9))
        press(qtbot, field, "Ctrl+C")
        caret_at(field, 0, 6)
    press(qtbot, field, way)
    pieces = [piece for block in field.blocks() for piece in block.pieces]
    withheld = "".join(piece.text for piece in pieces if piece.restricted)
    said_openly = "".join(piece.text for piece in pieces if not piece.restricted)
    assert "Green" in withheld and "Green" not in said_openly
    assert field.blocks()[0].spans, "marked in the paragraph it came into"
    press(qtbot, field, "Ctrl+Z")
    assert field.blocks() == (open_one, secret, LAST)


def test_a_restricted_paragraph_is_parted_into_two_and_opened_in_part(
    qtbot: QtBot, field: WritingField
) -> None:
    with_a_row(field, Block("a", text="Sam Green, 9.", restricted=True))
    press(qtbot, field, "Return")
    qtbot.keyClicks(field, "more")
    assert [block.restricted for block in field.blocks()] == [True, True]
    press(qtbot, field, "Ctrl+Shift+R")
    assert field.blocks()[1] == Block("", text="more")
    choose(field, (0, 9), (0, 13))
    press(qtbot, field, "Ctrl+Shift+R")
    assert field.blocks()[0] == Block("a", text="Sam Green, 9.", spans=(Span(0, 9, SpanKind.RESTRICTED),))


def test_enter_on_an_empty_bullet_ends_the_list(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field, Block("a", BlockKind.BULLET, "speech"))
    press(qtbot, field, "Return")
    qtbot.keyClicks(field, "hearing")
    press(qtbot, field, "Return")
    press(qtbot, field, "Return")
    qtbot.keyClicks(field, "They agreed")
    kinds = [block.kind for block in field.blocks()]
    assert kinds == [BlockKind.BULLET, BlockKind.BULLET, BlockKind.PARAGRAPH]


def test_an_empty_paragraph_can_stay_between(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field, FIRST)
    for keys in ("Return", "Return", "B"):
        press(qtbot, field, keys)
    assert [block.text for block in field.blocks()] == [FIRST.text, "", "b"]
    for _ in range(3):
        press(qtbot, field, "Backspace")
    assert field.blocks() == (FIRST,)


def test_letters_no_key_has_and_a_break_of_line(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field, Block("a", text="👩‍👧 "))
    say(field, "Zoë 🙂 ￼\x00ok")
    press(qtbot, field, "Shift+Return")
    press(qtbot, field, "Ctrl+B")
    say(field, "née\xad🎈")
    text = "👩‍👧 Zoë 🙂 ok\nnée\xad🎈"
    assert field.blocks() == (Block("a", text=text, spans=(Span(13, len(text), SpanKind.BOLD),)),)


@pytest.mark.parametrize("kind", list(ROW_KEYS))
def test_a_row_is_asked_for_by_its_key(qtbot: QtBot, field: WritingField, kind: BlockKind) -> None:
    with_a_row(field)
    with qtbot.waitSignal(field.row_asked) as asked:
        press(qtbot, field, ROW_KEYS[kind])
    assert asked.args == [kind.value]


def test_keys_are_the_fields_even_where_the_window_has_them_too(qtbot: QtBot, field: WritingField) -> None:
    pressed: list[str] = []
    for keys in ("Ctrl+D", "Ctrl+Z", "Ctrl+K"):
        shortcut = QShortcut(QKeySequence(keys), field)
        shortcut.activated.connect(lambda keys=keys: pressed.append(keys))
    with_a_row(field)
    qtbot.keyClicks(field, " Yes")
    for keys in ("Ctrl+Z", "Ctrl+D", "Ctrl+K"):
        press(qtbot, field, keys)
    assert pressed == ["Ctrl+K"]
    assert field.blocks() == (FIRST, DECISION, LAST)


def test_a_row_stands_under_what_was_being_written(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field, FIRST)
    field.put_row(BlockKind.DECISION, "16", ROW)
    qtbot.keyClicks(field, "Then")
    assert said(field) == ["The wait grew.", "16", "Then"]
    press(qtbot, field, "Return")
    field.put_row(BlockKind.ACTION, "41", ROW)
    assert said(field) == ["The wait grew.", "16", "Then", "41"], "an empty paragraph gives its place"
    assert [block.id for block in field.blocks()] == ["a", "", "", ""]


def test_the_caret_steps_over_a_row_as_one(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field)
    caret_at(field, 0, len(FIRST.text))
    stops = []
    for _ in range(2):
        press(qtbot, field, "Right")
        stops.append(at(field))
    for _ in range(2):
        press(qtbot, field, "Left")
        stops.append(at(field))
    assert stops == [(1, 0), (2, 0), (1, 0), (0, len(FIRST.text))]
    press(qtbot, field, "Down")
    assert at(field)[0] == 1
    press(qtbot, field, "Down")
    assert at(field)[0] == 2


def test_a_row_is_read_aloud_and_opened(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field)
    caret_at(field, 1)
    assert field.accessibleDescription() == ROW.in_words
    with qtbot.waitSignal(field.row_opened) as opened:
        press(qtbot, field, "Return")
    assert opened.args == ["decision", "16"]
    assert said(field) == ["The wait grew.", "16", "They agreed."]


@pytest.mark.parametrize("keys", ["Delete", "Backspace"])
def test_delete_takes_a_row_out_of_the_text(qtbot: QtBot, field: WritingField, keys: str) -> None:
    with_a_row(field)
    caret_at(field, 1)
    press(qtbot, field, keys)
    assert field.blocks() == (FIRST, LAST)
    press(qtbot, field, "Ctrl+Z")
    assert field.blocks() == (FIRST, DECISION, LAST)


def test_what_is_typed_at_a_row_is_a_paragraph_under_it(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field, DECISION)
    caret_at(field, 0)
    qtbot.keyClicks(field, "ok")
    caret_at(field, 0)
    press(qtbot, field, "Shift+Return")
    say(field, "Über")
    caret_at(field, 1)
    say(field, "Größe")
    assert said(field) == ["Über", "16", "Größe", "ok"]
    assert [block.id for block in field.blocks()] == ["", "d", "", ""]


def test_keys_at_the_edge_of_a_row_leave_it_whole(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field)
    caret_at(field, 2)
    press(qtbot, field, "Backspace")
    assert at(field) == (1, 0)
    caret_at(field, 0, len(FIRST.text))
    press(qtbot, field, "Delete")
    assert at(field) == (1, 0)
    press(qtbot, field, "End")
    assert at(field) == (1, 0)
    assert field.blocks() == (FIRST, DECISION, LAST)


def test_a_selection_over_a_row_is_taken_out_whole_and_comes_back(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field)
    for keys, left in (("X", "The xagreed."), ("Delete", "The agreed."), ("Ctrl+X", "The agreed.")):
        choose(field, (0, 4), (2, 5))
        press(qtbot, field, keys)
        assert said(field) == [left]
        press(qtbot, field, "Ctrl+Z")
        assert field.blocks() == (FIRST, DECISION, LAST)


def test_undo_of_an_item_survives_going_to_another(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field, FIRST)
    qtbot.keyClicks(field, " Twice.")
    field.show_item("other", (LAST,), {})
    qtbot.keyClicks(field, " All.")
    field.show_item("item", (FIRST,), {})
    assert said(field) == ["The wait grew. Twice."], "what was typed is not lost"
    assert field.textCursor().atEnd()
    press(qtbot, field, "Ctrl+Z")
    assert field.blocks() == (FIRST,)
    field.show_item("other", (LAST,), {})
    press(qtbot, field, "Ctrl+Z")
    assert field.blocks() == (LAST,)


def test_only_what_is_typed_is_an_edit(qtbot: QtBot, field: WritingField) -> None:
    with qtbot.assertNotEmitted(field.edited):
        with_a_row(field)
        field.show_item("other", (LAST,), {})
        with_a_row(field, FIRST, DECISION)
        field.set_large(True)
        field.set_large(False)
        field.forget()
        with_a_row(field)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field, "a")


def test_nothing_is_written_where_minutes_are_confirmed(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field)
    field.setReadOnly(True)
    QGuiApplication.clipboard().setText("more")
    for number in range(3):
        caret_at(field, number)
        for keys in ("Ctrl+B", "Ctrl+L", "Ctrl+Shift+R", "Ctrl+D", "Ctrl+V", "Delete", "Backspace", "A"):
            with qtbot.assertNotEmitted(field.row_asked):
                press(qtbot, field, keys)
        say(field, "ä")
    assert field.blocks() == (FIRST, DECISION, LAST)


def test_the_tab_key_leaves_the_field(qtbot: QtBot, field: WritingField) -> None:
    assert field.tabChangesFocus()


def test_what_is_cut_comes_back_with_its_marks_and_its_row(qtbot: QtBot, field: WritingField) -> None:
    marked = Block("b", text="23 weeks", spans=(Span(0, 2, SpanKind.BOLD), Span(3, 8, SpanKind.RESTRICTED)))
    with_a_row(field, FIRST, DECISION, marked, LAST)
    choose(field, (0, 0), (3, 0))
    press(qtbot, field, "Ctrl+C")
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().splitlines() == [FIRST.text, ROW.in_words, "23 weeks"]
    assert "<b>23</b> weeks" in mime.html()
    press(qtbot, field, "Ctrl+X")
    assert field.blocks() == (LAST,)
    press(qtbot, field, "Ctrl+V")
    assert [replace(block, id="") for block in field.blocks()] == [
        replace(block, id="") for block in (FIRST, DECISION, marked, LAST)
    ]
    press(qtbot, field, "Ctrl+V")
    assert sum(block.kind.is_row for block in field.blocks()) == 1, "a row stands once"
    field.show_item("other", (LAST,), {})
    press(qtbot, field, "Ctrl+V")
    assert not any(block.kind.is_row for block in field.blocks()), "it belongs to another item"


def test_an_empty_clipboard_and_a_picture_do_nothing(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field)
    caret_at(field, 0)
    QGuiApplication.clipboard().clear()
    press(qtbot, field, "Ctrl+V")
    picture, file = QMimeData(), QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    file.setUrls([QUrl.fromLocalFile("minutes.docx")])
    file.setText("minutes.docx")
    for mime in (picture, file, QMimeData()):
        assert not field.canInsertFromMimeData(mime)
        field.insertFromMimeData(mime)
    assert field.blocks() == (FIRST, DECISION, LAST)


def test_a_page_is_pasted_as_words_and_nothing_of_it_is_loaded(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field, Block("a", text="Before "))
    page = QMimeData()
    page.setHtml(
        "<p>the <b>wait</b> <img src='file://server/a.png'><img src='http://server/b.png'></p>"
        "<table background='http://server/c.png'><tr><td>grew</td></tr></table><ul><li>to 23</li></ul>"
    )
    field.insertFromMimeData(page)
    assert [(block.kind.value, block.text) for block in field.blocks()] == [
        ("paragraph", "Before the wait"),
        ("paragraph", "grew"),
        ("bullet", "to 23"),
    ]
    assert field.blocks()[0].spans == (Span(11, 15, SpanKind.BOLD),)
    for kind in (QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.StyleSheetResource):
        for holder in (field, field.document()):
            assert holder.loadResource(kind.value, QUrl("file://server/a.png")) is None
    press(qtbot, field, "Ctrl+Z")
    assert field.blocks() == (Block("a", text="Before "),)


def test_a_paste_of_five_megabytes_is_shortened_and_says_so(qtbot: QtBot, field: WritingField) -> None:
    with_a_row(field, FIRST)
    QGuiApplication.clipboard().setText("The wait grew again this month.\n" * 160_000)
    with qtbot.waitSignal(field.paste_shortened) as shortened:
        press(qtbot, field, "Ctrl+V")
    assert "The first 2,000 paragraphs are here" in shortened.args[0]
    assert len(field.blocks()) == 2_000
    press(qtbot, field, "Ctrl+Z")
    assert field.blocks() == (FIRST,)


def test_the_menu_of_the_text_says_what_can_be_marked_and_by_which_key(
    qtbot: QtBot, field: WritingField
) -> None:
    with_a_row(field, FIRST)
    at = field.mapToGlobal(QPoint(20, 20))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(20, 20), at)
    QApplication.sendEvent(field.viewport(), event)
    menu = field.findChild(QMenu)
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    offered["Restricted\tCtrl+Shift+R"].trigger()
    assert field.blocks() == (replace(FIRST, restricted=True),)
    assert {"Bold\tCtrl+B", "Bullets\tCtrl+L"} <= offered.keys()
    menu.close()


def test_the_field_has_its_edge_again_after_the_whole_screen(qtbot: QtBot, field: WritingField) -> None:
    field.clearFocus()
    edge, before = look().colour(look().tokens.ctl), field.frameWidth()
    for large in (False, True, False):
        field.set_large(large)
        settle()
        assert (field.grab().toImage().pixelColor(field.width() // 2, 0) == edge) is not large
    assert field.frameWidth() == before


def test_keys_over_the_text_leave_from_the_last_one_on(qtbot: QtBot, field: WritingField) -> None:
    tools = WritingTools(field, ask=str, full_screen=str)
    qtbot.addWidget(tools)
    tools.show()
    seen = []
    for width in range(700, 250, -10):
        tools.resize(width, 40)
        seen.append([cap.text() for cap in tools.findChildren(QLabel) if cap.isVisibleTo(tools)])
    known = seen[0]
    assert known[-1] == "F11"
    assert [caps for at, caps in enumerate(seen) if caps not in seen[:at]] == [
        known[:most] for most in range(len(known), -1, -1)
    ]
