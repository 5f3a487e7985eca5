"""Returned copies read as Word writes them: who put in, took out and moved what; what is in the margin."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.importing.minutes.copies import (
    Margin,
    about,
    gone,
    ins,
    moved,
    out,
    paragraph,
    plain_body,
    run,
    tracked,
    write_copy,
)

from boarddesk.importing.minutes.child import read_copy_apart
from boarddesk.importing.minutes.word_copy import read_copy
from boarddesk.rules.minutes.corrections.copy import CopyRun, Hand, WordCopy
from boarddesk.rules.refused import FileProblem

JUDITH, GWEN = "Judith Amberley", "Gwen Thirlby"
ON = date(2026, 6, 15)
BY_JUDITH, BY_GWEN = Hand(JUDITH, ON), Hand(GWEN, ON)


def read(folder: Path, *body: str, margin: Margin | None = None, saved_by: str = "") -> WordCopy:
    return read_copy(write_copy(folder / "copy.docx", body, margin=margin, saved_by=saved_by))


def test_words_put_in_and_taken_out_are_known_by_their_author(tmp_path: Path) -> None:
    split = "".join(run(letter) for letter in "agreed as ")
    copy = read(
        tmp_path, paragraph(split, out(JUDITH, "a true"), ins(JUDITH, "an accurate"), run(" record."))
    )
    assert copy.paragraphs[0].runs == (
        CopyRun("agreed as "),
        CopyRun("a true", None, BY_JUDITH),
        CopyRun("an accurate", BY_JUDITH),
        CopyRun(" record."),
    )
    assert copy.is_tracked


def test_what_one_put_in_and_another_took_out_bears_both(tmp_path: Path) -> None:
    nested = tracked("ins", JUDITH, run("three ") + tracked("del", GWEN, gone("whole ")) + run("months"))
    runs = read(tmp_path, paragraph(run("until "), nested)).paragraphs[0].runs
    assert runs[1:] == (
        CopyRun("three ", BY_JUDITH),
        CopyRun("whole ", BY_JUDITH, BY_GWEN),
        CopyRun("months", BY_JUDITH),
    )


def test_breaks_put_in_and_taken_out_and_moves_are_read(tmp_path: Path) -> None:
    copy = read(
        tmp_path,
        paragraph(run("One."), mark=tracked("ins", JUDITH)),
        paragraph(ins(JUDITH, "Two."), mark=tracked("del", GWEN)),
        moved(GWEN, "Three.", name="move1", came=False),
        paragraph(run("Four.")),
        moved(GWEN, "Three.", name="move1", came=True),
    )
    marks = [(one.mark_put_in, one.mark_taken_out, one.move) for one in copy.paragraphs]
    assert marks == [
        (BY_JUDITH, None, ""),
        (None, BY_GWEN, ""),
        (None, BY_GWEN, "move1"),
        (None, None, ""),
        (BY_GWEN, None, "move1"),
    ]


def test_comments_have_their_words_and_their_answers(tmp_path: Path) -> None:
    margin = Margin()
    asked = margin.add(JUDITH, "Was £1.2m not the March figure?")
    margin.add(GWEN, "It was April.", answers=asked)
    copy = read(
        tmp_path, paragraph(run("April was "), about(asked, run("£1.2m")), about(1, run("."))), margin=margin
    )
    (remark,) = copy.paragraphs[0].remarks
    assert (remark.author, remark.about, remark.on) == (JUDITH, "£1.2m", ON)
    assert remark.words == "Was £1.2m not the March figure?\nGwen Thirlby: It was April."


def test_fields_links_controls_and_boxes_give_their_words_and_looks_are_only_counted(tmp_path: Path) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("3")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    bold = f"<w:rPr><w:b/><w:rPrChange w:id='1' w:author='{GWEN}'><w:rPr/></w:rPrChange></w:rPr>"
    control = f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{ins(GWEN, 'in it ')}</w:sdtContent></w:sdt>"
    inside = f"<w:txbxContent>{paragraph(run('In a box'))}</w:txbxContent>"
    box = f"<w:r><w:pict><v xmlns='x'>{inside}</v></w:pict></w:r>"
    copy = read(
        tmp_path,
        paragraph(
            run("See page ", properties=bold),
            field,
            f"<w:hyperlink>{run(' here ')}</w:hyperlink>",
            f"<w:smartTag>{run('now ')}</w:smartTag>",
            control,
            box,
        ),
        "<w:tbl><w:tr><w:trPr>"
        + tracked("ins", GWEN)
        + f"</w:trPr><w:tc>{paragraph(run('A row'))}</w:tc></w:tr></w:tbl>",
    )
    assert ["".join(one.text for one in each.runs) for each in copy.paragraphs] == [
        "See page 3 here now in it ",
        "In a box",
        "A row",
    ]
    assert copy.formats == 1
    assert copy.paragraphs[2].runs == (CopyRun("A row", BY_GWEN),)


def test_a_copy_is_the_same_read_apart(tmp_path: Path) -> None:
    margin = Margin()
    number = margin.add(JUDITH, "Why?")
    body = [paragraph(about(number, run("One. ")), ins(GWEN, "Two.")), *plain_body(["Three."])]
    path = write_copy(tmp_path / "copy.docx", body, margin=margin, saved_by=GWEN)
    assert read_copy_apart(path) == read_copy(path)
    assert read_copy(path).saved_by == GWEN


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"%PDF-1.7", "is not a Word document"),
        (b"", "is empty"),
        (b"PK\x03\x04 nothing more", "is damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "protected by a password",
        ),
    ],
)
def test_what_is_no_copy_is_told_in_a_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "copy.docx"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match=says):
        read_copy_apart(path)
