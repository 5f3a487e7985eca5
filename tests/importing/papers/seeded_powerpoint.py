"""PowerPoint papers, each with one fault put in."""

from __future__ import annotations

import io

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.presentation import Presentation
from pptx.util import Inches
from tests.importing.papers.made import (
    MICROSOFT,
    PIXEL,
    changed,
    excel,
    powerpoint,
    relation,
    relations,
    replaced,
    typed,
)

SHOW, LINKS, TYPES = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels", "[Content_Types].xml"
SLIDE, SLIDE_LINKS = "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels"
SHOWN = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
OPEN = "application/vnd.openxmlformats-officedocument.presentationml"


def commented() -> bytes:
    author = '<p:cmAuthor id="0" name="Ruth Calder" initials="RC"/>'
    authors = f'<p:cmAuthorLst xmlns:p="{SHOWN}">{author}</p:cmAuthorLst>'
    comments = (
        f'<p:cmLst xmlns:p="{SHOWN}"><p:cm authorId="0" dt="2026-05-26T10:00:00" idx="1"><p:pos x="1" y="1"/>'
        '<p:text>Ask Jo Amberley</p:text></p:cm><p:cm authorId="0" dt="2026-05-26T10:01:00" idx="2">'
        '<p:pos x="1" y="1"/><p:text>Too long</p:text></p:cm></p:cmLst>'
    )
    return changed(
        powerpoint(),
        {
            LINKS: relation("rIdA", "commentAuthors", "commentAuthors.xml"),
            SLIDE_LINKS: relation("rIdC", "comments", "../comments/comment1.xml"),
            "ppt/commentAuthors.xml": authors,
            "ppt/comments/comment1.xml": comments,
            TYPES: relations(
                typed("ppt/commentAuthors.xml", f"{OPEN}.commentAuthors+xml"),
                typed("ppt/comments/comment1.xml", f"{OPEN}.comments+xml"),
            ),
        },
    )


def threaded() -> bytes:
    modern = f"{MICROSOFT}/powerpoint/2018/8/main"
    authors = (
        f'<p188:authorLst xmlns:p188="{modern}"><p188:author id="{{1}}" name="Ruth Calder"/></p188:authorLst>'
    )
    body = f'<p188:txBody><a:p xmlns:a="{DRAWN}"><a:r><a:t>Too long</a:t></a:r></a:p></p188:txBody>'
    comment = f'<p188:cm id="{{2}}" authorId="{{1}}">{body}</p188:cm>'
    comments = f'<p188:cmLst xmlns:p188="{modern}">{comment}</p188:cmLst>'
    return changed(
        powerpoint(),
        {
            LINKS: relation("rIdA", f"{MICROSOFT}/2018/10/relationships/authors", "authors.xml"),
            SLIDE_LINKS: relation(
                "rIdC", f"{MICROSOFT}/2018/10/relationships/comments", "../comments/modernComment_1.xml"
            ),
            "ppt/authors.xml": authors,
            "ppt/comments/modernComment_1.xml": comments,
        },
    )


def noted() -> bytes:
    def write(show: Presentation) -> None:
        show.slides[0].notes_slide.notes_text_frame.text = "Do not mention the complaint."

    return powerpoint(write)


def hidden_slide() -> bytes:
    """The second slide hidden, in a section, and linked to from the first."""

    def write(show: Presentation) -> None:
        show.slides[1]._element.set("show", "0")
        box = show.slides[0].shapes.add_textbox(0, 0, 100, 100)
        box.text_frame.text = "Workings"
        box.click_action.target_slide = show.slides[1]

    made = powerpoint(write)
    sections = (
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst '
        f'xmlns:p14="{MICROSOFT}/powerpoint/2010/main"><p14:section name="A" id="{{1}}"><p14:sldIdLst>'
        '<p14:sldId id="256"/><p14:sldId id="257"/><p14:sldId id="258"/></p14:sldIdLst></p14:section>'
        "</p14:sectionLst></p:ext></p:extLst>"
    )
    return changed(made, {SHOW: replaced("</p:presentation>", f"{sections}</p:presentation>")})


def hidden_shape() -> bytes:
    def write(show: Presentation) -> None:
        box = show.slides[0].shapes.add_textbox(0, 0, 100, 100)
        box.text_frame.text = "Child A"
        box._element.nvSpPr.cNvPr.set("hidden", "1")

    return powerpoint(write)


def macros() -> bytes:
    return changed(
        powerpoint(),
        {
            TYPES: relations(
                replaced(
                    f"{OPEN}.presentation.main+xml",
                    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
                ),
                typed("ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject"),
            ),
            LINKS: relation("rIdVba", f"{MICROSOFT}/2006/relationships/vbaProject", "vbaProject.bin"),
            "ppt/vbaProject.bin": b"Sub Auto_Open()",
        },
    )


def starting_button() -> bytes:
    click = f'<a:hlinkClick xmlns:a="{DRAWN}" action="ppaction://program?cmd.exe"/>'
    return changed(powerpoint(), {SLIDE: replaced('name="Title 1"/>', f'name="Title 1">{click}</p:cNvPr>')})


def protected() -> bytes:
    return changed(
        powerpoint(),
        {SHOW: replaced("<p:defaultTextStyle>", '<p:modifyVerifier saltData="a"/><p:defaultTextStyle>')},
    )


def authored() -> bytes:
    def write(show: Presentation) -> None:
        show.core_properties.author = "Ruth Calder"

    return powerpoint(write)


def edited_on_the_web() -> bytes:
    changes = (
        f'<pc:chgInfo xmlns:pc="{MICROSOFT}/powerpoint/2013/main/command">'
        '<pc:docChgLst><pc:chgData name="Ruth Calder" userId="u"/></pc:docChgLst></pc:chgInfo>'
    )
    return changed(
        powerpoint(),
        {
            LINKS: relation(
                "rIdW", f"{MICROSOFT}/2016/11/relationships/changesInfo", "changesInfos/changesInfo1.xml"
            ),
            "ppt/changesInfos/changesInfo1.xml": changes,
        },
    )


def embedded() -> bytes:
    def write(show: Presentation) -> None:
        show.slides[0].shapes.add_ole_object(
            io.BytesIO(excel()), "Excel.Sheet.12", Inches(1), Inches(1), icon_file=io.BytesIO(PIXEL)
        )

    return powerpoint(write)


def behind_chart() -> bytes:
    def write(show: Presentation) -> None:
        data = CategoryChartData()
        data.categories = ["North", "South"]
        data.add_series("Weeks", (11, 12))
        frame = show.slides[0].shapes.add_chart(
            XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(3), Inches(2), data
        )
        frame._element.nvGraphicFramePr.cNvPr.set("descr", "Weeks waited, by team")

    return powerpoint(write)


def linked() -> bytes:
    def write(show: Presentation) -> None:
        run = show.slides[0].placeholders[1].text_frame.paragraphs[0].runs[0]
        run.hyperlink.address = "file://council-fs1/SEND/waits.xlsx"

    return powerpoint(write)


def left_over() -> bytes:
    def write(show: Presentation) -> None:
        show.slides[1].placeholders[1].text = "Cost: £xx"

    return powerpoint(write)


def picture() -> bytes:
    def write(show: Presentation) -> None:
        shape = show.slides[2].shapes.add_picture(io.BytesIO(PIXEL), 0, 0)
        shape._element.nvPicPr.cNvPr.set("descr", "")

    return powerpoint(write)
