"""Faults of contrast, colour, type, headers and footers, contents and protection."""

from __future__ import annotations

from tests.reports.accessibility.seeding import (
    AGENDA,
    APP,
    BANDED_TABLE,
    DOCUMENT,
    FOOTER,
    FOOTNOTES,
    GOOGLE,
    HEADER,
    LIBRE,
    LIBRE_PLAN,
    LONG,
    OURS,
    PICTURES,
    PLAN,
    ROWS,
    STYLED_TABLE,
    STYLES,
    TYPE,
    W_SPACE,
    Variant,
    add,
    body,
    both,
    drop,
    for_place,
    headed,
    in_header,
    ink,
    pattern,
    run,
    said,
    setting,
    shade,
    style,
    styled,
    swap,
    tabbed,
    table,
    table_style,
)

CONTRASTS: list[Variant] = [
    (14, "pale grey", AGENDA, body(said("Hardly seen", ink("BBBBBB")))),
    (
        14,
        "by a character style",
        OURS,
        both(
            style("Pale", f"<w:rPr>{ink('BBBBBB')}</w:rPr>", kind="character"),
            body(said("Hardly seen", '<w:rStyle w:val="Pale"/>')),
        ),
    ),
    (
        14,
        "by a paragraph style",
        AGENDA,
        both(style("Pale", f"<w:rPr>{ink('AAAAAA')}</w:rPr>"), body(styled("Hardly seen", "Pale"))),
    ),
    (
        14,
        "by a style on another",
        OURS,
        both(
            style("Pale", f"<w:rPr>{ink('AAAAAA')}</w:rPr>"),
            style("Paler", "", based="Pale"),
            body(styled("Hardly seen", "Paler")),
        ),
    ),
    (
        14,
        "an accent made lighter",
        AGENDA,
        body(said("Hardly seen", ink("0F4761", ' w:themeColor="accent1" w:themeTint="66"'))),
    ),
    (
        14,
        "a colour of the theme under an old value",
        AGENDA,
        body(said("Hardly seen", ink("000000", ' w:themeColor="background2"'))),
    ),
    (
        14,
        "a background made darker",
        AGENDA,
        body(said("Hardly seen", ink("FFFFFF", ' w:themeColor="background1" w:themeShade="BF"'))),
    ),
    (
        14,
        "a hyperlink on navy",
        OURS,
        body(said("Hardly seen", '<w:rStyle w:val="Hyperlink"/>', paragraph=shade("1F3A4D"))),
    ),
    (14, "a dark paragraph", AGENDA, body(said("Hardly seen", ink("333333"), paragraph=shade("1F3A4D")))),
    (
        14,
        "a dark paragraph by style",
        OURS,
        both(
            style("Dark", f"<w:pPr>{shade('4A0010')}</w:pPr><w:rPr>{ink('700000')}</w:rPr>"),
            body(styled("Hardly seen", "Dark")),
        ),
    ),
    (14, "black on dark red", OURS, body(said("Hardly seen", ink("000000"), paragraph=shade("A01020")))),
    (
        14,
        "a dark cell",
        LIBRE,
        body(table(*ROWS, fills={(1, 1): shade("1F3A4D")}, inks={(1, 1): ink("000000")})),
    ),
    (
        14,
        "white on a yellow cell",
        OURS,
        body(table(*ROWS, fills={(1, 1): shade("FFD966")}, inks={(1, 1): ink("FFFFFF")})),
    ),
    (
        14,
        "a cell of the theme",
        AGENDA,
        body(
            table(
                *ROWS, fills={(1, 1): shade("FFFFFF", ' w:themeFill="text2"')}, inks={(1, 1): ink("222222")}
            )
        ),
    ),
    (
        14,
        "a cell with a pattern",
        OURS,
        body(
            table(
                *ROWS,
                fills={(1, 1): '<w:shd w:val="pct75" w:color="000000" w:fill="FFFFFF"/>'},
                inks={(1, 1): ink("222222")},
            )
        ),
    ),
    (
        14,
        "a cell that is solid",
        OURS,
        body(
            table(
                *ROWS,
                fills={(1, 1): '<w:shd w:val="solid" w:color="1F3A4D" w:fill="FFFFFF"/>'},
                inks={(1, 1): ink("222222")},
            )
        ),
    ),
    (
        14,
        "white heading letters of a table style that fills nothing",
        AGENDA,
        both(table_style(for_place("firstRow", ink="FFFFFF")), STYLED_TABLE),
    ),
    (
        14,
        "a dark heading of a table style",
        OURS,
        both(table_style(for_place("firstRow", ink="404040", fill="1F3A4D")), STYLED_TABLE),
    ),
    (
        14,
        "the first column of a table style",
        AGENDA,
        both(table_style(for_place("firstCol", ink="DDDDDD")), STYLED_TABLE),
    ),
    (
        14,
        "the last row of a table style",
        AGENDA,
        both(table_style(for_place("lastRow", ink="CCCCCC")), BANDED_TABLE),
    ),
    (
        14,
        "the last column of a table style",
        AGENDA,
        both(table_style(for_place("lastCol", ink="CCCCCC")), BANDED_TABLE),
    ),
    (
        14,
        "every other row of a table style",
        AGENDA,
        both(table_style(for_place("band1Horz", ink="FFFFFF", fill="BDD7EE")), BANDED_TABLE),
    ),
    (
        14,
        "every other column of a table style",
        AGENDA,
        both(table_style(for_place("band2Vert", ink="AAAAAA")), BANDED_TABLE),
    ),
    (
        14,
        "the corner of a table style",
        AGENDA,
        both(table_style(for_place("nwCell", ink="BBBBBB")), BANDED_TABLE),
    ),
    (
        14,
        "a whole table style",
        AGENDA,
        both(table_style(whole=f"<w:rPr>{ink('B0B0B0')}</w:rPr>"), STYLED_TABLE),
    ),
    (
        14,
        "a table style that fills all its cells",
        AGENDA,
        both(
            table_style(whole=f"<w:rPr>{ink('404040')}</w:rPr><w:tcPr>{shade('203040')}</w:tcPr>"),
            STYLED_TABLE,
        ),
    ),
    (
        14,
        "a table style on another",
        AGENDA,
        both(
            style("Ground", for_place("firstRow", ink="FFFFFF"), kind="table"),
            style("Seeded", "", kind="table", based="Ground"),
            STYLED_TABLE,
        ),
    ),
    (
        14,
        "the table's own fill",
        OURS,
        body(
            table(*ROWS, inks={(1, 1): ink("222222")}).replace("<w:tblLook", f"{shade('1F3A4D')}<w:tblLook")
        ),
    ),
    (
        14,
        "highlighted in blue",
        OURS,
        body(said("Hardly seen", '<w:color w:val="000000"/><w:highlight w:val="darkBlue"/>')),
    ),
    (14, "shaded words", OURS, body(said("Hardly seen", f"{ink('666666')}{shade('999999')}"))),
    (14, "a pale footer", AGENDA, swap(FOOTER, "<w:t ", f"<w:rPr>{ink('C0C0C0')}</w:rPr><w:t ")),
    (
        14,
        "a pale footer by style",
        AGENDA,
        swap(
            STYLES,
            '<w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:rPr>',
            f'<w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:rPr>{ink("BFBFBF")}',
        ),
    ),
    (14, "a pale header", AGENDA, swap(HEADER, "<w:t ", f"<w:rPr>{ink('A6A6A6')}</w:rPr><w:t ")),
    (
        14,
        "a pale note at the foot",
        PICTURES,
        swap(
            FOOTNOTES,
            '<w:t xml:space="preserve">Survey',
            f'<w:rPr>{ink("CCCCCC")}</w:rPr><w:t xml:space="preserve">Survey',
        ),
    ),
    (
        14,
        "a dark page",
        OURS,
        both(
            setting("<w:displayBackgroundShape/>"),
            swap(DOCUMENT, "<w:body>", '<w:background w:color="1F3A4D"/><w:body>'),
        ),
    ),
    (
        14,
        "large but not large enough a contrast",
        OURS,
        body(said("Large and pale", f'{ink("A8A8A8")}<w:sz w:val="40"/>')),
    ),
    (14, "a colour in capitals of another program", GOOGLE, body(said("Hardly seen", ink("b7b7b7")))),
]
RED, GREEN = shade("C00000"), shade("00B050")
COLOURS: list[Variant] = [
    (15, "a cell without a word", AGENDA, body(table(*ROWS, ("3", "Plans", "\u00a0"), fills={(3, 2): RED}))),
    (
        15,
        "a cell with its letter only",
        OURS,
        body(table(*ROWS, ("3", "Plans", "R"), fills={(3, 2): RED}, inks={(3, 2): ink("FFFFFF")})),
    ),
    (
        15,
        "figures on colours",
        OURS,
        body(table(*ROWS, ("3", "Plans", "12"), fills={(3, 2): RED}, inks={(3, 2): ink("FFFFFF")})),
    ),
    (
        15,
        "a fill of the theme",
        AGENDA,
        body(
            table(
                *ROWS,
                ("3", "Plans", "–"),
                fills={(3, 2): shade("FFFFFF", ' w:themeFill="accent2"')},
                inks={(3, 2): ink("000000")},
            )
        ),
    ),
    (
        15,
        "a filled paragraph in a cell",
        OURS,
        body(
            table(*ROWS, ("3", "Plans", "X1")).replace(said("X1"), said("–", ink("000000"), paragraph=GREEN))
        ),
    ),
    (
        15,
        "a pattern",
        OURS,
        body(
            table(
                *ROWS,
                ("3", "Plans", "–"),
                fills={(3, 2): '<w:shd w:val="pct50" w:color="FF0000" w:fill="FFFF00"/>'},
            )
        ),
    ),
    (15, "a coloured disc", LIBRE, body(table(*ROWS, ("3", "Plans", "●"), inks={(3, 2): ink("C00000")}))),
    (
        15,
        "discs of two colours before words",
        OURS,
        body(f"<w:p>{run('●', ink('C00000'))}</w:p><w:p>{run('●', ink('007A33'))}</w:p>"),
    ),
    (15, "coloured discs as signs", OURS, body(said("\U0001f534 Therapies") + said("\U0001f7e2 Reviews"))),
    (
        15,
        "highlighted",
        OURS,
        body(
            table(
                *ROWS,
                ("3", "Plans", "2"),
                inks={(3, 2): '<w:color w:val="000000"/><w:highlight w:val="yellow"/>'},
            )
        ),
    ),
]
TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
TYPES_OF_LETTERS: list[Variant] = [
    (16, "a serif font", AGENDA, body(said("In another font", TIMES))),
    (
        16,
        "a serif font by style",
        OURS,
        both(style("Serif", f"<w:rPr>{TIMES}</w:rPr>"), body(styled("In another font", "Serif"))),
    ),
    (
        16,
        "a serif theme",
        AGENDA,
        swap("word/theme/theme1.xml", '<a:latin typeface="Aptos"/>', '<a:latin typeface="Cambria"/>'),
    ),
    (16, "a serif theme for headings", AGENDA, swap("word/theme/theme1.xml", '"Aptos Display"', '"Georgia"')),
    (16, "no font at all", OURS, pattern(STYLES, r"<w:rFonts [^>]*/>")),
    (
        16,
        "a script",
        OURS,
        body(said("In another font", '<w:rFonts w:ascii="Brush Script MT" w:hAnsi="Brush Script MT"/>')),
    ),
    (
        16,
        "a serif font in the footer",
        LIBRE,
        swap(FOOTER, "<w:rPr></w:rPr><w:t ", f"<w:rPr>{TIMES}</w:rPr><w:t "),
    ),
    (16, "ten points", AGENDA, body(said("Small", '<w:sz w:val="20"/>'))),
    (16, "ten points everywhere", AGENDA, swap(STYLES, '<w:sz w:val="24"/>', '<w:sz w:val="20"/>')),
    (16, "eleven points", LIBRE, swap(STYLES, '<w:sz w:val="24"/>', '<w:sz w:val="22"/>', count=2)),
    (
        16,
        "small by a character style",
        OURS,
        both(
            style("Small", '<w:rPr><w:sz w:val="18"/></w:rPr>', kind="character"),
            body(said("Small", '<w:rStyle w:val="Small"/>')),
        ),
    ),
    (16, "small in a table", OURS, body(table(*ROWS, inks={(1, 1): '<w:sz w:val="16"/>'}))),
    (
        16,
        "small by a table style",
        AGENDA,
        both(table_style(whole='<w:rPr><w:sz w:val="16"/></w:rPr>'), STYLED_TABLE),
    ),
    (16, "a footer of eight points", AGENDA, swap(FOOTER, "<w:t ", '<w:rPr><w:sz w:val="16"/></w:rPr><w:t ')),
    (
        16,
        "notes of eight points",
        PICTURES,
        swap(
            STYLES,
            '<w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/>',
            '<w:name w:val="footnote text"/><w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="16"/>',
        ),
    ),
    (16, "no size at all", AGENDA, swap(STYLES, '<w:sz w:val="24"/><w:szCs w:val="24"/>', "")),
    (16, "even on both sides", AGENDA, body(said("Even on both sides", paragraph='<w:jc w:val="both"/>'))),
    (
        16,
        "even by style",
        OURS,
        both(
            style("Even", '<w:pPr><w:jc w:val="both"/></w:pPr>'), body(styled("Even on both sides", "Even"))
        ),
    ),
    (
        16,
        "even by default",
        AGENDA,
        swap(STYLES, "<w:pPrDefault><w:pPr>", '<w:pPrDefault><w:pPr><w:jc w:val="both"/>'),
    ),
    (16, "centred", OURS, body(said("In the middle of the page", paragraph='<w:jc w:val="center"/>'))),
    (16, "on the right", OURS, body(said("On the right of the page", paragraph='<w:jc w:val="end"/>'))),
    (
        16,
        "even in a table",
        OURS,
        body(
            table(*ROWS, ("3", "LONG", "Late")).replace(
                said("LONG"), said("Long words of a row", paragraph='<w:jc w:val="both"/>')
            )
        ),
    ),
    (16, "typed capitals", AGENDA, body(said("PLEASE READ ALL OF THIS FIRST"))),
    (16, "a heading in capitals", OURS, body(headed("IMPROVEMENT PRIORITIES", 2))),
    (16, "capitals by property", OURS, body(said("Please read all of this first", "<w:caps/>"))),
    (
        16,
        "capitals by style",
        AGENDA,
        both(style("Loud", "<w:rPr><w:caps/></w:rPr>"), body(styled("Please read all of this", "Loud"))),
    ),
    (16, "small capitals", OURS, body(said("Please read all of this first", "<w:smallCaps/>"))),
    (
        16,
        "capitals within a text",
        OURS,
        body(said("Members are told that ALL PAPERS MUST BE RETURNED TO THE CLERK at once.")),
    ),
    (16, "italics", AGENDA, body(said("a long passage that is set all in italics here", "<w:i/>"))),
    (
        16,
        "italics by style",
        OURS,
        both(
            style("Slanted", "<w:rPr><w:i/></w:rPr>"),
            body(styled("a long passage that is set all in italics here", "Slanted")),
        ),
    ),
    (
        16,
        "italics by a character style",
        OURS,
        both(
            style("Emphasis", "<w:rPr><w:i/></w:rPr>", kind="character"),
            body(said("a long passage that is set all in italics here", '<w:rStyle w:val="Emphasis"/>')),
        ),
    ),
]
PAGE_OF = '<w:instrText xml:space="preserve"> NUMPAGES   \\* MERGEFORMAT </w:instrText>'
FRAMES: list[Variant] = [
    (17, "no footer", AGENDA, pattern(DOCUMENT, r"<w:footerReference [^>]*/>")),
    (17, "only the page", AGENDA, swap(FOOTER, " NUMPAGES ", " DATE ")),
    (17, "only the count", AGENDA, swap(FOOTER, " PAGE ", " DATE ")),
    (17, "typed figures", AGENDA, pattern(FOOTER, r"<w:p>.*</w:p>", said("Page 1 of 4"))),
    (17, "an empty footer", LIBRE, pattern(FOOTER, r"<w:p>.*</w:p>", "<w:p/>")),
    (
        17,
        "a count that shows nothing",
        AGENDA,
        pattern(FOOTER, r'(NUMPAGES.*?)<w:t xml:space="preserve">2</w:t>', r"\1<w:t></w:t>"),
    ),
    (
        17,
        "a page that shows nothing",
        GOOGLE,
        pattern(FOOTER, r'(PAGE.*?)<w:t xml:space="preserve">1</w:t>', r"\1<w:t></w:t>", count=1),
    ),
    (17, "a first page without a footer", AGENDA, swap(DOCUMENT, "<w:pgMar ", "<w:titlePg/><w:pgMar ")),
    (17, "even pages without a footer", AGENDA, setting("<w:evenAndOddHeaders/>")),
    (
        17,
        "a second section with a footer of its own",
        AGENDA,
        both(
            add(
                "word/footer2.xml",
                f"<w:ftr {W_SPACE}><w:p/></w:ftr>",
                kind="footer",
                type_=f"{TYPE}.footer+xml",
            ),
            body(
                '<w:p><w:pPr><w:sectPr><w:footerReference w:type="default" '
                'r:id="rIdSeed"/></w:sectPr></w:pPr></w:p>' + said("After.")
            ),
        ),
    ),
    (
        17,
        "a header that says more",
        AGENDA,
        swap(HEADER, "Northmoor SEND Improvement Board", "Official: sensitive"),
    ),
    (17, "a footer that says more", AGENDA, swap(FOOTER, ">Page ", ">Ring 01632 960123 to complain · Page ")),
    (17, "a date in the footer", LIBRE, swap(FOOTER, ">Page ", ">Printed 3 May 2019 · Page ")),
    (17, "an address in the header", AGENDA, in_header(run(" | Civic Centre, High Street"))),
]
TOC = r"<w:sdt>.*?</w:sdt>"
TYPED = "".join(tabbed(f"Area {number}", str(number + 1)) for number in range(1, 6))
DOTTED = "".join(said(f"Area {number} .............................. {number + 1}") for number in range(1, 6))
CONTENTS: list[Variant] = [
    (18, "none in a long document", PLAN, pattern(DOCUMENT, TOC)),
    (
        18,
        "none, and no count of pages",
        PLAN,
        both(
            pattern(DOCUMENT, TOC),
            drop(APP),
            pattern(FOOTER, ">9<", ">1<"),
            body(said("It is done. " * 3000)),
        ),
    ),
    (
        18,
        "none, pages seen by their breaks",
        AGENDA,
        body('<w:p><w:r><w:br w:type="page"/></w:r></w:p>' * 7 + said("The end.")),
    ),
    (
        18,
        "none, as last drawn",
        AGENDA,
        body("<w:p><w:r><w:lastRenderedPageBreak/><w:t>Next page.</w:t></w:r></w:p>" * 8),
    ),
    (18, "typed with tabs", PLAN, pattern(DOCUMENT, TOC, TYPED)),
    (18, "typed with dots", PLAN, pattern(DOCUMENT, TOC, DOTTED)),
    (18, "typed in a short document", OURS, body(DOTTED)),
    (
        18,
        "typed in the style of contents",
        PLAN,
        pattern(
            DOCUMENT,
            TOC,
            "".join(styled(f"Area {number}: what we will do", "TOC1") for number in range(1, 9)),
        ),
    ),
    (
        18,
        "the headings repeated under a title",
        "Word: minutes",
        swap(DOCUMENT, "<w:body>", "<w:body>" + said("Contents") + said("Welcome") + said("Waiting times")),
    ),
    (18, "empty", PLAN, pattern(DOCUMENT, r"<w:hyperlink w:anchor.*?</w:hyperlink>")),
    (
        18,
        "no entries found",
        PLAN,
        pattern(
            DOCUMENT, r"<w:hyperlink w:anchor.*</w:hyperlink>", run("No table of contents entries found.")
        ),
    ),
    (
        18,
        "an error",
        PLAN,
        pattern(
            DOCUMENT, r'<w:t xml:space="preserve">2</w:t>', "<w:t>Error! Bookmark not defined.</w:t>", count=1
        ),
    ),
    (18, "a heading that was renamed", PLAN, pattern(DOCUMENT, r"(.*)Area 3: what", r"\1Area 3: how")),
    (18, "a heading that was added", PLAN, body(headed("A new area", 2))),
    (
        18,
        "a heading that was taken away",
        LIBRE_PLAN,
        pattern(DOCUMENT, r"(.*)Area 8: what we will do", r"\1Area 7: what we will do"),
    ),
    (
        18,
        "an entry that leads nowhere",
        PLAN,
        pattern(DOCUMENT, 'w:anchor="_Toc', 'w:anchor="_Lost', count=1),
    ),
    (18, "bookmarks that are gone", LIBRE_PLAN, pattern(DOCUMENT, r"<w:bookmark(Start|End)[^>]*/>")),
    (
        18,
        "pages in no order",
        PLAN,
        pattern(DOCUMENT, r'<w:t xml:space="preserve">2</w:t>', "<w:t>6</w:t>", count=1),
    ),
    (
        18,
        "pages beyond the last",
        PLAN,
        pattern(
            DOCUMENT,
            r"(PAGEREF \S+ \\h </w:instrText></w:r><w:r><w:fldChar "
            r'w:fldCharType="separate"/></w:r><w:r[^>]*><w:t xml:space="preserve">)5',
            r"\g<1>55",
        ),
    ),
    (
        18,
        "entries that are no links",
        PLAN,
        both(pattern(DOCUMENT, r"</?w:hyperlink[^>]*>"), pattern(DOCUMENT, r" PAGEREF [^<]*", " PAGE ")),
    ),
    (
        18,
        "ours, without its entries",
        LONG,
        pattern(DOCUMENT, r'(?<=<w:pStyle w:val="TOC1"/></w:pPr>).*?(?=</w:p>)'),
    ),
]
PROTECTION: list[Variant] = [
    (19, "for reading only", AGENDA, setting('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')),
    (
        19,
        "for forms",
        OURS,
        setting('<w:documentProtection w:edit="forms" w:enforcement="true" w:hash="x"/>'),
    ),
    (19, "for comments", OURS, setting('<w:documentProtection w:edit="comments"/>')),
    (19, "recommended for reading only", OURS, setting('<w:writeProtection w:recommended="1"/>')),
    (19, "locked, says the program", AGENDA, swap(APP, "<DocSecurity>0", "<DocSecurity>8")),
    (
        19,
        "marked as final",
        OURS,
        add(
            "docProps/custom.xml",
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
            '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" '
            'name="_MarkAsFinal"><vt:bool>true</vt:bool></property></Properties>',
        ),
    ),
    (19, "a section for forms", OURS, swap(DOCUMENT, "<w:sectPr>", "<w:sectPr><w:formProt/>")),
    (
        19,
        "a locked control",
        OURS,
        body(
            f'<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/></w:sdtPr>'
            f"<w:sdtContent>{said('Locked')}</w:sdtContent></w:sdt>"
        ),
    ),
    (
        19,
        "a passage for some editors",
        OURS,
        body(
            '<w:p><w:permStart w:id="1" w:edGrp="everyone"/><w:r><w:t>Open</w:t></w:r>'
            '<w:permEnd w:id="1"/></w:p>'
        ),
    ),
    (
        19,
        "signed",
        OURS,
        add("_xmlsignatures/sig1.xml", '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>'),
    ),
]

LOOKS_FAULTS = [*CONTRASTS, *COLOURS, *TYPES_OF_LETTERS, *FRAMES, *CONTENTS, *PROTECTION]
