"""The pack of a meeting from the office: written, issued, with numbers that stand, or as a folder."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from lxml import etree
from tests.records.offices import board_with_seats
from tests.reports.pack.meeting_packs import PlainConverter
from tests.reports.pack.papers import locked_paper, tagged_paper

from boarddesk.cli.commands import run
from boarddesk.issuing import pack as packs
from boarddesk.issuing.document_kind import Audience, DocumentQuery, PreparedDocument
from boarddesk.issuing.issue import issue, save_draft, save_issued
from boarddesk.issuing.pack import PACK
from boarddesk.records import documents
from boarddesk.records.agenda.items import add_item
from boarddesk.records.agenda.papers import NewCopy, name_paper, take_in
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.meetings import add_meeting
from boarddesk.reports.own_documents import is_ours
from boarddesk.rules.refused import FileProblem

TODAY, LATER = date(2026, 6, 2), date(2026, 6, 5)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OfficeFile]:
    with OfficeFile.create(tmp_path / "office.boarddesk", office="Northmoor") as made:
        yield made


@pytest.fixture
def meeting(file: OfficeFile) -> str:
    return add_meeting(file, board_with_seats(file), date(2026, 6, 9))


@pytest.fixture(autouse=True)
def converter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "installed_converter", PlainConverter)


def paper(file: OfficeFile, item: str, title: str, content: bytes, name: str = "") -> str:
    made = name_paper(file, item, title)
    take_in(file, made, NewCopy(name or f"{title}.pdf", content), on=TODAY)
    return made


def pdf_of(folder: Path, *headings: str) -> bytes:
    return tagged_paper(folder / "paper.pdf", headings).read_bytes()


def prepared(
    file: OfficeFile, meeting_id: str, today: date = TODAY, *, public: bool = False
) -> PreparedDocument:
    copy = Audience.PUBLIC if public else Audience.MEMBERS
    return PACK.prepare(file, DocumentQuery(today, meeting_id=meeting_id, copy=copy))


def labels(content: bytes) -> list[str]:
    return pypdf.PdfReader(io.BytesIO(content)).page_labels


def test_an_issued_pack_is_kept_as_it_went_out_and_its_numbers_stand(
    file: OfficeFile, meeting: str, tmp_path: Path
) -> None:
    item = add_item(file, meeting, "Minutes")
    paper(file, item, "Draft minutes", pdf_of(tmp_path, "Minutes", "Matters arising"))
    out = tmp_path / "pack.pdf"
    assert issue(file, prepared(file, meeting), out, today=TODAY).version == 1
    (kept,) = documents.issued(file, kind="pack")
    assert kept.form == ".pdf" and documents.word_of(file, kept.id) == out.read_bytes()
    assert labels(out.read_bytes()) == ["1", "2", "3", "4"]
    again = save_issued(file, kept.id, tmp_path / "again.pdf")
    assert again.read_bytes() == out.read_bytes()

    paper(file, item, "Late letter", pdf_of(tmp_path, "Letter"))
    second = issue(file, prepared(file, meeting, LATER), tmp_path / "second.pdf", today=LATER)
    assert second.version == 2
    assert labels(second.paths[0].read_bytes()) == ["1", "2", "3", "4", "S1-1"]
    _whole, alone = second.paths
    assert alone.name == "second, supplement 1.pdf", "for those who have the pack"
    assert labels(alone.read_bytes()) == ["1", "S1-1"]
    led = [link.get_object() for link in pypdf.PdfReader(alone).pages[0].get("/Annots", [])]
    assert [link["/Contents"] for link in led if "/A" in link] == ["Paper 2, late letter"]
    third = save_draft(prepared(file, meeting, LATER), tmp_path / "third.pdf")
    assert labels(third.read_bytes()) == ["1", "2", "3", "4", "S1-1"], "a supplement issued keeps its numbers"


def test_undone_the_issue_and_its_numbers_are_gone_together(
    file: OfficeFile, meeting: str, tmp_path: Path
) -> None:
    item = add_item(file, meeting, "Minutes")
    paper(file, item, "Draft minutes", pdf_of(tmp_path, "Minutes"))
    issue(file, prepared(file, meeting), tmp_path / "pack.pdf", today=TODAY)
    file.undo()
    assert not documents.issued(file, kind="pack") and not file.rows("SELECT 1 FROM pack")


def test_a_paper_that_cannot_be_bound_leaves_neither_a_file_nor_an_issue(
    file: OfficeFile, meeting: str, tmp_path: Path
) -> None:
    secret = locked_paper(tmp_path / "secret.pdf", user="word").read_bytes()
    paper(file, add_item(file, meeting, "Costs"), "Costs", secret, "Costs.pdf")
    out = tmp_path / "out"
    out.mkdir()
    for act in (
        lambda: issue(file, prepared(file, meeting), out / "pack.pdf", today=TODAY),
        lambda: save_draft(prepared(file, meeting), out / "pack.pdf"),
    ):
        with pytest.raises(FileProblem, match=r"“Costs\.pdf” asks for a password"):
            act()
    assert not list(out.iterdir())
    assert not documents.issued(file) and not file.rows("SELECT 1 FROM pack")


def test_where_nothing_makes_pdfs_the_pack_is_a_folder_whole_or_not_there(
    file: OfficeFile, meeting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "installed_converter", lambda: None)
    content = pdf_of(tmp_path, "Minutes")
    paper(file, add_item(file, meeting, "Minutes"), "Draft: minutes", content)
    ready = prepared(file, meeting)
    with pytest.raises(FileProblem, match="LibreOffice"):
        ready.written(".pdf")
    folder = save_draft(ready, tmp_path / "pack.pdf")
    assert folder == tmp_path / "pack"
    assert sorted(path.name for path in folder.iterdir()) == [
        "00 Contents.docx",
        "00-1 Agenda.docx",
        "01-1 Draft minutes.pdf",
    ]
    assert (folder / "01-1 Draft minutes.pdf").read_bytes() == content
    assert any("LibreOffice" in remark for remark in ready.remarks)
    done = issue(file, prepared(file, meeting), tmp_path / "pack.pdf", today=TODAY)
    assert done.paths == (tmp_path / "pack (2)",), "a folder that stands is left as it is"
    (kept,) = documents.issued(file, kind="pack")
    assert kept.form == ".docx" and not file.rows("SELECT 1 FROM pack"), "a folder has no page numbers"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_deleted_words_of_a_tracked_change_are_not_printed(
    file: OfficeFile, meeting: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[bytes] = []

    class Seeing(PlainConverter):
        def convert(self, papers: Sequence[Path], folder: Path) -> Mapping[Path, Path]:
            given.extend(path.read_bytes() for path in papers)
            return super().convert(papers, folder)

    monkeypatch.setattr(packs, "installed_converter", Seeing)
    word = docx.Document()
    paragraph = word.add_paragraph("The child is called ")
    run = paragraph.add_run("Robin Vale")._r
    gone: Any = etree.SubElement(paragraph._p, qn("w:del"), {qn("w:author"): "Ann Hale"})
    for text in run.iter(qn("w:t")):
        text.tag = qn("w:delText")
    gone.append(run)
    held = io.BytesIO()
    word.save(held)
    paper(file, add_item(file, meeting, "Case"), "Case", held.getvalue(), "Case.docx")
    save_draft(prepared(file, meeting), tmp_path / "pack.pdf")
    texts = [docx.Document(io.BytesIO(content)).element.xml for content in given]
    assert len(texts) >= 2 and not any("Robin Vale" in text for text in texts)


def test_the_command_line_writes_issues_and_says_what_is_missing(
    file: OfficeFile, meeting: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = add_item(file, meeting, "Minutes")
    paper(file, item, "Draft minutes", pdf_of(tmp_path, "Minutes"))
    name_paper(file, item, "Letter of the trust")
    path = str(file.path)
    file.close()
    out = tmp_path / "pack.pdf"
    asked = ["report", "pack", path, "--meeting", "SIB-2026-01", "--out", str(out)]
    assert run(asked) == 0
    said = capsys.readouterr().out
    assert "Wrote “SEND Improvement Board: pack, 9\N{NO-BREAK SPACE}June 2026”" in said
    assert "The agenda has not been issued yet" in said and "To follow: “Letter of the trust”." in said
    assert is_ours(out)
    assert run([*asked, "--issue"]) == 0
    assert "version 1" in capsys.readouterr().out
    assert run([*asked, "--copy", "published"]) == 0
    out.write_bytes(tagged_paper(tmp_path / "other.pdf", ["Somebody's own"]).read_bytes())
    assert not is_ours(out)
    assert run(asked) == 1, "somebody's own PDF is not written over"


def test_no_command_waits_for_the_library_of_pdfs_but_those_that_need_it() -> None:
    code = "import sys, boarddesk.issuing.registry, boarddesk.cli.commands\nprint('pikepdf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
