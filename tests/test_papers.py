"""Papers that come in: looked through apart, kept with what was found, made clean, opened to be read only."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.importing.papers import made, seeded_pdf, seeded_word

from boarddesk import papers as desk
from boarddesk.records import boards, meetings, people
from boarddesk.records.agenda import items, papers
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.rules.papers.paper import CopyKind, Paper
from boarddesk.rules.refused import FileProblem, Refused

TODAY, JUNE = date(2026, 5, 26), date(2026, 6, 9)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk") as file:
        yield file


@pytest.fixture
def item_id(file: OfficeFile) -> str:
    board_id = boards.add_board(file, "SEND Improvement Board", "SIB")
    return items.add_item(file, meetings.add_meeting(file, board_id, JUNE), "Waits")


def dropped(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def the_paper(file: OfficeFile, item_id: str) -> Paper:
    meeting_id = items.agenda_item(file, item_id).meeting_id
    (paper,) = papers.papers_of_meeting(file, meeting_id)[item_id]
    return paper


def test_a_dropped_paper_is_kept_with_what_was_found_in_one_step(
    file: OfficeFile, item_id: str, tmp_path: Path
) -> None:
    people.add_person(file, "Jo Amberley")
    path = dropped(tmp_path, "04-1_Therapies_waiting_times.pdf", seeded_pdf.commented())
    looked = desk.look_at(path, names=desk.names_known(file))
    before = file.commit_number
    desk.take_in(file, looked, on=TODAY, item_id=item_id)
    paper = the_paper(file, item_id)
    assert paper.title == "Therapies waiting times" and file.commit_number == before + 1
    assert [found.sentence for found in paper.open_findings] == ["2 comments, one names a person"]
    assert paper.copy and papers.content(file, paper.copy) == path.read_bytes()
    file.undo()
    assert not papers.papers_of_meeting(file, items.agenda_item(file, item_id).meeting_id).get(item_id)


def test_a_clean_copy_is_in_force_and_the_original_is_kept(
    file: OfficeFile, item_id: str, tmp_path: Path
) -> None:
    path = dropped(tmp_path, "Waits.docm", seeded_word.macros())
    paper_id = desk.take_in(file, desk.look_at(path), on=TODAY, item_id=item_id)
    clean = desk.make_clean(desk.in_force(file, paper_id))
    desk.keep_clean(file, paper_id, clean, on=TODAY)
    paper = the_paper(file, item_id)
    assert [copy.kind for copy in paper.copies] == [CopyKind.CLEAN, CopyKind.ORIGINAL]
    assert [copy.name for copy in paper.copies] == ["Waits.docx", "Waits.docm"]
    assert "macros" not in [found.kind for found in paper.open_findings]
    assert papers.content(file, paper.copies[1]) == path.read_bytes()


def test_a_new_file_of_a_paper_replaces_it_and_says_what_changed(
    file: OfficeFile, item_id: str, tmp_path: Path
) -> None:
    first = desk.look_at(dropped(tmp_path, "Waits.pdf", made.pdf()))
    paper_id = desk.take_in(file, first, on=TODAY, item_id=item_id)
    second = desk.look_at(dropped(tmp_path, "Waits v2.pdf", made.pdf(pages=3)))
    desk.take_in(file, second, on=JUNE, paper_id=paper_id, what_changed="Table 2 added")
    copy = the_paper(file, item_id).copy
    assert copy and (copy.kind, copy.what_changed) == (CopyKind.REPLACEMENT, "Table 2 added")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("Waits.pdf", b"MZ\0\0", "is a program"),
        ("Waits.pdf", b"", "is empty"),
        ("Waits.pdf", b"%PDF-1.7 cut", "is damaged"),
    ],
)
def test_what_is_no_paper_is_said_and_nothing_is_kept(
    file: OfficeFile, item_id: str, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    before = file.commit_number
    with pytest.raises(FileProblem, match=sentence):
        desk.look_at(dropped(tmp_path, name, content))
    assert file.commit_number == before


def test_a_paper_that_vanished_a_folder_and_one_too_large_are_said(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match="is no longer there"):
        desk.look_at(tmp_path / "gone.pdf")
    with pytest.raises(FileProblem, match="is a folder"):
        desk.look_at(tmp_path)
    large = tmp_path / "large.pdf"
    with large.open("wb") as stream:
        stream.truncate(400 * 1024 * 1024)
    with pytest.raises(FileProblem, match="has 400 MB; a paper may have 100"):
        desk.look_at(large)


def test_a_locked_paper_is_kept_and_has_no_clean_copy(file: OfficeFile, item_id: str, tmp_path: Path) -> None:
    looked = desk.look_at(dropped(tmp_path, "Waits.pdf", seeded_pdf.locked()))
    paper_id = desk.take_in(file, looked, on=TODAY, item_id=item_id)
    assert [found.kind for found in the_paper(file, item_id).open_findings] == ["password"]
    with pytest.raises(FileProblem, match="There is no clean copy"):
        desk.make_clean(desk.in_force(file, paper_id))


def test_a_paper_is_put_down_to_be_read_only_under_the_name_it_goes_out_by(
    file: OfficeFile, item_id: str, tmp_path: Path
) -> None:
    looked = desk.look_at(dropped(tmp_path, "Waits.pdf", made.pdf()))
    paper_id = desk.take_in(file, looked, on=TODAY, item_id=item_id, title="Waits: north/south")
    shown = tmp_path / "shown"
    written = desk.write_to_read(file, paper_id, shown, item="4", position=1)
    assert written.name == "04-1 Waits north south.pdf" and written.read_bytes() == looked.content
    assert not written.stat().st_mode & stat.S_IWRITE
    assert desk.write_to_read(file, paper_id, shown, item="4", position=1) == written
    desk.take_down(shown)
    assert not shown.exists()


def test_a_paper_that_is_to_follow_cannot_be_opened_and_one_needs_an_item(
    file: OfficeFile, item_id: str, tmp_path: Path
) -> None:
    paper_id = papers.name_paper(file, item_id, "Waits")
    with pytest.raises(FileProblem, match="Waits is to follow"):
        desk.write_to_read(file, paper_id, tmp_path)
    with pytest.raises(Refused):
        desk.take_in(file, desk.look_at(dropped(tmp_path, "a.pdf", made.pdf())), on=TODAY, item_id="gone")
