"""A document as a .docx file on our own base document: the same document always gives the same bytes."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.shared import Twips

from boarddesk.reports import house_style as house
from boarddesk.reports.document import Document, Page
from boarddesk.reports.house_style import twips
from boarddesk.reports.layout import page_count, page_number_stands_below
from boarddesk.reports.word import elements
from boarddesk.reports.word.body import Body
from boarddesk.reports.word.styles import add_chips
from boarddesk.reports.word.text import add_words
from boarddesk.reports.xml_text import legal
from boarddesk.resources import resource

_MOMENT = (1980, 1, 1, 0, 0, 0)
BASES = {Page.PORTRAIT: "portrait.docx", Page.LANDSCAPE: "landscape.docx"}


def write(document: Document, *, of_pages: int | None = None) -> bytes:
    """The .docx file of a document.

    `of_pages` are those of a whole that it opens; with 0 its pages bear no number of their own.
    """
    word = docx.Document(str(resource("word") / BASES[document.page]))
    elements.speak(word, document.language)
    add_chips(word, document)
    elements.set_title(word, document.title)
    properties = word.core_properties
    properties.language = document.language
    if document.edition:
        properties.content_status = legal(document.edition)
    if document.copy:
        properties.category = legal(document.copy)
    _write_frame(word, document, of_pages)
    Body(document, word).write()
    return packed(word)


def packed(word: WordDocument) -> bytes:
    """The file as python-docx saves it, without a clock or a machine in it."""
    held = io.BytesIO()
    word.save(held)
    with zipfile.ZipFile(held) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file without a clock or a machine in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inside in parts.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, inside)
    return held.getvalue()


def _write_frame(word: WordDocument, document: Document, of_pages: int | None) -> None:
    """What stands above and below the text; the footer is one for all pages."""
    section = word.sections[0]
    add_words(section.first_page_header.paragraphs[0], document.partnership)
    add_words(section.header.paragraphs[0], document.running_title)
    footer = section.footer.paragraphs[0]
    counted = footer.runs[0]
    if page_number_stands_below(document):
        elements.begin_line(counted)
    for run in add_words(footer, document.footer):
        counted._r.addprevious(run._r)
    elements.count_pages(word, footer, of_pages or page_count(document))
    if of_pages is not None:
        elements.keep_count(footer, of_pages)
    if document.initials_line:
        section.bottom_margin = Twips(twips(house.sheet(document.page, initials_line=True).bottom))
        initials = footer.insert_paragraph_before(style="Initials line")
        add_words(initials, "Chair’s initials \t")
