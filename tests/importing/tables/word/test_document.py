"""Word documents become rectangles of what people see."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from tests.importing.documents import NAMESPACES, cell, paragraph, row, table, word_file

from boarddesk.importing.tables.grid import Grid, SourceKind
from boarddesk.importing.tables.source import read_tables


def only_grid(tmp_path: Path, *blocks: str, strict: bool = False, **parts: str) -> Grid:
    read = read_tables(word_file(tmp_path / "a.docx", *blocks, parts=parts, strict=strict))
    assert read.kind is SourceKind.WORD
    return read.grids[0]


def texts(grid: Grid) -> list[list[str]]:
    return [[one.text for one in line] for line in grid.rows]


def test_a_cell_that_spans_columns_leaves_covered_cells_that_know_where_it_starts(tmp_path: Path) -> None:
    grid = only_grid(tmp_path, table(row(cell("wide", span=2), "last"), row("a", "b", "c")))
    assert texts(grid) == [["wide", "", "last"], ["a", "b", "c"]]
    assert grid.rows[0][1].origin == (0, 0)
    assert grid.shown(0, 1).text == "wide"


def test_a_cell_merged_down_is_one_cell_of_several_rows(tmp_path: Path) -> None:
    rows = row(cell("tall", merge="restart"), "a"), row(cell(merge="continue"), "b"), row("next", "c")
    grid = only_grid(tmp_path, table(*rows))
    assert texts(grid) == [["tall", "a"], ["", "b"], ["next", "c"]]
    assert grid.rows[0][0].rows == 2
    assert grid.rows[1][0].origin == (0, 0)


def test_rows_of_different_lengths_become_a_rectangle(tmp_path: Path) -> None:
    grid = only_grid(tmp_path, table(row("a"), row("a", "b", "c")))
    assert texts(grid) == [["a", "", ""], ["a", "b", "c"]]


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        ("<w:ins><w:r><w:t>kept</w:t></w:r></w:ins>", "kept"),
        ("<w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>stays</w:t></w:r>", "stays"),
        (
            "<w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>new</w:t>"
            "</w:r></w:moveTo>",
            "new",
        ),
        ('<w:hyperlink r:id="x"><w:r><w:t>a link</w:t></w:r></w:hyperlink>', "a link"),
        ("<w:sdt><w:sdtContent><w:r><w:t>chosen</w:t></w:r></w:sdtContent></w:sdt>", "chosen"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", "7"),
        ('<w:fldSimple w:instr="DATE"><w:r><w:t>May 22</w:t></w:r></w:fldSimple>', "May 22"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", "one\ntwo"),
        ("<w:r><w:t>co</w:t><w:softHyphen/><w:t>pro\xadduce</w:t></w:r>", "coproduce"),
        ("<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>being</w:t></w:r>", "well-being"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>open</w:t></w:r>", "open"),
        (
            '<mc:AlternateContent><mc:Choice Requires="wps"><w:r><w:t>once</w:t></w:r></mc:Choice>'
            "<mc:Fallback><w:r><w:t>once</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            "once",
        ),
        (
            "<w:r><w:t>beside</w:t></w:r><w:r><w:pict><w:txbxContent>"
            "<w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
            "beside\nin a box",
        ),
    ],
)
def test_the_text_of_a_cell_is_what_people_see(tmp_path: Path, inner: str, seen: str) -> None:
    grid = only_grid(tmp_path, table(row(cell(inner=f"<w:p>{inner}</w:p>"))))
    assert grid.rows[0][0].text == seen


def test_a_deleted_row_is_gone_and_an_inserted_one_stays(tmp_path: Path) -> None:
    gone, kept = row("gone", properties="<w:del/>"), row("kept", properties="<w:ins/>")
    assert texts(only_grid(tmp_path, table(gone, kept))) == [["kept"]]


def test_rows_and_cells_inside_content_controls_are_read(tmp_path: Path) -> None:
    inner = f"<w:sdt><w:sdtContent>{cell('a')}</w:sdtContent></w:sdt>"
    controlled = f"<w:sdt><w:sdtContent><w:tr>{inner}{cell('b')}</w:tr></w:sdtContent></w:sdt>"
    assert texts(only_grid(tmp_path, table(controlled))) == [["a", "b"]]


NUMBERING = (
    f"<w:numbering {NAMESPACES}>"
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="·"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def test_refs_that_word_counts_by_itself_are_worked_out(tmp_path: Path) -> None:
    def ref(level: int) -> str:
        return cell(inner=paragraph("", numbered=1, level=level))

    rows = row(ref(0), "Area"), row(ref(1), "a"), row(ref(1), "b"), row(ref(0), "Area"), row(ref(1), "c")
    grid = only_grid(tmp_path, table(*rows), numbering=NUMBERING)
    assert [line[0].text for line in grid.rows] == ["1", "1.1", "1.2", "2", "2.1"]


def test_bullets_are_kept_as_paragraphs_of_their_own(tmp_path: Path) -> None:
    inner = paragraph("intro") + paragraph("first", numbered=2) + paragraph("second", numbered=2)
    grid = only_grid(tmp_path, table(row(cell(inner=inner))), numbering=NUMBERING)
    assert grid.rows[0][0].paragraphs == ("intro", "• first", "• second")


THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme name="x"><a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
    "</a:themeElements></a:theme>"
)


@pytest.mark.parametrize(
    ("shown", "colour"),
    [
        (cell("x", fill="0070c0"), "0070C0"),
        (cell("x", properties='<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>'), "4472C4"),
        (cell("x", properties='<w:shd w:val="clear" w:themeFill="accent1" w:themeFillTint="80"/>'), "A1B8E1"),
        (cell("x", properties='<w:shd w:val="solid" w:color="FF0000" w:fill="FFFFFF"/>'), "FF0000"),
        (cell("x", properties='<w:shd w:val="nil"/>'), ""),
        (
            cell(inner='<w:p><w:r><w:rPr><w:highlight w:val="red"/></w:rPr><w:t>late</w:t></w:r></w:p>'),
            "FF0000",
        ),
        (cell(inner=paragraph("late", shading="FFC000")), "FFC000"),
        (cell("plain"), ""),
    ],
)
def test_shading_is_read_from_cell_theme_highlight_and_run(tmp_path: Path, shown: str, colour: str) -> None:
    assert only_grid(tmp_path, table(row(shown)), theme=THEME).rows[0][0].shading == colour


def test_a_table_style_shades_the_first_row_only_where_it_is_switched_on(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="firstRow">'
        '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style></w:styles>'
    )
    for switch, colour in (("1", "1F3864"), ("0", "")):
        look = f'<w:tblStyle w:val="T"/><w:tblLook w:firstRow="{switch}"/>'
        grid = only_grid(tmp_path, table(row("head"), row("body"), properties=look), styles=styles)
        assert [line[0].shading for line in grid.rows] == [colour, ""]


def test_texts_between_tables_are_kept_with_their_heading_levels(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {NAMESPACES}><w:style w:styleId="Own"><w:name w:val="My heading"/>'
        '<w:basedOn w:val="H2"/></w:style><w:style w:styleId="H2"><w:name w:val="heading 2"/>'
        "</w:style></w:styles>"
    )
    blocks = paragraph("Area 1", style="Own"), paragraph("words"), table(row("a")), paragraph("after")
    read = read_tables(word_file(tmp_path / "a.docx", *blocks, parts={"styles": styles}))
    assert [(one.text, one.level) for one in read.grids[0].before] == [("Area 1", 2), ("words", 0)]
    assert [one.text for one in read.after] == ["after"]


def test_a_table_inside_a_cell_gives_its_lines_there_and_a_grid_of_its_own(tmp_path: Path) -> None:
    inner = paragraph("above") + table(row("x", "y")) + paragraph("")
    read = read_tables(
        word_file(tmp_path / "a.docx", table(row("a", cell(inner=inner))), table(row("second")))
    )
    assert read.grids[0].rows[0][1].text == "above\nx | y"
    assert [grid.place for grid in read.grids] == ["table 1", "the table inside table 1 row 1", "table 2"]


def test_rows_marked_to_repeat_are_header_rows(tmp_path: Path) -> None:
    grid = only_grid(tmp_path, table(row("h", properties="<w:tblHeader/>"), row("b")))
    assert grid.header_rows == 1


@pytest.mark.parametrize("name", ["a.docx", "a.docm", "a.dotx", "a.xlsx", "A.DOCX"])
def test_what_a_file_is_counts_not_what_it_is_called(tmp_path: Path, name: str) -> None:
    read = read_tables(word_file(tmp_path / name, table(row("a", "b"))))
    assert texts(read.grids[0]) == [["a", "b"]]


def test_strict_documents_are_read_like_any_other(tmp_path: Path) -> None:
    grid = only_grid(tmp_path, table(row(cell("a", fill="FF0000"), "b")), strict=True)
    assert texts(grid) == [["a", "b"]]
    assert grid.rows[0][0].shading == "FF0000"


def test_a_document_of_the_usual_library_with_merged_cells_reads_the_same(tmp_path: Path) -> None:
    document = docx.Document()
    made = document.add_table(rows=3, cols=3)
    for number, line in enumerate(made.rows):
        for at, one in enumerate(line.cells):
            one.text = f"{number}{at}"
    made.cell(0, 0).merge(made.cell(1, 1)).text = "block"
    path = tmp_path / "made.docx"
    document.save(str(path))
    grid = read_tables(path).grids[0]
    assert (grid.width, len(grid.rows)) == (3, 3)
    assert grid.shown(1, 1).text == "block"
    assert grid.rows[2][2].text == "22"


def test_comments_and_footnotes_are_said_to_be_unread(tmp_path: Path) -> None:
    comments = f"<w:comments {NAMESPACES}><w:comment>{paragraph('why?')}</w:comment></w:comments>"
    read = read_tables(word_file(tmp_path / "a.docx", table(row("a")), parts={"comments": comments}))
    assert read.notes == ("Not read: comments in the margin.",)


@pytest.mark.parametrize(("sign", "text", "shading"), [("●", "", "00B050"), ("● On track", "● On track", "")])
def test_a_sign_in_a_colour_is_the_colour_and_words_in_one_stay_words(
    tmp_path: Path, sign: str, text: str, shading: str
) -> None:
    run = f'<w:p><w:r><w:rPr><w:color w:val="00b050"/></w:rPr><w:t>{sign}</w:t></w:r></w:p>'
    grid = only_grid(tmp_path, table(row(cell(inner=run), "b")))
    assert (grid.rows[0][0].text, grid.rows[0][0].shading) == (text, shading)
