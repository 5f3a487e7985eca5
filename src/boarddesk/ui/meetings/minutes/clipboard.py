"""What goes to the clipboard and what comes from it: blocks of our own, or text and pages cleaned to them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QByteArray, QMimeData

from boarddesk.importing.pasted_child import page_pasted, text_pasted
from boarddesk.importing.pasted_text import PastedText
from boarddesk.rules.minutes.block import Block, BlockKind, Piece, spans_kept, spans_read
from boarddesk.ui.meetings.minutes.row_drawing import RowInText

_OWN, _HTML, _TEXT = "application/x-boarddesk-minute", "text/html", "text/plain"


def can_be_pasted(mime: QMimeData) -> bool:
    """Words of any kind; no pictures, no files."""
    return mime.hasFormat(_OWN) or mime.hasFormat(_HTML) or (mime.hasFormat(_TEXT) and not mime.hasUrls())


def pasted(mime: QMimeData) -> PastedText:
    """The blocks that were copied, shortened where there are more than a minute can need."""
    if mime.hasFormat(_OWN):
        return PastedText(_own_blocks(mime.data(_OWN).data()))
    if mime.hasFormat(_HTML):
        found = page_pasted(bytes(mime.data(_HTML).data()).decode("utf-8", "replace") or mime.html())
        if found.blocks or found.sentence:
            return found
    return text_pasted(mime.text())


def copied(blocks: Sequence[Block], rows: Mapping[str, RowInText]) -> QMimeData:
    """Blocks for this field with all that is marked in them, and as a page and as text for others."""
    words = [_words(block, rows) for block in blocks]
    mime = QMimeData()
    mime.setData(_OWN, QByteArray(json.dumps([_as_json(block) for block in blocks]).encode()))
    mime.setHtml("".join(_as_html(block, said) for block, said in zip(blocks, words, strict=True)))
    bullets = ("• " if block.kind is BlockKind.BULLET else "" for block in blocks)
    mime.setText("\n".join(bullet + said for bullet, said in zip(bullets, words, strict=True)))
    return mime


def _words(block: Block, rows: Mapping[str, RowInText]) -> str:
    row = rows.get(block.record_id)
    return row.in_words if row else block.text


def _as_json(block: Block) -> list[object]:
    return [block.kind.value, block.text, spans_kept(block.spans), block.restricted, block.record_id]


def _own_blocks(data: bytes | bytearray | memoryview) -> tuple[Block, ...]:
    return tuple(
        Block("", BlockKind(kind), text, spans_read(marks), restricted, record_id)
        for kind, text, marks, restricted, record_id in json.loads(bytes(data))
    )


def _as_html(block: Block, words: str) -> str:
    pieces = (Piece(words),) if block.kind.is_row else block.pieces
    said = "".join(f"<b>{escape(piece.text)}</b>" if piece.bold else escape(piece.text) for piece in pieces)
    said = said.replace("\n", "<br>")
    return f"<ul><li>{said}</li></ul>" if block.kind is BlockKind.BULLET else f"<p>{said}</p>"
