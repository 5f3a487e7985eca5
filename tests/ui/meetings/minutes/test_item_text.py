"""What is written comes back as it was written, whatever it holds and whatever was done to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from boarddesk.rules.characters import keepable
from boarddesk.rules.minutes.block import Block, BlockKind, Piece, block_of
from boarddesk.ui.meetings.minutes.item_text import ItemText
from boarddesk.ui.meetings.minutes.row_drawing import RowInText

ROW = RowInText(
    "Decision", "D-016", "Agreed", "that 3.3 stays Not on track.", "plan 3.3 Cut the therapy wait"
)
QTS_OWN = "\r\u2028\u2029\ufdd0\ufdd1\ufffc"

texts = st.text(st.characters(exclude_characters=QTS_OWN, exclude_categories=["Cs"]), max_size=12).map(
    keepable
)
pieces = st.builds(Piece, texts, st.booleans(), st.booleans())


@st.composite
def minutes(draw: st.DrawFn) -> tuple[Block, ...]:
    made = []
    for number in range(draw(st.integers(0, 6))):
        kind = draw(st.sampled_from(list(BlockKind)))
        block = Block(f"b{number}", kind, restricted=draw(st.booleans()))
        if kind.is_row:
            made.append(replace(block, record_id=f"r{number}"))
        else:
            made.append(block_of(draw(st.lists(pieces, max_size=4)), of=block))
    return tuple(made)


def text_with(*blocks: Block) -> ItemText:
    text = ItemText()
    text.show(blocks, {block.record_id: ROW for block in blocks if block.kind.is_row})
    return text


def anew(text: ItemText) -> tuple[Block, ...]:
    """What the document holds, read from its beginning."""
    cursor = QTextCursor(text)
    cursor.select(QTextCursor.SelectionType.Document)
    return text.chosen(cursor)


@given(blocks=minutes())
def test_any_text_comes_back_as_it_was(qapp: object, blocks: tuple[Block, ...]) -> None:
    assert text_with(*blocks).blocks() == blocks


WORDS = ("They agreed.", "ß", "👩‍👧 waits", "a\u00adb", "two\nlines")


@given(data=st.data(), blocks=minutes())
def test_whatever_is_done_is_noted_and_taken_back(
    qapp: object, data: st.DataObject, blocks: tuple[Block, ...]
) -> None:
    text = text_with(*blocks)
    states = [text.blocks()]
    for _ in range(data.draw(st.integers(1, 5))):
        cursor = QTextCursor(text)
        size = text.characterCount() - 1
        cursor.setPosition(data.draw(st.integers(0, size)))
        cursor.setPosition(data.draw(st.integers(0, size)), QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        act(data, text, cursor)
        cursor.endEditBlock()
        noted, held = text.blocks(), anew(text)
        ends = [Block()] if len(held) > len(noted) else []
        assert [replace(block, id="") for block in noted] + ends == list(held)
        ids = [block.id for block in noted if block.id]
        assert len(ids) == len(set(ids)), "two paragraphs that are the same one"
        assert not held[-1].kind.is_row, "nowhere to go on"
        if noted != states[-1]:
            states.append(noted)
    go(text.undo, text, states[-2::-1])
    go(text.redo, text, states[1:])


def go(step: Callable[[], object], text: ItemText, states: Sequence[tuple[Block, ...]]) -> None:
    """Undo or redo; a step that marked what was marked already shows nothing."""
    for state in states:
        before = text.blocks()
        while text.blocks() == before:
            step()
        assert text.blocks() == state


def act(data: st.DataObject, text: ItemText, cursor: QTextCursor) -> None:
    match data.draw(
        st.sampled_from(["type", "enter", "delete", "bullets", "restrict", "row", "paste", "mark"])
    ):
        case "type":
            cursor.insertText(data.draw(st.sampled_from(WORDS)).replace("\n", "\u2028"))
        case "enter":
            cursor.insertBlock()
        case "delete":
            cursor.deletePreviousChar()
        case "bullets":
            text.set_bullets(cursor, data.draw(st.booleans()))
        case "restrict":
            text.set_restricted(cursor, data.draw(st.booleans()))
        case "row":
            text.put_row(cursor, Block(kind=BlockKind.ACTION, record_id="new"))
        case "paste":
            text.insert(cursor, [replace(block, id="") for block in data.draw(minutes())])
        case "mark" if cursor.hasSelection():
            text.restrict_chosen(cursor, data.draw(st.booleans()))


def blocks_named(*ids: str) -> Sequence[Block]:
    return [Block(each, text=each.upper()) for each in ids]


@given(kept=st.permutations([0, 1, 2, 3, 4, 5]), size=st.integers(0, 6), typed=st.integers(0, 4))
def test_what_came_from_elsewhere_is_shown(qapp: object, kept: list[int], size: int, typed: int) -> None:
    blocks = blocks_named("a", "b", "c", "d", "e")
    text = text_with(*blocks)
    others = [*blocks, Block("f", text="New", restricted=True)]
    wanted = tuple(others[number] for number in kept[:size])
    cursor = QTextCursor(text.findBlockByNumber(typed))
    cursor.insertText("Typed: ")
    text.show(wanted, {})
    shown = {block.id: block.text for block in text.blocks()}
    assert shown.pop(blocks[typed].id) == f"Typed: {blocks[typed].text}"
    assert shown == {block.id: block.text for block in wanted if block.id != blocks[typed].id}
    text.undo()
    assert len(text.blocks()) == 5


def test_new_paragraphs_learn_their_ids_and_undo_does_not_notice(qtbot: QtBot) -> None:
    text = text_with(*blocks_named("a"))
    cursor = QTextCursor(text)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock()
    cursor.insertText("B")
    steps = text.availableUndoSteps()
    text.took_ids([replace(block, id=block.id or "b") for block in text.blocks()])
    assert text.blocks() == tuple(blocks_named("a", "b"))
    assert text.availableUndoSteps() == steps
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    cursor.removeSelectedText()
    text.undo()
    assert text.blocks() == tuple(blocks_named("a", "b"))
