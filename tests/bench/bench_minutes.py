"""Writing in a long minute: from a key to the screen, against a bare text field; and keeping it meanwhile."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

from tests.bench.ratio import Ratio, milliseconds, once
from tests.records.offices import board_with_seats

from boarddesk.records.agenda.items import add_item
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting
from boarddesk.records.minutes.writing import keep_minute
from boarddesk.rules.minutes.block import Block, Span, SpanKind

PARAGRAPHS, KEYS = 2_000, 200
WORDS = "the wait for a first appointment was weeks in April against a step of and four posts were filled"


@contextmanager
def long_minute() -> Iterator[tuple[OfficeFile, str, tuple[Block, ...]]]:
    """An office with an item under which there is far too much, some of it bold."""
    with (
        tempfile.TemporaryDirectory() as folder,
        OfficeFile.create(Path(folder) / "office.boarddesk") as file,
    ):
        meeting = add_meeting(file, board_with_seats(file), date(2026, 5, 12), start_time="13:30")
        item = add_item(file, meeting, "Waiting times", minutes=20)
        random, words = Random(1), WORDS.split()
        texts = [" ".join(random.choices(words, k=random.randint(5, 60))) for _ in range(PARAGRAPHS)]
        blocks = [
            Block(text=text, spans=(Span(0, 9, SpanKind.BOLD),) if at % 5 == 0 else ())
            for at, text in enumerate(texts)
        ]
        yield file, item, keep_minute(file, item, blocks)


def bench_keeping_a_long_minute() -> Iterator[Ratio]:
    """One paragraph of many changed, against the change of one row of any kind."""
    with long_minute() as (file, item, blocks):
        kept = list(blocks)

        def keep() -> None:
            known, at = tuple(kept), len(kept) // 2
            kept[at] = replace(kept[at], text=f"{kept[at].text}x")
            keep_minute(file, item, kept, known=known)

        with file.change("Add") as change:
            person = change.insert("person", name="Robin")

        def rename() -> None:
            with file.change("Rename") as change:
                change.update("person", person, name=f"Robin {file.commit_number}")

        ours, least = milliseconds(keep, repeats=31), milliseconds(rename, repeats=31)
        yield Ratio(f"keeping one of {PARAGRAPHS} paragraphs", ours, least, allowed=15)


def bench_typing_to_the_screen() -> Iterator[Ratio]:
    """The key that takes longest of twenty, with a keeper that keeps all the while."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QTextEdit

    from boarddesk.ui.look.theme import install
    from boarddesk.ui.meetings.minutes.keeper import Keeper
    from boarddesk.ui.meetings.minutes.writing_field import WritingField

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    install(app)
    with long_minute() as (file, item, blocks):
        field, bare = WritingField(), QTextEdit()
        keeper = Keeper(field, file)
        field.show_item(item, blocks, {})
        bare.setPlainText("\n".join(block.text for block in blocks))
        for editor in (field, bare):
            editor.resize(566, 416)
            editor.show()
            cursor = editor.textCursor()
            cursor.setPosition(editor.document().findBlockByNumber(len(blocks) // 2).position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            editor.setTextCursor(cursor)
            editor.ensureCursorVisible()
            app.processEvents()
            editor.document().documentLayout().documentSize()

        def press(editor: QTextEdit, at: int) -> float:
            key = Qt.Key.Key_Return if at % 40 == 39 else Qt.Key.Key_Space if at % 6 == 5 else Qt.Key.Key_A

            def to_the_screen() -> None:
                QTest.keyClick(editor, key)
                editor.viewport().repaint()

            taken = once(to_the_screen)
            app.processEvents()
            return taken

        times: dict[QTextEdit, list[float]] = {field: [], bare: []}
        for at in range(KEYS):
            for editor, taken in times.items():
                taken.append(press(editor, at))
            if at % 12 == 11:
                assert keeper.keep_now()
        name = f"a key in {PARAGRAPHS} paragraphs, painted, p95"
        ours, least = (statistics.quantiles(taken, n=20)[-1] for taken in times.values())
        yield Ratio(name, ours, least, allowed=2)
        keeper.stop()
        for editor in times:
            editor.close()
