"""What cannot be read is refused in one calm sentence that says what to do."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import pytest
from tests.faults.hostile_documents import nested, word
from tests.importing.documents import TYPES, row, table, word_file, workbook, zip_file

from boarddesk.importing.tables import package
from boarddesk.importing.tables.source import read_tables
from boarddesk.rules.refused import FileProblem

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(path: Path) -> str:
    with pytest.raises(FileProblem) as problem:
        read_tables(path)
    sentence = problem.value.sentence
    assert path.name in sentence
    assert "\n" not in sentence and "Traceback" not in sentence and sentence.endswith(".")
    return sentence


def file(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.docx", b"", "is empty"),
        ("a.docx", b"%PDF-1.7 x", "is a PDF"),
        ("a.doc", OLE + b"\0" * 600, "before 2007, or protected by a password"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.docx", b"{\\rtf1 hello}", "rich text"),
        ("a.docx", b"plain words", "not a Word document"),
        ("a.xlsx", b"\x89PNG\r\n", "picture"),
        ("a.csv", b"a,b\0c", "not a Word document"),
        ("a.docx", b"PK\x03\x04 broken", "damaged"),
        ("~$a.docx", b"owner", "while a document is open"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    assert says in refusal(file(tmp_path, name, data))


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "no file" in refusal(tmp_path / "nowhere.docx")
    assert "folder" in refusal(tmp_path)


def test_a_file_another_program_has_open_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = word_file(tmp_path / "a.docx", table(row("a")))

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "sharing violation")

    monkeypatch.setattr(Path, "open", locked)
    assert "another program has it open" in refusal(path)


def test_zips_that_are_no_documents_say_what_they_are(tmp_path: Path) -> None:
    assert "zip file" in refusal(zip_file(tmp_path / "a.docx", {"photo.jpg": "x"}))
    assert "OpenDocument" in refusal(
        zip_file(tmp_path / "b.docx", {"mimetype": "application/vnd.oasis.opendocument.text"})
    )
    assert "damaged" in refusal(zip_file(tmp_path / "c.docx", {"[Content_Types].xml": TYPES}))


def test_a_document_cut_short_is_damaged(tmp_path: Path) -> None:
    data = word_file(tmp_path / "a.docx", table(row("a" * 5000))).read_bytes()
    assert "damaged" in refusal(file(tmp_path, "b.docx", data[: len(data) // 2]))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    path = zip_file(
        tmp_path / "a.docx", {"[Content_Types].xml": TYPES, "word/document.xml": bomb.encode(encoding)}
    )
    assert "brings definitions of its own (a DOCTYPE)" in refusal(path)


def test_an_encoding_in_which_a_doctype_could_hide_is_refused(tmp_path: Path) -> None:
    document = b'<?xml version="1.0" encoding="utf-7"?><x/>'
    path = zip_file(tmp_path / "a.docx", {"[Content_Types].xml": TYPES, "word/document.xml": document})
    assert "is written in an unusual encoding" in refusal(path)


@pytest.mark.parametrize("depth", [60, 400])
def test_tables_in_tables_without_end_are_refused_for_that(tmp_path: Path, depth: int) -> None:
    assert "inside" in refusal(file(tmp_path, "a.docx", word(nested(depth))))


def test_a_part_that_unpacks_to_far_too_much_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    document = "<w:document>" + " " * (3 * package.MB) + "</w:document>"
    path = zip_file(tmp_path / "a.docx", {"[Content_Types].xml": TYPES, "word/document.xml": document})
    assert "unpacks to far more" in refusal(path)


def test_a_part_that_lies_about_its_size_is_caught_while_it_unpacks(tmp_path: Path) -> None:
    big = b"<w:document>" + b" " * (3 * package.MB) + b"</w:document>"
    path = zip_file(tmp_path / "a.docx", {"[Content_Types].xml": TYPES, "word/document.xml": big})
    data = bytearray(path.read_bytes())
    size = struct.pack("<I", len(big))
    assert data.count(size) == 2
    refusal(file(tmp_path, "b.docx", bytes(data.replace(size, struct.pack("<I", 100)))))


def test_more_parts_than_any_document_has_are_refused(tmp_path: Path) -> None:
    path = zip_file(tmp_path / "a.docx", {f"word/{n}.xml": "" for n in range(package.MOST_PARTS + 1)})
    assert "5,000 parts" in refusal(path)


@pytest.mark.parametrize("twin", ["WORD/Document.xml", "word\\document.xml", "/word/document.xml"])
def test_two_parts_of_one_name_are_refused(tmp_path: Path, twin: str) -> None:
    path = word_file(tmp_path / "a.docx", table(row("a")))
    other = "?" * len(twin)  # put in afterwards: Windows would write the slashes its own way
    with zipfile.ZipFile(path, "a") as opened:
        opened.writestr(other, "<x/>")
    path.write_bytes(path.read_bytes().replace(other.encode(), twin.encode()))
    assert "damaged" in refusal(path)


def test_a_part_that_climbs_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    assert "damaged" in refusal(
        zip_file(tmp_path / "a.docx", {"../../evil.xml": "x", "[Content_Types].xml": TYPES})
    )


def test_a_file_over_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(package.MOST_BYTES + 1)
    assert "larger than 50 MB" in refusal(path)


def test_a_table_wider_than_two_hundred_columns_is_refused(tmp_path: Path) -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr><w:p/></w:tc>'
    assert "200 columns" in refusal(word_file(tmp_path / "a.docx", table(f"<w:tr>{wide}</w:tr>")))


def test_tables_inside_tables_without_end_are_refused(tmp_path: Path) -> None:
    inner = "<w:p/>"
    for _ in range(40):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    assert "without end" in refusal(word_file(tmp_path / "a.docx", inner))


def test_merged_areas_beyond_the_sheet_are_refused_not_worked_through(tmp_path: Path) -> None:
    rows = [["x"] * 200] * 300
    path = workbook(tmp_path / "a.xlsx", {"One": rows})
    merges = "".join('<mergeCell ref="A1:GR300"/>' for _ in range(100))
    out = tmp_path / "b.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            end = f"</sheetData><mergeCells>{merges}</mergeCells>".encode()
            new.writestr(name, old.read(name).replace(b"</sheetData>", end))
    assert "merged cells" in refusal(out)
