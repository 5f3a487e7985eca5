"""What is no paper is refused in one calm sentence; a paper is known by its content, whatever its name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.importing.papers import made

from boarddesk.importing.papers.check import check_paper, clean_copy
from boarddesk.importing.papers.content import kind_of
from boarddesk.rules.papers.finding import LARGEST, PaperKind
from boarddesk.rules.refused import FileProblem

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\0\x03\0\0\0", "Waits.docx"),
        (b"\x7fELF\x02\x01\x01", "Waits.pdf"),
        (b"#!/bin/sh\nrm -rf x", "Waits.txt"),
        (b"L\0\0\0\x01\x14\x02\0\0\0", "Waits.pdf"),
        (b"alert(1)", "Waits.js"),
        (b"del *.*", "Waits.pdf.bat"),
        (b"anything", "Waits.docx.exe"),
        (b"anything", "Waits.EXE. "),
        (b"[InternetShortcut]\nURL=file://x", "Waits"),
        (b"<script>alert(1)</script>", "Waits"),
        (b"@echo off\n", "Waits"),
        (b"PK\x03\x04", "Waits.jar"),
        (b"\xca\xfe\xba\xbe\0\0\0\x34", "Waits.xlsx"),
    ],
)
def test_a_program_is_refused_whatever_its_name(content: bytes, name: str) -> None:
    with pytest.raises(FileProblem, match="is a program or starts one"):
        kind_of(content, name)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"<!DOCTYPE html><html></html>", "is a web page"),
        (b"\0\1\2\3" * 50, "is no kind of paper"),
        (b"PK\x03\x04 cut off", "is damaged"),
        (OLE + b"\0" * 600, "is no kind of paper"),
        (b"%PDF-1.7\ncut off", "is damaged"),
    ],
)
def test_what_is_no_paper_is_said_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(FileProblem, match=sentence):
        check_paper(content, "Waits")


def test_a_zip_file_is_to_be_unpacked() -> None:
    with pytest.raises(FileProblem, match="is a zip file"):
        kind_of(made.packed({"Waits.docx": made.word()}), "Papers.zip")


def test_a_paper_of_hundreds_of_megabytes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boarddesk.importing.papers.content.LARGEST", 1000)
    with pytest.raises(FileProblem, match=r"has .* MB; a paper may have"):
        kind_of(made.word(), "Waits.docx")
    assert LARGEST == 100 * 1024 * 1024


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (made.word(), "Waits.pdf", PaperKind.WORD),
        (made.excel(), "Waits", PaperKind.EXCEL),
        (made.powerpoint(), "Waits.docx", PaperKind.POWERPOINT),
        (b"junk before\n" + made.pdf(), "Waits.txt", PaperKind.PDF),
        (OLE + b"\0" * 100 + "WordDocument".encode("utf-16-le"), "Waits.doc", PaperKind.OLD_OFFICE),
        (b"{\\rtf1 Waits}", "Waits.rtf", PaperKind.RICH_TEXT),
        (made.PIXEL, "Waits.png", PaperKind.PICTURE),
        (b"Waits fell in May.", "Waits.txt", PaperKind.TEXT),
        ("Waits fell – in May.".encode("utf-16"), "Waits.txt", PaperKind.TEXT),
        (b"MZ is not always a program", "Waits.txt", PaperKind.TEXT),
    ],
)
def test_a_paper_is_known_by_its_content(content: bytes, name: str, kind: PaperKind) -> None:
    assert kind_of(content, name) is kind


def test_what_nobody_can_look_through_is_said_to_be_unchecked() -> None:
    found = check_paper(b"{\\rtf1 Waits}", "Waits.rtf").findings
    assert [finding.sentence for finding in found] == ["Not checked: this is a rich text document"]


def test_a_bomb_of_entities_ends_in_a_sentence() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    content = made.changed(
        made.word(), {"word/document.xml": lambda text: text.replace("?>", f"?>{bomb}", 1)}
    )
    with pytest.raises(FileProblem, match=r"brings definitions of its own \(a DOCTYPE\)"):
        check_paper(content, "Waits.docx")


def test_xml_a_thousand_levels_deep_ends_in_a_sentence() -> None:
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    content = made.changed(
        made.word(), {"word/document.xml": lambda text: text.replace("<w:sectPr", f"{deep}<w:sectPr", 1)}
    )
    with pytest.raises(FileProblem, match="things inside things inside things"):
        check_paper(content, "Waits.docx")


def test_a_zip_bomb_ends_in_a_sentence() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in made.parts_of(made.word()).items():
            archive.writestr(name, part)
        archive.writestr("word/media/huge.png", b"\0" * (80 * 1024 * 1024))
    with pytest.raises(FileProblem, match="far more than an office document holds"):
        check_paper(out.getvalue(), "Waits.docx")


MAKERS: dict[str, Callable[[], bytes]] = {
    "a.docx": made.word,
    "a.xlsx": made.excel,
    "a.pptx": made.powerpoint,
    "a.pdf": made.pdf,
}
WHOLE = {name: make() for name, make in MAKERS.items()}


@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
    st.floats(0, 1),
)
def test_a_damaged_paper_is_checked_or_refused_and_never_breaks(
    name: str, flips: list[tuple[float, int]], cut: float
) -> None:
    content = bytearray(WHOLE[name])
    for place, value in flips:
        content[int(place * (len(content) - 1))] = value
    damaged = bytes(content[: max(1, int(len(content) * (1 - cut / 4)))])
    for look in (check_paper, clean_copy):
        with suppress(FileProblem):
            look(damaged, name)
