"""A name no file can have is refused for what it is, before the disk gives a reason that is none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.disk.names import BESIDE_AN_OFFICE, NameRules, refuse_name, rules_here
from boarddesk.rules.file_names import safe_name
from boarddesk.rules.refused import FileProblem

WINDOWS = NameRules(windows=True, longest_path=259)
LINUX = NameRules(windows=False, longest_path=4095)
NOWHERE = "cannot be the name of a file"

EVERYWHERE = [
    ("", "needs a name"),
    (".docx", "needs a name"),
    (".BoardDesk", "needs a name"),
    ("min\x1b[2Jutes.docx", "cannot be seen"),
    ("minutes\n.docx", "cannot be seen"),
    ("minutes\x9b.docx", "cannot be seen"),
    ("minutes\N{RIGHT-TO-LEFT OVERRIDE}xcod.exe", "cannot be seen"),
    ("min\N{ZERO WIDTH SPACE}utes.docx", "cannot be seen"),
    ("n" * 300 + ".docx", "too long"),
]
ON_WINDOWS = [
    ("office.boarddesk:copy", "a colon would hide"),
    ("SIB: minutes.docx", "a colon would hide"),
    ("why?.docx", "takes no ?"),
    ("a<b.docx", "takes no <"),
    ('the "final".docx', 'takes no "'),
    ("con", "keeps “con”"),
    ("Aux.docx", "keeps “Aux”"),
    ("NUL.tar.gz", "keeps “NUL”"),
    ("com1.boarddesk", "keeps “com1”"),
    ("LPT².docx", "keeps “LPT²”"),
    ("con .docx", "keeps “con”"),
    ("minutes.", "dot or a space at the end"),
    ("minutes ", "dot or a space at the end"),
]


@pytest.mark.parametrize("rules", [WINDOWS, LINUX], ids=["windows", "linux"])
@pytest.mark.parametrize(("name", "says"), EVERYWHERE)
def test_what_nobody_could_call_a_file_is_refused_everywhere(name: str, says: str, rules: NameRules) -> None:
    with pytest.raises(FileProblem) as told:
        refuse_name(Path("/o") / name if name else Path("/"), rules=rules)
    assert says in told.value.sentence
    assert "\x1b" not in told.value.sentence and "\N{RIGHT-TO-LEFT OVERRIDE}" not in told.value.sentence


@pytest.mark.parametrize(("name", "says"), ON_WINDOWS)
def test_what_windows_does_not_take_is_refused_there_and_taken_elsewhere(name: str, says: str) -> None:
    with pytest.raises(FileProblem) as told:
        refuse_name(Path("/o") / name, rules=WINDOWS)
    assert says in told.value.sentence and NOWHERE in told.value.sentence
    refuse_name(Path("/o") / name, rules=LINUX)


@pytest.mark.parametrize(
    "name",
    ["Minutes.docx", "console.docx", "com10.docx", "communion", "Büro – Zoë’s (2).xlsx", "a.b.c", ".backups"],
)
@pytest.mark.parametrize("rules", [WINDOWS, LINUX], ids=["windows", "linux"])
def test_an_ordinary_name_is_taken_everywhere(name: str, rules: NameRules) -> None:
    refuse_name(Path("/o") / name, rules=rules)


def test_a_name_of_255_letters_is_one_and_an_office_needs_room_for_what_stands_beside_it() -> None:
    longest = Path("/") / ("n" * 255)
    refuse_name(longest, rules=LINUX)
    with pytest.raises(FileProblem, match="too long"):
        refuse_name(Path("/") / ("n" * 256), rules=LINUX)
    with pytest.raises(FileProblem, match="too long"):
        refuse_name(longest, added=BESIDE_AN_OFFICE, rules=LINUX)


def test_letters_are_counted_as_the_system_counts_them() -> None:
    umlauts = Path("/") / ("ü" * 200)
    refuse_name(umlauts, rules=WINDOWS)
    with pytest.raises(FileProblem, match="too long"):
        refuse_name(umlauts, rules=LINUX)
    with pytest.raises(FileProblem, match="too long"):
        refuse_name(Path("/") / ("😀" * 128), rules=WINDOWS)


def test_a_path_longer_than_windows_takes_is_told_as_that() -> None:
    deep = Path("/").joinpath(*["folder" * 8] * 5, "minutes of the meeting.docx")
    refuse_name(deep, rules=LINUX)
    refuse_name(deep, rules=NameRules(windows=True, longest_path=32_766))
    with pytest.raises(FileProblem, match="together with its folders: 259 letters are taken here"):
        refuse_name(deep, rules=WINDOWS)


@given(st.text(max_size=300))
def test_every_name_we_propose_is_taken_everywhere(title: str) -> None:
    for rules in (WINDOWS, LINUX):
        refuse_name(Path("/o") / f"{safe_name(title)}.docx", rules=rules)


def test_the_rules_here_are_this_system_s() -> None:
    assert rules_here().windows == (os.name == "nt")
    assert rules_here().longest_path >= 259
