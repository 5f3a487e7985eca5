"""Rarer ways to break the rules, thought of by others."""

from __future__ import annotations

from tests.reports.accessibility.file_faults import WHO
from tests.reports.accessibility.seeding import (
    AGENDA,
    CORE,
    DOCUMENT,
    FOOTER,
    FOOTNOTES,
    GOOGLE,
    NUMBERING,
    OURS,
    PICTURES,
    PLAN,
    RELS,
    ROWS,
    STYLES,
    TITLE,
    TYPES,
    Variant,
    add,
    body,
    both,
    field,
    headed,
    in_header,
    ink,
    pattern,
    relate,
    run,
    said,
    setting,
    shade,
    style,
    styled,
    swap,
    table,
)
from tests.reports.accessibility.text_faults import SHAPE_BOX, VML, described, drawn, linked, titled

PLAIN = said("The board met in May and heard from families.")
NO_LINES = "".join(
    f'<w:{side} w:val="none"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
TOC = "<w:sdt>.*?</w:sdt>"
BLUE_BOX = SHAPE_BOX.replace(
    "<wps:txbx>",
    "<wps:spPr><a:solidFill "
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:srgbClr '
    'val="1F3A4D"/>'
    "</a:solidFill></wps:spPr><wps:txbx>",
).replace(run("In a shape"), run("In a shape", ink("333333")))
PLACE = b"\xff\xd8\xff\xe1\x00\x2aExif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0"
PINK, MINT = shade("F4B6B6"), shade("B6E4B6")
BY_COLOUR = {(row, column): fill for row, fill in ((1, PINK), (3, MINT)) for column in range(3)}

FURTHER_FAULTS: list[Variant] = [
    (1, "a copy of nothing", OURS, titled("Copy of Document1")),
    (1, "what a template asks for", OURS, titled("Click here to enter a title")),
    (1, "a version more than the heading", OURS, titled(f"{TITLE} v2")),
    (1, "without a first heading", AGENDA, pattern(DOCUMENT, '<w:pStyle w:val="Heading1"/>')),
    (
        2,
        "a note in French",
        PICTURES,
        swap(
            FOOTNOTES,
            '<w:t xml:space="preserve">Survey',
            '<w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve">Survey',
        ),
    ),
    (2, "Australian", OURS, body(said("The board met", '<w:lang w:val="en-AU"/>'))),
    (3, "bold with a colon", AGENDA, body(said("Background:", "<w:b/>") + PLAIN)),
    (3, "a bold question", AGENDA, body(said("What did we find?", "<w:b/>") + PLAIN)),
    (3, "capitals alone on a line", AGENDA, body(said("BACKGROUND") + PLAIN)),
    (3, "level 2 before level 1", OURS, swap(DOCUMENT, "<w:body>", "<w:body>" + headed("First", 2))),
    (
        3,
        "a larger style without a level",
        OURS,
        both(
            style("Sub", f'<w:rPr>{ink("1F3A4D")}<w:sz w:val="30"/></w:rPr>'),
            body(styled("Our findings", "Sub") + PLAIN),
        ),
    ),
    (4, "neither first row nor first column", OURS, body(table(*ROWS, look='w:val="0400"'))),
    (
        5,
        "the second half of a merged cell",
        OURS,
        body(table(*ROWS).replace("<w:tcPr></w:tcPr>", "<w:tcPr><w:vMerge/></w:tcPr>", 1)),
    ),
    (6, "a space without width", OURS, body(table(*ROWS, ("3", "\u200b", "Late")))),
    (
        6,
        "no lines and no headings",
        OURS,
        body(
            table(("Name", "Ann"), ("Post", "Lead"), header=False).replace(
                "<w:tblLook", f"<w:tblBorders>{NO_LINES}</w:tblBorders><w:tblLook"
            )
        ),
    ),
    (6, "a heading without words", GOOGLE, pattern(DOCUMENT, ">Minutes<", "><")),
    (7, "every row let go", OURS, body(table(*ROWS).replace("<w:cantSplit/>", '<w:cantSplit w:val="off"/>'))),
    (8, "a name for programs", OURS, body(table(*ROWS, title="tbl_1"))),
    *(
        (9, alt, OURS, described(alt))
        for alt in (
            "DSC_0042",
            "image001",
            "Map",
            ".",
            "Picture containing chart",
            "media/chart1.emf",
            "5F3A9C2E-1B44-4E0A-9D77-AA12",
            "a bar chart",
        )
    ),
    (
        10,
        "a chart that floats",
        OURS,
        body(drawn(80, 'descr="A bar chart of trust"').replace("wp:inline", "wp:anchor")),
    ),
    *(
        (11, words, OURS, linked(words))
        for words in (
            "Visit https://example.org/offer",
            "See www.example.org",
            "1",
            "Click to view",
            "SEND_strategy_v3_FINAL.pdf",
            "Learn more about it",
            "S:\\SEND\\Board\\papers",
        )
    ),
    *(
        (12, f"{first} and {second}", OURS, body(said(f"{first} One thing") + said(f"{second} Another")))
        for first, second in (
            ("[1]", "[2]"),
            ("◾", "◾"),
            ("−", "−"),
            ("☛", "☛"),
            ("□", "□"),
            ("»", "»"),
            ("①", "②"),
            ("1 -", "2 -"),
            ("✅", "✅"),
        )
    ),
    (12, "typed marks in a real list", OURS, body(styled("- Another", "ListBullet"))),
    (
        12,
        "a letter of a font of signs",
        OURS,
        body("<w:p><w:r><w:t>§</w:t></w:r><w:r><w:tab/><w:t>One thing</w:t></w:r></w:p>"),
    ),
    (
        12,
        "the list of a style is not in the file",
        OURS,
        pattern(STYLES, '<w:numId w:val="1"/>', '<w:numId w:val="77"/>', count=1),
    ),
    (13, "several empty paragraphs", AGENDA, body("<w:p/>" * 4 + PLAIN)),
    (13, "a paragraph without width", OURS, body(said("\u200b") + PLAIN)),
    (13, "a line to write on", OURS, body(said("Name: ____________________"))),
    (
        13,
        "tabs of another kind",
        OURS,
        body(f"<w:p><w:r><w:t>A</w:t>{'<w:ptab/>' * 2}<w:t>B</w:t></w:r></w:p>"),
    ),
    (13, "breaks at the end", OURS, body("<w:p><w:r><w:t>Words</w:t><w:br/><w:br/></w:r></w:p>")),
    (14, "the grey of placeholders", OURS, body(said("Type here", ink("808080")))),
    (
        14,
        "the style of links",
        AGENDA,
        both(
            swap(STYLES, ink("0B4A75", ' w:themeColor="hyperlink"'), ink("8FB8DE")),
            body(said("A pale link", '<w:rStyle w:val="Hyperlink"/>')),
        ),
    ),
    (
        14,
        "a pale theme",
        AGENDA,
        swap(
            "word/theme/theme1.xml",
            '<a:accent1><a:srgbClr val="156082"/>',
            '<a:accent1><a:srgbClr val="A5D8EE"/>',
        ),
    ),
    (14, "in a box on blue", OURS, body(BLUE_BOX)),
    (
        15,
        "rows by colour",
        OURS,
        body(
            table(
                ("Ref", "What", "When"),
                ("1", "Plans", "May"),
                ("2", "Reviews", "June"),
                ("3", "Visits", "July"),
                fills=BY_COLOUR,
            )
        ),
    ),
    (15, "words that speak of colour", OURS, body(said("Actions shown in red are behind."))),
    (15, "a green square", OURS, body(table(*ROWS, ("3", "Plans", "■"), inks={(3, 2): ink("00A000")}))),
    (15, "a tick on green", OURS, body(table(*ROWS, ("3", "Plans", "✔"), fills={(3, 2): shade("00B050")}))),
    (16, "an old face", OURS, body(said("Words here", '<w:rFonts w:ascii="Garamond" w:hAnsi="Garamond"/>'))),
    (
        16,
        "small captions",
        OURS,
        both(
            style("Caption", '<w:rPr><w:sz w:val="18"/></w:rPr>', name="caption"),
            body(styled("Trust by year", "Caption")),
        ),
    ),
    (16, "squeezed letters", OURS, body(said("Words", '<w:w w:val="50"/>'))),
    (
        16,
        "centred headings",
        AGENDA,
        pattern(STYLES, '(w:styleId="Heading2">.*?<w:pPr>)', r'\1<w:jc w:val="center"/>', count=1),
    ),
    (16, "a heading of three words in capitals", OURS, body(headed("TERMS OF REFERENCE", 2))),
    (
        17,
        "page numbers in the header",
        AGENDA,
        both(
            in_header(field("PAGE", "1") + field("NUMPAGES", "2")), pattern(FOOTER, "<w:p>.*</w:p>", "<w:p/>")
        ),
    ),
    (
        18,
        "typed as a table",
        PLAN,
        pattern(
            DOCUMENT,
            TOC,
            table(
                ("Section", "Page"),
                *((f"Area {number}: what we will do", str(number + 1)) for number in range(1, 9)),
            ),
        ),
    ),
    (
        18,
        "a simple field, empty",
        PLAN,
        pattern(DOCUMENT, TOC, '<w:p><w:fldSimple w:instr=" TOC &quot;1-3&quot; "/></w:p>'),
    ),
    (
        18,
        "typed with the word page",
        PLAN,
        pattern(
            DOCUMENT,
            TOC,
            "".join(said(f"Area {number}: what we will do, page {number + 1}") for number in range(1, 9)),
        ),
    ),
    (
        19,
        "for tracked changes",
        OURS,
        setting('<w:documentProtection w:edit="trackedChanges" w:enforcement="on"/>'),
    ),
    (
        20,
        "a row without height",
        OURS,
        body(
            table(*ROWS).replace("<w:cantSplit/>", '<w:cantSplit/><w:trHeight w:val="1" w:hRule="exact"/>', 1)
        ),
    ),
    (
        20,
        "where a photograph was taken",
        OURS,
        both(
            swap(TYPES, "</Types>", '<Default Extension="jpg" ContentType="image/jpeg"/></Types>'),
            add("word/media/site.jpg", PLACE, kind="image"),
            body(
                f'<w:p><w:r><w:pict><v:shape {VML} alt="The site seen from the road">'
                f'<v:imagedata r:id="rIdSeed"/></v:shape></w:pict></w:r></w:p>'
            ),
        ),
    ),
    (
        20,
        "a pupil in data beside the text",
        OURS,
        add("customXml/item1.xml", '<case xmlns="urn:case"><pupil>Sam Moss</pupil></case>'),
    ),
    (
        20,
        "an address in a control",
        OURS,
        body(
            f'<w:sdt><w:sdtPr><w:tag w:val="jane.hall@northmoor.example"/></w:sdtPr>'
            f"<w:sdtContent>{PLAIN}</w:sdtContent></w:sdt>"
        ),
    ),
    (
        20,
        "a folder in the description",
        OURS,
        swap(CORE, "<dc:language>", r"<dc:description>S:\SEND\cases\moss.docx</dc:description><dc:language>"),
    ),
    (
        20,
        "words under a black bar",
        OURS,
        body(said("Redacted", '<w:color w:val="000000"/><w:highlight w:val="black"/>')),
    ),
    (20, "words on black", OURS, body(said("Redacted", f"{ink('000000')}{shade('000000')}"))),
    (20, "a change in the header", AGENDA, in_header(f"<w:ins {WHO}>{run('New')}</w:ins>")),
    (22, "a part that lies outside", OURS, add("../more.xml", "<x/>")),
    (
        22,
        "a style that is not named first",
        OURS,
        body(
            '<w:p><w:pPr><w:jc w:val="left"/><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
        ),
    ),
    (
        22,
        "two notes of one number",
        PICTURES,
        pattern(FOOTNOTES, '(<w:footnote w:id="1">.*?</w:footnote>)', r"\1\1"),
    ),
    (22, "relationships cut short", OURS, swap(RELS, "</Relationships>", "")),
    (22, "the list of kinds cut short", OURS, swap(TYPES, "</Types>", "")),
    (22, "lists cut short", AGENDA, swap(NUMBERING, "</w:numbering>", "")),
    (22, "styles in a circle", OURS, both(style("A1", "", based="A2"), style("A2", "", based="A1"))),
    (22, "a film from the web", OURS, relate("video", "https://example.org/x.mp4", outside=True)),
]
