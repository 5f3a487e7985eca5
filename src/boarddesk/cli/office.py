"""Commands about the office file as a whole: made, sampled, copied, brought back, handed out."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from boarddesk.cli.command import Command, Status, today
from boarddesk.cli.listing.subject import Listing, ListQuery
from boarddesk.cli.listing.subjects import SUBJECTS
from boarddesk.cli.offices import (
    new_office_path,
    of_copies,
    take_over_argument,
    taking_over_explained,
    to_read,
    told_of,
)
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.terminal import as_json, say
from boarddesk.cli.writing import check_place, where
from boarddesk.disk.names import refuse_name
from boarddesk.disk.saving import save, stands
from boarddesk.records.file.backups import Backup, back_up, backups_of, contents, known_files, restore
from boarddesk.records.file.header import SCHEMA_VERSION, read_header
from boarddesk.records.file.office_file import OfficeFile
from boarddesk.records.health import check_file
from boarddesk.reports.excel import Sheet, workbook
from boarddesk.rules.dates.deadlines import in_words
from boarddesk.rules.refused import FileProblem, Refused

ASKED_FOR = "asked for"
LEAST_YEARS = 2
"""The sample tells of two years of agendas, decisions and minutes; with more, its registers are longer."""


def file_argument(parser: ArgumentParser) -> None:
    """The office, which may be encrypted."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    passphrase_argument(parser)


def _place_argument(parser: ArgumentParser, means: str) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=means)


def _new_arguments(parser: ArgumentParser) -> None:
    _place_argument(parser, "where the new office shall be; there must be no file yet")
    parser.add_argument("--office", default="", metavar="NAME", help="the name of the office")
    take_over_argument(parser)


def _new(chosen: Namespace) -> int:
    path = new_office_path(chosen.file)
    with (
        taking_over_explained(),
        OfficeFile.create(path, office=chosen.office, take_over=chosen.take_over),
    ):
        say(f"Made {path}, an empty office.")
    return Status.DONE


NEW = Command(
    "new",
    "Make an empty office where there is no file yet.",
    'boarddesk new office.boarddesk --office "Northmoor"',
    _new_arguments,
    _new,
)


def _sample_arguments(parser: ArgumentParser) -> None:
    _place_argument(parser, "where the sample shall be; there must be no file yet")
    parser.add_argument(
        "--years",
        type=_from(LEAST_YEARS),
        default=LEAST_YEARS,
        metavar="N",
        help="years of meetings, from 2 (2)",
    )
    parser.add_argument(
        "--scale", type=_from(1), default=1, metavar="K", help="times as many boards and actions (1)"
    )


def _from(least: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if number < least:
            raise ValueError(text)
        return number

    read.__name__ = f"whole number from {least}"
    return read


def _sample(chosen: Namespace) -> int:
    # The sample is long to load and nothing else needs it.
    from boarddesk.sample.office import make_sample

    path = make_sample(new_office_path(chosen.file), today=today(), years=chosen.years, scale=chosen.scale)
    say(f"Made {path}, a fictional office to try everything on.")
    return Status.DONE


SAMPLE = Command(
    "sample",
    "Make the fictional sample office, the same for everybody on the same day.",
    "boarddesk sample sample.boarddesk --years 3",
    _sample_arguments,
    _sample,
)


def _backup_arguments(parser: ArgumentParser) -> None:
    file_argument(parser)
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where to keep it (your own data folder)")


def _backup(chosen: Namespace) -> int:
    if chosen.to is not None and not stands(chosen.to):
        refuse_name(chosen.to)
    made = back_up(chosen.file, chosen.to, reason=ASKED_FOR)
    say(f"Backed up to {made.path}")
    say(f"It holds the office {contents(made).sentence}.")
    with OfficeFile.open(chosen.file, read_only=True) as file:
        told_of(file)
    return Status.DONE


BACKUP = Command(
    "backup",
    "Make a backup that has been opened and found whole.",
    "boarddesk backup office.boarddesk --to copies",
    _backup_arguments,
    _backup,
)


def _restore_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "backup", type=Path, metavar="BACKUP", help="the backup to bring back, or its folder: the newest"
    )
    _place_argument(parser, "where the restored office shall be; there must be no file yet")
    passphrase_argument(parser)


def _restore(chosen: Namespace) -> int:
    backup = backup_at(chosen.backup)
    held = contents(backup)
    path = restore(backup, new_office_path(chosen.file))
    say(f"Restored to {path}: the office {held.sentence}.")
    return Status.DONE


RESTORE = Command(
    "restore",
    "Bring a backup back as a new file; no file is ever overwritten.",
    "boarddesk restore copies restored.boarddesk",
    _restore_arguments,
    _restore,
)


def backup_at(path: Path) -> Backup:
    """A backup by where it lies, renamed or moved ones too: then the date of the file tells its age.

    A folder that `backup --to` wrote in stands for the newest of its one office.
    """
    if path.is_dir():
        return _newest_in(path)
    siblings = backups_of(path.parent.name, path.parent.parent) if path.parent.name else []
    named = next((backup for backup in siblings if backup.path.name == path.name), None)
    if named is not None:
        return named
    if not path.is_file():
        raise FileProblem(f"{path.name} is not there. It may have been moved, renamed or deleted.")
    made_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Backup(path, "", 0, made_at, "")


def _newest_in(folder: Path) -> Backup:
    newest = [backups_of(file_id, folder)[0] for file_id in known_files(folder)]
    if len(newest) == 1:
        return newest[0]
    if not newest:
        raise FileProblem(f"There is no backup in {folder}.")
    raise Refused(
        f"{folder} holds backups of {len(newest)} offices: name one of them, such as {newest[0].path}."
    )


def _export_arguments(parser: ArgumentParser) -> None:
    file_argument(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="PATH", help="ends in .xlsx or .json")


def _export(chosen: Namespace) -> int:
    write = EXPORTS.get(chosen.out.suffix.lower())
    if write is None:
        raise Refused(f"{chosen.out.name} ends in neither .xlsx nor .json: choose one of the two.")
    check_place(chosen.out)
    with to_read(chosen.file) as file:
        listings = {name: listing(ListQuery(file, None, today())) for name, listing in SUBJECTS.items()}
        content = write(file.office, listings)
    say(f"Exported to {where(save(chosen.out, content), chosen.out)}")
    return Status.DONE


def _as_workbook(office_name: str, listings: Mapping[str, Listing]) -> bytes:
    sheets = [
        Sheet(name.capitalize(), f"{name.capitalize()} of the office", listing.headings, listing.rows)
        for name, listing in listings.items()
    ]
    return workbook(office_name or "Office", sheets, facts=f"As at {in_words(today())}")


def _as_json(office_name: str, listings: Mapping[str, Listing]) -> bytes:
    document = {"office": office_name, "as_at": today()}
    return as_json(document | {name: listing.document for name, listing in listings.items()}).encode()


EXPORTS = {".xlsx": _as_workbook, ".json": _as_json}

EXPORT = Command(
    "export",
    "Write the whole office as a workbook or as JSON.",
    "boarddesk export office.boarddesk --out office.xlsx",
    _export_arguments,
    _export,
)


def _verify(chosen: Namespace) -> int:
    header = read_header(chosen.file)  # what is no office file of ours is refused for what it is
    found = check_file(chosen.file)
    for fault in found:
        say(fault)
    if found:
        raise FileProblem(
            f"{chosen.file.name} is not whole. Keep it as it is, and restore the newest backup to a new file."
        )
    if header.user_version == SCHEMA_VERSION:
        say(
            f"{chosen.file} is whole: its pages, the log of its changes, every record as the log left it, "
            "its papers and the seals of its minutes."
        )
    else:
        other = "an older" if header.user_version < SCHEMA_VERSION else "a newer"
        say(
            f"{chosen.file} is whole as far as can be seen: its pages, its keys and the log of its changes. "
            f"It is of {other} format; a program of that format holds its records against the log."
        )
    beside = of_copies(chosen.file)
    if beside:
        say(beside)
    return Status.DONE


VERIFY = Command(
    "verify",
    "Look for damage, and for records, papers, tables or confirmed minutes changed behind the log. "
    "It detects, it does not prevent: whoever can write the file can change it.",
    "boarddesk verify office.boarddesk",
    file_argument,
    _verify,
    prints=True,
)
