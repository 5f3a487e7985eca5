"""Marks are read in letters, ticks and words, with a deputy's name or a reason beside them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.importing.attendance.legend import key_of
from boarddesk.importing.attendance.marks import ReadMark, is_cancelled, read_mark
from boarddesk.rules.registers.register import Mark

P, V, T, D, A, X, N = Mark


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("present P p ✓ ✔ 1 yes Y PRESENT Attended", P),
        ("virtual V Teams online Zoom remote", V),
        ("part T partial", T),
        ("deputy rep D substitute Dep. sub", D),
        ("apologies A Apols apology", A),
        ("absent X 0 no x DNA", X),
        ("N n/a N/A – - — NA vacant", N),
    ],
)
def test_one_word_marks_whatever_their_case(words: str, mark: Mark) -> None:
    assert {word: read_mark(f" {word} ") for word in words.split()} == {
        word: ReadMark(mark) for word in words.split()
    }


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Not required", ReadMark(N)),
        ("in person", ReadMark(P)),
        ("did not attend", ReadMark(X)),
        ("D – Kit Fell", ReadMark(D, "Kit Fell")),
        ("D - Kit Fell", ReadMark(D, "Kit Fell")),
        ("D Kit Fell", ReadMark(D, "Kit Fell")),
        ("D (Kit Fell)", ReadMark(D, "Kit Fell")),
        ("Deputy: Kit Fell", ReadMark(D, "Kit Fell")),
        ("Rep\nKit Fell", ReadMark(D, "Kit Fell")),
        ("represented by Kit Fell", ReadMark(D, "Kit Fell")),
        ("Kit Fell (deputy)", ReadMark(D, "Kit Fell")),
        ("Kit Fell – sub", ReadMark(D, "Kit Fell")),
        ("A (deputy Kit Fell)", ReadMark(D, "Kit Fell")),
        ("Apologies – deputy attended", ReadMark(D)),
        ("A – on leave", ReadMark(A, reason="on leave")),
        ("Apologies: illness", ReadMark(A, reason="illness")),
        ("P (Teams)", ReadMark(V)),
        ("Present – part", ReadMark(T)),
        ("A – reason: deputy not free", ReadMark(A, reason="deputy not free")),
        ("A – reason: leave; note: rang on Monday", ReadMark(A, reason="leave", note="rang on Monday")),
        ("P – note: Teams", ReadMark(P, note="Teams")),
        ("D – Kit Fell; note: came late", ReadMark(D, "Kit Fell", note="came late")),
        ("D – note: nobody knows who", ReadMark(D, note="nobody knows who")),
        ("P, from 11.30", ReadMark(T, part_from="11:30")),
        ("T – until item 6", ReadMark(T, part_to="6")),
        ("T – from item 4.10", ReadMark(T, part_from="4.10")),
        ("T – item 2 to item 5", ReadMark(T, part_from="2", part_to="5")),
        ("T – 14:00 to 15:30; note: train", ReadMark(T, part_from="14:00", part_to="15:30", note="train")),
        ("Teams until 11.30", ReadMark(T, note="Teams", part_to="11:30")),
        ("Present from 2.15pm", ReadMark(T, part_from="14:15")),
        ("left at 11.30", ReadMark(T, part_to="11:30")),
        ("P (10.30–11.30)", ReadMark(T, part_from="10:30", part_to="11:30")),
        ("T – until the break", ReadMark(T, note="until the break")),
        ("10.30", ReadMark(unknown=True)),
        ("P 11.30", ReadMark(unknown=True)),
        ("A until 11.30", ReadMark(unknown=True)),
        ("Deputy until 11.30", ReadMark(unknown=True)),
        ("I", ReadMark(guest=True)),
        ("", ReadMark()),
        ("  ", ReadMark()),
        ("Q", ReadMark(unknown=True)),
        ("Kit Fell", ReadMark(unknown=True)),
        ("maybe later", ReadMark(unknown=True)),
    ],
)
def test_marks_with_words_beside_them(text: str, read: ReadMark) -> None:
    assert read_mark(text) == read


def test_a_registers_own_key_goes_before_what_its_signs_usually_mean() -> None:
    key: Any = key_of(["Key: x = present; / = apologies", "Q – not required"])
    assert key == {"/": A, "q": N} or key == {"x": P, "/": A, "q": N}
    assert read_mark("/", key=key).mark is A


@pytest.mark.parametrize(
    "text", ["Cancelled", "CANCELED", "9 June (cancelled)", "Meeting cancelled – snow", "Postponed"]
)
def test_a_cancelled_meeting_is_recognised(text: str) -> None:
    assert is_cancelled(text)


@given(st.text(max_size=30))
def test_any_text_is_a_mark_a_guest_nothing_or_unknown(text: str) -> None:
    read = read_mark(text)
    assert sum([read.mark is not None, read.guest, read.unknown]) <= 1
    assert bool(text.strip()) or read == ReadMark()
