"""A draft says that it is one and of which day; an issue prints the very version it is kept under."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from boarddesk.disk.saving import Delivery
from boarddesk.issuing.attendance import ATTENDANCE, LETTER
from boarddesk.issuing.document_kind import Audience, DocumentQuery, PreparedDocument
from boarddesk.issuing.highlights import HIGHLIGHT
from boarddesk.issuing.issue import issue, save_issued
from boarddesk.issuing.meetings import SIGN_IN
from boarddesk.records import boards, documents, meetings, people
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.file.problems import NotSaved
from boarddesk.rules.refused import FileProblem
from boarddesk.sample.office import make_sample

TODAY = date(2026, 6, 2)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("issuing") / "sample.boarddesk"
    make_sample(path, today=TODAY)
    return path


@pytest.fixture
def file(made: Path, tmp_path: Path) -> Iterator[OfficeFile]:
    path = tmp_path / "office.boarddesk"
    path.write_bytes(made.read_bytes())
    with OfficeFile.open(path) as opened:
        yield opened


def _board(file: OfficeFile) -> str:
    return boards.board_named(file, "SIB").id


def _highlight(file: OfficeFile) -> PreparedDocument:
    return HIGHLIGHT.prepare(file, DocumentQuery(TODAY))


def _area(file: OfficeFile) -> PreparedDocument:
    return HIGHLIGHT.prepare(file, DocumentQuery(TODAY, area="4"))


def _attendance(file: OfficeFile) -> PreparedDocument:
    return ATTENDANCE.prepare(file, DocumentQuery(TODAY, board_id=_board(file)))


def _published(file: OfficeFile) -> PreparedDocument:
    return ATTENDANCE.prepare(file, DocumentQuery(TODAY, board_id=_board(file), copy=Audience.PUBLIC))


def _letter(file: OfficeFile) -> PreparedDocument:
    board = _board(file)
    chair = next(one for one in people.on_registers(file, board) if one.name == "Margaret Ashdown")
    return LETTER.prepare(file, DocumentQuery(TODAY, board_id=board, person_id=chair.id))


def _sign_in(file: OfficeFile) -> PreparedDocument:
    coming = [one for one in meetings.meetings(file, _board(file), first=TODAY) if one.state.is_to_come]
    return SIGN_IN.prepare(file, DocumentQuery(TODAY, meeting_id=coming[0].id))


KINDS = (_highlight, _area, _attendance, _published, _letter, _sign_in)
Kind = Callable[[OfficeFile], PreparedDocument]


def _words(content: bytes) -> str:
    return " ".join("\n".join(one.text for one in Document(io.BytesIO(content)).paragraphs).split())


def _part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return " ".join(re.sub("<[^>]+>", "", package.read(name).decode()).split())


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_says_so_in_its_text_at_its_foot_and_to_programs(kind: Kind, file: OfficeFile) -> None:
    content = kind(file).written(".docx")
    for place in (_words(content), *(_part(content, f"word/{n}1.xml") for n in ("footer",))):
        assert "draft of 2 June 2026" in place
        assert "version" not in place
    assert "draft of 2 June 2026" in _part(content, "docProps/core.xml")
    assert kind(file).written(".html").decode().count("draft of 2\N{NO-BREAK SPACE}June 2026") == 2


@pytest.mark.parametrize("kind", KINDS)
def test_an_issue_prints_the_version_it_is_kept_under(kind: Kind, file: OfficeFile, tmp_path: Path) -> None:
    for number in (1, 2):
        issued = issue(file, kind(file), tmp_path / f"{number}.docx", today=TODAY)
        content = issued.paths[0].read_bytes()
        assert issued.version == number == documents.issued(file)[0].version
        for place in (
            _words(content),
            _part(content, "word/footer1.xml"),
            _part(content, "docProps/core.xml"),
        ):
            assert f"version {number}" in place
            assert "draft" not in place
        assert documents.word_of(file, documents.issued(file)[0].id) == content


@pytest.mark.parametrize("kind", KINDS)
def test_an_issue_is_listed_for_its_board_and_for_no_other(
    kind: Kind, file: OfficeFile, tmp_path: Path
) -> None:
    another = boards.add_board(file, "Executive Group", "EXG")
    issue(file, kind(file), tmp_path / "issued.docx", today=TODAY)
    assert len(documents.issued(file, board_id=_board(file))) == 1
    assert documents.issued(file, board_id=another) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_no_issue_takes_the_number_of_one_made_since_it_was_prepared(
    kind: Kind, file: OfficeFile, tmp_path: Path
) -> None:
    first, second = kind(file), kind(file)
    name = first.to_issue.edition.of_file("report")
    assert name == "report, version 1"
    issue(file, first, tmp_path / f"{name}.docx", today=TODAY)
    later = issue(file, second, tmp_path / f"{name}.docx", today=TODAY)
    assert later.version == 2
    assert later.paths[0].name == "report, version 2.docx"
    assert "version 2" in _words(later.paths[0].read_bytes())
    kept = documents.issued(file)
    assert {one.version for one in kept} == {1, 2}


def test_the_number_of_another_version_replaces_no_file_of_that_name(
    file: OfficeFile, tmp_path: Path
) -> None:
    mine, hers = _area(file), _area(file)
    issue(file, hers, tmp_path / "hers.docx", today=TODAY)
    (theirs := tmp_path / "Area 4, version 2.docx").write_bytes(b"theirs")
    done = issue(file, mine, tmp_path / "Area 4, version 1.docx", today=TODAY)
    assert theirs.read_bytes() == b"theirs"
    assert [one.name for one in done.paths] == ["Area 4, version 2 (2).docx"]


def test_two_drafts_of_one_day_that_differ_are_told_apart(file: OfficeFile) -> None:
    before = _highlight(file)
    with file.change("Rename") as change:
        change.update("board", _board(file), name="Another board")
    changed = file.log(1)[0].when.astimezone()
    after = HIGHLIGHT.prepare(file, DocumentQuery(changed.date()))
    assert f"draft of {changed.day}" in after.document.facts
    assert f"last change {changed:%H:%M}" in after.document.facts
    assert before.edition != after.edition


def test_what_was_issued_is_written_again_byte_for_byte(file: OfficeFile, tmp_path: Path) -> None:
    issued = issue(file, _area(file), tmp_path / "a.docx", today=TODAY)
    again = save_issued(file, documents.issued(file)[0].id, tmp_path / "b.docx")
    assert again.read_bytes() == issued.paths[0].read_bytes()


def test_a_published_copy_says_so_on_every_page(file: OfficeFile) -> None:
    published, member = _published(file).written(".docx"), _attendance(file).written(".docx")
    assert "Published copy" in _words(published)
    assert "Published copy" in _part(published, "word/footer1.xml")
    assert "Published copy" in _part(published, "docProps/core.xml")
    assert "Published copy" not in _words(member) + _part(member, "word/footer1.xml")
    assert _published(file).written(".html").decode().count("Published copy") == 2


@pytest.mark.parametrize("across", [False, True])
def test_a_published_workbook_says_so_on_every_sheet(file: OfficeFile, across: bool) -> None:
    prepared = ATTENDANCE.prepare(
        file,
        DocumentQuery(TODAY, board_id=_board(file), copy=Audience.PUBLIC, people_across=across),
    )
    book = load_workbook(io.BytesIO(prepared.written(".xlsx")))
    assert len(book.worksheets) > 3
    for sheet in book.worksheets:
        said = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
        assert any(one.startswith("Published copy") for one in said), sheet.title
        assert "Published copy" in (sheet.oddHeader.center.text or "")
        assert "draft of 2 June 2026" in " ".join((sheet.oddFooter.left.text or "").split())


def test_the_members_workbook_warns_on_its_first_sheet_and_on_each_page(file: OfficeFile) -> None:
    book = load_workbook(io.BytesIO(_attendance(file).written(".xlsx")))
    first = [str(cell.value) for cell in book.worksheets[0]["A"] if cell.value]
    assert any("reasons for absence" in one and "not for publication" in one for one in first[:3])
    for sheet in book.worksheets:
        assert "not for publication" in (sheet.oddHeader.center.text or "")


def test_an_issued_workbook_has_its_version(file: OfficeFile) -> None:
    content = _attendance(file).as_version(7).written(".xlsx")
    book = load_workbook(io.BytesIO(content))
    cover = " ".join(" ".join(str(cell.value) for cell in book.worksheets[0]["A"]).split())
    assert "version 7" in cover
    assert "draft" not in cover
    assert book.properties.contentStatus == "version 7".replace(" ", "\N{NO-BREAK SPACE}")


def test_what_the_office_could_not_keep_is_not_written(
    file: OfficeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise NotSaved("The last change was not saved.")

    prepared, out = _attendance(file), tmp_path / "out"
    out.mkdir()
    (out / "attendance.docx").write_bytes(b"version before")
    monkeypatch.setattr(file._door, "_commit", full)
    with pytest.raises(NotSaved):
        issue(file, prepared, out / "attendance.docx", today=TODAY, with_html=True)
    assert [path.read_bytes() for path in out.iterdir()] == [b"version before"]
    assert not documents.issued(file, kind="attendance", board_id=_board(file))


def test_what_could_not_be_written_is_not_kept_in_the_office(
    file: OfficeFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_: Delivery) -> None:
        raise FileProblem("Another program held what was just written.")

    prepared, out = _attendance(file), tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(Delivery, "hand_over", held)
    with pytest.raises(FileProblem):
        issue(file, prepared, out / "attendance.docx", today=TODAY)
    assert list(out.iterdir()) == []
    assert not documents.issued(file, kind="attendance", board_id=_board(file))
