"""What version 7 of the file format brought: minutes from draft to confirmed, publishing, retention."""

from __future__ import annotations

from typing import Final

from boarddesk.records.file.growth import grow
from boarddesk.records.file.library import Database, Migrations

TO_7: Final = Migrations("boarddesk 7")

_TABLES: Final = """
CREATE TABLE co_owner (id TEXT PRIMARY KEY, board_action_id TEXT NOT NULL REFERENCES board_action(id) ON
  DELETE CASCADE, owner TEXT NOT NULL DEFAULT '', owner_person_id TEXT REFERENCES person(id) ON DELETE
  SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL, owner_board_id TEXT REFERENCES
  board(id) ON DELETE SET NULL, owner_organisation_id TEXT REFERENCES organisation(id) ON DELETE SET
  NULL, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE action_update (id TEXT PRIMARY KEY, board_action_id TEXT NOT NULL REFERENCES
  board_action(id) ON DELETE CASCADE, as_at TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, text TEXT
  NOT NULL, said_by TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'update') STRICT;
CREATE TABLE action_chase (id TEXT PRIMARY KEY, board_action_id TEXT NOT NULL REFERENCES board_action(id)
  ON DELETE CASCADE, chased_on TEXT NOT NULL, whom TEXT NOT NULL DEFAULT '', how TEXT NOT NULL DEFAULT
  'e-mail') STRICT;
CREATE TABLE minutes (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting(id) ON
  DELETE CASCADE, state TEXT NOT NULL DEFAULT 'draft', with_chair_on TEXT, circulated_on TEXT,
  confirmed_on TEXT, confirmed_at_id TEXT REFERENCES meeting(id) ON DELETE SET NULL) STRICT;
CREATE TABLE item_minute (id TEXT PRIMARY KEY, item_id TEXT NOT NULL UNIQUE REFERENCES agenda_item(id) ON
  DELETE CASCADE, began TEXT NOT NULL DEFAULT '', sequence INTEGER NOT NULL DEFAULT 0, heading TEXT NOT
  NULL DEFAULT '', was_said TEXT NOT NULL DEFAULT '', will_do TEXT NOT NULL DEFAULT '', for_families TEXT
  NOT NULL DEFAULT '') STRICT;
CREATE TABLE minute_block (id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES agenda_item(id) ON
  DELETE CASCADE, position INTEGER NOT NULL, kind TEXT NOT NULL DEFAULT 'paragraph', text TEXT NOT NULL
  DEFAULT '', marks TEXT NOT NULL DEFAULT '', restricted INTEGER NOT NULL DEFAULT 0, decision_id TEXT
  REFERENCES decision(id) ON DELETE CASCADE, board_action_id TEXT REFERENCES board_action(id) ON DELETE
  CASCADE, challenge_id TEXT REFERENCES challenge(id) ON DELETE CASCADE) STRICT;
CREATE TABLE circulation (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE
  CASCADE, version INTEGER NOT NULL, sent_on TEXT NOT NULL, corrections_by TEXT, content TEXT NOT NULL)
  STRICT;
CREATE TABLE returned_copy (id TEXT PRIMARY KEY, circulation_id TEXT NOT NULL REFERENCES circulation(id)
  ON DELETE CASCADE, sent_by TEXT NOT NULL, came_on TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT
  REFERENCES paper_bytes(sha256), reading TEXT NOT NULL DEFAULT 'tracked', position INTEGER NOT NULL
  DEFAULT 0) STRICT;
CREATE TABLE proposed_correction (id TEXT PRIMARY KEY, copy_id TEXT NOT NULL REFERENCES returned_copy(id)
  ON DELETE CASCADE, item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL, block TEXT NOT NULL
  DEFAULT '', after_block TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL, author TEXT NOT NULL DEFAULT '',
  made_on TEXT, was TEXT NOT NULL DEFAULT '', will_be TEXT NOT NULL DEFAULT '', marks TEXT NOT NULL
  DEFAULT '', said TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '', choice TEXT NOT NULL
  DEFAULT '', taken_on TEXT, own_words TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE minutes_correction (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON
  DELETE CASCADE, number INTEGER NOT NULL, item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL,
  was TEXT NOT NULL DEFAULT '', will_be TEXT NOT NULL, why TEXT NOT NULL DEFAULT '', made_on TEXT NOT
  NULL, made_at_id TEXT REFERENCES meeting(id) ON DELETE SET NULL, after_confirmation INTEGER NOT NULL
  DEFAULT 0, block TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE sealed_minutes (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting(id),
  board_id TEXT NOT NULL REFERENCES board(id), sequence INTEGER NOT NULL, sealed_on TEXT NOT NULL,
  content TEXT NOT NULL, previous TEXT NOT NULL, fingerprint TEXT NOT NULL, code TEXT NOT NULL, UNIQUE
  (board_id, sequence)) STRICT;
CREATE TABLE publication (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE
  CASCADE, what TEXT NOT NULL, published_on TEXT NOT NULL, withheld TEXT NOT NULL DEFAULT '', UNIQUE
  (meeting_id, what)) STRICT;
CREATE TABLE publish_choice (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON
  DELETE CASCADE, place TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL, how TEXT NOT NULL,
  instead TEXT NOT NULL DEFAULT '', why TEXT NOT NULL DEFAULT '', chosen_on TEXT NOT NULL) STRICT;
CREATE TABLE transcript (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE
  CASCADE, file_name TEXT NOT NULL, came_on TEXT NOT NULL, starts TEXT NOT NULL DEFAULT '', line_count
  INTEGER NOT NULL, sha256 TEXT REFERENCES paper_bytes(sha256), deleted_on TEXT) STRICT;
CREATE TABLE retention_class (id TEXT PRIMARY KEY, what TEXT NOT NULL, years INTEGER NOT NULL,
  counted_from TEXT NOT NULL DEFAULT '', why TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT
  0) STRICT;
CREATE TABLE certificate (id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, made_on TEXT NOT NULL,
  what TEXT NOT NULL, how_many INTEGER NOT NULL, why TEXT NOT NULL DEFAULT '', content TEXT NOT NULL
  DEFAULT '') STRICT;
CREATE INDEX co_owner_action ON co_owner(board_action_id);
CREATE INDEX action_update_action ON action_update(board_action_id);
CREATE INDEX action_chase_action ON action_chase(board_action_id);
CREATE INDEX minute_block_item ON minute_block(item_id);
CREATE INDEX circulation_meeting ON circulation(meeting_id);
CREATE INDEX proposed_correction_copy ON proposed_correction(copy_id);
CREATE INDEX minutes_correction_meeting ON minutes_correction(meeting_id);
CREATE INDEX publish_choice_meeting ON publish_choice(meeting_id);
CREATE INDEX transcript_meeting ON transcript(meeting_id);
"""

_OF_THE_PLAN: Final = tuple(
    f"{record}_id TEXT REFERENCES {record}(id) ON DELETE SET NULL" for record in ("action", "kpi", "risk")
)

_COLUMNS: Final = {
    "board": (
        "small_numbers INTEGER NOT NULL DEFAULT 5",
        "published_names TEXT NOT NULL DEFAULT 'people'",
    ),
    "challenge": (
        "board_id TEXT REFERENCES board(id) ON DELETE SET NULL",
        "number INTEGER",
        "item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL",
        "relayed_by TEXT NOT NULL DEFAULT ''",
        "accepted INTEGER NOT NULL DEFAULT 1",
        "evidence_id TEXT REFERENCES evidence(id) ON DELETE SET NULL",
    ),
    "decision": (
        *_OF_THE_PLAN,
        "effect TEXT NOT NULL DEFAULT ''",
        "agreed_by_when TEXT NOT NULL DEFAULT ''",
        "replaces_id TEXT REFERENCES decision(id) ON DELETE SET NULL",
    ),
    "agenda_item": (
        "added_on_the_day INTEGER NOT NULL DEFAULT 0",
        "consent INTEGER NOT NULL DEFAULT 0",
    ),
    "board_action": (
        "owner_organisation_id TEXT REFERENCES organisation(id) ON DELETE SET NULL",
        *_OF_THE_PLAN,
    ),
}


@TO_7(name="meetings have minutes, and boards publish them")
def _prepare_minutes(database: Database) -> None:
    """Nothing of it was kept before; each answer to a question was accepted."""
    grow(database, _TABLES, _COLUMNS)
