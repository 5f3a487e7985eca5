"""However much is pasted, the window waits a moment for it and no longer."""

from __future__ import annotations

import subprocess
import time

import pytest

from boarddesk.importing import pasted_child
from boarddesk.importing.pasted_child import MOST_LETTERS, MOST_TAGS, page_pasted, text_pasted
from boarddesk.importing.pasted_text import TOO_MUCH, PastedText, from_html, from_text

WORD = (
    "<p class=MsoNormal style='margin-top:0cm;mso-list:l0 level1 lfo1'>"
    "<span style='mso-list:Ignore'>1.</span><b style='font-weight:normal'>"
    "<span lang=EN-GB style='font-family:Arial'>The wait</span></b> was long.</p>"
)
LARGEST = {
    "paragraphs of Word": WORD * (MOST_TAGS // WORD.count("<")),
    "empty paragraphs": "<p></p>" * (MOST_TAGS // 2),
    "cells": "<table>" + "<tr><td>1</td></tr>" * (MOST_TAGS // 4 - 1) + "</table>",
    "what is hidden": "<i style='display:none'>x</i>" * (MOST_TAGS // 2),
    "one text": "<p>" + "x" * (MOST_LETTERS - 3),
    "one style": "<p style='" + "text-decoration" * ((MOST_LETTERS - 20) // 15) + "'>x",
    "a style of many": "<p style='" + "text-decoration:" * ((MOST_LETTERS - 20) // 16) + "'>x",
    "lines": "a\n" * (MOST_LETTERS // 2),
    "empty lines": " \n" * (MOST_LETTERS // 2),
    "bullets": "• a\n" * (MOST_LETTERS // 4),
}
AS_LONG = 16
"""Times as long as the same is looked through once, letter by letter, allowed for each read in the window."""


@pytest.mark.parametrize("name", LARGEST)
def test_what_is_read_in_the_window_takes_a_moment(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fifth of a second of a machine that nobody else uses: some ten such looks."""
    monkeypatch.delattr(subprocess, "Popen")  # no process of its own
    copied, looked = LARGEST[name], "x" * MOST_LETTERS
    reads = page_pasted if "<" in copied else text_pasted
    reads("<p>x")
    began = time.process_time()
    assert sum(letter == "y" for letter in looked) == 0
    floor, began = time.process_time() - began, time.process_time()
    reads(copied)
    taken = time.process_time() - began
    print(f"{name}: {taken:.3f} s; looked through once: {floor:.3f} s")
    assert taken < AS_LONG * floor


def test_a_long_page_and_a_long_text_are_read_apart_all_the_same() -> None:
    page, text = WORD * 2_100, "– one of many\n" * 50_000
    assert page_pasted(page) == from_html(page) and text_pasted(text) == from_text(text)
    assert len(page_pasted(page).blocks) == 2_000


def test_what_takes_for_ever_is_not_pasted_and_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasted_child, "WAITED", 0.01)
    monkeypatch.setattr(pasted_child, "answered", lambda *_given, **_bounds: None)
    assert page_pasted("<p>x</p>" * MOST_TAGS) == PastedText(sentence=TOO_MUCH)
