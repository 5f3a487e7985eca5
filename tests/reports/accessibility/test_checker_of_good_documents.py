"""Good documents, whichever program wrote them: nothing above a note is said of any."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor
from tests.reports.accessibility.good_documents import GOOD, good_document
from tests.reports.accessibility.seeding import (
    OURS,
    ROWS,
    body,
    parts,
    run,
    said,
    shade,
    styled,
    tabbed,
    table,
)

from boarddesk.reports.accessibility.checker import findings_of
from boarddesk.reports.word.writer import zipped


@pytest.mark.parametrize(("program", "text"), GOOD, ids=[f"{program}, {text}" for program, text in GOOD])
def test_a_good_document_is_called_good(program: str, text: str) -> None:
    found = [finding for finding in findings_of(good_document(program, text)) if not finding.advice]
    assert not found


@pytest.mark.parametrize(
    "xml",
    [
        said("Margaret Oduya", "<w:b/>") + said("Independent chair"),
        said("“One name to call would help.”") + said("– Parent of a child in year 4"),
        said("A. Smith") + said("B. Jones"),
        said("2.00 pm Welcome") + said("2.10 pm Waiting times"),
        said("NHS ICB") + said("The health bodies of the area sit here."),
        said("OFFICIAL", "<w:b/>") + said("The board met."),
        tabbed("Date:", "9 June 2026") + tabbed("Time:", "2pm"),
        table(("KPI", "Move"), ("Plans", "→ Same"), ("Visits", "– No data")),
        table(("KPI", "2025"), ("Plans", "59%")).replace(
            said("59%"), said("59%", paragraph='<w:jc w:val="right"/>')
        ),
        table(
            *ROWS,
            ("3", "More", "Late"),
            fills={(row, column): shade("DDEBF7") for row in (1, 3) for column in range(3)},
        ),
        "".join(styled(words, "ListBullet") for words in ("One thing", "Two things")).replace(
            "<w:r>", "<w:r><w:rPr><w:b/></w:rPr>"
        ),
        "<w:p>" + run("Agreed:", "<w:b/>") + run(" to spend £86,000.") + "</w:p>",
    ],
    ids=[
        "a name over a post",
        "who said it",
        "initials",
        "times",
        "short names",
        "a marking",
        "labels",
        "signs in cells",
        "figures on the right",
        "rows by turns",
        "a bold list",
        "a bold word",
    ],
)
def test_what_is_as_it_should_be_is_left_alone(xml: str) -> None:
    changed = parts(OURS)
    body(xml + said("The end of it."))(changed)
    assert not [finding for finding in findings_of(zipped(changed)) if not finding.advice]


def _from_the_library() -> bytes:
    """What python-docx itself writes, with its American template mended as a careful script does."""
    word = docx.Document()
    styles = word.styles
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for language in word.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
    for name, size in (("Normal", 12), ("Heading 1", 18), ("Heading 2", 14)):
        fonts = styles[name].element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        styles[name].font.name, styles[name].font.size = "Arial", Pt(size)
    for name in ("Heading 1", "Heading 2"):
        styles[name].font.color.rgb = RGBColor(0x1F, 0x3A, 0x4D)
    word.core_properties.title, word.core_properties.author = (
        "Improvement board: paper 4",
        "Northmoor Council",
    )
    word.add_heading("Improvement board: paper 4", 1)
    word.add_paragraph("The board met and agreed the plan.")
    word.add_heading("What was agreed", 2)
    word.add_paragraph("A recovery plan by July.", style="List Bullet")
    table = word.add_table(rows=2, cols=2, style="Table Grid")
    for row, words in zip(table.rows, (("Ref", "What"), ("1", "Plans")), strict=True):
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
    for tag, text in (("tblCaption", "What was agreed"), ("tblDescription", "One row for each action.")):
        table._tbl.tblPr.append(parse_xml(f'<w:{tag} {nsdecls("w")} w:val="{text}"/>'))
    word.add_paragraph("The board meets again in July.")
    footer = word.sections[0].footer.paragraphs[0]
    for before, code, shown in (("Page ", "PAGE", "1"), (" of ", "NUMPAGES", "1")):
        footer.add_run(before)
        run = f"<w:r><w:t>{shown}</w:t></w:r>"
        footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {code} ">{run}</w:fldSimple>'))
    held = io.BytesIO()
    word.save(held)
    return held.getvalue()


def test_what_the_library_for_scripts_writes_is_called_good() -> None:
    assert not [finding for finding in findings_of(_from_the_library()) if not finding.advice]


def test_thirty_documents_of_ten_programs_are_tried() -> None:
    assert len(GOOD) >= 30 and len({program for program, _ in GOOD}) >= 10
