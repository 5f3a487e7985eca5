"""How an office file is, in the very sentences of the window, and where its backups are copied to."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from boarddesk.cli.command import Command, Status, json_argument
from boarddesk.cli.offices import to_read
from boarddesk.cli.passphrases import passphrase_argument
from boarddesk.cli.terminal import say, say_json
from boarddesk.records.file.backups import backups_everywhere, carry_over
from boarddesk.records.file.moments import now
from boarddesk.records.file.second_place import choose_second_place
from boarddesk.records.health import file_health, log_after, missing_from, wall
from boarddesk.rules.health.sentences import LineState, health_lines, summary
from boarddesk.rules.health.thinning import kept_for

_SIGNS = {LineState.TO_DO: "◆", LineState.NOTE: "○", LineState.GOOD: "●"}


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the office file")
    passphrase_argument(parser)
    parser.add_argument(
        "--second-place",
        type=Path,
        metavar="FOLDER",
        help="from now on copy every backup of this file there too",
    )
    json_argument(parser)


def _health(chosen: Namespace) -> int:
    with to_read(chosen.file) as file:
        if chosen.second_place is not None:
            choose_second_place(file.file_id, chosen.second_place)
            carry_over(file.file_id)
        health = file_health(file)
        lines = health_lines(health, now=wall(now()))
        made = backups_everywhere(file.file_id)
        log = log_after(file, made)
        why = kept_for([backup.made_at for backup in made], at=now())
        if chosen.json:
            backups = [
                {
                    "path": str(backup.path),
                    "made_at": backup.made_at.isoformat(),
                    "kept_because": backup.reason or reason,
                    "changes_since": len(missing_from(backup, log, commit_number=file.commit_number)),
                }
                for backup, reason in zip(made, why, strict=True)
            ]
            matters = [
                {"about": line.title, "state": line.state, "says": line.sentence, "proof": line.proof}
                for line in lines
            ]
            say_json(
                {
                    "file": str(chosen.file),
                    "summary": summary(health, lines),
                    "matters": matters,
                    "backups": backups,
                }
            )
            return Status.DONE
    said = summary(health, lines)
    say(f"{health.whereabouts.name}: {said}.")
    for line in lines:
        say(f"\n{_SIGNS[line.state]} {line.title}: {line.sentence}\n  {line.proof}")
    return Status.DONE


HEALTH = Command(
    "health",
    "Say how the file is: where it lies, who has it, what was checked and backed up, and what to do.",
    "boarddesk health office.boarddesk --second-place E:\\Copies",
    _arguments,
    _health,
)
