"""The paper check: a fault a kind in Word, Excel, PowerPoint and PDF, all found, and none in clean files."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pikepdf
import pptx
import pytest
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE
from tests.importing.papers import made, seeded_excel, seeded_pdf, seeded_powerpoint, seeded_word

from boarddesk.importing.papers.check import check_paper, clean_copy
from boarddesk.importing.papers.office_paper import OfficePaper
from boarddesk.importing.papers.word_changes import accept
from boarddesk.rules.papers.finding import FindingKind, PaperKind
from boarddesk.rules.papers.sentences import findings_of
from boarddesk.rules.refused import FileProblem

K = FindingKind
TAGGED_PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
LINK, LINKS = "1 link to a file share", "2 links to file shares"
PROTECTED = "Protected against changes, which keeps readers’ tools from its text"
AUTHOR = "The file keeps the author Ruth Calder"
ALT = "1 picture without alternative text"
Maker = Callable[[], bytes]
Seed = tuple[Maker, FindingKind, str, str]

SEEDS: dict[str, list[Seed]] = {
    ".docx": [
        (
            seeded_word.tracked,
            K.TRACKED_CHANGES,
            "7 tracked changes by Ruth Calder",
            "“Waits are eleven weeks, bold”",
        ),
        (seeded_word.joined, K.TRACKED_CHANGES, "1 tracked change by Ruth Calder", "“First half,”"),
        (seeded_word.commented, K.COMMENTS, "2 comments, one names a person", "“The board is asked"),
        (seeded_word.hidden, K.HIDDEN_TEXT, "1 passage of hidden text", "“Seen. Not for parents.”"),
        (seeded_word.hidden_by_style, K.HIDDEN_TEXT, "1 passage of hidden text", "“Seen. Not for parents.”"),
        (seeded_word.hidden_row, K.HIDDEN_TEXT, "1 passage of hidden text", ""),
        (seeded_word.macros, K.MACROS, "Holds macros", ""),
        (seeded_word.starting_field, K.MACROS, "Holds a field that starts a program", "“figure”"),
        (seeded_word.protected, K.PROTECTION, PROTECTED, "the settings"),
        (seeded_word.authored, K.METADATA, AUTHOR, ""),
        (seeded_word.templated, K.METADATA, r"The file keeps the path \\council-fs1\templates", ""),
        (seeded_word.custom_property, K.METADATA, "property “Label_Owner” ruth.calder@northmoor.example", ""),
        (seeded_word.embedded, K.EMBEDDED, "1 embedded object: “Excel workbook”", ""),
        (seeded_word.linked, K.FILE_LINKS, LINK, "“See the waiting list”"),
        (seeded_word.linked_by_field, K.FILE_LINKS, LINK, "“See the list”"),
        (
            seeded_word.left_over,
            K.PLACEHOLDERS,
            "2 left-over placeholders: “TBC” and “to follow”",
            "“The cost is",
        ),
        (
            seeded_word.footer_left_over,
            K.PLACEHOLDERS,
            "1 left-over placeholder: “[insert date]”",
            "“[insert date]”",
        ),
    ],
    ".xlsx": [
        (seeded_excel.tracked, K.TRACKED_CHANGES, "1 tracked change by Ruth Calder", ""),
        (seeded_excel.commented, K.COMMENTS, "2 comments, one names a person", "sheet “Costs”, B2"),
        (seeded_excel.threaded, K.COMMENTS, "1 comment by Ruth Calder", "sheet “Costs”, B2"),
        (seeded_excel.hidden_rows, K.HIDDEN_CELLS, "2 hidden rows or columns", "sheet “Costs”, rows 2 to 3"),
        (seeded_excel.hidden_column, K.HIDDEN_CELLS, "1 hidden row or column", "sheet “Costs”, column D"),
        (seeded_excel.hidden_sheet, K.HIDDEN_SHEETS, "1 hidden sheet: “Workings”", "sheet “Workings”"),
        (seeded_excel.very_hidden_sheet, K.HIDDEN_SHEETS, "1 hidden sheet: “Deeper”", "sheet “Deeper”"),
        (seeded_excel.formatted_away, K.HIDDEN_TEXT, "1 passage of hidden text", "sheet “Costs”, D2"),
        (seeded_excel.macros, K.MACROS, "Holds macros", ""),
        (seeded_excel.macro_sheet, K.MACROS, "Holds a sheet of macros", "sheet “Macro1”"),
        (seeded_excel.protected, K.PROTECTION, PROTECTED, "sheet “Costs”"),
        (seeded_excel.authored, K.METADATA, f"{AUTHOR} and the manager Jo Amberley", ""),
        (seeded_excel.saved_on_share, K.METADATA, r"The file keeps the path H:\rcalder\SEND", ""),
        (seeded_excel.embedded, K.EMBEDDED, "1 embedded object: “Word document”", "sheet “Costs”"),
        (seeded_excel.pivoted, K.EMBEDDED, "“the data behind a pivot table”", "sheet “Costs”"),
        (seeded_excel.linked, K.FILE_LINKS, LINK, "sheet “Notes”"),
        (seeded_excel.linked_by_formula, K.FILE_LINKS, LINK, "sheet “Notes”, A2"),
        (seeded_excel.linked_workbook, K.FILE_LINKS, LINK, "formulas"),
        (seeded_excel.connected, K.FILE_LINKS, LINK, "data connections"),
        (seeded_excel.left_over, K.PLACEHOLDERS, "1 left-over placeholder: “to follow”", "sheet “Costs”, C2"),
        (seeded_excel.picture, K.ACCESSIBILITY, ALT, "sheet “Costs”"),
    ],
    ".pptx": [
        (seeded_powerpoint.commented, K.COMMENTS, "2 comments, one names a person", "slide 1"),
        (seeded_powerpoint.threaded, K.COMMENTS, "1 comment by Ruth Calder", "slide 1"),
        (seeded_powerpoint.noted, K.SPEAKER_NOTES, "1 slide with speaker notes", "slide 1"),
        (seeded_powerpoint.hidden_slide, K.HIDDEN_SLIDES, "1 hidden slide", "slide 2"),
        (seeded_powerpoint.hidden_shape, K.HIDDEN_TEXT, "1 passage of hidden text", "slide 1"),
        (seeded_powerpoint.macros, K.MACROS, "Holds macros", ""),
        (seeded_powerpoint.starting_button, K.MACROS, "Holds a button that starts a program", "slide 1"),
        (seeded_powerpoint.protected, K.PROTECTION, PROTECTED, ""),
        (seeded_powerpoint.authored, K.METADATA, AUTHOR, ""),
        (seeded_powerpoint.edited_on_the_web, K.METADATA, "The file keeps the changes of Ruth Calder", ""),
        (seeded_powerpoint.embedded, K.EMBEDDED, "1 embedded object: “Excel workbook”", "slide 1"),
        (seeded_powerpoint.behind_chart, K.EMBEDDED, "“the workbook behind a chart”", "slide 1"),
        (seeded_powerpoint.linked, K.FILE_LINKS, LINK, "slide 1"),
        (seeded_powerpoint.left_over, K.PLACEHOLDERS, "1 left-over placeholder: “xx”", "slide 2"),
        (seeded_powerpoint.picture, K.ACCESSIBILITY, ALT, "slide 3"),
    ],
    ".pdf": [
        (seeded_pdf.commented, K.COMMENTS, "2 comments, one names a person", "page 1"),
        (seeded_pdf.commented_and_tagged, K.COMMENTS, "1 comment by Ruth Calder", "page 1"),
        (seeded_pdf.attached, K.EMBEDDED, "1 embedded object: “caseload.xlsx”", ""),
        (seeded_pdf.pinned, K.EMBEDDED, "1 embedded object: “caseload.xlsx”", "page 1"),
        (seeded_pdf.scripted, K.MACROS, "Holds scripts", ""),
        (seeded_pdf.starting, K.MACROS, "Holds a program that it starts", ""),
        (seeded_pdf.linked, K.FILE_LINKS, LINKS, "page 1"),
        (seeded_pdf.authored, K.METADATA, AUTHOR, ""),
        (
            seeded_pdf.path_as_title,
            K.METADATA,
            r"The file keeps the path H:\rcalder\SEND\waits.docx",
            "",
        ),
        (seeded_pdf.hidden_layer, K.HIDDEN_LAYERS, "1 hidden layer: “Draft marks”", ""),
        (
            seeded_pdf.left_over,
            K.PLACEHOLDERS,
            "4 left-over placeholders: “TBC” and “to follow”",
            "page 1 and page 2",
        ),
        (seeded_pdf.untagged, K.ACCESSIBILITY, "No tags, so readers’ tools guess its order", ""),
        (
            seeded_pdf.scanned,
            K.ACCESSIBILITY,
            "Its pages are pictures, so nobody can search or hear them",
            "",
        ),
        (seeded_pdf.picture, K.ACCESSIBILITY, ALT, "page 2"),
        (seeded_pdf.protected, K.PROTECTION, PROTECTED, ""),
        (seeded_pdf.locked, K.PASSWORD, "Opens only with a password, so nobody has looked inside", ""),
        (seeded_pdf.mended, K.DAMAGE, "The file is damaged and was mended to be read", ""),
    ],
}
ALL = [
    pytest.param(suffix, *seed, id=f"{seed[0].__name__}{suffix}")
    for suffix, seeds in SEEDS.items()
    for seed in seeds
]
REMOVABLE = [
    pytest.param(suffix, seed[0], id=f"{seed[0].__name__}{suffix}")
    for suffix, seeds in SEEDS.items()
    for seed in seeds
    if seed[1].removable
]
CLEAN: dict[str, Maker] = {
    ".docx": made.word,
    ".xlsx": made.excel,
    ".pptx": made.powerpoint,
    ".pdf": made.pdf,
}


@pytest.mark.parametrize(("suffix", "make", "kind", "sentence", "place"), ALL)
def test_a_fault_is_found_with_its_place_and_nothing_else_is(
    suffix: str, make: Maker, kind: FindingKind, sentence: str, place: str
) -> None:
    findings = check_paper(make(), f"Waits{suffix}", names=["Jo Amberley"]).findings
    assert [finding.kind for finding in findings] == [kind]
    assert sentence in findings[0].sentence
    assert place in findings[0].place


@pytest.mark.parametrize("suffix", CLEAN)
def test_nothing_is_found_in_a_clean_paper_and_its_clean_copy_says_the_same(suffix: str) -> None:
    content = CLEAN[suffix]()
    assert not check_paper(content, f"Waits{suffix}").findings
    assert read(clean_copy(content, f"Waits{suffix}"), suffix) == read(content, suffix)


@pytest.mark.parametrize(("suffix", "make"), REMOVABLE)
def test_a_clean_copy_is_without_what_was_found_and_says_the_same(suffix: str, make: Maker) -> None:
    content = make()
    clean = clean_copy(content, f"Waits{suffix}")
    assert not check_paper(clean, f"Waits{suffix}").removable
    assert read(clean, suffix) == read(content, suffix)
    assert clean_copy(clean, f"Waits{suffix}") == clean


SECRETS = re.compile(
    b"Calder|Amberley|rcalder|council-fs1|caseload|Not for parents|Child|secret|complaint|Only for the team"
    b"|AutoOpen|Auto_Open|cmd.exe|whole letter|Agree the offer"
)


@pytest.mark.parametrize(("suffix", "make"), REMOVABLE)
def test_no_part_of_a_clean_copy_holds_the_secret_any_more(suffix: str, make: Maker) -> None:
    clean = clean_copy(make(), f"Waits{suffix}")
    if suffix == ".pdf":
        with pikepdf.open(io.BytesIO(clean)) as opened:
            everything = [repr(found).encode() for found in opened.objects]
            everything += [
                found.read_bytes() for found in opened.objects if isinstance(found, pikepdf.Stream)
            ]
    else:
        everything = list(made.parts_of(clean).values())
    shown = set() if make is seeded_powerpoint.hidden_slide else {b"Agree the offer"}
    assert {secret for part in everything for secret in SECRETS.findall(part)} <= shown


# What a reader sees --------------------------------------------------------------------------------------


def read(content: bytes, suffix: str) -> list[str]:
    return {".docx": word_text, ".xlsx": excel_text, ".pptx": slides_text, ".pdf": pdf_text}[suffix](content)


def word_text(content: bytes) -> list[str]:
    """As Word shows it with all changes accepted, by way of a second library."""
    body = etree.fromstring(made.parts_of(content)["word/document.xml"])
    accept(body)
    styles = made.parts_of(content)["word/styles.xml"]
    hides = '"Quieter"' if b"Quieter" in styles else ""
    text = []
    for paragraph in body.iter("{*}p"):
        said = []
        for run in paragraph.iter("{*}r"):
            look = etree.tostring(run).decode()
            row = next(run.iterancestors("{*}tr"), None)
            if (
                "vanish" in look
                or (hides and hides in look)
                or (row is not None and row.find(".//{*}hidden") is not None)
            ):
                continue
            said += [found.text or "" for found in run.iter("{*}t")]
        text.append("".join(said))
    docx.Document(io.BytesIO(as_plain(content)))  # opens
    return [line for line in text if line]


def as_plain(content: bytes) -> bytes:
    kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = made.parts_of(content)
    return made.packed(parts | {"[Content_Types].xml": parts["[Content_Types].xml"].replace(kind, plain)})


def excel_text(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    return [
        f"{sheet.title} {cell.coordinate} {cell.value}"
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
        and cell.number_format != ";;;"
        and not sheet.row_dimensions[cell.row].hidden
        and not sheet.column_dimensions[cell.column_letter].hidden
    ]


def slides_text(content: bytes) -> list[str]:
    kind = b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
    parts = made.parts_of(content)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(kind, plain)
    return [
        shape.text_frame.text
        for slide in pptx.Presentation(io.BytesIO(made.packed(parts))).slides
        if slide._element.get("show") != "0"
        for shape in slide.shapes
        if shape.has_text_frame and shape._element.nvSpPr.cNvPr.get("hidden") != "1"
    ]


def pdf_text(content: bytes) -> list[str]:
    """What is drawn, byte for byte, and every tag and its words."""
    with pikepdf.open(io.BytesIO(content)) as opened:
        drawn = [page.Contents.read_bytes().decode("latin-1") for page in opened.pages]
        tags = [
            str(found.S)
            for found in opened.objects
            if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == pikepdf.Name.StructElem
        ]
        return drawn + sorted(tag for tag in tags if tag != "/Annot")


# Particular papers ---------------------------------------------------------------------------------------


def test_accepted_changes_read_as_the_author_meant_them() -> None:
    clean = docx.Document(io.BytesIO(clean_copy(seeded_word.tracked(), "Waits.docx")))
    assert [paragraph.text for paragraph in clean.paragraphs[-3:]] == [
        "Waits are eleven weeks, bold",
        "Then ",
        "later moved words",
    ]
    assert [row.cells[0].text for row in clean.tables[-1].rows] == ["new row", "kept row"]
    joined = docx.Document(io.BytesIO(clean_copy(seeded_word.joined(), "Waits.docx")))
    assert joined.paragraphs[-1].text == "First half, second half."


def test_a_line_that_moves_to_a_place_in_a_drawing_is_no_tracked_change() -> None:
    drawing = (
        '<w:p><w:r><w:drawing><a:path xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:moveTo><a:pt x="1" y="1"/></a:moveTo></a:path></w:drawing></w:r></w:p>'
    )
    drawn = made.changed(
        made.word(), {"word/document.xml": made.replaced("<w:sectPr", f"{drawing}<w:sectPr")}
    )
    assert not check_paper(drawn, "a.docx").findings
    tracked = made.changed(
        seeded_word.tracked(), {"word/document.xml": made.replaced("<w:sectPr", f"{drawing}<w:sectPr")}
    )
    assert b"a:moveTo" in made.parts_of(clean_copy(tracked, "a.docx"))["word/document.xml"]


def test_what_word_joins_in_when_it_opens_is_said_to_be_unchecked() -> None:
    chunk = made.changed(
        made.word(),
        {
            "word/_rels/document.xml.rels": made.relation("rIdA", "aFChunk", "letter.html"),
            "word/letter.html": b"<p>Waits</p>",
        },
    )
    assert [finding.kind for finding in check_paper(chunk, "a.docx").findings] == [K.UNCHECKED]


def test_strict_files_are_read_like_others() -> None:
    for make, name, kind in (
        (seeded_word.tracked, "a.docx", K.TRACKED_CHANGES),
        (seeded_excel.hidden_sheet, "a.xlsx", K.HIDDEN_SHEETS),
    ):
        content = made.strict(make())
        assert [finding.kind for finding in check_paper(content, name).findings] == [kind]
        assert not check_paper(clean_copy(content, name), name).findings


def test_what_contributing_says_of_adding_a_finding_is_true() -> None:
    guide = (Path(__file__).resolve().parents[3] / "CONTRIBUTING.md").read_text("utf-8")
    section = guide.split("## Adding a finding to the paper check")[1].split("\n## ")[0]
    example: dict[str, Any] = {"__name__": "example"}
    exec(section.split("```python\n")[1].split("```")[0], example)
    editor = '<w:permStart w:id="1" w:ed="Ruth Calder"/>'
    content = made.changed(
        made.word(), {"word/document.xml": made.replaced("<w:sectPr", f"{editor}<w:sectPr")}
    )
    paper = OfficePaper(content, "a.docx")
    (hit,) = example["editors"](paper)
    assert findings_of([hit.trace])[0].sentence == "The file keeps the editor Ruth Calder"
    hit.remove()
    assert b"Calder" not in paper.written()


NEEDS_OFFICE = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not here to make papers"
)


@NEEDS_OFFICE
@pytest.mark.parametrize(
    ("source", "target"), [("a.html", "docx:MS Word 2007 XML"), ("b.csv", "xlsx"), ("a.html", TAGGED_PDF)]
)
def test_nothing_is_found_in_a_clean_paper_of_another_program(
    tmp_path: Path, source: str, target: str
) -> None:
    (tmp_path / "a.html").write_text(f"<h1>Therapies</h1><p>{made.WORDS}</p>", "utf-8")
    (tmp_path / "b.csv").write_text("Team,Cost\nNorth,100\n", "utf-8")
    made_by_office = office(tmp_path, tmp_path / source, target)
    content = made_by_office.read_bytes()
    assert not check_paper(content, made_by_office.name).findings
    clean = clean_copy(content, made_by_office.name)
    assert not check_paper(clean, made_by_office.name).findings


@NEEDS_OFFICE
@pytest.mark.parametrize("make", [seeded_word.tracked, seeded_word.embedded, seeded_excel.hidden_sheet])
def test_a_clean_copy_opens_in_another_program(tmp_path: Path, make: Maker) -> None:
    suffix = ".docx" if make.__module__.endswith("word") else ".xlsx"
    (tmp_path / f"a{suffix}").write_bytes(clean_copy(make(), f"a{suffix}"))
    shown = office(tmp_path, tmp_path / f"a{suffix}", "pdf")
    assert check_paper(shown.read_bytes(), "a.pdf").pages


def office(folder: Path, source: Path, target: str) -> Path:
    """The file as LibreOffice writes it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    web = ["--infilter=HTML (StarWriter)"] if source.suffix == ".html" else []
    command = ["soffice", profile, "--headless", "--norestore", *web, "--convert-to", target]
    subprocess.run(
        [*command, "--outdir", str(folder), str(source)], check=True, capture_output=True, timeout=180
    )
    return source.with_suffix(f".{target.partition(':')[0]}")


def test_an_embedded_object_leaves_its_picture_under_a_name() -> None:
    word = made.parts_of(clean_copy(seeded_word.embedded(), "a.docx"))
    assert b"imagedata" in word["word/document.xml"] and b"Picture of a file" in word["word/document.xml"]
    slides = pptx.Presentation(io.BytesIO(clean_copy(seeded_powerpoint.embedded(), "a.pptx")))
    assert [shape.shape_type for shape in slides.slides[0].shapes][-1] == MSO_SHAPE_TYPE.PICTURE
    book: Any = openpyxl.load_workbook(io.BytesIO(clean_copy(seeded_excel.embedded(), "a.xlsx")))
    assert len(book["Costs"]._images) == 2


def test_figures_stay_when_what_they_come_from_is_taken_out() -> None:
    clean = openpyxl.load_workbook(io.BytesIO(clean_copy(seeded_excel.hidden_rows(), "a.xlsx")))
    assert clean["Costs"]["B5"].value == 390 and clean["Costs"]["B2"].value is None
    book = made.parts_of(clean_copy(seeded_excel.hidden_sheet(), "a.xlsx"))
    assert b"numLit" in book["xl/charts/chart1.xml"] and b"<c:v>9</c:v>" in book["xl/charts/chart1.xml"]
    assert (
        b"definedName" not in book["xl/workbook.xml"]
        and b"dataValidation" not in book["xl/worksheets/sheet1.xml"]
    )


def test_a_workbook_whose_formulas_were_never_worked_out_is_not_emptied() -> None:
    book: Any = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = 4, "=A1*2"
    book.active.row_dimensions[1].hidden = True
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(FileProblem, match="never worked out"):
        clean_copy(out.getvalue(), "a.xlsx")


def test_merged_cells_that_begin_in_a_hidden_column_are_seen() -> None:
    def write(book: Any) -> None:
        sheet = book.worksheets()[1]
        sheet.merge_range("C3:E3", "Across")
        sheet.set_column("C:C", None, None, {"hidden": True})

    assert not check_paper(made.excel(write), "a.xlsx").findings


def test_a_paper_with_macros_is_an_everyday_document_afterwards() -> None:
    for make, name, kind in (
        (seeded_word.macros, "a.docm", b"wordprocessingml.document.main+xml"),
        (seeded_excel.macros, "a.xlsm", b"spreadsheetml.sheet.main+xml"),
        (seeded_powerpoint.macros, "a.pptm", b"presentationml.presentation.main+xml"),
    ):
        parts = made.parts_of(clean_copy(make(), name))
        assert kind in parts["[Content_Types].xml"] and b"acroEnabled" not in parts["[Content_Types].xml"]


def test_a_pdf_says_how_many_pages_it_has_and_slides_how_many_are_shown() -> None:
    assert check_paper(made.pdf(pages=7), "a.pdf").pages == 7
    assert check_paper(seeded_powerpoint.hidden_slide(), "a.pptx").pages == 2
    assert check_paper(made.word(), "a.docx").pages is None


def test_a_heavy_paper_is_pointed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for suffix, make in CLEAN.items():
        content = make()
        monkeypatch.setattr("boarddesk.importing.papers.check.HEAVY", len(content) - 1)
        assert [finding.kind for finding in check_paper(content, f"a{suffix}").findings] == [K.SIZE]


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pptx"])
def test_an_office_file_with_a_password_is_said_to_be_locked(name: str) -> None:
    locked = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 500
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 500
    )
    found = check_paper(locked, name)
    assert found.kind is PaperKind.LOCKED and [finding.kind for finding in found.findings] == [K.PASSWORD]
    with pytest.raises(FileProblem, match="There is no clean copy"):
        clean_copy(locked, name)
