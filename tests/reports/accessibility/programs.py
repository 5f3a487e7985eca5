"""Good Word documents as other programs write them: one text, printed in the manner of each program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar
from xml.sax.saxutils import escape, quoteattr

from tests.reports.sample_documents import PIXEL

from boarddesk.reports.word.writer import zipped

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


@dataclass(frozen=True)
class Words:
    """Words of a paragraph: plain, bold, in another language, or a link."""

    text: str
    bold: bool = False
    language: str = ""
    link: str = ""
    note: int = 0


@dataclass(frozen=True)
class Block:
    """A block of the text: heading, p, bullet, number, table, picture, decorative, contents or break."""

    kind: str
    words: tuple[Words, ...] = ()
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    title: str = ""
    description: str = ""
    language: str = ""

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.words)


@dataclass(frozen=True)
class Letterhead:
    """What the file says of itself."""

    title: str
    author: str = "Northmoor Council"
    last_author: str = "Northmoor Council"
    company: str = "Northmoor Borough Council"
    language: str = "en-GB"
    pages: int = 2
    header: str = ""
    landscape: bool = False
    notes: tuple[str, ...] = ()


def heading(text: str, level: int = 2, language: str = "") -> Block:
    return Block("heading", (Words(text),), level, language=language)


def p(*parts: str | Words, language: str = "") -> Block:
    return Block(
        "p", tuple(Words(part) if isinstance(part, str) else part for part in parts), language=language
    )


def bullets(*texts: str, language: str = "") -> list[Block]:
    return [Block("bullet", (Words(text),), language=language) for text in texts]


def numbers(*texts: str) -> list[Block]:
    return [Block("number", (Words(text),)) for text in texts]


def table(
    title: str, description: str, *rows: Sequence[str], dark: bool = False, language: str = ""
) -> Block:
    return Block(
        "dark table" if dark else "table",
        rows=tuple(map(tuple, rows)),
        title=title,
        description=description,
        language=language,
    )


def picture(alt: str) -> Block:
    return Block("picture", title=alt)


@dataclass
class Word:
    """Word for Windows: themes, rsids, smart tags, proofing marks, ids of paragraphs, the people part."""

    head: Letterhead
    relations: list[str] = field(default_factory=list)
    parts: dict[str, bytes] = field(default_factory=dict)
    marks: int = 0
    blocks: Sequence[Block] = ()
    main = "word/document.xml"
    folder = "word/"
    spaces = SPACES
    styled_headings: ClassVar = {1: "Heading1", 2: "Heading2", 3: "Heading3"}
    on = ""
    bullet_style, number_style, toc_style, header_style, footer_style = (
        "ListBullet",
        "ListNumber",
        "TOC1",
        "Header",
        "Footer",
    )
    table_style = "GridTable4Accent1"

    # The text

    def write(self, blocks: Sequence[Block]) -> bytes:
        self.blocks = blocks
        body = "".join(self.block(block) for block in blocks)
        self.parts["word/media/image1.png"] = PIXEL
        self.standard_parts()
        document = self.wrapped(body + self.section())
        self.parts[self.main] = document.encode()
        ordered = {
            "[Content_Types].xml": self.types().encode(),
            **{name: text.encode() for name, text in self.rels().items()},
        }
        return zipped({**ordered, **self.parts})

    def wrapped(self, body: str) -> str:
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            f'<w:document {self.spaces} mc:Ignorable="w14 w15"><w:body>{body}</w:body></w:document>'
        )

    def block(self, block: Block) -> str:
        if block.kind == "heading":
            return self.heading(block)
        if block.kind == "p":
            return self.paragraph("", block)
        if block.kind == "bullet":
            return self.paragraph(self.style(self.bullet_style) + self.numbered(1), block)
        if block.kind == "number":
            return self.paragraph(self.style(self.number_style) + self.numbered(2), block)
        if block.kind.endswith("table"):
            return self.table(block)
        if block.kind in ("picture", "decorative"):
            return self.picture(block)
        if block.kind == "contents":
            return self.contents()
        if block.kind == "break":
            return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        assert block.kind == "last", block.kind
        return self.last()

    def last(self) -> str:
        return '<w:p w:rsidR="00C81F2D" w:rsidRDefault="00C81F2D" w14:paraId="7A1B2C3D"/>'

    def style(self, key: str) -> str:
        return f'<w:pStyle w:val="{key}"/>' if key else ""

    def numbered(self, number: int) -> str:
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'

    def paragraph(self, properties: str, block: Block, *, before: str = "", after: str = "") -> str:
        self.marks += 1
        inside = before + "".join(self.run(part, block) for part in block.words) + after
        return f"<w:p{self.paragraph_ids()}>{self.pPr(properties)}{inside}</w:p>"

    def pPr(self, properties: str) -> str:
        return f"<w:pPr>{properties}</w:pPr>" if properties else ""

    def paragraph_ids(self) -> str:
        return (
            f' w14:paraId="{0x10000000 + self.marks:08X}" w14:textId="77777777" '
            f'w:rsidR="00A12B3C" w:rsidRDefault="00A12B3C" w:rsidP="00D45E6F"'
        )

    def run(self, part: Words, block: Block) -> str:
        language = part.language or block.language
        properties = self.bold() * part.bold + (f'<w:lang w:val="{language}"/>' if language else "")
        if part.note:
            return (
                f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference '
                f'w:id="{part.note}"/></w:r>'
            )
        if part.link:
            key = self.relate("hyperlink", part.link, outside=True)
            inside = self.plain_run(part.text, '<w:rStyle w:val="Hyperlink"/>' + properties)
            return f'<w:hyperlink r:id="{key}" w:history="1">{inside}</w:hyperlink>'
        return self.spoken(part.text, properties)

    def bold(self) -> str:
        return "<w:b/><w:bCs/>"

    def spoken(self, text: str, properties: str) -> str:
        """As Word breaks it up: at a spelling mark, a place name, a page as it was last drawn."""
        first, space, rest = text.partition(" ")
        marked = self.plain_run(first, properties)
        if self.marks % 3 == 0:
            marked = f'<w:proofErr w:type="spellStart"/>{marked}<w:proofErr w:type="spellEnd"/>'
        elif self.marks % 3 == 1:
            marked = (
                f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" '
                f'w:element="place">{marked}</w:smartTag>'
            )
        return marked + (self.plain_run(space + rest, properties) if space else "")

    def plain_run(self, text: str, properties: str = "") -> str:
        rPr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        return f'<w:r w:rsidRPr="00B52A11">{rPr}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def heading(self, block: Block) -> str:
        number = self.place_of(block)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self.mark_of(block)}"/>'
        end = f'<w:bookmarkEnd w:id="{number}"/>'
        return self.paragraph(self.style(self.styled_headings[block.level]), block, before=start, after=end)

    def contents(self) -> str:
        headings = [block for block in self.blocks if block.kind == "heading" and block.level > 1]
        lines = []
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        for number, block in enumerate(headings):
            mark = self.mark_of(block)
            opening = (
                f'{begin}<w:r><w:instrText xml:space="preserve"> TO</w:instrText></w:r>'
                '<w:r><w:instrText xml:space="preserve">C \\o "2-3" \\h \\z \\u </w:instrText></w:r>'
                '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                if number == 0
                else ""
            )
            entry = (
                f'<w:hyperlink w:anchor="{mark}" w:history="1">{self.plain_run(block.text, "<w:noProof/>")}'
                f"<w:r><w:rPr><w:noProof/><w:webHidden/></w:rPr><w:tab/></w:r>{begin}"
                f'<w:r><w:instrText xml:space="preserve"> PAGEREF {mark} \\h </w:instrText></w:r>'
                f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{self.plain_run(str(2 + number // 2))}'
                '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>'
            )
            lines.append(f"<w:p>{self.pPr(self.style(self.toc_style))}{opening}{entry}</w:p>")
        end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
            "<w:docPartUnique/></w:docPartObj>"
            f"</w:sdtPr><w:sdtContent>{''.join(lines)}{end}</w:sdtContent></w:sdt>"
        )

    def mark_of(self, block: Block) -> str:
        """The bookmark around a heading."""
        return f"_Toc{100_000_000 + self.place_of(block)}"

    def place_of(self, block: Block) -> int:
        return next(number for number, other in enumerate(self.blocks, 1) if other is block)

    def table(self, block: Block) -> str:
        widths = f'<w:gridCol w:w="{9600 // len(block.rows[0])}"/>' * len(block.rows[0])
        rows = "".join(
            f'<w:tr w:rsidR="00A12B3C">{self.row_properties(number == 0)}'
            + "".join(self.cell(said, block, number) for said in row)
            + "</w:tr>"
            for number, row in enumerate(block.rows)
        )
        return f"<w:tbl>{self.table_properties(block)}<w:tblGrid>{widths}</w:tblGrid>{rows}</w:tbl>"

    def table_properties(self, block: Block) -> str:
        style = self.table_style if block.kind.startswith("dark") else "TableGrid"
        return (
            f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="0" w:type="auto"/>{self.look()}'
            f"<w:tblCaption w:val={quoteattr(block.title)}/><w:tblDescription "
            f"w:val={quoteattr(block.description)}/></w:tblPr>"
        )

    def look(self) -> str:
        return (
            '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
            'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        )

    def row_properties(self, header: bool) -> str:
        first = '<w:cnfStyle w:val="100000000000"/>' if header else ""
        return f"<w:trPr>{first}<w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>"

    def cell(self, said: str, block: Block, number: int) -> str:
        inside = self.paragraph(
            self.cell_paragraph(number), Block("p", (Words(said),), language=block.language)
        )
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{9600 // len(block.rows[0])}" '
            f'w:type="dxa"/>{self.cell_fill(block, number)}</w:tcPr>{inside}</w:tc>'
        )

    def cell_paragraph(self, number: int) -> str:
        return ""

    def cell_fill(self, block: Block, number: int) -> str:
        return ""

    def picture(self, block: Block) -> str:
        self.marks += 1
        key = self.relate("image", "media/image1.png")
        decorative = (
            '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
            'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" '
            'val="1"/></a:ext></a:extLst>'
        )
        described = (
            f"descr={quoteattr(block.title)}/>" if block.kind == "picture" else f">{decorative}</wp:docPr>"
        )
        return (
            f'<w:p><w:r><w:rPr><w:noProof/></w:rPr><w:drawing><wp:inline distT="0" '
            f'distB="0" distL="0" distR="0">'
            f'<wp:extent cx="360000" cy="360000"/><wp:docPr id="{self.marks}" '
            f'name="Picture {self.marks}" {described}'
            "<a:graphic><a:graphicData "
            'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            "<pic:nvPicPr>"
            f'<pic:cNvPr id="0" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{key}"/>'
            '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            '<a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
            "</a:prstGeom></pic:spPr></pic:pic>"
            "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )

    # The parts around it

    def section(self) -> str:
        footer = self.relate("footer", "footer1.xml")
        header = (
            f'<w:headerReference w:type="default" r:id="{self.relate("header", "header1.xml")}"/>'
            if self.head.header
            else ""
        )
        size = (
            '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
            if self.head.landscape
            else '<w:pgSz w:w="11906" w:h="16838"/>'
        )
        return (
            f'<w:sectPr w:rsidR="00C81F2D">{header}<w:footerReference w:type="default" '
            f'r:id="{footer}"/>{size}<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" '
            f'w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
        )

    def relate(self, kind: str, target: str, *, outside: bool = False) -> str:
        mode = ' TargetMode="External"' if outside else ""
        key = f"rId{len(self.relations) + 20}"
        self.relations.append(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>')
        return key

    def field(self, name: str, shown: str) -> str:
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText '
            f'xml:space="preserve"> {name}   \\* MERGEFORMAT </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{self.plain_run(shown)}<w:r>'
            f'<w:fldChar w:fldCharType="end"/></w:r>'
        )

    def footer(self) -> str:
        said = (
            self.plain_run("Page ")
            + self.field("PAGE", "1")
            + self.plain_run(" of ")
            + self.field("NUMPAGES", str(self.head.pages))
        )
        return f"<w:ftr {self.spaces}><w:p>{self.pPr(self.style(self.footer_style))}{said}</w:p></w:ftr>"

    def standard_parts(self) -> None:
        self.parts["word/footer1.xml"] = self.footer().encode()
        if self.head.header:
            said = f"<w:p>{self.pPr(self.style(self.header_style))}{self.plain_run(self.head.header)}</w:p>"
            self.parts["word/header1.xml"] = f"<w:hdr {self.spaces}>{said}</w:hdr>".encode()
        if self.head.notes:
            notes = "".join(
                f'<w:footnote w:id="{number}">'
                f"<w:p>{self.pPr(self.style('FootnoteText'))}{self.plain_run(said)}</w:p>"
                f"</w:footnote>"
                for number, said in enumerate(self.head.notes, 1)
            )
            between = (
                '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            )
            self.parts["word/footnotes.xml"] = (
                f"<w:footnotes {self.spaces}>{between}{notes}</w:footnotes>".encode()
            )
        for name, content in {
            "word/styles.xml": self.styles(),
            "word/settings.xml": self.settings(),
            "word/numbering.xml": self.numbering(),
            "docProps/core.xml": self.core(),
            "docProps/app.xml": self.app(),
            **self.more_parts(),
        }.items():
            self.parts[name] = content.encode()

    def more_parts(self) -> dict[str, str]:
        people = (
            'w15:author="Northmoor Council"><w15:presenceInfo w15:providerId="None" '
            'w15:userId="Northmoor Council"/>'
        )
        return {
            "word/theme/theme1.xml": theme(),
            "word/people.xml": f"<w15:people {self.spaces}><w15:person {people}</w15:person></w15:people>",
            "word/webSettings.xml": f"<w:webSettings {self.spaces}><w:optimizeForBrowser/></w:webSettings>",
            "word/fontTable.xml": f'<w:fonts {self.spaces}><w:font w:name="Aptos"><w:family w:val="swiss"/>'
            f"</w:font></w:fonts>",
        }

    def styles(self) -> str:
        accent = (
            '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="156082" w:themeFill="accent1"/></w:tcPr>'
        )
        return styles_part(
            self.spaces,
            defaults='<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" '
            'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
            '<w:kern w:val="2"/><w:sz w:val="24"/><w:szCs w:val="24"/>'
            + f'<w:lang w:val="{self.head.language}" w:eastAsia="en-US" w:bidi="ar-SA"/>',
            heading_font='<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:color '
            'w:val="0F4761" w:themeColor="accent1" w:themeShade="BF"/>',
            more=(
                '<w:style w:type="table" w:styleId="GridTable4Accent1"><w:name '
                'w:val="Grid Table 4 Accent 1"/><w:basedOn w:val="TableNormal"/>'
                '<w:tblPr><w:tblStyleRowBandSize w:val="1"/></w:tblPr>'
                '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF" '
                'w:themeColor="background1"/></w:rPr>' + accent + "</w:tblStylePr>"
                '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
                '<w:tblStylePr w:type="band1Horz"><w:tcPr><w:shd w:val="clear" '
                'w:color="auto" w:fill="C1E4F5" w:themeFill="accent1" '
                'w:themeFillTint="33"/></w:tcPr></w:tblStylePr></w:style>'
            ),
        )

    def settings(self) -> str:
        return (
            f'<w:settings {self.spaces}><w:zoom w:percent="100"/><w:proofState '
            f'w:spelling="clean" w:grammar="clean"/><w:defaultTabStop w:val="720"/>'
            '<w:rsids><w:rsidRoot w:val="00A12B3C"/><w:rsid w:val="00B52A11"/></w:rsids>'
            f'<w:themeFontLang w:val="{self.head.language}"/><w:clrSchemeMapping '
            f'w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
            f'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
            f'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
            f'w:followedHyperlink="followedHyperlink"/>'
            '<w:decimalSymbol w:val="."/></w:settings>'
        )

    def numbering(self) -> str:
        kinds = (("bullet", ""), ("decimal", "%1."))
        lists = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType '
            f'w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
            for number, (kind, mark) in enumerate(kinds)
        )
        nums = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>' for number in (1, 2)
        )
        return f"<w:numbering {self.spaces}>{lists}{nums}</w:numbering>"

    def core(self) -> str:
        head = self.head
        return (
            "<cp:coreProperties "
            'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(head.title)}</dc:title><dc:subject/>"
            f"<dc:creator>{escape(head.author)}</dc:creator><cp:keywords/>"
            f"<cp:lastModifiedBy>{escape(head.last_author)}</cp:lastModifiedBy><cp:revision>7</cp:revision>"
            f"<dcterms:created "
            f'xsi:type="dcterms:W3CDTF">2026-05-29T09:12:00Z'
            f"</dcterms:created>{self.core_language()}</cp:coreProperties>"
        )

    def core_language(self) -> str:
        return ""

    def app(self) -> str:
        return (
            "<Properties "
            'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Template>Normal.dotm</Template>"
            f"<TotalTime>34</TotalTime><Pages>{self.head.pages}</Pages>"
            f"<Application>Microsoft Office Word</Application><DocSecurity>0</DocSecurity>"
            f"<Company>{escape(self.head.company)}</Company><AppVersion>16.0000</AppVersion></Properties>"
        )

    def rels(self) -> dict[str, str]:
        own = [
            (self.kind_of(name), name.removeprefix(self.folder))
            for name in self.parts
            if name.startswith(self.folder) and name != self.main and self.kind_of(name)
        ]
        reached = "".join(self.relations) + "".join(
            f'<Relationship Id="rId{number}" Type="{kind}" Target="{self.target(target)}"/>'
            for number, (kind, target) in enumerate(own, 1)
        )
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        props = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        top = (
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{self.top_target(self.main)}"/>'
            f'<Relationship Id="rId2" Type="{props}" Target="{self.top_target(self.core_name())}"/>'
        )
        top += (
            f'<Relationship Id="rId3" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/>'
            if "docProps/app.xml" in self.parts
            else ""
        )
        folder, _, name = self.main.rpartition("/")
        return {
            "_rels/.rels": f'<Relationships xmlns="{package}">{top}</Relationships>',
            f"{folder}/_rels/{name}.rels": f'<Relationships xmlns="{package}">{reached}</Relationships>',
        }

    def core_name(self) -> str:
        return "docProps/core.xml"

    def target(self, name: str) -> str:
        return name

    def top_target(self, name: str) -> str:
        return name

    def kind_of(self, name: str) -> str:
        stem = re.sub(r"\d*\.xml$", "", name.rpartition("/")[2])
        known = ("styles", "settings", "numbering", "theme", "fontTable", "webSettings", "footnotes")
        if stem == "people":
            return "http://schemas.microsoft.com/office/2011/relationships/people"
        return f"{OFFICE}/{stem}" if stem in known else ""

    def types(self) -> str:
        kinds = {
            "styles": "styles",
            "settings": "settings",
            "numbering": "numbering",
            "footer": "footer",
            "header": "header",
            "fontTable": "fontTable",
            "webSettings": "webSettings",
            "footnotes": "footnotes",
            "people": "people",
        }
        listed = [f'<Override PartName="/{self.main}" ContentType="{TYPE}.document.main+xml"/>']
        for name in self.parts:
            stem = re.sub(r"\d*\.xml$", "", name.rpartition("/")[2])
            if stem in kinds:
                listed.append(f'<Override PartName="/{name}" ContentType="{TYPE}.{kinds[stem]}+xml"/>')
            elif stem == "theme":
                listed.append(
                    f'<Override PartName="/{name}" '
                    f'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
                )
            elif name == self.core_name():
                listed.append(
                    f'<Override PartName="/{name}" '
                    f'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
                )
            elif stem == "app":
                listed.append(
                    f'<Override PartName="/{name}" '
                    f'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
                )
        return (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Default Extension="png" ContentType="image/png"/>{"".join(listed)}</Types>'
        )


class OlderWord(Word):
    """Word for Mac, an older file: Calibri, pages as they were last drawn, VML kept for older programs."""

    def paragraph_ids(self) -> str:
        return ' w:rsidR="00F11223" w:rsidRDefault="00F11223"'

    def spoken(self, text: str, properties: str) -> str:
        broken = "<w:r><w:lastRenderedPageBreak/></w:r>" if self.marks == 4 else ""
        return broken + self.plain_run(text, properties)

    def picture(self, block: Block) -> str:
        drawn = super().picture(block)
        start, end = drawn.index("<w:drawing>"), drawn.index("</w:drawing>") + len("</w:drawing>")
        older = '<w:pict><v:shape style="width:28pt;height:28pt" alt="kept for older programs"/></w:pict>'
        both = (
            f'<mc:AlternateContent><mc:Choice Requires="w14">{drawn[start:end]}</mc:Choice>'
            f"<mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
        )
        return drawn[:start] + both + drawn[end:]

    def more_parts(self) -> dict[str, str]:
        return {"word/theme/theme1.xml": theme("Calibri Light", "Calibri")}


class LibreOffice(Word):
    """LibreOffice: switches spelt out, fonts in the plain style, fills and white letters in cells."""

    table_style = "TableGrid"

    def paragraph_ids(self) -> str:
        return ""

    def spoken(self, text: str, properties: str) -> str:
        return self.plain_run(text, properties)

    def plain_run(self, text: str, properties: str = "") -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def pPr(self, properties: str) -> str:
        style = "" if "<w:pStyle" in properties else self.style("Normal")
        return f'<w:pPr>{style}{properties}<w:bidi w:val="0"/><w:jc w:val="start"/><w:rPr></w:rPr></w:pPr>'

    def mark_of(self, block: Block) -> str:
        return f"__RefHeading___Toc{self.place_of(block)}_3141592653"

    def row_properties(self, header: bool) -> str:
        repeated = '<w:tblHeader w:val="true"/>' if header else ""
        return f'<w:trPr>{repeated}<w:cantSplit w:val="true"/></w:trPr>'

    def cell_fill(self, block: Block, number: int) -> str:
        dark = block.kind.startswith("dark") and number == 0
        return '<w:shd w:val="clear" w:fill="1F3A4D"/>' if dark else "<w:tcBorders/>"

    def cell(self, said: str, block: Block, number: int) -> str:
        made = super().cell(said, block, number)
        dark = block.kind.startswith("dark") and number == 0
        return (
            made.replace("<w:rPr></w:rPr><w:t ", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t ')
            if dark
            else made
        )

    def cell_paragraph(self, number: int) -> str:
        return self.style("TableHeading" if number == 0 else "TableContents")

    def last(self) -> str:
        return f"<w:p>{self.pPr('')}<w:r><w:rPr></w:rPr></w:r></w:p>"

    def styles(self) -> str:
        language = f'<w:lang w:val="{self.head.language}" w:eastAsia="zh-CN" w:bidi="hi-IN"/>'
        more = (
            '<w:style w:type="paragraph" w:styleId="TableContents"><w:name w:val="Table '
            'Contents"/><w:basedOn w:val="Normal"/><w:pPr><w:widowControl w:val="false"/>'
            "<w:suppressLineNumbers/></w:pPr></w:style>"
            '<w:style w:type="paragraph" w:styleId="TableHeading"><w:name w:val="Table '
            'Heading"/><w:basedOn w:val="TableContents"/><w:pPr><w:suppressLineNumbers/>'
            "</w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        )
        return styles_part(
            self.spaces,
            defaults='<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" '
            'w:eastAsia="SimSun" w:cs="Mangal"/><w:kern w:val="2"/><w:sz w:val="24"/>' + language,
            normal=f'<w:pPr><w:widowControl/></w:pPr><w:rPr><w:rFonts w:ascii="Liberation Sans" '
            f'w:hAnsi="Liberation Sans"/><w:color w:val="auto"/><w:sz '
            f'w:val="24"/>{language}</w:rPr>',
            heading_font="<w:b/><w:bCs/>",
            more=more,
        )

    def settings(self) -> str:
        return (
            f'<w:settings {self.spaces}><w:zoom w:percent="100"/><w:defaultTabStop '
            f'w:val="709"/><w:autoHyphenation w:val="true"/><w:compat/><w:themeFontLang '
            f'w:val="" w:eastAsia="" w:bidi=""/></w:settings>'
        )

    def core_language(self) -> str:
        return f"<dc:language>{self.head.language}</dc:language>"

    def more_parts(self) -> dict[str, str]:
        return {"word/fontTable.xml": f'<w:fonts {self.spaces}><w:font w:name="Liberation Sans"/></w:fonts>'}

    def app(self) -> str:
        return (
            "<Properties "
            'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Template></Template>"
            f"<Application>LibreOffice/24.2.7.2$Linux_X86_64</Application>"
            f"<Pages>{self.head.pages}</Pages></Properties>"
        )


class GoogleDocs(LibreOffice):
    """Google Docs: everything said where it stands, numbers for switches, headings without their levels."""

    on = "1"

    def plain_run(self, text: str, properties: str = "") -> str:
        return (
            f'<w:r w:rsidDel="00000000" w:rsidR="00000000" w:rsidRPr="00000000">'
            f'<w:rPr>{properties}<w:rtl w:val="0"/></w:rPr><w:t '
            f'xml:space="preserve">{escape(text)}</w:t></w:r>'
        )

    def bold(self) -> str:
        return '<w:b w:val="1"/>'

    def pPr(self, properties: str) -> str:
        return f'<w:pPr>{properties}<w:pageBreakBefore w:val="0"/><w:rPr/></w:pPr>'

    def mark_of(self, block: Block) -> str:
        return f"_heading=h.{self.place_of(block)}gjdgxs"

    def cell(self, said: str, block: Block, number: int) -> str:
        made = Word.cell(self, said, block, number)
        dark = block.kind.startswith("dark") and number == 0
        return (
            made.replace(
                '<w:rtl w:val="0"/></w:rPr><w:t ', '<w:color w:val="ffffff"/><w:rtl w:val="0"/></w:rPr><w:t '
            )
            if dark
            else made
        )

    def cell_paragraph(self, number: int) -> str:
        return ""

    def row_properties(self, header: bool) -> str:
        return f'<w:trPr><w:cantSplit w:val="1"/><w:tblHeader w:val="{int(header)}"/></w:trPr>'

    def cell_fill(self, block: Block, number: int) -> str:
        dark = block.kind.startswith("dark") and number == 0
        return f'<w:shd w:fill="{"0b5394" if dark else "auto"}" w:val="clear"/>'

    def styles(self) -> str:
        return styles_part(
            self.spaces,
            defaults=f'<w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/>'
            f'<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{self.head.language}"/>',
            normal="",
            heading_font='<w:color w:val="434343"/>',
            on="1",
            outlines=False,
        )

    def settings(self) -> str:
        return (
            f"<w:settings {self.spaces}><w:displayBackgroundShape/><w:defaultTabStop "
            f'w:val="720"/></w:settings>'
        )

    def core(self) -> str:
        return super().core().replace("<dc:creator>Northmoor Council</dc:creator>", "")

    def core_language(self) -> str:
        return ""

    def more_parts(self) -> dict[str, str]:
        return {"word/theme/theme1.xml": theme("Arial", "Arial")}


class OnlyOffice(LibreOffice):
    """OnlyOffice: empty properties everywhere, empty runs at the ends."""

    def plain_run(self, text: str, properties: str = "") -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r><w:r/>'

    def pPr(self, properties: str) -> str:
        return f"<w:pPr>{properties}<w:pBdr></w:pBdr><w:spacing/><w:ind/><w:rPr/></w:pPr>"

    def settings(self) -> str:
        return f'<w:settings {self.spaces}><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/></w:settings>'


class ApachePoi(LibreOffice):
    """Apache POI: as little as may be; no properties of the program."""

    def pPr(self, properties: str) -> str:
        return f"<w:pPr>{properties}</w:pPr>" if properties else ""

    def mark_of(self, block: Block) -> str:
        return f"heading{self.place_of(block)}"

    def more_parts(self) -> dict[str, str]:
        return {}

    def core(self) -> str:
        return super().core().replace("Northmoor Council", "Apache POI")


class Pandoc(Word):
    """Pandoc: styles of its own for first and further paragraphs, marks named after their headings."""

    table_style = "Table"
    bullet_style = number_style = "Compact"

    def paragraph_ids(self) -> str:
        return ""

    def pPr(self, properties: str) -> str:
        return f"<w:pPr>{properties or self.style('BodyText')}</w:pPr>"

    def spoken(self, text: str, properties: str) -> str:
        return "".join(self.plain_run(part, properties) for part in re.split(r"(?<= )", text) if part)

    def mark_of(self, block: Block) -> str:
        return re.sub(r"\W+", "-", block.text.casefold())[:36] + str(self.place_of(block))

    def look(self) -> str:
        return (
            '<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" '
            'w:noHBand="0" w:noVBand="0" w:val="00A0"/>'
        )

    def cell_paragraph(self, number: int) -> str:
        return self.style("Compact") + '<w:jc w:val="left"/>'

    def styles(self) -> str:
        more = (
            '<w:style w:type="paragraph" w:customStyle="1" w:styleId="BodyText"><w:name '
            'w:val="Body Text"/><w:basedOn w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Compact"><w:name '
            'w:val="Compact"/><w:basedOn w:val="BodyText"/></w:style>'
            '<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name '
            'w:val="Table"/><w:tblPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
            '<w:tcPr><w:shd w:val="solid" w:color="1F3A4D" w:fill="auto"/></w:tcPr>'
            "</w:tblStylePr></w:style>"
        )
        return styles_part(
            self.spaces,
            defaults=f'<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz '
            f'w:val="24"/><w:lang w:val="{self.head.language}"/>',
            heading_font='<w:b/><w:color w:val="345A8A" w:themeColor="text2"/>',
            more=more,
        )

    def app(self) -> str:
        return (
            "<Properties "
            'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            "<Words>83</Words><Application>Microsoft Word 12.0.0</Application></Properties>"
        )


class ScriptLibrary(GoogleDocs):
    """A library of scripts for web pages: headings known by name alone, switches on without a value."""

    def pPr(self, properties: str) -> str:
        return f"<w:pPr>{properties}</w:pPr>" if properties else ""

    def core(self) -> str:
        return super().core().replace("<cp:lastModifiedBy>Northmoor Council", "<cp:lastModifiedBy>Un-named")

    def settings(self) -> str:
        return (
            f"<w:settings {self.spaces}><w:displayBackgroundShape/><w:evenAndOddHeaders "
            f'w:val="false"/><w:compat/></w:settings>'
        )


class DevelopersKit(Word):
    """The kit for developers: targets from the root, properties and the document under other names."""

    main = "word/document2.xml"

    def target(self, name: str) -> str:
        return f"/word/{name}"

    def top_target(self, name: str) -> str:
        return f"/{name}"

    def core_name(self) -> str:
        return "package/services/metadata/core-properties/9f2c1d7e.psmdcp"

    def standard_parts(self) -> None:
        super().standard_parts()
        self.parts[self.core_name()] = self.parts.pop("docProps/core.xml")

    def spoken(self, text: str, properties: str) -> str:
        half = len(text) // 2
        return self.plain_run(text[:half], properties) + self.plain_run(text[half:], properties)


class StrictWord(OlderWord):
    """Word saving as Strict Open XML: other names for the same things."""

    def write(self, blocks: Sequence[Block]) -> bytes:
        super().write(blocks)
        usual = "http://schemas.openxmlformats.org"
        strict = {
            f"{usual}/wordprocessingml/2006/main": "wordprocessingml/main",
            f"{usual}/drawingml/2006/main": "drawingml/main",
            f"{usual}/officeDocument/2006/relationships": "officeDocument/relationships",
            f"{usual}/drawingml/2006/wordprocessingDrawing": "drawingml/wordprocessingDrawing",
        }
        files = {
            "[Content_Types].xml": self.types().encode(),
            **{name: text.encode() for name, text in self.rels().items()},
            **self.parts,
        }
        for name, content in files.items():
            text = content if name.endswith(".png") else content.decode()
            if isinstance(text, str):
                for old, new in strict.items():
                    text = text.replace(old, f"http://purl.oclc.org/ooxml/{new}")
                files[name] = text.encode()
        return zipped(files)


class Pages(LibreOffice):
    """Pages for Mac: a body style for everything, headings of its own name with levels."""

    styled_headings: ClassVar = {1: "Heading", 2: "HeadingRed", 3: "HeadingSmall"}

    def pPr(self, properties: str) -> str:
        return f"<w:pPr>{properties or self.style('Body')}</w:pPr>"

    def cell_paragraph(self, number: int) -> str:
        return self.style("TableStyle2")

    def styles(self) -> str:
        made = "".join(
            f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
            f'<w:next w:val="Body"/><w:pPr><w:keepNext w:val="1"/>{level}</w:pPr>'
            f'<w:rPr><w:rFonts w:ascii="Helvetica Neue" w:hAnsi="Helvetica Neue"/><w:b '
            f'w:val="{bold}"/><w:color w:val="000000"/><w:sz w:val="{size}"/></w:rPr>'
            f"</w:style>"
            for key, name, level, bold, size in (
                ("Heading", "Heading", '<w:outlineLvl w:val="0"/>', 1, 36),
                ("HeadingRed", "Heading Red", '<w:outlineLvl w:val="1"/>', 1, 30),
                ("HeadingSmall", "Heading Small", '<w:outlineLvl w:val="2"/>', 1, 26),
                ("Body", "Body", "", 0, 24),
                ("TableStyle2", "Table Style 2", "", 0, 21),
            )
        )
        return super().styles().replace("</w:styles>", f"{made}</w:styles>")


def theme(major: str = "Aptos Display", minor: str = "Aptos") -> str:
    colours = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": "0E2841",
        "lt2": "E8E8E8",
        "accent1": "156082",
        "accent2": "E97132",
        "accent3": "196B24",
        "accent4": "0F9ED5",
        "accent5": "A02B93",
        "accent6": "4EA72E",
        "hlink": "0B4A75",
        "folHlink": "6B2F66",
    }
    listed = "".join(
        f'<a:{key}><a:sysClr val="{"windowText" if key == "dk1" else "window"}" '
        f'lastClr="{colour}"/></a:{key}>'
        if key in ("dk1", "lt1")
        else f'<a:{key}><a:srgbClr val="{colour}"/></a:{key}>'
        for key, colour in colours.items()
    )
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'name="Office Theme"><a:themeElements>'
        f'<a:clrScheme name="Office">{listed}</a:clrScheme><a:fontScheme name="Office">'
        f'<a:majorFont><a:latin typeface="{major}"/>'
        f'<a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin '
        f'typeface="{minor}"/><a:ea typeface=""/><a:cs typeface=""/>'
        "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )


def styles_part(
    spaces: str,
    *,
    defaults: str,
    heading_font: str,
    more: str = "",
    on: str = "",
    normal: str = "",
    outlines: bool = True,
) -> str:
    """The styles that every program writes, each in its own manner."""
    val = f' w:val="{on}"' if on else ""
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name '
        f'w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'
        f'<w:pPr><w:keepNext{val}/><w:keepLines{val}/><w:spacing w:before="240" w:after="80"/>'
        + (f'<w:outlineLvl w:val="{level - 1}"/>' if outlines else "")
        + f'</w:pPr><w:rPr>{heading_font}<w:sz w:val="{size}"/></w:rPr></w:style>'
        for level, size in ((1, 36), (2, 30), (3, 26))
    )
    plain = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{properties}</w:style>'
        for key, name, properties in (
            ("ListBullet", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
            ("ListNumber", "List Number", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
            (
                "TOC1",
                "toc 1",
                '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9016"/></w:tabs></w:pPr>',
            ),
            ("Header", "header", '<w:rPr><w:sz w:val="20"/></w:rPr>'),
            ("Footer", "footer", '<w:rPr><w:sz w:val="20"/></w:rPr>'),
            ("FootnoteText", "footnote text", '<w:rPr><w:sz w:val="20"/></w:rPr>'),
        )
    )
    return (
        f"<w:styles {spaces}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr>"
        f"</w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:spacing w:after="160" w:line="278" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        + normal
        + "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name '
        'w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        "</w:style>"
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:color w:val="0B4A75" w:themeColor="hyperlink"/><w:u w:val="single"/>'
        "</w:rPr></w:style>"
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        '<w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:style>'
        f"{headings}{plain}{more}</w:styles>"
    )
