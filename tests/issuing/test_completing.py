"""A document that was issued when BoardDesk stopped is where it was to go once the office is opened again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.disk.delivery_notes import notes_of
from boarddesk.disk.saving import Delivery
from boarddesk.issuing import issue as issuing
from boarddesk.issuing.completing import SAVE_AGAIN, complete_deliveries
from boarddesk.issuing.document_kind import DocumentQuery
from boarddesk.issuing.registry import kind_of
from boarddesk.records import boards, documents
from boarddesk.records.file.office_file import OfficeFile

TODAY = date(2026, 6, 2)


class Killed(BaseException):
    """Nothing is tidied up after it, as after a program that was ended."""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor") as file:
        boards.add_board(file, "SEND Improvement Board", "SIB")
        yield file


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.fixture
def stopped(file: OfficeFile, out: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Issues the action log, with its twin, and stops at that step."""
    stayed: list[Delivery] = []  # with its drafts

    def stop(*_: object, **__: object) -> None:
        raise Killed

    def run(step: str) -> None:
        with monkeypatch.context() as broken:
            broken.setattr(Delivery, "__exit__", lambda delivery, *_: stayed.append(delivery))
            broken.setattr(issuing._IssueInProgress, "__exit__", lambda *_: None)
            if step == "before the commit":
                broken.setattr("boarddesk.records.file.door.Door._commit", stop)
            else:
                broken.setattr(Delivery, "hand_over", stop)
            query = DocumentQuery(TODAY, board_id=boards.boards(file)[0].id)
            prepared = kind_of("action-log").prepare(file, query)
            with pytest.raises(Killed):
                issuing.issue(file, prepared, out / "log.docx", today=TODAY, with_html=True)
        assert len(list(out.glob("*.part"))) == 2

    return run


def names(out: Path) -> list[str]:
    return sorted(path.name for path in out.iterdir())


def test_it_is_put_where_it_was_to_go_with_its_twin(
    file: OfficeFile, out: Path, stopped: Callable[[str], None]
) -> None:
    stopped("before the names")
    assert complete_deliveries(file) == [
        f"“log.docx” and “log.html” were issued when BoardDesk stopped; they have now been put in {out}."
    ]
    assert names(out) == ["log.docx", "log.html"]
    (kept,) = documents.issued(file)
    assert (out / "log.docx").read_bytes() == documents.word_of(file, kept.id)
    assert complete_deliveries(file) == []


def test_what_stands_there_meanwhile_is_left(
    file: OfficeFile, out: Path, stopped: Callable[[str], None]
) -> None:
    stopped("before the names")
    (out / "log.docx").write_bytes(b"of somebody")
    (said,) = complete_deliveries(file)
    assert "“log (2).docx” and “log.html” were issued" in said
    assert (out / "log.docx").read_bytes() == b"of somebody"


def test_what_has_its_name_already_is_only_said(
    file: OfficeFile, out: Path, stopped: Callable[[str], None]
) -> None:
    stopped("before the names")
    (note,) = notes_of(file.file_id)
    for line in note.lines:
        line.draft.rename(line.path)
    (said,) = complete_deliveries(file)
    assert said.endswith(f"were issued when BoardDesk stopped; they are in {out}.")
    assert names(out) == ["log.docx", "log.html"]


def test_without_its_draft_it_comes_from_the_office_and_the_twin_is_said_to_be_gone(
    file: OfficeFile, out: Path, stopped: Callable[[str], None]
) -> None:
    stopped("before the names")
    for draft in out.glob("*.part"):
        draft.write_bytes(b"cut sho")
    assert complete_deliveries(file) == [
        f"“log.docx” was issued when BoardDesk stopped; it has now been put in {out}. "
        f"“log.html” was issued when BoardDesk stopped. What was written of it is gone. {SAVE_AGAIN}"
    ]
    assert names(out) == ["log.docx"]


def test_where_its_folder_is_gone_it_is_said_once_how_to_save_it_again(
    file: OfficeFile, out: Path, stopped: Callable[[str], None]
) -> None:
    stopped("before the names")
    shutil.rmtree(out)
    assert complete_deliveries(file) == [
        "“log.docx” and “log.html” were issued when BoardDesk stopped. "
        f"There is no folder {out} now. {SAVE_AGAIN}"
    ]
    assert complete_deliveries(file) == []


def test_what_was_not_recorded_goes_and_is_said_not_to_be_issued(
    file: OfficeFile, out: Path, stopped: Callable[[str], None]
) -> None:
    stopped("before the commit")
    assert documents.issued(file) == ()
    assert complete_deliveries(file) == [
        "“log.docx” was not issued: BoardDesk stopped before. Nothing of it was kept."
    ]
    assert names(out) == [] and notes_of(file.file_id) == []


def test_an_older_copy_of_the_office_leaves_it_to_the_one_that_has_the_record(
    file: OfficeFile, out: Path, stopped: Callable[[str], None], tmp_path: Path
) -> None:
    older = shutil.copy(tmp_path / "office.boarddesk", tmp_path / "older.boarddesk")
    stopped("before the names")
    with OfficeFile.open(Path(older)) as copy:
        assert complete_deliveries(copy) == []
    assert len(complete_deliveries(file)) == 1
    assert names(out) == ["log.docx", "log.html"]


def test_an_office_open_to_read_only_completes_nothing(
    file: OfficeFile, out: Path, stopped: Callable[[str], None], tmp_path: Path
) -> None:
    stopped("before the names")
    with OfficeFile.open(tmp_path / "office.boarddesk", read_only=True) as reader:
        assert complete_deliveries(reader) == []
    assert len(notes_of(file.file_id)) == 1


def test_whatever_stops_an_issue_that_goes_on_takes_the_record_back(
    file: OfficeFile, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: Delivery) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Delivery, "hand_over", interrupted)
    prepared = kind_of("action-log").prepare(file, DocumentQuery(TODAY, board_id=boards.boards(file)[0].id))
    with pytest.raises(KeyboardInterrupt):
        issuing.issue(file, prepared, out / "log.docx", today=TODAY)
    assert documents.issued(file) == () and names(out) == [] and notes_of(file.file_id) == []
