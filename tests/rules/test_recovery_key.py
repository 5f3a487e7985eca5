"""The printed key: whatever slips while it is typed is said at once, and words are never taken for one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.rules.recovery_key import GROUPS, LENGTH, SlipInKey, read, written

KEYS = st.binary(min_size=LENGTH, max_size=LENGTH)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(KEYS)
def test_a_printed_key_is_read_back_however_it_is_typed(key: bytes) -> None:
    printed = written(key)
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}", printed)
    for typed in (printed, printed.lower(), printed.replace("-", " "), printed.replace("-", "")):
        assert read(typed) == key
    assert read(f"  {printed.replace('0', 'o').replace('1', 'l')}\n") == key


@given(KEYS, st.integers(0, GROUPS - 1), st.integers(0, 4), st.sampled_from(LETTERS))
def test_a_wrong_letter_is_said_with_its_group(key: bytes, group: int, at: int, letter: str) -> None:
    groups = written(key).split("-")
    if groups[group][at] == letter:
        return
    groups[group] = groups[group][:at] + letter + groups[group][at + 1 :]
    with pytest.raises(SlipInKey, match=rf"^Group {group + 1} \(“{groups[group]}”\)"):
        read("-".join(groups))


@given(KEYS, st.integers(0, GROUPS - 1), st.integers(0, 3))
def test_two_letters_that_changed_places_are_said(key: bytes, group: int, at: int) -> None:
    groups = written(key).split("-")
    one, two = groups[group][at], groups[group][at + 1]
    if one == two:
        return
    groups[group] = groups[group][:at] + two + one + groups[group][at + 2 :]
    with pytest.raises(SlipInKey, match=rf"^Group {group + 1} "):
        read("-".join(groups))


@given(KEYS, st.integers(0, GROUPS - 2))
def test_two_groups_that_changed_places_are_said(key: bytes, at: int) -> None:
    groups = written(key).split("-")
    groups[at], groups[at + 1] = groups[at + 1], groups[at]
    if groups != written(key).split("-"):
        with pytest.raises(SlipInKey, match=r"^Groups "):
            read("-".join(groups))


def test_a_group_left_out_is_said() -> None:
    groups = written(bytes(range(LENGTH))).split("-")
    with pytest.raises(SlipInKey, match="13 groups of five letters and figures; 12 were typed"):
        read("-".join(groups[:-1]))


@pytest.mark.parametrize(
    "passphrase",
    [
        "correct horse battery staple",
        "a",
        "1234",
        "thirteen words are about as many as a very careful person would ever choose here",
        "ABCDE-FGHJK-MNPQR-STVWX-YZ012-34567-89ABC-DEFGH-JKMNP-QRSTV-WXYZ0-12345-6789A",
        "pässwörter sind auch wörter",
    ],
)
def test_a_passphrase_is_not_taken_for_a_recovery_key(passphrase: str) -> None:
    assert read(passphrase) is None
