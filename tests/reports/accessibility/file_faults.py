"""Faults of the file: what it keeps and nobody sees, its words, its parts."""

from __future__ import annotations

from tests.reports.accessibility.seeding import (
    AGENDA,
    APP,
    CORE,
    DOCUMENT,
    FOLDER,
    FOOTER,
    FOOTNOTES,
    HEADER,
    LIBRE,
    NUMBERING,
    OFFICE,
    OURS,
    PICTURES,
    RELS,
    ROWS,
    SETTINGS,
    STYLED_TABLE,
    STYLES,
    TYPE,
    TYPES,
    W_SPACE,
    Fault,
    Variant,
    add,
    body,
    both,
    drop,
    field,
    in_footer,
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
    table_style,
)

WHO = 'w:id="901" w:author="Jane Hall" w:date="2026-05-01T09:00:00Z"'
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


def author(name: str) -> Fault:
    return swap(CORE, "<dc:creator>Northmoor Council", f"<dc:creator>{name}")


def last_author(name: str) -> Fault:
    return swap(CORE, "<cp:lastModifiedBy>Northmoor Council", f"<cp:lastModifiedBy>{name}")


def custom(name: str, said: str) -> Fault:
    return add(
        "docProps/custom.xml",
        f'<Properties xmlns="{CUSTOM}" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f"<property "
        f'fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
        f"<vt:lpwstr>{said}</vt:lpwstr></property></Properties>",
    )


def changed(inside: str, text: str = "Changed words") -> str:
    return f"<w:p>{inside}<w:r><w:t>{text}</w:t></w:r></w:p>"


COMMENT = f"<w:comments {W_SPACE}><w:comment {WHO}>{said('Is this right?')}</w:comment></w:comments>"
REMARK = (
    f'<w:p><w:commentRangeStart w:id="901"/>{run("Words")}<w:commentRangeEnd w:id="901"/><w:r>'
    f'<w:commentReference w:id="901"/></w:r></w:p>'
)
HIDDEN_ROW = table(*ROWS, ("3", "Secret", "Late"))
TRACES: list[Variant] = [
    (20, "words put in", AGENDA, body(f"<w:p><w:ins {WHO}>{run('New words')}</w:ins></w:p>")),
    (
        20,
        "words taken out",
        AGENDA,
        body(f"<w:p>{run('Kept')}<w:del {WHO}><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>"),
    ),
    (20, "words moved away", OURS, body(f"<w:p><w:moveFrom {WHO}>{run('Moved')}</w:moveFrom></w:p>")),
    (20, "words moved here", OURS, body(f"<w:p><w:moveTo {WHO}>{run('Moved')}</w:moveTo></w:p>")),
    (
        20,
        "letters changed",
        OURS,
        body(said("Changed", f"<w:rPrChange {WHO}><w:rPr><w:b/></w:rPr></w:rPrChange>")),
    ),
    (
        20,
        "a paragraph changed",
        OURS,
        body(
            said(
                "Changed", paragraph=f'<w:pPrChange {WHO}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>'
            )
        ),
    ),
    (
        20,
        "the mark of a paragraph put in",
        OURS,
        body(said("Changed", paragraph=f"<w:rPr><w:ins {WHO}/></w:rPr>")),
    ),
    (
        20,
        "a section changed",
        AGENDA,
        swap(DOCUMENT, "</w:sectPr>", f"<w:sectPrChange {WHO}><w:sectPr/></w:sectPrChange></w:sectPr>"),
    ),
    (
        20,
        "a table changed",
        OURS,
        body(
            table(*ROWS).replace("</w:tblPr>", f"<w:tblPrChange {WHO}><w:tblPr/></w:tblPrChange></w:tblPr>")
        ),
    ),
    (
        20,
        "a table's columns changed",
        OURS,
        body(
            table(*ROWS).replace(
                "</w:tblGrid>", '<w:tblGridChange w:id="901"><w:tblGrid/></w:tblGridChange></w:tblGrid>'
            )
        ),
    ),
    (20, "a row put in", OURS, body(table(*ROWS).replace("</w:trPr>", f"<w:ins {WHO}/></w:trPr>", 1))),
    (
        20,
        "a row changed",
        OURS,
        body(table(*ROWS).replace("</w:trPr>", f"<w:trPrChange {WHO}><w:trPr/></w:trPrChange></w:trPr>", 1)),
    ),
    (20, "a cell put in", AGENDA, body(table(*ROWS).replace("</w:tcPr>", f"<w:cellIns {WHO}/></w:tcPr>", 1))),
    (
        20,
        "a cell taken out",
        AGENDA,
        body(table(*ROWS).replace("</w:tcPr>", f"<w:cellDel {WHO}/></w:tcPr>", 1)),
    ),
    (
        20,
        "a cell changed",
        OURS,
        body(table(*ROWS).replace("</w:tcPr>", f"<w:tcPrChange {WHO}><w:tcPr/></w:tcPrChange></w:tcPr>", 1)),
    ),
    (
        20,
        "a number changed",
        OURS,
        body(
            said(
                "Changed",
                paragraph=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
                f"<w:numberingChange {WHO}/></w:numPr>",
            )
        ),
    ),
    (
        20,
        "a control put in",
        OURS,
        body(f'<w:customXmlInsRangeStart {WHO}/>{said("Changed")}<w:customXmlInsRangeEnd w:id="901"/>'),
    ),
    (
        20,
        "a change in the footer",
        AGENDA,
        in_footer(f"<w:del {WHO}><w:r><w:delText>Gone</w:delText></w:r></w:del>"),
    ),
    (
        20,
        "a change in a note",
        PICTURES,
        swap(
            FOOTNOTES,
            "</w:p></w:footnote></w:footnotes>",
            f"<w:ins {WHO}>{run('New')}</w:ins></w:p></w:footnote></w:footnotes>",
        ),
    ),
    (
        20,
        "a change of a style",
        OURS,
        swap(STYLES, "<w:qFormat/><w:pPr>", f"<w:qFormat/><w:pPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange>"),
    ),
    (20, "changes being tracked", AGENDA, setting("<w:trackRevisions/>")),
    (
        20,
        "a comment",
        AGENDA,
        both(body(REMARK), add("word/comments.xml", COMMENT, kind="comments", type_=f"{TYPE}.comments+xml")),
    ),
    (20, "the place of a comment", OURS, body(REMARK)),
    (
        20,
        "a remark with a pen",
        OURS,
        add("word/ink/ink1.xml", '<ink xmlns="http://www.w3.org/2003/InkML"/>'),
    ),
    (20, "hidden words", AGENDA, body(said("Hidden", "<w:vanish/>"))),
    (
        20,
        "hidden by a character style",
        OURS,
        both(
            style("Secret", "<w:rPr><w:vanish/></w:rPr>", kind="character"),
            body(said("Hidden", '<w:rStyle w:val="Secret"/>')),
        ),
    ),
    (
        20,
        "hidden by a paragraph style",
        OURS,
        both(style("Secret", "<w:rPr><w:vanish/></w:rPr>"), body(styled("Hidden", "Secret"))),
    ),
    (
        20,
        "hidden by a style on another",
        AGENDA,
        both(
            style("Secret", "<w:rPr><w:vanish/></w:rPr>"),
            style("Secreter", "", based="Secret"),
            body(styled("Hidden", "Secreter")),
        ),
    ),
    (
        20,
        "hidden by a table style",
        AGENDA,
        both(table_style(whole="<w:rPr><w:vanish/></w:rPr>"), STYLED_TABLE),
    ),
    (20, "hidden in the footer", AGENDA, swap(FOOTER, "<w:t ", "<w:rPr><w:vanish/></w:rPr><w:t ")),
    (20, "white on white", AGENDA, body(said("Hidden", ink("FFFFFF")))),
    (
        20,
        "the theme's white on white",
        AGENDA,
        body(said("Hidden", ink("FFFFFF", ' w:themeColor="background1"'))),
    ),
    (
        20,
        "a cell's words in its own colour",
        OURS,
        body(table(*ROWS, fills={(1, 1): shade("1F3A4D")}, inks={(1, 1): ink("1F3A4D")})),
    ),
    (20, "letters of one point", AGENDA, body(said("Hidden", '<w:sz w:val="2"/>'))),
    (20, "letters without width", OURS, body(said("Hidden", '<w:w w:val="1"/>'))),
    (20, "beyond the edge", OURS, body(said("Hidden", paragraph='<w:ind w:left="31000"/>'))),
    (20, "a hidden row", OURS, body(HIDDEN_ROW.replace("<w:cantSplit/>", "<w:hidden/><w:cantSplit/>"))),
    (20, "the author", AGENDA, author("Jane Hall")),
    (20, "the author, surname first", AGENDA, author("HALL, Jane")),
    (20, "an account", AGENDA, author("jhall")),
    (20, "an account of a network", AGENDA, last_author("NORTHMOOR\\jhall")),
    (20, "a councillor", AGENDA, last_author("Cllr J. Moss")),
    (20, "an e-mail address", AGENDA, last_author("jane.hall@northmoor.example")),
    (20, "two authors", AGENDA, author("Jane Hall; Paul Kowalczyk")),
    (
        20,
        "an author of another program",
        "LibreOffice: plan",
        swap(CORE, "<dc:creator>Telford &amp; Wrekin Council", "<dc:creator>Amina O'Brien"),
    ),
    (20, "the manager", AGENDA, swap(APP, "<Company>", "<Manager>Jane Hall</Manager><Company>")),
    (
        20,
        "a person as company",
        AGENDA,
        swap(APP, "<Company>Northmoor Borough Council", "<Company>Jane Hall"),
    ),
    (
        20,
        "a template in somebody's folder",
        AGENDA,
        swap(APP, "<Template>Normal.dotm", f"<Template>{FOLDER}\\report.dotx"),
    ),
    (
        20,
        "the base of links in somebody's folder",
        AGENDA,
        swap(APP, "<Company>", r"<HyperlinkBase>\\northmoor-fs1\SEND\</HyperlinkBase><Company>"),
    ),
    (20, "the owner in a property", OURS, custom("Document Owner", "Jane Hall")),
    (20, "a child in a property", OURS, custom("Child name", "Sam Moss")),
    (20, "an e-mail address in a property", OURS, custom("_AuthorEmail", "jane.hall@northmoor.example")),
    (20, "who set the label", OURS, custom("MSIP_Label_1f3a_Owner", "jane.hall@northmoor.example")),
    (20, "variables", OURS, setting('<w:docVars><w:docVar w:name="case" w:val="EHC 20431"/></w:docVars>')),
    (
        20,
        "the source of a mail merge",
        OURS,
        setting('<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge>'),
    ),
    (
        20,
        "who made changes",
        AGENDA,
        pattern("word/people.xml", r'w15:author="[^"]*"', 'w15:author="Jane Hall"'),
    ),
    (
        20,
        "people of a library of documents",
        OURS,
        add(
            "customXml/item1.xml",
            "<p:properties xmlns:p='urn:p'><UserInfo><DisplayName>Jane Hall</DisplayName>"
            "</UserInfo></p:properties>",
        ),
    ),
    (
        20,
        "a folder in a picture's name",
        OURS,
        pattern(
            DOCUMENT, 'name="[^"]*" descr=', r'name="C:\\Users\\jhall\\Pictures\\site.png" descr=', count=1
        ),
    ),
    (
        20,
        "a link to a drive",
        OURS,
        relate("hyperlink", "file:///\\\\northmoor-fs1\\SEND\\cases.xlsx", outside=True),
    ),
    (
        20,
        "the template's own folder",
        OURS,
        both(
            setting('<w:attachedTemplate r:id="rIdSeed"/>'),
            add(
                "word/_rels/settings.xml.rels",
                f"<Relationships "
                f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rIdSeed" Type="{OFFICE}/attachedTemplate" '
                f'Target="file:///C:\\Users\\jhall\\report.dotx" TargetMode="External"/>'
                f"</Relationships>",
            ),
        ),
    ),
    (20, "a field that names the author", OURS, body(f"<w:p>{field('AUTHOR', 'Jane Hall')}</w:p>")),
    (
        20,
        "a field that fetches a file",
        OURS,
        body(f"<w:p>{field('INCLUDETEXT &quot;notes.docx&quot;', 'Notes')}</w:p>"),
    ),
    (
        20,
        "a workbook inside",
        OURS,
        add(
            "word/embeddings/cases.xlsx",
            b"PK",
            kind="package",
            type_="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ),
    (20, "a picture that is not shown", OURS, relate("image", "media/image1.png")),
]
WORDS: list[Variant] = [
    (21, "an abbreviation", AGENDA, body(said("The EHCP is late."))),
    (21, "of mixed letters", OURS, body(said("The DfE has written."))),
    (21, "in a table", OURS, body(table(*ROWS, ("3", "JTAI visit", "Late")))),
    (21, "in the plural", LIBRE, body(said("Three ICBs have signed."))),
    (21, "in a note", PICTURES, swap(FOOTNOTES, "Survey", "OCFS survey")),
    (21, "a long sentence", AGENDA, body(said(("word " * 26).strip() + "."))),
    (21, "a long sentence in a table", OURS, body(table(*ROWS, ("3", ("word " * 26).strip() + ".", "Late")))),
    (21, "a long sentence in a note", PICTURES, swap(FOOTNOTES, "Survey", "word " * 26)),
]
NS = "http://schemas.openxmlformats.org/package/2006/relationships"
PACKAGE: list[Variant] = [
    (22, "the styles are missing", AGENDA, drop(STYLES)),
    (22, "a picture is missing", PICTURES, drop("word/media/image1.png")),
    (22, "the footer is missing", AGENDA, drop(FOOTER)),
    (
        22,
        "the lists are missing, and what leads to them",
        AGENDA,
        both(drop(NUMBERING), pattern(RELS, '<Relationship [^>]*Target="numbering.xml"/>')),
    ),
    (
        22,
        "the styles are missing, and what leads to them",
        OURS,
        both(drop(STYLES), pattern(RELS, '<Relationship [^>]*Target="styles.xml"/>')),
    ),
    (
        22,
        "the notes are missing, and what leads to them",
        PICTURES,
        both(drop(FOOTNOTES), pattern(RELS, '<Relationship [^>]*Target="footnotes.xml"/>')),
    ),
    (22, "no list of what the parts are", AGENDA, drop(TYPES)),
    (22, "a part of no kind", AGENDA, add("word/notes.dat", b"x")),
    (
        22,
        "no kind for pictures",
        PICTURES,
        swap(TYPES, '<Default Extension="png" ContentType="image/png"/>', ""),
    ),
    (
        22,
        "a kind for what is not there",
        OURS,
        swap(
            TYPES,
            "</Types>",
            f'<Override PartName="/word/gone.xml" ContentType="{TYPE}.styles+xml"/></Types>',
        ),
    ),
    (22, "styles of the wrong kind", AGENDA, swap(TYPES, f"{TYPE}.styles+xml", "application/xml")),
    (22, "a footer of the wrong kind", LIBRE, swap(TYPES, f"{TYPE}.footer+xml", f"{TYPE}.header+xml")),
    (
        22,
        "a document with macros",
        AGENDA,
        both(
            add("word/vbaProject.bin", b"x", type_="application/vnd.ms-office.vbaProject"),
            swap(
                TYPES, f"{TYPE}.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"
            ),
        ),
    ),
    (22, "a template", AGENDA, swap(TYPES, f"{TYPE}.document.main+xml", f"{TYPE}.template.main+xml")),
    (22, "a control that runs", OURS, add("word/activeX/activeX1.xml", "<x/>")),
    (
        22,
        "a template from the web",
        OURS,
        both(
            setting('<w:attachedTemplate r:id="rIdSeed"/>'),
            add(
                "word/_rels/settings.xml.rels",
                f'<Relationships xmlns="{NS}"><Relationship Id="rIdSeed" '
                f'Type="{OFFICE}/attachedTemplate" Target="https://example.org/x.dotm" '
                f'TargetMode="External"/></Relationships>',
            ),
        ),
    ),
    (22, "a picture from the web", OURS, relate("image", "https://example.org/x.png", outside=True)),
    (
        22,
        "an object from another file",
        OURS,
        relate("oleObject", "https://example.org/x.xlsx", outside=True),
    ),
    (
        22,
        "another document inside",
        OURS,
        both(
            add("word/part.htm", b"<html/>", kind="aFChunk"),
            swap(TYPES, "</Types>", '<Default Extension="htm" ContentType="text/html"/></Types>'),
            body('<w:altChunk r:id="rIdSeed"/>'),
        ),
    ),
    (22, "one relationship twice", AGENDA, pattern(RELS, r"(<Relationship [^>]*/>)", r"\1\1", count=1)),
    (22, "a relationship that leads nowhere", OURS, relate("image", "media/image9.png")),
    (
        22,
        "a relationship that is used and is not there",
        AGENDA,
        pattern(
            DOCUMENT,
            r'footerReference w:type="default" r:id="[^"]*"',
            'footerReference w:type="default" r:id="rId999"',
        ),
    ),
    (
        22,
        "a link that is used and is not there",
        OURS,
        body(f'<w:p><w:hyperlink r:id="rId999">{run("the local offer of Northmoor")}</w:hyperlink></w:p>'),
    ),
    (
        22,
        "nothing says which part is the document",
        AGENDA,
        pattern("_rels/.rels", '<Relationship [^>]*officeDocument"[^>]*/>'),
    ),
    (22, "a document cut short in a part", AGENDA, swap(SETTINGS, "</w:settings>", "")),
    (22, "a letter that XML does not know", AGENDA, swap(HEADER, "Northmoor", "North\x02moor")),
    (
        22,
        "an entity of its own",
        OURS,
        swap(SETTINGS, "<w:settings", '<!DOCTYPE x [<!ENTITY a "b">]><w:settings'),
    ),
    (
        22,
        "a prefix that is not declared",
        AGENDA,
        swap(DOCUMENT, 'mc:Ignorable="w14 w15"', 'mc:Ignorable="w14 w15 w16cex"'),
    ),
    (22, "a damaged picture", PICTURES, add("word/media/image1.png", b"not a picture")),
    (22, "an empty picture", OURS, add("word/media/image1.png", b"")),
    (
        22,
        "two pictures of one number",
        PICTURES,
        pattern(
            DOCUMENT,
            r"(<w:p><w:r><w:rPr><w:noProof/></w:rPr><w:drawing>.*?</w:drawing></w:r></w:p>)",
            r"\1\1",
            count=1,
        ),
    ),
    (
        22,
        "two bookmarks of one number",
        AGENDA,
        body(
            '<w:p><w:bookmarkStart w:id="1" w:name="a1"/><w:bookmarkEnd w:id="1"/><w:r>'
            "<w:t>x</w:t></w:r></w:p>"
        ),
    ),
    (
        22,
        "two bookmarks of one name",
        OURS,
        body(
            '<w:p><w:bookmarkStart w:id="91" w:name="_Toc000001"/><w:bookmarkEnd '
            'w:id="91"/><w:r><w:t>x</w:t></w:r></w:p>'
        ),
    ),
    (
        22,
        "a bookmark without an end",
        OURS,
        body('<w:p><w:bookmarkStart w:id="91" w:name="a1"/><w:r><w:t>x</w:t></w:r></w:p>'),
    ),
    (22, "a style twice", AGENDA, style("Normal", "")),
    (
        22,
        "a note that is not there",
        PICTURES,
        swap(DOCUMENT, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="7"/>'),
    ),
    (
        22,
        "a comment that is not there",
        OURS,
        both(
            body(REMARK),
            add(
                "word/comments.xml",
                COMMENT.replace("901", "902"),
                kind="comments",
                type_=f"{TYPE}.comments+xml",
            ),
        ),
    ),
    (
        22,
        "a kind of list that is not there",
        AGENDA,
        swap(NUMBERING, '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>'),
    ),
    (
        22,
        "lists in the wrong order",
        AGENDA,
        pattern(NUMBERING, r"(<w:abstractNum .*</w:abstractNum>)(<w:num .*</w:num>)", r"\2\1"),
    ),
    (22, "a paragraph in a paragraph", OURS, body(f"<w:p>{said('Inner')}</w:p>")),
    (22, "words outside a run", OURS, body("<w:p><w:t>Loose</w:t></w:p>")),
    (22, "a run outside a paragraph", OURS, body(run("Loose"))),
    (
        22,
        "properties after the words",
        OURS,
        body(f'<w:p>{run("Words")}<w:pPr><w:jc w:val="left"/></w:pPr></w:p>'),
    ),
    (22, "a cell without a paragraph", OURS, body(table(*ROWS).replace(said("Late"), ""))),
    (22, "a row without cells", OURS, body(table(*ROWS).replace("</w:tbl>", "<w:tr/></w:tbl>"))),
    (
        22,
        "a table without columns",
        OURS,
        body(
            table(*ROWS).replace(
                '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/><w:gridCol '
                'w:w="2000"/></w:tblGrid>',
                "",
            )
        ),
    ),
    (22, "a size that is no number", OURS, body(said("Words", '<w:sz w:val="big"/>'))),
    (22, "an alignment that is none", AGENDA, body(said("Words", paragraph='<w:jc w:val="middle"/>'))),
    (22, "a colour that is none", OURS, body(said("Words", '<w:color w:val="dark red"/>'))),
    (22, "a switch that is neither on nor off", OURS, body(said("Words", '<w:b w:val="yes"/>'))),
    (
        22,
        "a field without an end",
        OURS,
        body(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE '
            "</w:instrText></w:r></w:p>"
        ),
    ),
    (22, "the last section not last", OURS, swap(DOCUMENT, "</w:body>", f"{said('Too late')}</w:body>")),
]

FILE_FAULTS = [*TRACES, *WORDS, *PACKAGE]
