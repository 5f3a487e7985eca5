"""A delivery is noted before it is recorded, and its drafts wait for their names however long that is."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from boarddesk.disk.delivery_notes import KEPT, awaited_drafts, digest_of, notes_of, write_note
from boarddesk.disk.drafts import ABANDONED, draft_in
from boarddesk.disk.folders import data_folder
from boarddesk.disk.patience import remove
from boarddesk.disk.saving import Delivery, standing


def noted(delivery: Delivery, folder: Path) -> Path:
    return write_note("f1", folder / "office.boarddesk", "r1", delivery.lines())


def test_a_note_says_which_documents_of_which_record_go_where(tmp_path: Path) -> None:
    with Delivery() as delivery:
        delivery.write(tmp_path / "log.docx", b"log")
        delivery.write_folder(tmp_path / "pack", {"1.docx": b"one", "2.docx": b"two"})
        path = noted(delivery, tmp_path)
        (note,) = notes_of("f1")
        assert (note.record_id, note.office, note.path) == ("r1", tmp_path / "office.boarddesk", path)
        assert [line.path.name for line in note.lines] == ["log.docx", "pack"]
        assert [digest_of(line.draft) for line in note.lines] == [line.digest for line in note.lines]
        assert notes_of("f2") == []
        assert delivery.hand_over() == tuple(standing(line) for line in note.lines)
    remove(path)
    assert notes_of("f1") == []


def test_its_drafts_are_not_cleared_as_left_behind_while_it_is_noted(tmp_path: Path) -> None:
    left, awaited = (tmp_path / f"boarddesk-{digit * 16}.part" for digit in "01")
    for draft in (left, awaited):
        draft.write_bytes(b"log")
        os.utime(draft, times=(0, 0))
    folder = data_folder() / "deliveries"
    folder.mkdir(parents=True)
    told = {"file_id": "f1", "office": "o", "record_id": "r", "lines": [["log", str(awaited), "digest"]]}
    (folder / "1.json").write_text(json.dumps(told))
    assert ABANDONED < KEPT and awaited_drafts() == {awaited}
    with draft_in(tmp_path):
        assert (left.exists(), awaited.exists()) == (False, True)
    os.utime(folder / "1.json", times=(0, 0))
    with draft_in(tmp_path):
        assert not awaited.exists() and not (folder / "1.json").exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"file_id": "f1"}', '{"file_id": "f1", "lines": [[1]]}'])
def test_a_note_cut_short_is_none(text: str) -> None:
    folder = data_folder() / "deliveries"
    folder.mkdir(parents=True)
    (folder / "1.json").write_text(text)
    assert notes_of("f1") == []


def test_a_data_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    data_folder().parent.mkdir(parents=True, exist_ok=True)
    data_folder().write_text("no folder")
    with Delivery() as delivery:
        delivery.write(tmp_path / "log.docx", b"log")
        noted(delivery, tmp_path)
        assert delivery.hand_over() == (tmp_path / "log.docx",)
    assert notes_of("f1") == []


def test_a_document_is_found_under_its_name_with_a_number(tmp_path: Path) -> None:
    (tmp_path / "log.docx").write_bytes(b"another")
    with Delivery() as delivery:
        delivery.write(tmp_path / "log.docx", b"log", replaces=False)
        (line,) = delivery.lines()
        assert standing(line) is None
        delivery.hand_over()
    assert standing(line) == tmp_path / "log (2).docx"
