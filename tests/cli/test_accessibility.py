"""The check of any Word document from the command line: what it says, how it ends, what it refuses."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Call
from tests.reports.accessibility.good_documents import good_document
from tests.reports.sample_documents import full_document

from boarddesk.reports.word.writer import write


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "agenda.docx"
    path.write_bytes(good_document("LibreOffice", "agenda"))
    return path


def _spoilt(path: Path, old: str, new: str) -> Path:
    """The same document with one thing changed in its text."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new, 1).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_good_document_of_another_program_ends_with_0(boarddesk: Call, good: Path) -> None:
    said = boarddesk("check-document", good)
    assert (said.status, said.err) == (0, "")
    assert "0 errors, 0 warnings" in said.out or said.out == "Nothing to point out.\n"


def test_our_own_document_has_nothing_to_point_out(boarddesk: Call, tmp_path: Path) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(write(full_document()))
    assert boarddesk("check-document", path).out == "Nothing to point out.\n"


def test_a_warning_ends_with_1_and_an_error_with_3(boarddesk: Call, good: Path) -> None:
    warned = boarddesk(
        "check-document", _spoilt(good, 'w:cantSplit w:val="true"', 'w:cantSplit w:val="false"')
    )
    assert warned.status == 1 and "The row may break across pages." in warned.out
    erred = boarddesk(
        "check-document", _spoilt(good, 'w:tblHeader w:val="true"', 'w:tblHeader w:val="false"')
    )
    assert erred.status == 3 and "Errors (1)" in erred.out


def test_the_json_has_the_shape_of_every_check(boarddesk: Call, good: Path) -> None:
    said = boarddesk("check-document", _spoilt(good, "Welcome and apologies", ""), "--json")
    assert said.status == 1 and said.json.keys() == {"errors", "warnings", "notes"}
    (found,) = said.json["warnings"]
    assert found == {
        "rule": "6 shapes of tables",
        "about": "table 1 “Items of the meeting”, row 2, column 2",
        "says": "The cell is empty: write “None” or a dash.",
    }


def _bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 80_000_000)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "There is no file"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"%PDF-1.7"), "is not a Word document"),
        (lambda path: path.write_bytes(b"PK\x03\x04 and no more"), "is damaged"),
        (lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "before 2007"),
        (_bomb, "unpacks to far more"),
        (lambda path: path.mkdir(), "is a folder"),
    ],
    ids=["missing", "empty", "a PDF", "cut short", "an old format", "a bomb", "a folder"],
)
def test_what_cannot_be_checked_is_one_calm_line(
    boarddesk: Call, tmp_path: Path, make: Callable[[Path], object], sentence: str
) -> None:
    path = tmp_path / "paper.docx"
    make(path)
    said = boarddesk("check-document", path)
    assert said.status == 1 and said.out == ""
    assert sentence in said.err and said.err.count("\n") == 1
