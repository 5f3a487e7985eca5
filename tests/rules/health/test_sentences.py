"""The health of a file in sentences: calm, true, and what needs doing first."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from boarddesk.rules.health.facts import (
    BackupState,
    FileCheck,
    FileHealth,
    Fingerprints,
    Opened,
    Place,
    PlaceKind,
    SecondCopies,
    Whereabouts,
)
from boarddesk.rules.health.sentences import (
    HealthLine,
    LineState,
    Verb,
    being_checked,
    day_and_time,
    health_lines,
    moment,
    restored_name,
    size,
    summary,
)

NOW = datetime(2026, 5, 28, 10, 42)
WELL = FileHealth(
    Whereabouts("Northmoor SEND office.boarddesk", "Documents\\SEND", 41_200_000, Place()),
    Opened("Kezia Marlow", "NM-LT-0417", datetime(2026, 5, 28, 8, 56), here=True),
    FileCheck(datetime(2026, 5, 28, 9, 3), 1.4, 2184, ()),
    Fingerprints(14, 14, "SIB 2026/27 · 01", "7C1E-40A9-88D2-06BF"),
    BackupState(datetime(2026, 5, 28, 9, 3), 36, 3, datetime(2026, 5, 28, 10, 31)),
    SecondCopies("E:\\Copies", 36, datetime(2026, 5, 28, 9, 3)),
)


def line(health: FileHealth, title: str) -> HealthLine:
    return next(line for line in health_lines(health, now=NOW) if line.title == title)


@pytest.mark.parametrize(
    ("title", "sentence", "proof"),
    [
        (
            "Where",
            "The file is on this computer, in Documents\\SEND.",
            "Northmoor SEND office.boarddesk, 41.2 MB, local disk, not a synced folder",
        ),
        ("Who", "Only you have it open, since 08:56.", "Kezia Marlow on NM-LT-0417"),
        (
            "Last check",
            "Every row agrees with the log that made it.",
            "2,184 changes read today 09:03, in 1.4 seconds; this finds damage, it cannot prevent it",
        ),
        (
            "Minutes",
            "14 of 14 confirmed minutes carry the fingerprint they were sealed with.",
            "The last is SIB 2026/27 · 01, 7C1E-40A9-88D2-06BF",
        ),
        (
            "Backup",
            "Last made today 09:03; 3 changes since 10:31 follow by 10:46.",
            "36 kept: all of 2 days, then by day, week and month",
        ),
        ("Second place", "Every backup is copied to E:\\Copies too.", "36 there, the last of today 09:03"),
        (
            "Encryption",
            "The office file is not encrypted.",
            "An encrypted file asks for a passphrase and has a key to print and keep.",
        ),
    ],
)
def test_a_file_that_is_well_says_so_with_its_proof(title: str, sentence: str, proof: str) -> None:
    said = line(WELL, title)
    assert (said.sentence, said.proof) == (sentence, proof)
    assert said.state is not LineState.TO_DO


def test_each_matter_has_one_verb_at_most() -> None:
    verbs = {line.title: line.verb for line in health_lines(WELL, now=NOW)}
    assert verbs["Where"] is Verb.SHOW_FOLDER
    assert verbs["Last check"] is Verb.CHECK
    assert verbs["Minutes"] is Verb.SHOW_MINUTES
    assert verbs["Backup"] is Verb.BACK_UP


def test_a_day_of_this_year_is_said_without_its_year() -> None:
    when = datetime(2025, 12, 31, 23, 5)
    assert day_and_time(when) == day_and_time(when, now=NOW) == "Wed 31 Dec 2025, 23:05"
    assert day_and_time(NOW, now=NOW) == "Thu 28 May, 10:42"


@pytest.mark.parametrize(
    ("read", "of", "sentence"),
    [
        (0, 0, "Reading the pages of the file."),
        (1200, 2184, "Reading changes: 1,200 of 2,184."),
        (
            2184,
            2184,
            "All 2,184 changes are read; records, papers and minutes are held against them.",
        ),
    ],
)
def test_a_check_under_way_says_how_far_it_is_and_can_be_stopped(read: int, of: int, sentence: str) -> None:
    lines = health_lines(WELL, now=NOW)
    others = [line for line in lines if line.title != "Last check"]
    meanwhile = being_checked(lines, read=read, of=of)
    said = next(line for line in meanwhile if line.title == "Last check")
    assert (said.sentence, said.verb) == (sentence, Verb.STOP)
    assert [line for line in meanwhile if line is not said] == others


def test_what_needs_doing_stands_first_and_is_counted() -> None:
    broken = replace(
        WELL,
        check=FileCheck(datetime(2026, 5, 28, 9, 3), 1.4, 2184, ("Change 7 in the log is not its seal.",)),
    )
    lines = health_lines(broken, now=NOW)
    assert lines[0].sentence == "Change 7 in the log is not its seal."
    assert summary(broken, lines) == "the file is not whole; one thing to do"


def test_a_file_nobody_checked_here_is_not_called_whole() -> None:
    unchecked = replace(WELL, check=None)
    assert summary(unchecked, health_lines(unchecked, now=NOW)).startswith(
        "the file was not checked here yet"
    )


def test_a_copy_beside_it_and_a_copy_that_is_behind_are_things_to_do() -> None:
    twice = replace(WELL, copies_beside=("office-NM2.boarddesk",), notice="This copy is 3 changes behind.")
    lines = health_lines(twice, now=NOW)
    assert [line.title for line in lines[:2]] == ["This copy", "Copies"]
    assert "office-NM2.boarddesk" in lines[1].sentence
    assert summary(twice, lines) == "the file is whole; two things to do"


def test_a_share_and_a_synced_folder_are_said_as_what_they_are() -> None:
    def at(place: Place) -> HealthLine:
        return line(replace(WELL, whereabouts=replace(WELL.whereabouts, place=place)), "Where")

    assert at(Place(PlaceKind.SHARE)).sentence.startswith("The file is on a network share")
    synced = at(Place(PlaceKind.SYNCED, "OneDrive"))
    assert synced.sentence.startswith("The file is in OneDrive")
    assert synced.state is LineState.TO_DO


def test_somebody_else_who_has_it_open_is_named() -> None:
    other = replace(WELL, opened=Opened("Ash Patel", "NM-2", datetime(2026, 5, 27, 17, 0), here=False))
    assert line(other, "Who").sentence == "Ash Patel has it open to write, since yesterday 17:00."


def test_changes_that_should_be_in_a_backup_already_are_not_promised_again() -> None:
    late = replace(WELL, backups=BackupState(NOW, 36, 3, datetime(2026, 5, 28, 10, 0)))
    assert line(late, "Backup").sentence == "Last made today 10:42; 3 changes since 10:00."


def test_without_a_second_place_that_is_the_one_thing_to_do() -> None:
    alone = replace(WELL, second=None)
    lines = health_lines(alone, now=NOW)
    assert lines[0].sentence == "Backups are only on this computer; if it is lost, so are they."
    assert lines[0].verb is Verb.CHOOSE_SECOND
    assert summary(alone, lines) == "the file is whole; one thing to do"


def test_a_second_place_that_is_away_is_a_note_and_a_thing_to_do_only_after_a_week() -> None:
    away = SecondCopies("E:\\Copies", 35, datetime(2026, 5, 27, 9), 4, "It is not there just now.")
    said = line(replace(WELL, second=away), "Second place")
    assert said.state is LineState.NOTE
    assert said.sentence == "Backups wait to be copied to E:\\Copies. It is not there just now."
    assert said.proof.startswith("35 there, the last of yesterday 09:00; 4 changes since; it is tried again")
    long = replace(away, last=datetime(2026, 5, 14, 9))
    assert line(replace(WELL, second=long), "Second place").state is LineState.TO_DO


def test_an_office_without_a_backup_is_to_be_backed_up() -> None:
    assert line(replace(WELL, backups=BackupState(None, 0)), "Backup").state is LineState.TO_DO


def test_moments_sizes_and_names_read_as_people_say_them() -> None:
    assert moment(datetime(2026, 5, 14, 11, 20), NOW) == "14 May 2026, 11:20"
    assert (size(40_800_000), size(412_000), size(10)) == ("40.8 MB", "412 KB", "1 KB")
    assert restored_name("Northmoor", NOW) == "Northmoor, 28 May 2026"
