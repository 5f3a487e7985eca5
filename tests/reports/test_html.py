"""The HTML twin: the same words, real structure, nothing from outside."""

from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as reader
from tests.reports.sample_documents import full_document, long_document, minutes_document

from boarddesk.reports.document import (
    Column,
    Document,
    Items,
    Paragraph,
    Run,
    Table,
    bold,
    cell,
    plain,
    words,
)
from boarddesk.reports.html import preview, write


def parsed(document: Document) -> reader.HtmlElement:
    return reader.document_fromstring(write(document))


def test_language_title_and_first_heading_agree() -> None:
    page = parsed(full_document())
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == page.findtext(".//h1") == "Area 4 · Timely plans: highlight report"


def test_headings_step_down_without_a_skip() -> None:
    levels = [int(str(each.tag)[1]) for each in parsed(full_document()).iter("h1", "h2", "h3")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(later <= sooner + 1 for sooner, later in itertools.pairwise(levels))


def test_tables_name_their_rows_columns_and_caption() -> None:
    table = next(parsed(full_document()).iter("table"))
    assert table.findtext("caption", "").startswith("Actions not yet met.")
    assert [each.text for each in table.iterfind("thead/tr/th[@scope='col']")][:2] == ["Ref", "Action"]
    assert [each.text for each in table.iterfind("tbody/tr/th[@scope='row']")] == ["4.2", "4.3", "4.10"]


def test_a_status_is_its_word_with_shape_and_fill() -> None:
    chip = parsed(full_document()).find_class("chip")[0]
    assert chip.text == "▲\u00a0Not on track"
    assert chip.get("style") == "background:#B10E1E;color:#FFFFFF"


def test_a_status_never_goes_over_two_lines() -> None:
    assert "▲\u00a0Not\u00a0on\u00a0track" in preview(full_document())
    known = Table("T", "T.", (Column("Last board", 2),), ((cell("◆ Partially met"),), (cell("two words"),)))
    said = preview(Document("T", (known,)))
    assert "◆\u00a0Partially\u00a0met" in said and "two words" in said
    assert re.search(r"\.chip \{[^}]*white-space: nowrap", write(full_document()))


def test_pictures_are_inside_the_file_with_their_words() -> None:
    (picture,) = parsed(full_document()).iter("img")
    assert picture.get("src", "").startswith("data:image/png;base64,")
    assert picture.get("alt") == "A white square for trying."


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = write(full_document())
    assert "<script" not in page and "url(" not in page and "<link" not in page
    assert re.findall(r'(?:src|href)="(?!data:|#)([^"]*)"', page) == ["https://example.org/offer"]


def test_a_link_that_would_run_something_stays_plain_text() -> None:
    risky = Document("T", (Paragraph((Run("press", link="javascript:alert(1)"),)),))
    assert "javascript" not in write(risky) and "press" in write(risky)


def test_contents_lead_to_their_sections() -> None:
    page = parsed(long_document())
    targets = [each.get("href", "")[1:] for each in page.iterfind(".//nav//a")]
    assert targets and all(page.get_element_by_id(target) is not None for target in targets)


def test_items_of_minutes_are_numbered() -> None:
    text = parsed(minutes_document()).text_content()
    assert "1. Welcome" in text and "4.1.2Members asked why." in text


def test_the_preview_says_the_same_words() -> None:
    document = full_document()
    seen = " ".join(reader.document_fromstring(preview(document)).text_content().split())
    said = [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]
    said += [plain(entry) for block in document.blocks if isinstance(block, Items) for entry in block.entries]
    said += [line for table in document.tables() for row in table.rows for each in row
             for line in each.said.split("\n")]  # fmt: skip
    assert not [each for each in said if " ".join(each.split()) not in seen]


def test_a_name_that_runs_from_right_to_left_stands_by_itself_in_the_line() -> None:
    name = "\u05d3\u05d5\u05d3 \u05db\u05d4\u05df"
    document = Document(f"Letter to {name}", (Paragraph(words(f"Lead {name}, 12 May.")),))
    assert f"Lead <bdi>{name}</bdi>, 12 May." in write(document)
    assert f"<title>Letter to {name}</title>" in write(document)
    assert f"Lead \u2068{name}\u2069, 12 May." in preview(document)


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=60))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    document = Document("T", (Paragraph(words(bold(text))), Items((words(text),))))
    page = parsed(document)
    assert next(page.iter("strong")).text_content() == text.replace("\ufffe", "\ufffd").replace(
        "\uffff", "\ufffd"
    )


def test_tables_have_the_words_of_the_model() -> None:
    tables = [each for each in full_document().blocks if isinstance(each, Table)]
    text = parsed(full_document()).text_content()
    assert all(plain(table.note) in text for table in tables)
