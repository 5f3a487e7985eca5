"""Exact text in runs: shapes in their own font, words from right to left whole, links in their look."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from boarddesk.reports.document import Text
from boarddesk.reports.house_style import SYMBOLS
from boarddesk.reports.word.elements import add_run, link
from boarddesk.reports.xml_text import RUNS_LEFT, legal

LEFT_TO_RIGHT = "\u200e"
_PIECES = re.compile(rf"([{SYMBOLS}]+|\n|\t|{RUNS_LEFT})")
_RUNS_LEFT = re.compile(RUNS_LEFT)


def add_text(paragraph: Paragraph, text: Text) -> None:
    """The runs of a text at the end of a paragraph."""
    for run in text:
        made = add_words(paragraph, run.text, bold=run.bold, style="Hyperlink" if run.link else "")
        if run.link:
            link(paragraph, made, run.link)


def add_words(paragraph: Paragraph, words: str, *, bold: bool = False, style: str = "") -> Sequence[WordRun]:
    """Words in one weight and one character style, at the end of a paragraph."""
    made: list[WordRun] = []
    for piece in filter(None, _PIECES.split(legal(words))):
        if _RUNS_LEFT.fullmatch(piece):
            # Word goes by the run, other programs by the mark after it: what follows is left to right again.
            runs = [paragraph.add_run(piece), paragraph.add_run(LEFT_TO_RIGHT)]
            runs[0].font.rtl = True
        else:
            runs = [add_run(paragraph, piece)]
        named = "Shape" if piece[0] in SYMBOLS else style
        for run in runs:
            if named:
                run._r.style = named
            if bold:
                run.bold = run.font.cs_bold = True
        made += runs
    return made
