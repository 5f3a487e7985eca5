"""Faults of titles, languages, headings, tables, pictures, links, lists and spacing."""

from __future__ import annotations

from tests.reports.accessibility.seeding import (
    AGENDA,
    AGENDA_TITLE,
    CORE,
    DOCUMENT,
    FOOTNOTES,
    GOOGLE,
    HEADER,
    LIBRE,
    OURS,
    PICTURES,
    RELS,
    ROWS,
    SETTINGS,
    STYLES,
    TITLE,
    TYPES,
    Fault,
    Variant,
    body,
    both,
    drop,
    field,
    headed,
    in_footer,
    in_header,
    lines,
    pattern,
    relate,
    run,
    said,
    style,
    styled,
    swap,
    tabbed,
    table,
)


def titled(new: str) -> Fault:
    return swap(CORE, f"<dc:title>{TITLE}", f"<dc:title>{new}")


TITLES: list[Variant] = [
    (1, "none", AGENDA, swap(CORE, f"<dc:title>{AGENDA_TITLE}</dc:title>", "")),
    (1, "only a space", OURS, titled(" ")),
    (1, "Document1", OURS, titled("Document1")),
    (1, "Untitled document", OURS, titled("Untitled document")),
    (1, "the name of its file", OURS, titled("board_report_v3_FINAL.docx")),
    (1, "what a printer calls it", OURS, titled("Microsoft Word - highlight report.docx")),
    (1, "a placeholder", OURS, titled("[Type the document title]")),
    (1, "Final draft v2", OURS, titled("Final draft v2")),
    (1, "of last month's paper", AGENDA, swap(CORE, AGENDA_TITLE, "SEND Improvement Board: minutes")),
    (1, "the heading is another", LIBRE, swap(DOCUMENT, AGENDA_TITLE, "Agenda of the board")),
    (
        1,
        "no properties at all",
        OURS,
        both(drop(CORE), pattern(TYPES, r'<Override PartName="/docProps/core.xml"[^>]*/>')),
    ),
]
LANGUAGES: list[Variant] = [
    (2, "American defaults", OURS, swap(STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"')),
    (2, "no language in the defaults", OURS, pattern(STYLES, r"<w:lang [^>]*/>")),
    (
        2,
        "an American style of plain text",
        AGENDA,
        swap(
            STYLES,
            '<w:name w:val="Normal"/><w:qFormat/>',
            '<w:name w:val="Normal"/><w:qFormat/><w:rPr><w:lang w:val="en-US"/></w:rPr>',
        ),
    ),
    (2, "American words", OURS, body(said("The color of the board", '<w:lang w:val="en-US"/>'))),
    (
        2,
        "a character style in Spanish",
        OURS,
        both(
            style("Foreign", '<w:rPr><w:lang w:val="es-ES"/></w:rPr>', kind="character"),
            body(said("The board met in June and agreed the plan", '<w:rStyle w:val="Foreign"/>')),
        ),
    ),
    (
        2,
        "a paragraph style in French",
        OURS,
        both(
            style("French", '<w:rPr><w:lang w:val="fr-FR"/></w:rPr>'),
            body(styled("This is in English, for the families", "French")),
        ),
    ),
    (
        2,
        "English marked as Welsh",
        OURS,
        body(
            said(
                "The board met and agreed that the plan is for all of the families in the area.",
                '<w:lang w:val="cy-GB"/>',
            )
        ),
    ),
    (
        2,
        "Welsh marked as English",
        OURS,
        body(said("Mae'r bwrdd wedi cytuno ar y cynllun gyda phlant ac mae yn barod.")),
    ),
    (
        2,
        "English marked as Polish",
        AGENDA,
        body(said("This is for the families of the area", '<w:lang w:val="pl-PL"/>')),
    ),
    (
        2,
        "American in the settings",
        AGENDA,
        swap(SETTINGS, 'themeFontLang w:val="en-GB"', 'themeFontLang w:val="en-US"'),
    ),
    (2, "no language in the settings", OURS, swap(SETTINGS, '<w:themeFontLang w:val="en-GB"/>', "")),
    (2, "French in the properties", LIBRE, swap(CORE, "<dc:language>en-GB", "<dc:language>fr-FR")),
    (2, "an American header", AGENDA, swap(HEADER, "<w:t ", '<w:rPr><w:lang w:val="en-US"/></w:rPr><w:t ')),
]
HEADINGS: list[Variant] = [
    (
        3,
        "bold by a character style",
        OURS,
        both(
            style("Strong", "<w:rPr><w:b/></w:rPr>", kind="character"),
            body(said("What we found", '<w:rStyle w:val="Strong"/>') + said("Much.")),
        ),
    ),
    (
        3,
        "bold and large",
        AGENDA,
        body(said("What we found", '<w:b/><w:sz w:val="32"/>') + said("It was much.")),
    ),
    (3, "underlined", AGENDA, body(said("What we found", '<w:u w:val="single"/>') + said("It was much."))),
    (3, "large", AGENDA, body(said("What we found", '<w:sz w:val="36"/>') + said("It was much."))),
    (
        3,
        "a style of its own without a level",
        OURS,
        both(
            style("Section", "<w:rPr><w:b/></w:rPr>", based="Normal"),
            body(styled("What we found", "Section") + said("It was much.")),
        ),
    ),
    (3, "a bold number before it", OURS, body(said("3. What we found", "<w:b/>") + said("It was much."))),
    (3, "two of level 1", AGENDA, body(headed("Another title", 1))),
    (3, "none of level 1", AGENDA, swap(DOCUMENT, '"Heading1"', '"Heading2"')),
    (3, "no headings at all", AGENDA, pattern(DOCUMENT, r'<w:pStyle w:val="Heading\d"/>')),
    (3, "a level left out", AGENDA, swap(DOCUMENT, '"Heading2"', '"Heading3"')),
    (3, "a level left out by hand", OURS, body(said("Deep", paragraph='<w:outlineLvl w:val="4"/>'))),
    (3, "words of no width", OURS, body(headed("\u00a0", 2))),
    (
        3,
        "only a bookmark",
        OURS,
        body(
            '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:bookmarkStart w:id="90" '
            'w:name="x"/><w:bookmarkEnd w:id="90"/></w:p>'
        ),
    ),
    (3, "a paragraph of text", OURS, body(headed("The board heard that waiting times fell. " * 3, 2))),
    (
        3,
        "a level left out by a style on another",
        OURS,
        both(
            style("Deepest", '<w:pPr><w:outlineLvl w:val="4"/></w:pPr>', based="Heading2"),
            body(styled("Deep", "Deepest")),
        ),
    ),
]
TABLES: list[Variant] = [
    (4, "the mark is switched off", OURS, swap(DOCUMENT, "<w:tblHeader/>", '<w:tblHeader w:val="0"/>')),
    (4, "no mark", AGENDA, swap(DOCUMENT, "<w:tblHeader/>", "")),
    (
        4,
        "the second row is marked",
        OURS,
        body(
            table(*ROWS, header=False).replace(
                '<w:cantSplit/></w:trPr><w:tc><w:tcPr></w:tcPr><w:p><w:r><w:t xml:space="preserve">1<',
                "<w:cantSplit/><w:tblHeader/></w:trPr><w:tc><w:tcPr></w:tcPr><w:p><w:r>"
                '<w:t xml:space="preserve">1<',
            )
        ),
    ),
    (
        4,
        "every row is marked",
        OURS,
        body(table(*ROWS).replace("<w:cantSplit/></w:trPr>", "<w:cantSplit/><w:tblHeader/></w:trPr>")),
    ),
    (4, "a heading row without words", OURS, body(table(("", "", ""), *ROWS))),
    (4, "options as bits only", OURS, body(table(*ROWS, look='w:val="0600"'))),
    (4, "no options", OURS, body(table(*ROWS).replace("<w:tblLook", "<w:noLook"))),
    (4, "the first row is off", AGENDA, swap(DOCUMENT, 'w:firstRow="1"', 'w:firstRow="0"')),
    (4, "the first column is off", LIBRE, swap(DOCUMENT, 'w:firstColumn="1"', 'w:firstColumn="0"')),
    (
        4,
        "off as another program says it",
        GOOGLE,
        swap(DOCUMENT, '<w:tblHeader w:val="1"/>', '<w:tblHeader w:val="0"/>'),
    ),
    (5, "two columns in one", AGENDA, swap(DOCUMENT, "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>')),
    (5, "two rows in one", LIBRE, swap(DOCUMENT, "<w:tcPr>", '<w:tcPr><w:vMerge w:val="restart"/>')),
    (
        5,
        "merged as older programs do",
        OURS,
        swap(DOCUMENT, "<w:tcPr>", '<w:tcPr><w:hMerge w:val="restart"/>'),
    ),
    (
        5,
        "a row that begins later",
        OURS,
        body(
            table(*ROWS).replace(
                "<w:cantSplit/></w:trPr>", '<w:gridBefore w:val="1"/><w:cantSplit/></w:trPr>', 1
            )
        ),
    ),
    (5, "a row with fewer cells", OURS, body(table(*ROWS, ("3", "Moved")))),
    (5, "a title across the table", GOOGLE, swap(DOCUMENT, "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="4"/>')),
    (6, "an empty cell", AGENDA, body(table(*ROWS, ("3", "", "Late")))),
    (6, "a cell with a hard space", OURS, body(table(*ROWS, ("3", "\u00a0", "Late")))),
    (
        6,
        "a cell with a tab",
        OURS,
        body(table(*ROWS, ("3", "TAB", "Late")).replace('<w:t xml:space="preserve">TAB</w:t>', "<w:tab/>")),
    ),
    (6, "a blank row", LIBRE, body(table(*ROWS, ("", "", "")))),
    (6, "a blank column", OURS, body(table(("Ref", "", "State"), ("1", "", "Late"), ("2", "", "Done")))),
    (6, "one row", OURS, body(table(ROWS[0]))),
    (6, "one column", OURS, body(table(("What",), ("Plans",), ("Reviews",)))),
    (6, "one cell, a frame for words", AGENDA, body(table(("Please read this first",)))),
    (
        6,
        "a table in a table",
        AGENDA,
        body(table(*ROWS).replace("</w:p></w:tc>", f"</w:p>{table(*ROWS)}</w:tc>", 1)),
    ),
    (
        6,
        "empty cells in a content control's row",
        OURS,
        body(
            table(*ROWS, ("3", "", "Late"))
            .replace("<w:tr>", "<w:sdt><w:sdtContent><w:tr>")
            .replace("</w:tr>", "</w:tr></w:sdtContent></w:sdt>")
        ),
    ),
    (7, "a row that may break", AGENDA, swap(DOCUMENT, "<w:cantSplit/>", "")),
    (
        7,
        "a row whose hold is off",
        LIBRE,
        swap(DOCUMENT, '<w:cantSplit w:val="true"/>', '<w:cantSplit w:val="0"/>'),
    ),
    (
        7,
        "the last row may break",
        OURS,
        body(table(*ROWS)[::-1].replace("<w:cantSplit/>"[::-1], "", 1)[::-1]),
    ),
    (
        7,
        "one heading let go",
        OURS,
        body(said("Alone", paragraph='<w:pStyle w:val="Heading2"/><w:keepNext w:val="0"/>') + said("After.")),
    ),
    (7, "a heading style lets go", AGENDA, swap(STYLES, "<w:keepNext/>", "", count=3)),
    (
        7,
        "a heading style lets go, switched off",
        GOOGLE,
        swap(STYLES, '<w:keepNext w:val="1"/>', '<w:keepNext w:val="0"/>', count=3),
    ),
    (
        7,
        "a heading by its level alone",
        OURS,
        body(said("Alone", paragraph='<w:outlineLvl w:val="1"/>') + said("After.")),
    ),
    (8, "no title", AGENDA, pattern(DOCUMENT, r"<w:tblCaption [^>]*/>")),
    (8, "a title of spaces", OURS, body(table(*ROWS, title="  "))),
    (8, "a title that only numbers", OURS, body(table(*ROWS, title="Table 1"))),
    (8, "a title that says Untitled", OURS, body(table(*ROWS, title="Untitled"))),
    (8, "no description", LIBRE, pattern(DOCUMENT, r"<w:tblDescription [^>]*/>")),
    (8, "an empty description", OURS, body(table(*ROWS, description=""))),
    (
        8,
        "a description that repeats the title",
        OURS,
        body(table(*ROWS, title="Actions", description="Actions")),
    ),
    (8, "neither", GOOGLE, pattern(DOCUMENT, r"<w:tblCaption [^>]*/><w:tblDescription [^>]*/>")),
]


def described(alt: str) -> Fault:
    return pattern(DOCUMENT, 'descr="[^"]*"', f'descr="{alt}"', count=1)


DRAWN = "A bar chart"
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
GRAPHIC = "http://schemas.openxmlformats.org/drawingml/2006"


def drawn(number: int, described: str, inside: str = "") -> str:
    """A drawing in line: a chart, a group of shapes, or whatever stands inside."""
    return (
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{GRAPHIC}/wordprocessingDrawing">'
        f'<wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="{number}" name="Chart {number}" {described}/><a:graphic '
        f'xmlns:a="{GRAPHIC}/main"><a:graphicData uri="x">'
        f"{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def floating(parts: dict[str, bytes]) -> None:
    swap(DOCUMENT, "<wp:inline ", "<wp:anchor ")(parts)
    swap(DOCUMENT, "</wp:inline>", "</wp:anchor>")(parts)


BOX = (
    f'<w:r><w:pict><v:shape {VML} style="width:200pt;height:50pt"><v:textbox>'
    f"<w:txbxContent>{said('In a box')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
WATERMARK = (
    f'<w:r><w:pict><v:shape {VML} style="width:400pt" type="#t136"><v:textpath '
    f'string="DRAFT"/></v:shape></w:pict></w:r>'
)
SHAPE_BOX = (
    "<w:p><w:r><mc:AlternateContent "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice '
    'Requires="wps">'
    "<w:drawing><wps:wsp "
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    "<wps:txbx><w:txbxContent>"
    f"{said('In a shape')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing></mc:Choice>"
    f"</mc:AlternateContent></w:r></w:p>"
)
PICTURE_FAULTS: list[Variant] = [
    (9, "none", PICTURES, pattern(DOCUMENT, ' descr="[^"]*"', count=1)),
    (9, "spaces", PICTURES, described("  ")),
    (9, "the file's name", PICTURES, described("trust-2026.png")),
    (9, "a camera's name", OURS, described("IMG_2034.jpeg")),
    (9, "Picture 1", OURS, described("Picture 1")),
    (9, "logo", OURS, described("Logo")),
    (9, "an image of a chart", OURS, described("Chart")),
    (
        9,
        "a machine's",
        PICTURES,
        described("A picture containing text, diagram. Description automatically generated"),
    ),
    (9, "too long", OURS, described("Trust rose from 41 to 58 per cent. " * 6)),
    (9, "only a title", OURS, pattern(DOCUMENT, 'descr="([^"]*)"', r'title="\1"', count=1)),
    (9, "a chart", OURS, body(drawn(77, ""))),
    (
        9,
        "an older drawing",
        OURS,
        body(
            f'<w:p><w:r><w:pict><v:shape {VML} style="width:9pt"><v:imagedata/></v:shape>'
            f"</w:pict></w:r></w:p>"
        ),
    ),
    (9, "a picture in the header", AGENDA, in_header(drawn(78, "")[5:-6])),
    (9, "decorative is switched off", PICTURES, swap(DOCUMENT, 'val="1"/></a:ext>', 'val="0"/></a:ext>')),
    (10, "a picture that floats", PICTURES, floating),
    (
        10,
        "a picture that floats in the header",
        AGENDA,
        in_header(drawn(79, 'descr="The crest of Northmoor"')[5:-6].replace("wp:inline", "wp:anchor")),
    ),
    (10, "a text box", OURS, body(f"<w:p>{BOX}</w:p>")),
    (10, "words in a shape", OURS, body(SHAPE_BOX)),
    (
        10,
        "a frame",
        OURS,
        body(said("Framed", paragraph='<w:framePr w:w="2000" w:hSpace="180" w:wrap="around"/>')),
    ),
    (
        10,
        "a frame by style",
        OURS,
        both(
            style("Framed", '<w:pPr><w:framePr w:w="2000" w:wrap="around"/></w:pPr>'),
            body(styled("Framed", "Framed")),
        ),
    ),
    (
        10,
        "a big first letter",
        OURS,
        body(said("T", paragraph='<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>')),
    ),
    (10, "a watermark", AGENDA, in_header(WATERMARK)),
    (
        10,
        "an older picture that floats",
        OURS,
        body(
            f'<w:p><w:r><w:pict><v:shape {VML} alt="The crest of Northmoor" '
            f'style="position: absolute; width:9pt"/></w:pict></w:r></w:p>'
        ),
    ),
    (
        10,
        "a picture behind the page",
        OURS,
        swap(
            DOCUMENT,
            "<w:body>",
            f'<w:background w:color="FFFFFF"><v:background {VML}><v:fill type="frame"/>'
            f"</v:background></w:background><w:body>",
        ),
    ),
    (10, "a text box in the footer", OURS, in_footer(BOX)),
]


def linked(text: str) -> Fault:
    return swap(DOCUMENT, "local offer of services", text)


SAME_WORDS = run("local offer of services", '<w:rStyle w:val="Hyperlink"/>')
LINKS: list[Variant] = [
    *(
        (11, words, OURS, linked(words))
        for words in (
            "here",
            "Click here.",
            "Read more",
            "this link",
            "More information",
            "Download the document",
            "visit our website",
            "https://example.org/offer",
            "www.example.org",
            "northmoor.gov.uk/send",
            "",
            "»",
        )
    ),
    (
        11,
        "a field",
        OURS,
        body(f"<w:p>{field('HYPERLINK &quot;https://example.org&quot;', 'click here')}</w:p>"),
    ),
    (
        11,
        "a simple field",
        OURS,
        body(
            f'<w:p><w:fldSimple w:instr=" HYPERLINK https://example.org ">{run("here")}</w:fldSimple></w:p>'
        ),
    ),
    (
        11,
        "the same words to two places",
        OURS,
        both(
            relate("hyperlink", "https://example.org/other", outside=True),
            body(f'<w:p><w:hyperlink r:id="rIdSeed">{SAME_WORDS}</w:hyperlink></w:p>'),
        ),
    ),
    (
        11,
        "in a note at the foot",
        PICTURES,
        both(
            relate("hyperlink", "https://example.org/a", outside=True, whose=RELS),
            swap(
                FOOTNOTES,
                "Survey of May 2026, 214 families.",
                f'</w:t></w:r><w:hyperlink w:anchor="x">{run("here")}</w:hyperlink><w:r><w:t>',
            ),
        ),
    ),
    (
        11,
        "in another program's text",
        "LibreOffice: letter",
        swap(DOCUMENT, "the terms of reference", "this page"),
    ),
]


LISTS: list[Variant] = [
    (12, "a bullet", OURS, body(said("• One thing"))),
    (12, "a bullet without a space", OURS, body(said("•One thing"))),
    (12, "a middle dot", AGENDA, body(said("· One thing"))),
    (12, "a hyphen", OURS, body(said("- One thing") + said("- Another"))),
    (12, "a dash", OURS, body(said("– One thing"))),
    (12, "a star", AGENDA, body(said("* One thing"))),
    (12, "a letter o and a tab", OURS, body(tabbed("o", "One thing"))),
    (12, "a letter o", OURS, body(said("o One thing") + said("o Another"))),
    (12, "arrows", OURS, body(said("➢ One thing") + said("➢ Another"))),
    (12, "ticks", OURS, body(said("✓ One thing") + said("✓ Another"))),
    (
        12,
        "a sign of another font",
        OURS,
        body('<w:p><w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:tab/><w:t>One thing</w:t></w:r></w:p>'),
    ),
    (12, "1. and 2.", AGENDA, body(said("1. One thing") + said("2. Another"))),
    (12, "1) and 2)", OURS, body(said("1) One thing") + said("2) Another"))),
    (12, "numbers and a tab", OURS, body(tabbed("1", "One thing") + tabbed("2", "Another"))),
    (12, "(a) and (b)", OURS, body(said("(a) One thing") + said("(b) Another"))),
    (12, "a. and b.", OURS, body(said("a. One thing") + said("b. Another"))),
    (12, "A) and B)", OURS, body(said("A) One thing") + said("B) Another"))),
    (12, "i. and ii.", OURS, body(said("i. One thing") + said("ii. Another"))),
    (
        12,
        "1.1 and 1.2",
        OURS,
        body(said("1.1 The chair welcomed members.") + said("1.2 Two apologies were received.")),
    ),
    (
        12,
        "with words between",
        AGENDA,
        body(said("1. One thing") + said("It was discussed.") + said("2. Another")),
    ),
    (12, "lines of one paragraph", OURS, body(lines("We ask for:", "- time", "- money"))),
    (12, "numbered lines of one paragraph", OURS, body(lines("1. time", "2. money"))),
    (
        12,
        "in a cell",
        LIBRE,
        body(table(*ROWS, ("3", "LIST", "Late")).replace(said("LIST"), said("- time") + said("- money"))),
    ),
    (
        12,
        "numbers in a cell",
        OURS,
        body(table(*ROWS, ("3", "LIST", "Late")).replace(said("LIST"), lines("1. time", "2. money"))),
    ),
    (12, "a bullet in a cell", OURS, body(table(*ROWS, ("3", "• time", "Late")))),
    (
        12,
        "a list switched off and typed",
        OURS,
        body(
            said(
                "• One thing",
                paragraph='<w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId '
                'w:val="0"/></w:numPr>',
            )
        ),
    ),
    (
        12,
        "a list that is not in the file",
        OURS,
        body(said("One thing", paragraph='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>')),
    ),
    (12, "in another program's text", GOOGLE, body(said("● One thing") + said("● Another"))),
]
SPACING: list[Variant] = [
    (13, "an empty paragraph", AGENDA, body(said("Before.") + "<w:p/>" + said("After."))),
    (13, "a hard space", OURS, body(said("\u00a0") + said("After."))),
    (13, "only a break", OURS, body("<w:p><w:r><w:br/></w:r></w:p>")),
    (13, "only a tab", OURS, body("<w:p><w:r><w:tab/></w:r></w:p>")),
    (13, "empty runs", LIBRE, body("<w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr></w:r></w:p>" + said("After."))),
    (13, "spaces in a row", OURS, body(said("Name:     Ann"))),
    (13, "spaces over two runs", OURS, body(f"<w:p>{run('Name:  ')}{run('  Ann')}</w:p>")),
    (13, "hard spaces in a row", OURS, body(said("Name:\u00a0\u00a0\u00a0Ann"))),
    (13, "wide spaces", OURS, body(said("Name:\u2003\u2003\u2003Ann"))),
    (13, "spaces before", OURS, body(said("    Moved in by hand"))),
    (13, "a tab before", OURS, body("<w:p><w:r><w:tab/><w:t>Moved in by hand</w:t></w:r></w:p>")),
    (13, "tabs in a row", OURS, body("<w:p><w:r><w:t>Name</w:t><w:tab/><w:tab/><w:t>Ann</w:t></w:r></w:p>")),
    (13, "breaks in a row", OURS, body("<w:p><w:r><w:t>One</w:t><w:br/><w:br/><w:t>Two</w:t></w:r></w:p>")),
    (13, "dots to a figure", OURS, body(said("Total cost ................ 400"))),
    (
        13,
        "columns of tabs",
        OURS,
        body(
            "".join(
                "<w:p><w:r><w:t>Ann</w:t><w:tab/><w:t>Lead</w:t><w:tab/><w:t>May</w:t></w:r></w:p>"
                for _ in range(3)
            )
        ),
    ),
    (13, "letters spaced out", OURS, body(said("A G E N D A"))),
    (
        13,
        "an empty paragraph under a table",
        OURS,
        body(table(*ROWS).replace(said("After it."), f"<w:p/>{said('After it.')}")),
    ),
    (
        13,
        "an empty paragraph in a cell",
        OURS,
        body(table(*ROWS, ("3", "More", "Late")).replace(said("More"), f"{said('More')}<w:p/>")),
    ),
    (13, "two after the last table", AGENDA, body("<w:p/>")),
    (
        13,
        "a bookmark in an empty paragraph",
        OURS,
        body('<w:p><w:bookmarkStart w:id="95" w:name="y"/><w:bookmarkEnd w:id="95"/></w:p>' + said("After.")),
    ),
]


TEXT_FAULTS = [*TITLES, *LANGUAGES, *HEADINGS, *TABLES, *PICTURE_FAULTS, *LINKS, *LISTS, *SPACING]
