"""What Word and web pages put on the clipboard becomes paragraphs, bullets and bold, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.importing.pasted_text import MOST_BLOCKS, MOST_LETTERS, PastedText, from_html, from_text
from boarddesk.rules.characters import unkeepable
from boarddesk.rules.minutes.block import BlockKind

WORD = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator
content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Temp/clip_filelist.xml">
<!--[if gte mso
9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-unhide:no; margin:0cm;} @list l0:level1 {mso-level-text:"\\00B7";}
--></style>
<!--[if gte mso 10]><style>table.MsoNormalTable {mso-style-name:"Table
Normal";}</style><![endif]--></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal><span lang=EN-US>Ms&nbsp;Calder said the wait was <b style='mso-bidi-font-weight:
normal'>23
weeks</b></span> in A&shy;pril.<span style='mso-spacerun:yes'>  </span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New
Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>speech and language<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><!--[if
!supportLists]--><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp;
</span></span></span><!--[endif]-->hearing</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>3.<span>
&nbsp;</span></span><![endif]>the third</p>
<p class=MsoNormal>It <del cite="mailto:Robin" datetime="2026-05-12T14:00"><span>fell</span></del><ins
cite="mailto:Robin" datetime="2026-05-12T14:01">rose</ins><span class=MsoCommentReference><span
style='font-size:8.0pt'><a
style='mso-comment-reference:RR_1' href="#_msocom_1" class=msocomanchor>[RR1]</a></span></span><s>
twice</s><span
style='text-decoration:line-through'> thrice</span><span
style='display:none;mso-hide:all'>hidden</span>.
<!--[if gte vml 1]><v:shape id="p" style='width:9pt'><v:imagedata
src="file:///C:/Temp/clip_image001.png"/></v:shape><![endif]-->
<![if !vml]><img width=12 src="file:///C:/Temp/clip_image001.png" alt="a chart"
v:shapes="p"><![endif]></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Area</b></p></td><td><p>Weeks</p><p>of
wait</p></td></tr>
<tr><td>North</td><td>23</td></tr></table>
<!--EndFragment--><div style='mso-element:comment-list'><hr class=msocomoff align=left><div
style='mso-element:comment'>
<p class=MsoCommentText><a href="#_msoanchor_1" class=msocomoff>[RR1]</a>Is this
so?</p></div></div></body></html>"""


def read(found: PastedText) -> list[str]:
    """Each block as it would look: bullets with a dot, bold in stars."""
    return [
        ("• " if block.kind is BlockKind.BULLET else "")
        + "".join(f"*{piece.text}*" if piece.bold else piece.text for piece in block.pieces)
        for block in found.blocks
    ]


def test_what_word_copies() -> None:
    assert read(from_html(WORD)) == [
        "Ms\xa0Calder said the wait was *23 weeks* in April.",
        "• speech and language",
        "• hearing",
        "3. the third",
        "It rose.",
        "*Area*\tWeeks of wait",
        "North\t23",
    ]


def test_a_web_page() -> None:
    page = """<body><script>alert(1)</script><h2>Waiting   times</h2><div>One<div>two</div>
    three <a href="x">four</a><br>five</div><ul><li>six<ul><li><p>seven</p></li></ul></li><li></li></ul>
    <p>eight</p><ol start="3"><li>nine<li><strong>ten</strong></ol><select><option>no</option></select>
    <pre>as\n  typed</pre><svg><text>no</text></svg><span style="font-weight: 700">bold</span>
    <b style="font-weight:normal" id="docs-internal-guid">plain</b><iframe src="http://server"></iframe>"""
    assert read(from_html(page)) == [
        "*Waiting times*",
        "One",
        "two",
        "three four\nfive",
        "• six",
        "• seven",
        "eight",
        "3. nine",
        "4. *ten*",
        "as\ntyped",
        "*bold* plain",
    ]


def test_plain_text_with_its_bullets() -> None:
    lines = "One\r\n\r\n•\ttwo\n- three\no\tfour\rof five\u2029\uf0b7 six\n"
    lines += "–5 degrees\n§ 19 of the Act\nNUL\x00 \ud800here"
    assert read(from_text(lines)) == [
        *(
            "One",
            "• two",
            "• three",
            "• four",
            "of five",
            "• six",
            "–5 degrees",
            "§ 19 of the Act",
            "NUL here",
        ),
    ]


@given(st.text(max_size=200))
def test_whatever_is_pasted_can_be_kept(text: str) -> None:
    for found in (from_text(text), from_html(text), from_html(f"<p>{text}<td><li>{text}</b>")):
        assert not any(unkeepable(block.text) for block in found.blocks)
        assert not any(block.is_empty for block in found.blocks)
        assert not found.sentence


FIVE_MEGABYTES = {
    "lines": "The wait grew again this month.\n" * 160_000,
    "one line": "word " * 1_000_000,
    "paragraphs": "<p>The <b>wait</b> grew.</p>" * 180_000,
    "one paragraph": "<p>" + "the <b>wait</b> " * 300_000,
    "deep": "<div><span>x" * 400_000,
    "open": "<" * 5_000_000,
    "a picture": "<p>kept</p><img src='data:image/png;base64," + "A" * 5_000_000 + "'>",
}


@pytest.mark.parametrize("name", FIVE_MEGABYTES)
def test_five_megabytes_are_shortened_and_it_is_said_what_is_there(name: str) -> None:
    text = FIVE_MEGABYTES[name]
    found = (from_html if "<" in text else from_text)(text)
    assert len(found.blocks) <= MOST_BLOCKS
    assert sum(len(block.text) for block in found.blocks) <= MOST_LETTERS
    if name == "a picture":
        assert read(found) == ["kept"] and not found.sentence
    elif name not in ("deep", "open"):  # of which an HTML parser makes little
        assert "The first 2,000 paragraphs" in found.sentence or "The first paragraph" in found.sentence
        assert found.blocks[-1].text[-20:].strip() in found.sentence


def test_nothing_at_all_is_nothing() -> None:
    assert not any(from_text(empty).blocks for empty in ("", " \n", "\x00", "•"))
    assert not any(from_html(empty).blocks for empty in ("", " \n", "\x00", "<p>&nbsp;</p>", "<!-- -->"))


def test_far_too_much_is_refused_in_a_sentence() -> None:
    found = from_html("<p>" + "A" * 30_000_001)
    assert found.blocks == () and "Copy a part of it" in found.sentence


@pytest.mark.parametrize(
    "found",
    [
        lambda: from_html("<p></p>" * 750_001),
        lambda: from_html("<p>" + "a" * 30_000_000),
        lambda: from_text("a\n" * 15_000_001),
    ],
    ids=["tags", "letters of a page", "letters"],
)
def test_what_would_hold_the_window_up_is_not_pasted_and_that_is_said(
    found: Callable[[], PastedText],
) -> None:
    pasted = found()
    assert not pasted.blocks
    assert pasted.sentence == "This is too much to paste at once, so nothing was. Copy a part of it."
