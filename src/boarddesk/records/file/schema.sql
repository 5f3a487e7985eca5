-- The office, on one page.  Ids are 16 hex characters; dates ISO text; decimals text, so that they stay exact;
-- rows people order carry a position.  The change log and its triggers are made from these tables.

-- The office ----------------------------------------------------------------------------------------------

CREATE TABLE office (id TEXT PRIMARY KEY, name TEXT NOT NULL DEFAULT '', partnership TEXT NOT NULL DEFAULT '',
  secretary TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE mark_label (id TEXT PRIMARY KEY, mark TEXT NOT NULL UNIQUE, label TEXT NOT NULL) STRICT;

-- Organisations, people, boards, seats -----------------------------------------------------------------------

CREATE TABLE organisation (id TEXT PRIMARY KEY, name TEXT NOT NULL, short_name TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT 'other', position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
  organisation_id TEXT REFERENCES organisation(id) ON DELETE SET NULL, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE person_alias (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  alias TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE board (id TEXT PRIMARY KEY, name TEXT NOT NULL, short_name TEXT NOT NULL UNIQUE, purpose TEXT NOT NULL DEFAULT '',
  frequency TEXT NOT NULL DEFAULT '', review_on TEXT,
  year_start TEXT NOT NULL DEFAULT 'financial',            -- calendar, financial, academic, municipal
  attendance_target TEXT NOT NULL DEFAULT '90',            -- per cent
  target_figure TEXT NOT NULL DEFAULT 'seat',              -- seat or personal
  quorum TEXT NOT NULL DEFAULT '',                         -- '7' seats, or a fraction such as '1/3'; '' none set
  venue TEXT NOT NULL DEFAULT '', start_time TEXT NOT NULL DEFAULT '', minutes_long INTEGER NOT NULL DEFAULT 120,
  -- working days before (negative) or after the meeting
  forms_out INTEGER NOT NULL DEFAULT -19, papers_due INTEGER NOT NULL DEFAULT -6, pack_issued INTEGER NOT NULL DEFAULT -5,
  draft_minutes INTEGER NOT NULL DEFAULT 5, actions_chased INTEGER NOT NULL DEFAULT 10, plan_sent INTEGER NOT NULL DEFAULT 13,
  position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE reporting_line (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  to_board_id TEXT REFERENCES board(id) ON DELETE SET NULL, to_name TEXT NOT NULL,       -- a board of the office, or only its name
  kind TEXT NOT NULL DEFAULT 'accountable to',             -- accountable to, informs, scrutinised by
  from_day TEXT, until_day TEXT,                           -- both stand; NULL: open
  position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE quorum_rule (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  at_least INTEGER NOT NULL, sector TEXT NOT NULL DEFAULT '', role TEXT NOT NULL DEFAULT '',  -- either, roles joined by commas
  position INTEGER NOT NULL DEFAULT 0,
  from_date TEXT) STRICT;                                  -- its first day; NULL: it judges every meeting
CREATE TABLE seat (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE, title TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation(id) ON DELETE SET NULL, role TEXT NOT NULL DEFAULT 'member',
  counts_for_quorum INTEGER NOT NULL DEFAULT 1, expected INTEGER NOT NULL DEFAULT 1,
  from_date TEXT, to_date TEXT, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE membership (id TEXT PRIMARY KEY, seat_id TEXT NOT NULL REFERENCES seat(id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person(id), from_date TEXT, to_date TEXT) STRICT;
CREATE TABLE deputy (id TEXT PRIMARY KEY, seat_id TEXT NOT NULL REFERENCES seat(id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person(id), position INTEGER NOT NULL DEFAULT 0) STRICT;

-- Meetings and attendance ------------------------------------------------------------------------------------

CREATE TABLE meeting (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,                                 -- within the board year of its date
  date TEXT NOT NULL, start_time TEXT NOT NULL DEFAULT '', end_time TEXT NOT NULL DEFAULT '', venue TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'planned', cancelled_why TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE meeting_reply (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  seat_id TEXT NOT NULL REFERENCES seat(id) ON DELETE CASCADE, answer TEXT NOT NULL,     -- coming, apologies, deputy
  deputy_id TEXT REFERENCES person(id), reason TEXT NOT NULL DEFAULT '', UNIQUE (meeting_id, seat_id)) STRICT;
CREATE TABLE roll (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting(id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'open', opened_on TEXT NOT NULL, closed_on TEXT) STRICT;   -- open or closed
CREATE TABLE roll_row (id TEXT PRIMARY KEY, roll_id TEXT NOT NULL REFERENCES roll(id) ON DELETE CASCADE,
  seat_id TEXT NOT NULL REFERENCES seat(id), person_id TEXT REFERENCES person(id),       -- no person: the seat was vacant
  seat_title TEXT NOT NULL, organisation_id TEXT REFERENCES organisation(id), role TEXT NOT NULL,
  expected INTEGER NOT NULL, counts_for_quorum INTEGER NOT NULL, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE attendance_mark (id TEXT PRIMARY KEY, row_id TEXT NOT NULL UNIQUE REFERENCES roll_row(id) ON DELETE CASCADE,
  mark TEXT NOT NULL,                                      -- P V T D A X N; no row here: not recorded
  deputy_id TEXT REFERENCES person(id), reason TEXT NOT NULL DEFAULT '',
  part_from TEXT NOT NULL DEFAULT '', part_to TEXT NOT NULL DEFAULT '',                  -- an item number or a time
  note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE guest (id TEXT PRIMARY KEY, roll_id TEXT NOT NULL REFERENCES roll(id) ON DELETE CASCADE,
  person_id TEXT REFERENCES person(id), name TEXT NOT NULL, organisation TEXT NOT NULL DEFAULT '', purpose TEXT NOT NULL DEFAULT '',
  arrived TEXT NOT NULL DEFAULT '', departed TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0) STRICT;

-- The improvement plan ---------------------------------------------------------------------------------------

CREATE TABLE scheme (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE status (id TEXT PRIMARY KEY, scheme_id TEXT NOT NULL REFERENCES scheme(id) ON DELETE CASCADE, key TEXT NOT NULL,
  label TEXT NOT NULL, letter TEXT NOT NULL, fill TEXT NOT NULL, meaning TEXT NOT NULL DEFAULT '',
  is_a TEXT NOT NULL,                                      -- not_started on_course at_risk off_course complete not_known
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (scheme_id, key)) STRICT;
CREATE TABLE plan (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'improvement plan',
  board_id TEXT REFERENCES board(id) ON DELETE SET NULL, scheme_id TEXT NOT NULL REFERENCES scheme(id),
  from_date TEXT, to_date TEXT, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE term_band (id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, label TEXT NOT NULL,
  earliest TEXT NOT NULL, latest TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE area (id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, number TEXT NOT NULL,
  title TEXT NOT NULL, weakness TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '', project_team TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE area_lead (id TEXT PRIMARY KEY, area_id TEXT NOT NULL REFERENCES area(id) ON DELETE CASCADE, name TEXT NOT NULL,
  person_id TEXT REFERENCES person(id), position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE action (id TEXT PRIMARY KEY, area_id TEXT NOT NULL REFERENCES area(id) ON DELETE CASCADE, ref TEXT NOT NULL,
  text TEXT NOT NULL, accountable TEXT NOT NULL DEFAULT '', success_measure TEXT NOT NULL DEFAULT '',
  by_when TEXT NOT NULL DEFAULT '', earliest TEXT, latest TEXT,                          -- as written, and as understood
  precision TEXT NOT NULL DEFAULT 'none', date_flags TEXT NOT NULL DEFAULT '',           -- flags joined by commas
  original_by_when TEXT, original_latest TEXT,             -- the first date, once it has been moved
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (area_id, ref)) STRICT;
CREATE TABLE action_owner (id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES action(id) ON DELETE CASCADE, name TEXT NOT NULL,
  person_id TEXT REFERENCES person(id), position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE milestone (id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES action(id) ON DELETE CASCADE, text TEXT NOT NULL,
  by_when TEXT NOT NULL DEFAULT '', earliest TEXT, latest TEXT, precision TEXT NOT NULL DEFAULT 'none',
  date_flags TEXT NOT NULL DEFAULT '', original_by_when TEXT, original_latest TEXT, owner TEXT NOT NULL DEFAULT '',
  done INTEGER NOT NULL DEFAULT 0, done_on TEXT, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE judgement (id TEXT PRIMARY KEY,               -- a declared status; the newest as_at (then sequence) stands
  action_id TEXT REFERENCES action(id) ON DELETE CASCADE, area_id TEXT REFERENCES area(id) ON DELETE CASCADE,
  status_id TEXT NOT NULL REFERENCES status(id), from_status_id TEXT REFERENCES status(id),
  said_by TEXT NOT NULL DEFAULT 'lead',                    -- lead, board, adviser
  as_at TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '', path_to_green TEXT NOT NULL DEFAULT '',
  CHECK ((action_id IS NULL) <> (area_id IS NULL))) STRICT;
CREATE TABLE progress_update (id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES action(id) ON DELETE CASCADE,
  as_at TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL, said_by TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE highlight (id TEXT PRIMARY KEY, area_id TEXT NOT NULL REFERENCES area(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                                      -- done, planned, decide, help
  as_at TEXT NOT NULL, text TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE challenge (id TEXT PRIMARY KEY, action_id TEXT REFERENCES action(id) ON DELETE CASCADE,
  kpi_id TEXT REFERENCES kpi(id) ON DELETE CASCADE, risk_id TEXT REFERENCES risk(id) ON DELETE CASCADE,
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL, asked_by TEXT NOT NULL DEFAULT '', asked_on TEXT NOT NULL,
  text TEXT NOT NULL, answered_on TEXT, answer TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE evidence (id TEXT PRIMARY KEY, reference TEXT NOT NULL DEFAULT '', title TEXT NOT NULL, location TEXT NOT NULL DEFAULT '',
  sha256 TEXT REFERENCES paper_bytes(sha256), dated TEXT) STRICT;
CREATE TABLE evidence_link (id TEXT PRIMARY KEY, evidence_id TEXT NOT NULL REFERENCES evidence(id) ON DELETE CASCADE,
  action_id TEXT NOT NULL REFERENCES action(id) ON DELETE CASCADE) STRICT;

-- KPIs: the impact scorecard ------------------------------------------------------------------------------------

CREATE TABLE kpi (id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
  area_id TEXT REFERENCES area(id) ON DELETE CASCADE, action_id TEXT REFERENCES action(id) ON DELETE SET NULL,
  ref TEXT NOT NULL, wording TEXT NOT NULL, unit TEXT NOT NULL DEFAULT 'number', polarity TEXT NOT NULL DEFAULT 'higher',
  tolerance TEXT NOT NULL DEFAULT '0',
  baseline_value TEXT, baseline_words TEXT NOT NULL DEFAULT '', baseline_as_at TEXT,
  headline_comparator TEXT NOT NULL DEFAULT '≥', headline_value TEXT, headline_high TEXT, headline_words TEXT NOT NULL DEFAULT '',
  fed_from TEXT NOT NULL DEFAULT '',                       -- '' or figure:board id:period; 1.0.0 wrote 'seat:SIB'
  position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE checkpoint (id TEXT PRIMARY KEY, kpi_id TEXT NOT NULL REFERENCES kpi(id) ON DELETE CASCADE, label TEXT NOT NULL,
  due TEXT, target_comparator TEXT NOT NULL DEFAULT '≥', target_value TEXT, target_high TEXT, target_words TEXT NOT NULL DEFAULT '',
  actual_value TEXT, actual_words TEXT NOT NULL DEFAULT '', actual_as_at TEXT, source TEXT NOT NULL DEFAULT '',
  provisional INTEGER NOT NULL DEFAULT 0, declared TEXT NOT NULL DEFAULT '', declared_why TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE restatement (id TEXT PRIMARY KEY, checkpoint_id TEXT NOT NULL REFERENCES checkpoint(id) ON DELETE CASCADE,
  old_value TEXT, old_words TEXT NOT NULL DEFAULT '', new_value TEXT, new_words TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL, made_on TEXT NOT NULL) STRICT;

-- Risks and issues -------------------------------------------------------------------------------------------------

-- the newest matrix is in force; none is changed once it is there, and each score keeps the one it was given by
CREATE TABLE risk_matrix (id TEXT PRIMARY KEY, made_on TEXT NOT NULL, sequence INTEGER NOT NULL) STRICT;
CREATE TABLE matrix_step (id TEXT PRIMARY KEY, matrix_id TEXT NOT NULL REFERENCES risk_matrix(id) ON DELETE CASCADE,
  axis TEXT NOT NULL, number INTEGER NOT NULL, word TEXT NOT NULL) STRICT;          -- likelihood or impact, from 1
CREATE TABLE matrix_level (id TEXT PRIMARY KEY, matrix_id TEXT NOT NULL REFERENCES risk_matrix(id) ON DELETE CASCADE,
  name TEXT NOT NULL, severity TEXT NOT NULL,              -- low, moderate, high, extreme: what the office's word is
  review_every_days INTEGER NOT NULL DEFAULT 31, position INTEGER NOT NULL) STRICT;
CREATE TABLE matrix_cell (id TEXT PRIMARY KEY, matrix_id TEXT NOT NULL REFERENCES risk_matrix(id) ON DELETE CASCADE,
  likelihood INTEGER NOT NULL, impact INTEGER NOT NULL,
  level_id TEXT NOT NULL REFERENCES matrix_level(id) ON DELETE CASCADE) STRICT;
CREATE TABLE risk_category (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE,
  tolerable INTEGER, optimal INTEGER) STRICT;              -- the two lines of appetite
CREATE TABLE risk (id TEXT PRIMARY KEY, ref TEXT NOT NULL, board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  title TEXT NOT NULL, cause TEXT NOT NULL DEFAULT '', event TEXT NOT NULL DEFAULT '', effect TEXT NOT NULL DEFAULT '',
  category_id TEXT REFERENCES risk_category(id) ON DELETE SET NULL, area_id TEXT REFERENCES area(id) ON DELETE SET NULL,
  owner TEXT NOT NULL DEFAULT '', raised_on TEXT, response TEXT NOT NULL DEFAULT 'treat',
  proximity TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'open', next_review TEXT,
  -- the owner is a person, a post or a group; `owner` holds the words, which stay should that record go
  owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  status_words TEXT NOT NULL DEFAULT '',                   -- as an imported register had it
  target_by TEXT, closed_on TEXT, closed_why TEXT NOT NULL DEFAULT '',
  accepted_by TEXT NOT NULL DEFAULT '', accepted_until TEXT, accepted_why TEXT NOT NULL DEFAULT '', accepted_on TEXT,
  UNIQUE (board_id, ref),
  CHECK ((owner_person_id IS NOT NULL) + (owner_seat_id IS NOT NULL) + (owner_board_id IS NOT NULL) <= 1)) STRICT;
CREATE TABLE risk_link (id TEXT PRIMARY KEY, risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE,
  action_id TEXT REFERENCES action(id) ON DELETE CASCADE, kpi_id TEXT REFERENCES kpi(id) ON DELETE CASCADE,
  CHECK ((action_id IS NULL) + (kpi_id IS NULL) = 1)) STRICT;
CREATE TABLE risk_score (id TEXT PRIMARY KEY, risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                                      -- inherent, current, target
  -- an imported register may give a product alone, or nothing but a level
  likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 6), impact INTEGER CHECK (impact BETWEEN 1 AND 6), product INTEGER,
  as_at TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL DEFAULT '',                          -- by the matrix then in force, or as it was given
  matrix_id TEXT REFERENCES risk_matrix(id) ON DELETE SET NULL,
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL) STRICT;                  -- that reviewed it
CREATE TABLE control (id TEXT PRIMARY KEY, risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE, text TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '', assurance TEXT NOT NULL DEFAULT '',               -- untested, partial, effective
  tested_on TEXT, position INTEGER NOT NULL DEFAULT 0,
  owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL) STRICT;
CREATE TABLE mitigation (id TEXT PRIMARY KEY, risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE, text TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '', due TEXT, done_on TEXT, position INTEGER NOT NULL DEFAULT 0,
  owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL, due_as_written TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE mitigation_move (id TEXT PRIMARY KEY, mitigation_id TEXT NOT NULL REFERENCES mitigation(id) ON DELETE CASCADE,
  was TEXT, due TEXT, moved_on TEXT NOT NULL, why TEXT NOT NULL DEFAULT '', sequence INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE issue (id TEXT PRIMARY KEY, ref TEXT NOT NULL, title TEXT NOT NULL, impact TEXT NOT NULL DEFAULT '',
  area_id TEXT REFERENCES area(id) ON DELETE SET NULL, risk_id TEXT REFERENCES risk(id) ON DELETE SET NULL,
  owner TEXT NOT NULL DEFAULT '', resolution TEXT NOT NULL DEFAULT '', raised_on TEXT NOT NULL, due TEXT, resolved_on TEXT,
  board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  UNIQUE (board_id, ref)) STRICT;
CREATE TABLE escalation (id TEXT PRIMARY KEY,
  kind TEXT NOT NULL DEFAULT 'risk',                       -- risk, issue, action, decision, professional difference, barrier, concern
  risk_id TEXT REFERENCES risk(id) ON DELETE CASCADE, issue_id TEXT REFERENCES issue(id) ON DELETE CASCADE,
  action_id TEXT REFERENCES action(id) ON DELETE CASCADE,
  what TEXT NOT NULL DEFAULT '',                           -- the words of what is no record
  from_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  board_id TEXT REFERENCES board(id) ON DELETE SET NULL, sent_to TEXT NOT NULL,          -- a board of the office, or only its name
  sent_on TEXT, sequence INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '', asked_for TEXT NOT NULL DEFAULT '',
  parties TEXT NOT NULL DEFAULT '', tried TEXT NOT NULL DEFAULT '',                   -- of a professional difference
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL,                            -- on whose agenda it stands
  taken_on TEXT, outcome TEXT NOT NULL DEFAULT '', came_down_on TEXT, came_down_why TEXT NOT NULL DEFAULT '') STRICT;

-- Imports, papers and issued documents ---------------------------------------------------------------------------------

CREATE TABLE plan_choice (id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                                      -- table, not table, area, not area, column
  heading TEXT NOT NULL, field TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE import_leftover (id TEXT PRIMARY KEY, source TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL,
  why TEXT NOT NULL, imported_on TEXT NOT NULL, settled_on TEXT) STRICT;
CREATE TABLE issued_document (id TEXT PRIMARY KEY, kind TEXT NOT NULL, scope TEXT NOT NULL DEFAULT '', title TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL, version INTEGER NOT NULL, as_at TEXT NOT NULL,
  issued_on TEXT NOT NULL, change_number INTEGER NOT NULL,                               -- the data position
  word_sha256 TEXT NOT NULL REFERENCES paper_bytes(sha256),
  scheme TEXT NOT NULL DEFAULT '') STRICT;                 -- the wording in force, as JSON
CREATE TABLE paper_bytes (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;        -- only added to, not logged

CREATE INDEX plan_choice_plan ON plan_choice(plan_id);
CREATE INDEX reporting_line_board ON reporting_line(board_id);
CREATE INDEX seat_board ON seat(board_id);
CREATE INDEX membership_seat ON membership(seat_id);
CREATE INDEX membership_person ON membership(person_id);
CREATE INDEX meeting_board_date ON meeting(board_id, date);
CREATE INDEX roll_row_roll ON roll_row(roll_id);
CREATE INDEX attendance_mark_of_row ON attendance_mark(row_id, mark);   -- figures are counted without reading the marks' rows
CREATE INDEX roll_row_seat ON roll_row(seat_id);
CREATE INDEX roll_row_person ON roll_row(person_id);
CREATE INDEX guest_roll ON guest(roll_id);
CREATE INDEX area_plan ON area(plan_id);
CREATE INDEX action_owner_action ON action_owner(action_id);
CREATE INDEX milestone_action ON milestone(action_id);
CREATE INDEX judgement_action ON judgement(action_id);
CREATE INDEX judgement_area ON judgement(area_id);
CREATE INDEX progress_update_action ON progress_update(action_id);
CREATE INDEX highlight_area ON highlight(area_id);
CREATE INDEX evidence_link_action ON evidence_link(action_id);
CREATE INDEX checkpoint_kpi ON checkpoint(kpi_id);
CREATE INDEX matrix_cell_matrix ON matrix_cell(matrix_id);
CREATE INDEX risk_link_risk ON risk_link(risk_id);
CREATE INDEX control_risk ON control(risk_id);
CREATE INDEX mitigation_move_mitigation ON mitigation_move(mitigation_id);
CREATE INDEX risk_score_risk ON risk_score(risk_id);
CREATE INDEX mitigation_risk ON mitigation(risk_id);
CREATE INDEX escalation_risk ON escalation(risk_id);
CREATE INDEX escalation_board ON escalation(board_id);
