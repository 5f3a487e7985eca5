"""The health of an office file in sentences: a line a matter, what needs doing first, each with one verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from boarddesk.rules.health.facts import FileCheck, FileHealth, PlaceKind, Published, SecondCopies
from boarddesk.rules.health.thinning import WAIT
from boarddesk.rules.wording import count_in_figures, number

LONGEST_AWAY: Final = timedelta(days=7)
"""After so long without a copy in the second place somebody is to see to it."""


class LineState(StrEnum):
    """How a matter stands."""

    TO_DO = "to do"
    NOTE = "note"
    GOOD = "good"


class Verb(StrEnum):
    """What can be done about a matter."""

    NONE = ""
    SHOW_FOLDER = "Show folder"
    CHECK = "Check again"
    STOP = "Stop"
    SHOW_MINUTES = "Show all"
    BACK_UP = "Back up now"
    WORK_LOCALLY = "Work on a local copy"
    WORK_THERE = "Work there again"
    CHOOSE_SECOND = "Choose a second place"
    CHANGE_SECOND = "Change"
    FILL_SECOND = "Try again"
    ENCRYPT = "Encrypt"


OPEN_ALL: Final = (
    "A synchronising program makes one when two computers wrote at once. "
    "Open them all: each may hold what the others lack."
)


CHECKED: Final = "Last check"


@dataclass(frozen=True)
class HealthLine:
    """One matter: how it stands in a sentence, the proof under it, and the one verb at its right."""

    title: str
    state: LineState
    sentence: str
    proof: str
    verb: Verb = Verb.NONE


def health_lines(health: FileHealth, *, now: datetime) -> list[HealthLine]:
    """Every matter; those that need doing stand first."""
    lines = [
        *_copies(health),
        _second(health.second, now=now),
        _where(health),
        *_published(health.published, now=now),
        _who(health, now=now),
        _check(health.check, now=now),
        _minutes(health),
        _backup(health, now=now),
        _encryption(health),
    ]
    return sorted(lines, key=lambda line: line.state is not LineState.TO_DO)


def being_checked(lines: Sequence[HealthLine], *, read: int, of: int) -> list[HealthLine]:
    """The matters while the file is looked through: how much of its log was read, and how to stop it."""
    said = "Reading the pages of the file."
    if of:
        said = f"Reading changes: {read:,} of {of:,}."
    if read == of > 0:
        said = f"All {of:,} changes are read; records, papers and minutes are held against them."
    proof = "Go on working: what is found is said here."
    return [
        replace(line, sentence=said, proof=proof, verb=Verb.STOP) if line.title == CHECKED else line
        for line in lines
    ]


def summary(health: FileHealth, lines: Sequence[HealthLine]) -> str:
    """`the file is whole; one thing to do`."""
    if health.check is None:
        whole = "the file was not checked here yet"
    else:
        whole = "the file is not whole" if health.check.faults else "the file is whole"
    to_do = sum(line.state is LineState.TO_DO for line in lines)
    things = f"{number(to_do)} {'thing' if to_do == 1 else 'things'}" if to_do else "nothing"
    return f"{whole}; {things} to do"


def copies_beside(names: Sequence[str]) -> str:
    """What synchronising programs left beside an office, as a title or the beginning of a sentence."""
    noun = "Another copy of this office lies" if len(names) == 1 else "Other copies of this office lie"
    return f"{noun} beside it: {', '.join(names)}"


def moment(when: datetime, now: datetime) -> str:
    """`today 09:03`, `yesterday 16:58`, `14 May 2026, 11:20`."""
    days = (now.date() - when.date()).days
    if days in (0, 1):
        return f"{'yesterday' if days else 'today'} {when:%H:%M}"
    return f"{_day(when)}, {when:%H:%M}"


def size(count: int) -> str:
    """`41.2 MB`, `412 KB`."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(count // 1000, 1)} KB"


def day_and_time(when: datetime, *, now: datetime | None = None) -> str:
    """`Thu 14 May 2026, 11:20`; without the year where it is that of `now`."""
    year = "" if now is not None and now.year == when.year else f" {when.year}"
    return f"{when:%a} {when.day} {when:%b}{year}, {when:%H:%M}"


def restored_name(stem: str, when: datetime) -> str:
    """What a restored office is called until somebody says otherwise: `Northmoor, 14 May 2026`."""
    return f"{stem}, {_day(when)}"


def _day(when: datetime) -> str:
    """With plain blanks: it stands in names of files and on terminals too."""
    return f"{when.day} {when:%B} {when.year}"


def _copies(health: FileHealth) -> list[HealthLine]:
    lines = []
    if health.notice:
        told = "Look at the other one before you go on with this one."
        lines.append(HealthLine("This copy", LineState.TO_DO, health.notice, told, Verb.SHOW_FOLDER))
    if health.copies_beside:
        said = f"{copies_beside(health.copies_beside)}."
        lines.append(HealthLine("Copies", LineState.TO_DO, said, OPEN_ALL, Verb.SHOW_FOLDER))
    return lines


def _second(second: SecondCopies | None, *, now: datetime) -> HealthLine:
    title = "Second place"
    if second is None:
        said = "Backups are only on this computer; if it is lost, so are they."
        proof = "A folder on the council’s drive or a memory stick will do."
        return HealthLine(title, LineState.TO_DO, said, proof, Verb.CHOOSE_SECOND)
    there = "none is there yet"
    if second.last is not None:
        there = f"{second.kept} there, the last of {moment(second.last, now)}"
        if second.behind:
            there += f"; {count_in_figures(second.behind, 'change')} since"
    if second.trouble:
        long = second.last is None or now - second.last > LONGEST_AWAY
        said = f"Backups wait to be copied to {second.folder}. {second.trouble}"
        proof = f"{there}; it is tried again with each backup, and nothing waits for it"
        return HealthLine(title, LineState.TO_DO if long else LineState.NOTE, said, proof, Verb.FILL_SECOND)
    said = f"Every backup is copied to {second.folder} too."
    return HealthLine(title, LineState.GOOD, said, there, Verb.CHANGE_SECOND)


def _where(health: FileHealth) -> HealthLine:
    here = health.whereabouts
    place = here.place
    kept_on = "local disk, not a synced folder"
    if place.kind is PlaceKind.SYNCED:
        said = f"The file is in {place.name}, in {here.folder}."
        proof = f"{place.name} copies it while it is written; a local copy can be worked on instead"
        if health.opened is not None and health.opened.here:
            return HealthLine("Where", LineState.TO_DO, said, proof, Verb.WORK_LOCALLY)
        return HealthLine("Where", LineState.NOTE, said, proof, Verb.SHOW_FOLDER)
    if place.kind is PlaceKind.SHARE:
        said = f"The file is on a network share, in {here.folder}."
        kept_on = "others can reach it; one at a time writes"
    else:
        said = f"The file is on this computer, in {here.folder}."
    return HealthLine(
        "Where", LineState.GOOD, said, f"{here.name}, {size(here.size)}, {kept_on}", Verb.SHOW_FOLDER
    )


def _published(published: Published | None, *, now: datetime) -> list[HealthLine]:
    if published is None:
        return []
    behind = f"; {count_in_figures(published.behind, 'change')} follow with the next backup"
    proof = f"the last {moment(published.last, now)}{behind if published.behind else ''}"
    if published.trouble:
        said = f"The copy in {published.folder} could not be published. {published.trouble}"
        return [HealthLine("Published", LineState.TO_DO, said, proof, Verb.WORK_THERE)]
    said = f"A checked copy of what you work on here is published in {published.folder}."
    return [HealthLine("Published", LineState.GOOD, said, f"{proof}; it is read only there", Verb.WORK_THERE)]


def _who(health: FileHealth, *, now: datetime) -> HealthLine:
    opened = health.opened
    if opened is None:
        return HealthLine("Who", LineState.GOOD, "Nobody has it open to write.", "no lock lies beside it")
    since = f"{opened.since:%H:%M}"
    if opened.since.date() != now.date():
        since = moment(opened.since, now)
    if opened.here:
        said, proof = f"Only you have it open, since {since}.", f"{opened.who} on {opened.machine}"
        return HealthLine("Who", LineState.GOOD, said, proof)
    said = f"{opened.who} has it open to write, since {since}."
    return HealthLine("Who", LineState.NOTE, said, f"on {opened.machine}; here it can be read meanwhile")


def _check(check: FileCheck | None, *, now: datetime) -> HealthLine:
    if check is None:
        said = "The file was not looked through on this computer yet."
        return HealthLine(CHECKED, LineState.NOTE, said, "A check takes a few seconds.", Verb.CHECK)
    changes = count_in_figures(check.changes, "change")
    read = f"{changes} read {moment(check.at, now)}, in {check.seconds:.1f} seconds"
    since = f"; {count_in_figures(check.since, 'change')} since" if check.since else ""
    if check.faults:
        more = count_in_figures(len(check.faults) - 1, "more fault")
        told = f"{more if len(check.faults) > 1 else 'Keep this file'}; restore a backup to a new file"
        return HealthLine(CHECKED, LineState.TO_DO, check.faults[0], f"{told}; {read}", Verb.CHECK)
    said = "Every row agrees with the log that made it."
    proof = f"{read}{since}; this finds damage, it cannot prevent it"
    return HealthLine(CHECKED, LineState.GOOD, said, proof, Verb.CHECK)


def _minutes(health: FileHealth) -> HealthLine:
    held = health.fingerprints
    if not held.confirmed:
        said, proof = "No minutes are confirmed yet.", "Each carries a fingerprint from then on."
        return HealthLine("Minutes", LineState.NOTE, said, proof)
    state = LineState.GOOD if held.sealed == held.confirmed else LineState.TO_DO
    said = f"{held.sealed} of {held.confirmed} confirmed minutes carry the fingerprint they were sealed with."
    proof = f"The last is {held.last_title}, {held.last_code}" if held.last_code else "None has a code."
    return HealthLine("Minutes", state, said, proof, Verb.SHOW_MINUTES)


def _backup(health: FileHealth, *, now: datetime) -> HealthLine:
    state = health.backups
    kept = f"{state.kept} kept: all of 2 days, then by day, week and month"
    if state.last is None:
        said = "There is no backup on this computer yet."
        proof = "Make one now; from then on they follow your changes."
        return HealthLine("Backup", LineState.TO_DO, said, proof, Verb.BACK_UP)
    said = f"Last made {moment(state.last, now)}"
    if state.waiting and state.waits_since is not None:
        follow = f"{count_in_figures(state.waiting, 'change')} since {state.waits_since:%H:%M}"
        if state.waits_since.date() != now.date():
            follow = f"{count_in_figures(state.waiting, 'change')} since {moment(state.waits_since, now)}"
        by = state.waits_since + WAIT
        said += (
            f"; {follow} {'follows' if state.waiting == 1 else 'follow'} by {by:%H:%M}"
            if by > now
            else f"; {follow}"
        )
    return HealthLine("Backup", LineState.GOOD, f"{said}.", kept, Verb.BACK_UP)


def _encryption(health: FileHealth) -> HealthLine:
    if health.encrypted:
        said, proof = "The office file is encrypted.", "New backups are encrypted alike."
        return HealthLine("Encryption", LineState.GOOD, said, proof)
    said = "The office file is not encrypted."
    proof = "An encrypted file asks for a passphrase and has a key to print and keep."
    return HealthLine("Encryption", LineState.NOTE, said, proof, Verb.ENCRYPT)
