"""What version 6 of the file format brought: agendas, papers, decisions, actions arising, a board’s kind."""

from __future__ import annotations

from typing import Final

from boarddesk.records.file.growth import grow
from boarddesk.records.file.library import Database, Migrations

TO_6: Final = Migrations("boarddesk 6")

_TABLES: Final = """
CREATE TABLE interest (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person(id) ON DELETE
  CASCADE, text TEXT NOT NULL, nature TEXT NOT NULL DEFAULT '', from_day TEXT, until_day TEXT, declared_on
  TEXT) STRICT;
CREATE TABLE free_day (id TEXT PRIMARY KEY, from_day TEXT NOT NULL, until_day TEXT NOT NULL, why TEXT NOT
  NULL DEFAULT '') STRICT;
CREATE TABLE meeting_step (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE
  CASCADE, step TEXT NOT NULL, done_on TEXT NOT NULL, UNIQUE (meeting_id, step)) STRICT;
CREATE TABLE standing_item (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE
  CASCADE, title TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT 'standing',
  minutes INTEGER, fills TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '', owner_person_id TEXT
  REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL, position INTEGER NOT NULL DEFAULT 0)
  STRICT;
CREATE TABLE forward_entry (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE
  CASCADE, title TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT '', kind TEXT NOT NULL DEFAULT '', minutes
  INTEGER, owner TEXT NOT NULL DEFAULT '', owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL,
  owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL, owner_board_id TEXT REFERENCES board(id) ON
  DELETE SET NULL, wanted_month TEXT NOT NULL DEFAULT '', meeting_id TEXT REFERENCES meeting(id) ON DELETE
  SET NULL, every TEXT NOT NULL DEFAULT '', via_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  area_id TEXT REFERENCES area(id) ON DELETE SET NULL, note TEXT NOT NULL DEFAULT '', withdrawn_on TEXT,
  withdrawn_why TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE decision (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  number INTEGER NOT NULL, verb TEXT NOT NULL DEFAULT 'agreed', text TEXT NOT NULL, made_on TEXT NOT NULL,
  how TEXT NOT NULL DEFAULT 'meeting', by_whom TEXT NOT NULL DEFAULT '', meeting_id TEXT REFERENCES
  meeting(id) ON DELETE SET NULL, item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL, to_ratify
  INTEGER NOT NULL DEFAULT 0, ratified_on TEXT, ratified_at_id TEXT REFERENCES meeting(id) ON DELETE SET
  NULL) STRICT;
CREATE TABLE agenda_item (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE
  CASCADE, parent_id TEXT REFERENCES agenda_item(id) ON DELETE CASCADE, position INTEGER NOT NULL DEFAULT
  0, title TEXT NOT NULL, short_title TEXT NOT NULL DEFAULT '', purpose TEXT NOT NULL DEFAULT '', kind
  TEXT NOT NULL DEFAULT '', owner TEXT NOT NULL DEFAULT '', owner_person_id TEXT REFERENCES person(id) ON
  DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL, owner_board_id TEXT
  REFERENCES board(id) ON DELETE SET NULL, minutes INTEGER, fills TEXT NOT NULL DEFAULT '', papers_wanted
  INTEGER NOT NULL DEFAULT 0, restricted INTEGER NOT NULL DEFAULT 0, exempt_paragraph INTEGER CHECK
  (exempt_paragraph BETWEEN 1 AND 7), restricted_why TEXT NOT NULL DEFAULT '', late_why TEXT NOT NULL
  DEFAULT '', supplement INTEGER, chair_note TEXT NOT NULL DEFAULT '', words_to_use TEXT NOT NULL DEFAULT
  '', outcome TEXT NOT NULL DEFAULT '', outcome_note TEXT NOT NULL DEFAULT '', from_item_id TEXT
  REFERENCES agenda_item(id) ON DELETE SET NULL, from_entry_id TEXT REFERENCES forward_entry(id) ON DELETE
  SET NULL, from_escalation_id TEXT REFERENCES escalation(id) ON DELETE SET NULL, from_decision_id TEXT
  REFERENCES decision(id) ON DELETE SET NULL, minutes_of_id TEXT REFERENCES meeting(id) ON DELETE SET
  NULL) STRICT;
CREATE TABLE board_action (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE
  CASCADE, ref TEXT NOT NULL, text TEXT NOT NULL, raised_on TEXT NOT NULL, meeting_id TEXT REFERENCES
  meeting(id) ON DELETE SET NULL, item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL, owner TEXT
  NOT NULL DEFAULT '', owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT
  REFERENCES seat(id) ON DELETE SET NULL, owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL, due
  TEXT, due_as_written TEXT NOT NULL DEFAULT '', first_due TEXT, done_on TEXT, done_what TEXT NOT NULL
  DEFAULT '', withdrawn_on TEXT, withdrawn_why TEXT NOT NULL DEFAULT '', UNIQUE (board_id, ref)) STRICT;
CREATE TABLE declaration (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE
  CASCADE, item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL, person_id TEXT NOT NULL REFERENCES
  person(id), nature TEXT NOT NULL, did TEXT NOT NULL DEFAULT 'stayed') STRICT;
CREATE TABLE area_return (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE
  CASCADE, area_id TEXT NOT NULL REFERENCES area(id) ON DELETE CASCADE, state TEXT NOT NULL, UNIQUE
  (meeting_id, area_id)) STRICT;
CREATE TABLE paper (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  title TEXT NOT NULL, asked_on TEXT, withdrawn_on TEXT, withdrawn_why TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE item_paper (id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES agenda_item(id) ON DELETE
  CASCADE, paper_id TEXT NOT NULL REFERENCES paper(id) ON DELETE CASCADE, position INTEGER NOT NULL
  DEFAULT 0, UNIQUE (item_id, paper_id)) STRICT;
CREATE TABLE paper_copy (id TEXT PRIMARY KEY, paper_id TEXT NOT NULL REFERENCES paper(id) ON DELETE
  CASCADE, kind TEXT NOT NULL DEFAULT 'original', name TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES
  paper_bytes(sha256), size INTEGER NOT NULL, taken_in_on TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT
  0, what_changed TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE paper_finding (id TEXT PRIMARY KEY, copy_id TEXT NOT NULL REFERENCES paper_copy(id) ON DELETE
  CASCADE, kind TEXT NOT NULL, sentence TEXT NOT NULL, place TEXT NOT NULL DEFAULT '', accepted_why TEXT
  NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE clearance_role (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE
  CASCADE, name TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE clearance (id TEXT PRIMARY KEY, paper_id TEXT NOT NULL REFERENCES paper(id) ON DELETE
  CASCADE, role_id TEXT NOT NULL REFERENCES clearance_role(id) ON DELETE CASCADE, cleared_by TEXT NOT NULL
  DEFAULT '', cleared_on TEXT, how TEXT NOT NULL DEFAULT '', asked_on TEXT, UNIQUE (paper_id, role_id))
  STRICT;
CREATE TABLE pack (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  supplement INTEGER NOT NULL DEFAULT 0, issued_id TEXT REFERENCES issued_document(id) ON DELETE SET NULL,
  issued_on TEXT NOT NULL, UNIQUE (meeting_id, supplement)) STRICT;
CREATE TABLE pack_part (id TEXT PRIMARY KEY, pack_id TEXT NOT NULL REFERENCES pack(id) ON DELETE CASCADE,
  item TEXT NOT NULL DEFAULT '', title TEXT NOT NULL, paper_id TEXT REFERENCES paper(id) ON DELETE SET
  NULL, copy_sha256 TEXT, first INTEGER NOT NULL, pages INTEGER NOT NULL, position INTEGER NOT NULL
  DEFAULT 0) STRICT;
CREATE TABLE cover_heading (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE
  CASCADE, title TEXT NOT NULL, fills TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0)
  STRICT;
CREATE INDEX standing_item_board ON standing_item(board_id);
CREATE INDEX forward_entry_board ON forward_entry(board_id);
CREATE INDEX agenda_item_meeting ON agenda_item(meeting_id);
CREATE INDEX item_paper_item ON item_paper(item_id);
CREATE INDEX paper_copy_paper ON paper_copy(paper_id);
CREATE INDEX paper_finding_copy ON paper_finding(copy_id);
CREATE INDEX decision_board ON decision(board_id, made_on);
CREATE INDEX board_action_board ON board_action(board_id);
CREATE INDEX declaration_meeting ON declaration(meeting_id);
CREATE INDEX pack_part_pack ON pack_part(pack_id);
"""

_COLUMNS: Final = {
    "board": (
        "kind TEXT NOT NULL DEFAULT 'partnership board'",
        "terms_version TEXT NOT NULL DEFAULT ''",
        *(
            f"{step}_in TEXT NOT NULL DEFAULT 'working'"
            for step in (
                *("forms_out", "papers_due", "pack_issued", "draft_minutes", "actions_chased", "plan_sent"),
            )
        ),
    ),
    "membership": (
        "terms_version TEXT NOT NULL DEFAULT ''",
        *(
            f"{step} TEXT"
            for step in ("terms_accepted_on", "confidentiality_on", "inducted_on", "interests_renewed_on")
        ),
    ),
    "meeting": (
        "agenda_version INTEGER NOT NULL DEFAULT 0",
        "agenda_reopened_on TEXT",
        "agenda_reopened_why TEXT NOT NULL DEFAULT ''",
    ),
    "issued_document": (
        "form TEXT NOT NULL DEFAULT '.docx'",
        "left_over_why TEXT NOT NULL DEFAULT ''",
    ),
}


@TO_6(name="meetings have agendas with papers, and boards decide")
def _prepare_meetings(database: Database) -> None:
    """Nothing of it was kept before; each date of the rhythm was in working days, each issue in Word."""
    grow(database, _TABLES, _COLUMNS)
