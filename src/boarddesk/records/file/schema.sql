-- The office, on one page.  Ids are 16 hex characters; dates ISO text; decimals text, so that they stay exact;
-- rows people order carry a position.  Words of a fixed list, days and yes or no are CHECKed: a bit that flips is
-- no other answer.  The change log and its triggers are made from these tables.

-- The office ----------------------------------------------------------------------------------------------

CREATE TABLE office (id TEXT PRIMARY KEY, name TEXT NOT NULL DEFAULT '', partnership TEXT NOT NULL DEFAULT '',
  secretary TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE mark_label (id TEXT PRIMARY KEY, mark TEXT NOT NULL UNIQUE CHECK (mark IN ('P', 'V', 'T', 'D', 'A', 'X', 'N')),
  label TEXT NOT NULL) STRICT;

-- Organisations, people, boards, seats -----------------------------------------------------------------------

CREATE TABLE organisation (id TEXT PRIMARY KEY, name TEXT NOT NULL, short_name TEXT NOT NULL DEFAULT '',
  sector TEXT NOT NULL DEFAULT 'other' CHECK (sector IN ('education', 'health', 'social care', 'parents and carers', 'young people', 'government', 'other')),
  position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL DEFAULT '', phone TEXT NOT NULL DEFAULT '',
  organisation_id TEXT REFERENCES organisation(id) ON DELETE SET NULL, note TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE person_alias (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  alias TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE board (id TEXT PRIMARY KEY, name TEXT NOT NULL, short_name TEXT NOT NULL UNIQUE, purpose TEXT NOT NULL DEFAULT '',
  frequency TEXT NOT NULL DEFAULT '', review_on TEXT,
  year_start TEXT NOT NULL DEFAULT 'financial' CHECK (year_start IN ('calendar', 'financial', 'academic', 'municipal')),
  attendance_target TEXT NOT NULL DEFAULT '90',            -- per cent
  target_figure TEXT NOT NULL DEFAULT 'seat' CHECK (target_figure IN ('seat', 'personal')),
  quorum TEXT NOT NULL DEFAULT '',                         -- '7' seats, or a fraction such as '1/3'; '' none set
  venue TEXT NOT NULL DEFAULT '', start_time TEXT NOT NULL DEFAULT '', minutes_long INTEGER NOT NULL DEFAULT 120,
  -- days before (negative) or after the meeting; each counted in working, clear or calendar days
  forms_out INTEGER NOT NULL DEFAULT -19, papers_due INTEGER NOT NULL DEFAULT -6, pack_issued INTEGER NOT NULL DEFAULT -5,
  draft_minutes INTEGER NOT NULL DEFAULT 5, actions_chased INTEGER NOT NULL DEFAULT 10, plan_sent INTEGER NOT NULL DEFAULT 13,
  position INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL DEFAULT 'partnership board' CHECK (kind IN ('partnership board', 'statutory committee')),
  terms_version TEXT NOT NULL DEFAULT '',                  -- of its terms of reference
  forms_out_in TEXT NOT NULL DEFAULT 'working' CHECK (forms_out_in IN ('working', 'clear', 'calendar')),
  papers_due_in TEXT NOT NULL DEFAULT 'working' CHECK (papers_due_in IN ('working', 'clear', 'calendar')),
  pack_issued_in TEXT NOT NULL DEFAULT 'working' CHECK (pack_issued_in IN ('working', 'clear', 'calendar')),
  draft_minutes_in TEXT NOT NULL DEFAULT 'working' CHECK (draft_minutes_in IN ('working', 'clear', 'calendar')),
  actions_chased_in TEXT NOT NULL DEFAULT 'working' CHECK (actions_chased_in IN ('working', 'clear', 'calendar')),
  plan_sent_in TEXT NOT NULL DEFAULT 'working' CHECK (plan_sent_in IN ('working', 'clear', 'calendar')),
  small_numbers INTEGER NOT NULL DEFAULT 5,                -- a count of children under it is not published
  published_names TEXT NOT NULL DEFAULT 'people' CHECK (published_names IN ('people', 'posts')),  -- in what is published
  CHECK (review_on IS date(review_on))) STRICT;
CREATE TABLE reporting_line (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  to_board_id TEXT REFERENCES board(id) ON DELETE SET NULL, to_name TEXT NOT NULL,       -- a board of the office, or only its name
  kind TEXT NOT NULL DEFAULT 'accountable to' CHECK (kind IN ('accountable to', 'informs', 'scrutinised by')),
  from_day TEXT, until_day TEXT,                           -- both stand; NULL: open
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (from_day IS date(from_day) AND until_day IS date(until_day))) STRICT;
CREATE TABLE quorum_rule (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  at_least INTEGER NOT NULL, sector TEXT NOT NULL DEFAULT ''
    CHECK (sector IN ('', 'education', 'health', 'social care', 'parents and carers', 'young people', 'government', 'other')),
  role TEXT NOT NULL DEFAULT '',                           -- either, roles joined by commas
  position INTEGER NOT NULL DEFAULT 0,
  from_date TEXT,                                          -- its first day; NULL: it judges every meeting
  CHECK (from_date IS date(from_date))) STRICT;
CREATE TABLE seat (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE, title TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation(id) ON DELETE SET NULL, role TEXT NOT NULL DEFAULT 'member'
    CHECK (role IN ('chair', 'vice-chair', 'member', 'co-optee', 'adviser', 'observer', 'secretary')),
  counts_for_quorum INTEGER NOT NULL DEFAULT 1, expected INTEGER NOT NULL DEFAULT 1,
  from_date TEXT, to_date TEXT, position INTEGER NOT NULL DEFAULT 0,
  CHECK (from_date IS date(from_date) AND to_date IS date(to_date)),
  CHECK (counts_for_quorum IN (0, 1) AND expected IN (0, 1))) STRICT;
CREATE TABLE membership (id TEXT PRIMARY KEY, seat_id TEXT NOT NULL REFERENCES seat(id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person(id), from_date TEXT, to_date TEXT,
  terms_version TEXT NOT NULL DEFAULT '', terms_accepted_on TEXT,                        -- of reference: which, and when
  confidentiality_on TEXT, inducted_on TEXT, interests_renewed_on TEXT,
  CHECK (from_date IS date(from_date) AND to_date IS date(to_date) AND terms_accepted_on IS date(terms_accepted_on)
    AND confidentiality_on IS date(confidentiality_on) AND inducted_on IS date(inducted_on)
    AND interests_renewed_on IS date(interests_renewed_on))) STRICT;
CREATE TABLE interest (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  text TEXT NOT NULL, nature TEXT NOT NULL DEFAULT ''
    CHECK (nature IN ('', 'financial', 'non-financial professional', 'non-financial personal', 'indirect')), from_day TEXT,
  until_day TEXT, declared_on TEXT,
  CHECK (from_day IS date(from_day) AND until_day IS date(until_day) AND declared_on IS date(declared_on))) STRICT;
CREATE TABLE free_day (id TEXT PRIMARY KEY, from_day TEXT NOT NULL, until_day TEXT NOT NULL,
  why TEXT NOT NULL DEFAULT '',                            -- days the office keeps free of meetings
  CHECK (from_day IS date(from_day) AND until_day IS date(until_day))) STRICT;
CREATE TABLE deputy (id TEXT PRIMARY KEY, seat_id TEXT NOT NULL REFERENCES seat(id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person(id), position INTEGER NOT NULL DEFAULT 0) STRICT;

-- Meetings and attendance ------------------------------------------------------------------------------------

CREATE TABLE meeting (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,                                 -- within the board year of its date
  date TEXT NOT NULL, start_time TEXT NOT NULL DEFAULT '', end_time TEXT NOT NULL DEFAULT '', venue TEXT NOT NULL DEFAULT '',
  link TEXT NOT NULL DEFAULT '', state TEXT NOT NULL DEFAULT 'planned'
    CHECK (state IN ('planned', 'agenda issued', 'held', 'draft minutes', 'confirmed', 'cancelled', 'inquorate')),
  cancelled_why TEXT NOT NULL DEFAULT '',
  agenda_version INTEGER NOT NULL DEFAULT 0,               -- as last issued; 0: not yet
  agenda_reopened_on TEXT, agenda_reopened_why TEXT NOT NULL DEFAULT '',                 -- for a new version of it
  CHECK (date IS date(date) AND agenda_reopened_on IS date(agenda_reopened_on))) STRICT;
CREATE TABLE meeting_step (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  step TEXT NOT NULL CHECK (step IN ('forms_out', 'papers_due', 'pack_issued', 'meeting', 'draft_minutes', 'actions_chased', 'plan_sent')),
  done_on TEXT NOT NULL, UNIQUE (meeting_id, step),        -- of its rhythm, ticked by hand
  CHECK (done_on IS date(done_on))) STRICT;
CREATE TABLE meeting_reply (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  seat_id TEXT NOT NULL REFERENCES seat(id) ON DELETE CASCADE, answer TEXT NOT NULL CHECK (answer IN ('coming', 'apologies', 'deputy')),
  deputy_id TEXT REFERENCES person(id), reason TEXT NOT NULL DEFAULT '', UNIQUE (meeting_id, seat_id)) STRICT;
CREATE TABLE roll (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting(id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')), opened_on TEXT NOT NULL, closed_on TEXT,
  CHECK (opened_on IS date(opened_on) AND closed_on IS date(closed_on))) STRICT;
CREATE TABLE roll_row (id TEXT PRIMARY KEY, roll_id TEXT NOT NULL REFERENCES roll(id) ON DELETE CASCADE,
  seat_id TEXT NOT NULL REFERENCES seat(id), person_id TEXT REFERENCES person(id),       -- no person: the seat was vacant
  seat_title TEXT NOT NULL, organisation_id TEXT REFERENCES organisation(id), role TEXT NOT NULL
    CHECK (role IN ('chair', 'vice-chair', 'member', 'co-optee', 'adviser', 'observer', 'secretary')),
  expected INTEGER NOT NULL, counts_for_quorum INTEGER NOT NULL, position INTEGER NOT NULL DEFAULT 0,
  CHECK (expected IN (0, 1) AND counts_for_quorum IN (0, 1))) STRICT;
CREATE TABLE attendance_mark (id TEXT PRIMARY KEY, row_id TEXT NOT NULL UNIQUE REFERENCES roll_row(id) ON DELETE CASCADE,
  mark TEXT NOT NULL CHECK (mark IN ('P', 'V', 'T', 'D', 'A', 'X', 'N')),                -- no row here: not recorded
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
  is_a TEXT NOT NULL CHECK (is_a IN ('not_started', 'on_course', 'at_risk', 'off_course', 'complete', 'not_known')),
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (scheme_id, key)) STRICT;
CREATE TABLE plan (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'improvement plan',
  board_id TEXT REFERENCES board(id) ON DELETE SET NULL, scheme_id TEXT NOT NULL REFERENCES scheme(id),
  from_date TEXT, to_date TEXT, position INTEGER NOT NULL DEFAULT 0,
  CHECK (from_date IS date(from_date) AND to_date IS date(to_date))) STRICT;
CREATE TABLE term_band (id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, label TEXT NOT NULL,
  earliest TEXT NOT NULL, latest TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0,
  CHECK (earliest IS date(earliest) AND latest IS date(latest))) STRICT;
CREATE TABLE area (id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE, number TEXT NOT NULL,
  title TEXT NOT NULL, weakness TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT '', project_team TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE area_lead (id TEXT PRIMARY KEY, area_id TEXT NOT NULL REFERENCES area(id) ON DELETE CASCADE, name TEXT NOT NULL,
  person_id TEXT REFERENCES person(id), position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE action (id TEXT PRIMARY KEY, area_id TEXT NOT NULL REFERENCES area(id) ON DELETE CASCADE, ref TEXT NOT NULL,
  text TEXT NOT NULL, accountable TEXT NOT NULL DEFAULT '', success_measure TEXT NOT NULL DEFAULT '',
  by_when TEXT NOT NULL DEFAULT '', earliest TEXT, latest TEXT,                          -- as written, and as understood
  precision TEXT NOT NULL DEFAULT 'none' CHECK (precision IN ('day', 'month', 'quarter', 'term', 'season', 'year', 'none')),
  date_flags TEXT NOT NULL DEFAULT '',                     -- flags joined by commas
  original_by_when TEXT, original_latest TEXT,             -- the first date, once it has been moved
  position INTEGER NOT NULL DEFAULT 0, UNIQUE (area_id, ref),
  CHECK (earliest IS date(earliest) AND latest IS date(latest) AND original_latest IS date(original_latest))) STRICT;
CREATE TABLE action_owner (id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES action(id) ON DELETE CASCADE, name TEXT NOT NULL,
  person_id TEXT REFERENCES person(id), position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE milestone (id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES action(id) ON DELETE CASCADE, text TEXT NOT NULL,
  by_when TEXT NOT NULL DEFAULT '', earliest TEXT, latest TEXT, precision TEXT NOT NULL DEFAULT 'none'
    CHECK (precision IN ('day', 'month', 'quarter', 'term', 'season', 'year', 'none')),
  date_flags TEXT NOT NULL DEFAULT '', original_by_when TEXT, original_latest TEXT, owner TEXT NOT NULL DEFAULT '',
  done INTEGER NOT NULL DEFAULT 0, done_on TEXT, position INTEGER NOT NULL DEFAULT 0,
  CHECK (earliest IS date(earliest) AND latest IS date(latest) AND original_latest IS date(original_latest) AND done_on IS date(done_on)),
  CHECK (done IN (0, 1))) STRICT;
CREATE TABLE judgement (id TEXT PRIMARY KEY,               -- a declared status; the newest as_at (then sequence) stands
  action_id TEXT REFERENCES action(id) ON DELETE CASCADE, area_id TEXT REFERENCES area(id) ON DELETE CASCADE,
  status_id TEXT NOT NULL REFERENCES status(id), from_status_id TEXT REFERENCES status(id),
  said_by TEXT NOT NULL DEFAULT 'lead' CHECK (said_by IN ('lead', 'board', 'adviser')),
  as_at TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '', path_to_green TEXT NOT NULL DEFAULT '',
  CHECK ((action_id IS NULL) <> (area_id IS NULL)),
  CHECK (as_at IS date(as_at))) STRICT;
CREATE TABLE progress_update (id TEXT PRIMARY KEY, action_id TEXT NOT NULL REFERENCES action(id) ON DELETE CASCADE,
  as_at TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL, said_by TEXT NOT NULL DEFAULT '',
  CHECK (as_at IS date(as_at))) STRICT;
CREATE TABLE highlight (id TEXT PRIMARY KEY, area_id TEXT NOT NULL REFERENCES area(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('done', 'planned', 'decide', 'help')),
  as_at TEXT NOT NULL, text TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0,
  CHECK (as_at IS date(as_at))) STRICT;
CREATE TABLE challenge (id TEXT PRIMARY KEY, action_id TEXT REFERENCES action(id) ON DELETE CASCADE,
  kpi_id TEXT REFERENCES kpi(id) ON DELETE CASCADE, risk_id TEXT REFERENCES risk(id) ON DELETE CASCADE,
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL, asked_by TEXT NOT NULL DEFAULT '', asked_on TEXT NOT NULL,
  text TEXT NOT NULL, answered_on TEXT, answer TEXT NOT NULL DEFAULT '',
  board_id TEXT REFERENCES board(id) ON DELETE SET NULL, number INTEGER,                 -- of the board that put it: C-009
  item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL, relayed_by TEXT NOT NULL DEFAULT '',
  accepted INTEGER NOT NULL DEFAULT 1,                     -- an answer that was not leaves it open
  evidence_id TEXT REFERENCES evidence(id) ON DELETE SET NULL,
  CHECK (asked_on IS date(asked_on) AND answered_on IS date(answered_on)),
  CHECK (accepted IN (0, 1))) STRICT;
CREATE TABLE evidence (id TEXT PRIMARY KEY, reference TEXT NOT NULL DEFAULT '', title TEXT NOT NULL, location TEXT NOT NULL DEFAULT '',
  sha256 TEXT REFERENCES paper_bytes(sha256), dated TEXT,
  CHECK (dated IS date(dated))) STRICT;
CREATE TABLE evidence_link (id TEXT PRIMARY KEY, evidence_id TEXT NOT NULL REFERENCES evidence(id) ON DELETE CASCADE,
  action_id TEXT NOT NULL REFERENCES action(id) ON DELETE CASCADE) STRICT;

-- KPIs: the impact scorecard ------------------------------------------------------------------------------------

CREATE TABLE kpi (id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
  area_id TEXT REFERENCES area(id) ON DELETE CASCADE, action_id TEXT REFERENCES action(id) ON DELETE SET NULL,
  ref TEXT NOT NULL, wording TEXT NOT NULL, unit TEXT NOT NULL DEFAULT 'number'
    CHECK (unit IN ('%', 'number', 'weeks', 'money', 'ratio', 'yes/no', 'date', 'words')),
  polarity TEXT NOT NULL DEFAULT 'higher' CHECK (polarity IN ('higher', 'lower', 'range')),
  tolerance TEXT NOT NULL DEFAULT '0',
  baseline_value TEXT, baseline_words TEXT NOT NULL DEFAULT '', baseline_as_at TEXT,
  headline_comparator TEXT NOT NULL DEFAULT '≥' CHECK (headline_comparator IN ('≥', '>', '≤', '<', '=', 'range')),
  headline_value TEXT, headline_high TEXT, headline_words TEXT NOT NULL DEFAULT '',
  fed_from TEXT NOT NULL DEFAULT '',                       -- '' or figure:board id:period; 1.0.0 wrote 'seat:SIB'
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (baseline_as_at IS date(baseline_as_at))) STRICT;
CREATE TABLE checkpoint (id TEXT PRIMARY KEY, kpi_id TEXT NOT NULL REFERENCES kpi(id) ON DELETE CASCADE, label TEXT NOT NULL,
  due TEXT, target_comparator TEXT NOT NULL DEFAULT '≥' CHECK (target_comparator IN ('≥', '>', '≤', '<', '=', 'range')),
  target_value TEXT, target_high TEXT, target_words TEXT NOT NULL DEFAULT '',
  actual_value TEXT, actual_words TEXT NOT NULL DEFAULT '', actual_as_at TEXT, source TEXT NOT NULL DEFAULT '',
  provisional INTEGER NOT NULL DEFAULT 0, declared TEXT NOT NULL DEFAULT '', declared_why TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (due IS date(due) AND actual_as_at IS date(actual_as_at)),
  CHECK (provisional IN (0, 1))) STRICT;
CREATE TABLE restatement (id TEXT PRIMARY KEY, checkpoint_id TEXT NOT NULL REFERENCES checkpoint(id) ON DELETE CASCADE,
  old_value TEXT, old_words TEXT NOT NULL DEFAULT '', new_value TEXT, new_words TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL, made_on TEXT NOT NULL,
  CHECK (made_on IS date(made_on))) STRICT;

-- Risks and issues -------------------------------------------------------------------------------------------------

-- the newest matrix is in force; none is changed once it is there, and each score keeps the one it was given by
CREATE TABLE risk_matrix (id TEXT PRIMARY KEY, made_on TEXT NOT NULL, sequence INTEGER NOT NULL,
  CHECK (made_on IS date(made_on))) STRICT;
CREATE TABLE matrix_step (id TEXT PRIMARY KEY, matrix_id TEXT NOT NULL REFERENCES risk_matrix(id) ON DELETE CASCADE,
  axis TEXT NOT NULL CHECK (axis IN ('likelihood', 'impact')), number INTEGER NOT NULL, word TEXT NOT NULL) STRICT;  -- from 1
CREATE TABLE matrix_level (id TEXT PRIMARY KEY, matrix_id TEXT NOT NULL REFERENCES risk_matrix(id) ON DELETE CASCADE,
  name TEXT NOT NULL, severity TEXT NOT NULL CHECK (severity IN ('low', 'moderate', 'high', 'extreme')),  -- what the office's word is
  review_every_days INTEGER NOT NULL DEFAULT 31, position INTEGER NOT NULL) STRICT;
CREATE TABLE matrix_cell (id TEXT PRIMARY KEY, matrix_id TEXT NOT NULL REFERENCES risk_matrix(id) ON DELETE CASCADE,
  likelihood INTEGER NOT NULL, impact INTEGER NOT NULL,
  level_id TEXT NOT NULL REFERENCES matrix_level(id) ON DELETE CASCADE) STRICT;
CREATE TABLE risk_category (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE,
  tolerable INTEGER, optimal INTEGER) STRICT;              -- the two lines of appetite
CREATE TABLE risk (id TEXT PRIMARY KEY, ref TEXT NOT NULL, board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  title TEXT NOT NULL, cause TEXT NOT NULL DEFAULT '', event TEXT NOT NULL DEFAULT '', effect TEXT NOT NULL DEFAULT '',
  category_id TEXT REFERENCES risk_category(id) ON DELETE SET NULL, area_id TEXT REFERENCES area(id) ON DELETE SET NULL,
  owner TEXT NOT NULL DEFAULT '', raised_on TEXT, response TEXT NOT NULL DEFAULT 'treat'
    CHECK (response IN ('treat', 'tolerate', 'transfer', 'terminate')),
  proximity TEXT NOT NULL DEFAULT '', status TEXT NOT NULL DEFAULT 'open'
    CHECK (status IN ('open', 'escalated', 'closed', 'occurred')), next_review TEXT,
  -- the owner is a person, a post or a group; `owner` holds the words, which stay should that record go
  owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  status_words TEXT NOT NULL DEFAULT '',                   -- as an imported register had it
  target_by TEXT, closed_on TEXT, closed_why TEXT NOT NULL DEFAULT '',
  accepted_by TEXT NOT NULL DEFAULT '', accepted_until TEXT, accepted_why TEXT NOT NULL DEFAULT '', accepted_on TEXT,
  UNIQUE (board_id, ref),
  CHECK ((owner_person_id IS NOT NULL) + (owner_seat_id IS NOT NULL) + (owner_board_id IS NOT NULL) <= 1),
  CHECK (raised_on IS date(raised_on) AND next_review IS date(next_review) AND target_by IS date(target_by)
    AND closed_on IS date(closed_on) AND accepted_until IS date(accepted_until) AND accepted_on IS date(accepted_on))) STRICT;
CREATE TABLE risk_link (id TEXT PRIMARY KEY, risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE,
  action_id TEXT REFERENCES action(id) ON DELETE CASCADE, kpi_id TEXT REFERENCES kpi(id) ON DELETE CASCADE,
  CHECK ((action_id IS NULL) + (kpi_id IS NULL) = 1)) STRICT;
CREATE TABLE risk_score (id TEXT PRIMARY KEY, risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('inherent', 'current', 'target')),
  -- an imported register may give a product alone, or nothing but a level
  likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 6), impact INTEGER CHECK (impact BETWEEN 1 AND 6), product INTEGER,
  as_at TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '',
  level TEXT NOT NULL DEFAULT '',                          -- by the matrix then in force, or as it was given
  matrix_id TEXT REFERENCES risk_matrix(id) ON DELETE SET NULL,
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL,                             -- that reviewed it
  CHECK (as_at IS date(as_at))) STRICT;
CREATE TABLE control (id TEXT PRIMARY KEY, risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE, text TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '', assurance TEXT NOT NULL DEFAULT '' CHECK (assurance IN ('', 'untested', 'partial', 'effective')),
  tested_on TEXT, position INTEGER NOT NULL DEFAULT 0,
  owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  CHECK (tested_on IS date(tested_on))) STRICT;
CREATE TABLE mitigation (id TEXT PRIMARY KEY, risk_id TEXT NOT NULL REFERENCES risk(id) ON DELETE CASCADE, text TEXT NOT NULL,
  owner TEXT NOT NULL DEFAULT '', due TEXT, done_on TEXT, position INTEGER NOT NULL DEFAULT 0,
  owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL, due_as_written TEXT NOT NULL DEFAULT '',
  CHECK (due IS date(due) AND done_on IS date(done_on))) STRICT;
CREATE TABLE mitigation_move (id TEXT PRIMARY KEY, mitigation_id TEXT NOT NULL REFERENCES mitigation(id) ON DELETE CASCADE,
  was TEXT, due TEXT, moved_on TEXT NOT NULL, why TEXT NOT NULL DEFAULT '', sequence INTEGER NOT NULL DEFAULT 0,
  CHECK (was IS date(was) AND due IS date(due) AND moved_on IS date(moved_on))) STRICT;
CREATE TABLE issue (id TEXT PRIMARY KEY, ref TEXT NOT NULL, title TEXT NOT NULL, impact TEXT NOT NULL DEFAULT '',
  area_id TEXT REFERENCES area(id) ON DELETE SET NULL, risk_id TEXT REFERENCES risk(id) ON DELETE SET NULL,
  owner TEXT NOT NULL DEFAULT '', resolution TEXT NOT NULL DEFAULT '', raised_on TEXT NOT NULL, due TEXT, resolved_on TEXT,
  board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL, owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  UNIQUE (board_id, ref),
  CHECK (raised_on IS date(raised_on) AND due IS date(due) AND resolved_on IS date(resolved_on))) STRICT;
CREATE TABLE escalation (id TEXT PRIMARY KEY,
  kind TEXT NOT NULL DEFAULT 'risk' CHECK (kind IN ('risk', 'issue', 'action', 'decision', 'professional difference', 'barrier', 'concern')),
  risk_id TEXT REFERENCES risk(id) ON DELETE CASCADE, issue_id TEXT REFERENCES issue(id) ON DELETE CASCADE,
  action_id TEXT REFERENCES action(id) ON DELETE CASCADE,
  what TEXT NOT NULL DEFAULT '',                           -- the words of what is no record
  from_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  board_id TEXT REFERENCES board(id) ON DELETE SET NULL, sent_to TEXT NOT NULL,          -- a board of the office, or only its name
  sent_on TEXT, sequence INTEGER NOT NULL DEFAULT 0, why TEXT NOT NULL DEFAULT '', asked_for TEXT NOT NULL DEFAULT '',
  parties TEXT NOT NULL DEFAULT '', tried TEXT NOT NULL DEFAULT '',                      -- of a professional difference
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL,                             -- on whose agenda it stands
  taken_on TEXT, outcome TEXT NOT NULL DEFAULT '', came_down_on TEXT, came_down_why TEXT NOT NULL DEFAULT '',
  CHECK (sent_on IS date(sent_on) AND taken_on IS date(taken_on) AND came_down_on IS date(came_down_on))) STRICT;

-- Agendas, papers, decisions and actions arising -------------------------------------------------------------------

-- whoever leads an item is kept as owners are: words, and the person, post or group they name
CREATE TABLE standing_item (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  title TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT ''
    CHECK (purpose IN ('', 'decision', 'discussion', 'assurance', 'information')), kind TEXT NOT NULL DEFAULT 'standing'
    CHECK (kind IN ('', 'standing', 'lived experience', 'deep dive', 'consent')), minutes INTEGER,
  fills TEXT NOT NULL DEFAULT '' CHECK (fills IN ('', 'minutes', 'declarations', 'actions')),  -- it fills itself
  owner TEXT NOT NULL DEFAULT '', owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL,
  owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE forward_entry (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  title TEXT NOT NULL, purpose TEXT NOT NULL DEFAULT ''
    CHECK (purpose IN ('', 'decision', 'discussion', 'assurance', 'information')), kind TEXT NOT NULL DEFAULT ''
    CHECK (kind IN ('', 'standing', 'lived experience', 'deep dive', 'consent')), minutes INTEGER,
  owner TEXT NOT NULL DEFAULT '', owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL,
  owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  wanted_month TEXT NOT NULL DEFAULT '',                   -- 2026-06; of what recurs, the first
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL,                             -- wanted at this one
  every TEXT NOT NULL DEFAULT '' CHECK (every IN ('', 'meeting', 'quarter', 'half-year', 'year')),
  via_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,                             -- its route: that board first
  area_id TEXT REFERENCES area(id) ON DELETE SET NULL, note TEXT NOT NULL DEFAULT '',
  withdrawn_on TEXT, withdrawn_why TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0,
  CHECK (withdrawn_on IS date(withdrawn_on))) STRICT;
CREATE TABLE decision (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,                                 -- within the board year of its day
  verb TEXT NOT NULL DEFAULT 'agreed' CHECK (verb IN ('agreed', 'resolved', 'noted', 'deferred', 'referred')),
  text TEXT NOT NULL, made_on TEXT NOT NULL, how TEXT NOT NULL DEFAULT 'meeting' CHECK (how IN ('meeting', 'chair''s action', 'email')),
  by_whom TEXT NOT NULL DEFAULT '', meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL,
  item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL,
  to_ratify INTEGER NOT NULL DEFAULT 0, ratified_on TEXT,
  ratified_at_id TEXT REFERENCES meeting(id) ON DELETE SET NULL,
  action_id TEXT REFERENCES action(id) ON DELETE SET NULL, kpi_id TEXT REFERENCES kpi(id) ON DELETE SET NULL,
  risk_id TEXT REFERENCES risk(id) ON DELETE SET NULL,     -- what of the plan it is about
  effect TEXT NOT NULL DEFAULT '' CHECK (effect IN ('', 'close', 'supersede', 'business as usual', 'new date')),  -- on that action
  agreed_by_when TEXT NOT NULL DEFAULT '',                 -- the new date, as written
  replaces_id TEXT REFERENCES decision(id) ON DELETE SET NULL,                           -- an earlier decision
  CHECK (made_on IS date(made_on) AND ratified_on IS date(ratified_on)),
  CHECK (to_ratify IN (0, 1))) STRICT;
CREATE TABLE agenda_item (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  parent_id TEXT REFERENCES agenda_item(id) ON DELETE CASCADE, position INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL, short_title TEXT NOT NULL DEFAULT '',
  purpose TEXT NOT NULL DEFAULT '' CHECK (purpose IN ('', 'decision', 'discussion', 'assurance', 'information')),
  kind TEXT NOT NULL DEFAULT '' CHECK (kind IN ('', 'standing', 'lived experience', 'deep dive', 'consent')),
  owner TEXT NOT NULL DEFAULT '', owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL,
  owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  minutes INTEGER, fills TEXT NOT NULL DEFAULT '' CHECK (fills IN ('', 'minutes', 'declarations', 'actions')),
  papers_wanted INTEGER NOT NULL DEFAULT 0,
  restricted INTEGER NOT NULL DEFAULT 0, exempt_paragraph INTEGER CHECK (exempt_paragraph BETWEEN 1 AND 7),
  restricted_why TEXT NOT NULL DEFAULT '',
  late_why TEXT NOT NULL DEFAULT '',                       -- the special circumstances; '' not late
  supplement INTEGER,                                      -- of the issued agenda; NULL: in the agenda itself
  chair_note TEXT NOT NULL DEFAULT '', words_to_use TEXT NOT NULL DEFAULT '',            -- never issued, never copied
  outcome TEXT NOT NULL DEFAULT '' CHECK (outcome IN ('', 'taken', 'deferred', 'not reached')), outcome_note TEXT NOT NULL DEFAULT '',
  from_item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL,
  from_entry_id TEXT REFERENCES forward_entry(id) ON DELETE SET NULL,
  from_escalation_id TEXT REFERENCES escalation(id) ON DELETE SET NULL,
  from_decision_id TEXT REFERENCES decision(id) ON DELETE SET NULL,
  minutes_of_id TEXT REFERENCES meeting(id) ON DELETE SET NULL,                          -- whose minutes it confirms
  added_on_the_day INTEGER NOT NULL DEFAULT 0,             -- taken though it was on no agenda
  consent INTEGER NOT NULL DEFAULT 0,                      -- of the family, to what a case study tells
  CHECK (papers_wanted IN (0, 1) AND restricted IN (0, 1) AND added_on_the_day IN (0, 1) AND consent IN (0, 1))) STRICT;
CREATE TABLE board_action (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  ref TEXT NOT NULL, text TEXT NOT NULL, raised_on TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL, item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL,
  owner TEXT NOT NULL DEFAULT '', owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL,
  owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  due TEXT, due_as_written TEXT NOT NULL DEFAULT '', first_due TEXT, done_on TEXT, done_what TEXT NOT NULL DEFAULT '',
  withdrawn_on TEXT, withdrawn_why TEXT NOT NULL DEFAULT '',
  owner_organisation_id TEXT REFERENCES organisation(id) ON DELETE SET NULL,
  action_id TEXT REFERENCES action(id) ON DELETE SET NULL, kpi_id TEXT REFERENCES kpi(id) ON DELETE SET NULL,
  risk_id TEXT REFERENCES risk(id) ON DELETE SET NULL,     -- what of the plan it is for
  UNIQUE (board_id, ref),
  CHECK (raised_on IS date(raised_on) AND due IS date(due) AND first_due IS date(first_due) AND done_on IS date(done_on)
    AND withdrawn_on IS date(withdrawn_on))) STRICT;
CREATE TABLE co_owner (id TEXT PRIMARY KEY, board_action_id TEXT NOT NULL REFERENCES board_action(id) ON DELETE CASCADE,
  owner TEXT NOT NULL DEFAULT '', owner_person_id TEXT REFERENCES person(id) ON DELETE SET NULL,
  owner_seat_id TEXT REFERENCES seat(id) ON DELETE SET NULL,
  owner_board_id TEXT REFERENCES board(id) ON DELETE SET NULL,
  owner_organisation_id TEXT REFERENCES organisation(id) ON DELETE SET NULL,
  position INTEGER NOT NULL DEFAULT 0) STRICT;             -- who has it with its first owner
CREATE TABLE action_update (id TEXT PRIMARY KEY, board_action_id TEXT NOT NULL REFERENCES board_action(id) ON DELETE CASCADE,
  as_at TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, text TEXT NOT NULL, said_by TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT 'update' CHECK (kind IN ('update', 'reopened')),
  CHECK (as_at IS date(as_at))) STRICT;
CREATE TABLE action_chase (id TEXT PRIMARY KEY, board_action_id TEXT NOT NULL REFERENCES board_action(id) ON DELETE CASCADE,
  chased_on TEXT NOT NULL, whom TEXT NOT NULL DEFAULT '', how TEXT NOT NULL DEFAULT 'e-mail',
  CHECK (chased_on IS date(chased_on))) STRICT;
CREATE TABLE declaration (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL, person_id TEXT NOT NULL REFERENCES person(id),
  nature TEXT NOT NULL, did TEXT NOT NULL DEFAULT 'stayed' CHECK (did IN ('stayed', 'left', 'took no part'))) STRICT;
CREATE TABLE area_return (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  area_id TEXT NOT NULL REFERENCES area(id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('written', 'verbal', 'late', 'none')), UNIQUE (meeting_id, area_id)) STRICT;
CREATE TABLE paper (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE, title TEXT NOT NULL,
  asked_on TEXT, withdrawn_on TEXT, withdrawn_why TEXT NOT NULL DEFAULT '',
  CHECK (asked_on IS date(asked_on) AND withdrawn_on IS date(withdrawn_on))) STRICT;
CREATE TABLE item_paper (id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES agenda_item(id) ON DELETE CASCADE,
  paper_id TEXT NOT NULL REFERENCES paper(id) ON DELETE CASCADE, position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (item_id, paper_id)) STRICT;
CREATE TABLE paper_copy (id TEXT PRIMARY KEY, paper_id TEXT NOT NULL REFERENCES paper(id) ON DELETE CASCADE,
  kind TEXT NOT NULL DEFAULT 'original' CHECK (kind IN ('original', 'clean', 'replacement')),  -- the newest is in force
  name TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES paper_bytes(sha256), size INTEGER NOT NULL,
  taken_in_on TEXT NOT NULL, sequence INTEGER NOT NULL DEFAULT 0, what_changed TEXT NOT NULL DEFAULT '',
  CHECK (taken_in_on IS date(taken_in_on))) STRICT;
CREATE TABLE paper_finding (id TEXT PRIMARY KEY, copy_id TEXT NOT NULL REFERENCES paper_copy(id) ON DELETE CASCADE,
  kind TEXT NOT NULL, sentence TEXT NOT NULL, place TEXT NOT NULL DEFAULT '',
  accepted_why TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE clearance_role (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  name TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE clearance (id TEXT PRIMARY KEY, paper_id TEXT NOT NULL REFERENCES paper(id) ON DELETE CASCADE,
  role_id TEXT NOT NULL REFERENCES clearance_role(id) ON DELETE CASCADE, cleared_by TEXT NOT NULL DEFAULT '',
  cleared_on TEXT, how TEXT NOT NULL DEFAULT '', asked_on TEXT, UNIQUE (paper_id, role_id),
  CHECK (cleared_on IS date(cleared_on) AND asked_on IS date(asked_on))) STRICT;
CREATE TABLE pack (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  supplement INTEGER NOT NULL DEFAULT 0,                   -- 0: the pack itself
  issued_id TEXT REFERENCES issued_document(id) ON DELETE SET NULL, issued_on TEXT NOT NULL,
  UNIQUE (meeting_id, supplement),
  CHECK (issued_on IS date(issued_on))) STRICT;
CREATE TABLE pack_part (id TEXT PRIMARY KEY, pack_id TEXT NOT NULL REFERENCES pack(id) ON DELETE CASCADE,
  item TEXT NOT NULL DEFAULT '', title TEXT NOT NULL, paper_id TEXT REFERENCES paper(id) ON DELETE SET NULL,
  copy_sha256 TEXT, first INTEGER NOT NULL, pages INTEGER NOT NULL,                      -- numbers once issued never move
  position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE cover_heading (id TEXT PRIMARY KEY, board_id TEXT NOT NULL REFERENCES board(id) ON DELETE CASCADE,
  title TEXT NOT NULL, fills TEXT NOT NULL DEFAULT ''
    CHECK (fills IN ('', 'purpose', 'background', 'strategy', 'families', 'financial', 'legal', 'equality', 'risk', 'climate',
      'exempt information', 'appendices', 'background papers')),
  position INTEGER NOT NULL DEFAULT 0) STRICT;

-- Minutes -----------------------------------------------------------------------------------------------------------

CREATE TABLE minutes (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting(id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'with the chair', 'circulated', 'confirmed')),
  with_chair_on TEXT, circulated_on TEXT, confirmed_on TEXT,
  confirmed_at_id TEXT REFERENCES meeting(id) ON DELETE SET NULL,                        -- the meeting that confirmed them
  CHECK (with_chair_on IS date(with_chair_on) AND circulated_on IS date(circulated_on) AND confirmed_on IS date(confirmed_on))) STRICT;
CREATE TABLE item_minute (id TEXT PRIMARY KEY, item_id TEXT NOT NULL UNIQUE REFERENCES agenda_item(id) ON DELETE CASCADE,
  began TEXT NOT NULL DEFAULT '', sequence INTEGER NOT NULL DEFAULT 0,                   -- time of day; the order it was taken in
  heading TEXT NOT NULL DEFAULT '', was_said TEXT NOT NULL DEFAULT '',                   -- the chair's update, in public words
  will_do TEXT NOT NULL DEFAULT '', for_families TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE minute_block (id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES agenda_item(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,                               -- with gaps, so that others need not move
  kind TEXT NOT NULL DEFAULT 'paragraph' CHECK (kind IN ('paragraph', 'bullet', 'decision', 'action', 'challenge')),
  text TEXT NOT NULL DEFAULT '', marks TEXT NOT NULL DEFAULT '',                         -- spans such as b0-12 r40-52
  restricted INTEGER NOT NULL DEFAULT 0,                   -- all of it, withheld from what is published
  decision_id TEXT REFERENCES decision(id) ON DELETE CASCADE,
  board_action_id TEXT REFERENCES board_action(id) ON DELETE CASCADE,
  challenge_id TEXT REFERENCES challenge(id) ON DELETE CASCADE,
  CHECK (restricted IN (0, 1))) STRICT;
CREATE TABLE circulation (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  version INTEGER NOT NULL, sent_on TEXT NOT NULL, corrections_by TEXT,
  content TEXT NOT NULL,                                   -- the blocks as they went out, as JSON
  CHECK (sent_on IS date(sent_on) AND corrections_by IS date(corrections_by))) STRICT;
CREATE TABLE returned_copy (id TEXT PRIMARY KEY, circulation_id TEXT NOT NULL REFERENCES circulation(id) ON DELETE CASCADE,
  sent_by TEXT NOT NULL, came_on TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT REFERENCES paper_bytes(sha256),
  reading TEXT NOT NULL DEFAULT 'tracked' CHECK (reading IN ('tracked', 'compared')), position INTEGER NOT NULL DEFAULT 0,
  CHECK (came_on IS date(came_on))) STRICT;
CREATE TABLE proposed_correction (id TEXT PRIMARY KEY, copy_id TEXT NOT NULL REFERENCES returned_copy(id) ON DELETE CASCADE,
  item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL,
  block TEXT NOT NULL DEFAULT '', after_block TEXT NOT NULL DEFAULT '',                  -- ids as circulated; after which a new one stands
  kind TEXT NOT NULL CHECK (kind IN ('change', 'insert', 'delete', 'move', 'join', 'comment')),
  author TEXT NOT NULL DEFAULT '', made_on TEXT,
  was TEXT NOT NULL DEFAULT '', will_be TEXT NOT NULL DEFAULT '', marks TEXT NOT NULL DEFAULT '',
  said TEXT NOT NULL DEFAULT '', answer TEXT NOT NULL DEFAULT '',                        -- a comment, and what was answered
  choice TEXT NOT NULL DEFAULT '' CHECK (choice IN ('', 'accepted', 'refused')), taken_on TEXT,
  own_words TEXT NOT NULL DEFAULT '',                      -- what the secretary wrote herself
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (made_on IS date(made_on) AND taken_on IS date(taken_on))) STRICT;
CREATE TABLE minutes_correction (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  number INTEGER NOT NULL, item_id TEXT REFERENCES agenda_item(id) ON DELETE SET NULL,   -- of the minutes corrected
  was TEXT NOT NULL DEFAULT '', will_be TEXT NOT NULL, why TEXT NOT NULL DEFAULT '', made_on TEXT NOT NULL,
  made_at_id TEXT REFERENCES meeting(id) ON DELETE SET NULL,                             -- the meeting that made it
  after_confirmation INTEGER NOT NULL DEFAULT 0, block TEXT NOT NULL DEFAULT '',
  CHECK (made_on IS date(made_on)),
  CHECK (after_confirmation IN (0, 1))) STRICT;
CREATE TABLE sealed_minutes (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting(id),
  board_id TEXT NOT NULL REFERENCES board(id), sequence INTEGER NOT NULL, sealed_on TEXT NOT NULL,
  content TEXT NOT NULL, previous TEXT NOT NULL, fingerprint TEXT NOT NULL, code TEXT NOT NULL,
  UNIQUE (board_id, sequence),                             -- as confirmed, as JSON; each fingerprint takes in the one before
  CHECK (sealed_on IS date(sealed_on))) STRICT;
CREATE TABLE publication (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what IN ('agenda', 'papers', 'minutes', 'update')), published_on TEXT NOT NULL,
  withheld TEXT NOT NULL DEFAULT '',
  UNIQUE (meeting_id, what),
  CHECK (published_on IS date(published_on))) STRICT;
CREATE TABLE publish_choice (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  place TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL,                          -- a block's id or a field; what was pointed at
  how TEXT NOT NULL CHECK (how IN ('replaced', 'withheld', 'accepted')), instead TEXT NOT NULL DEFAULT '', why TEXT NOT NULL DEFAULT '',
  chosen_on TEXT NOT NULL,
  CHECK (chosen_on IS date(chosen_on))) STRICT;
CREATE TABLE transcript (id TEXT PRIMARY KEY, meeting_id TEXT NOT NULL REFERENCES meeting(id) ON DELETE CASCADE,
  file_name TEXT NOT NULL, came_on TEXT NOT NULL, starts TEXT NOT NULL DEFAULT '',       -- the time of day of its zero
  line_count INTEGER NOT NULL, sha256 TEXT REFERENCES paper_bytes(sha256), deleted_on TEXT,
  CHECK (came_on IS date(came_on) AND deleted_on IS date(deleted_on))) STRICT;
CREATE TABLE retention_class (id TEXT PRIMARY KEY, what TEXT NOT NULL, years INTEGER NOT NULL,
  counted_from TEXT NOT NULL DEFAULT '' CHECK (counted_from IN ('', 'its own day', 'the end of its financial year')),
  why TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE certificate (id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, made_on TEXT NOT NULL, what TEXT NOT NULL,
  how_many INTEGER NOT NULL, why TEXT NOT NULL DEFAULT '', content TEXT NOT NULL DEFAULT '',  -- what was deleted, never what it said
  CHECK (made_on IS date(made_on))) STRICT;

-- Imports and issued documents ---------------------------------------------------------------------------------

CREATE TABLE plan_choice (id TEXT PRIMARY KEY, plan_id TEXT NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('table', 'not table', 'area', 'not area', 'column')),
  heading TEXT NOT NULL, field TEXT NOT NULL DEFAULT '', position INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE import_leftover (id TEXT PRIMARY KEY, source TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL,
  why TEXT NOT NULL, imported_on TEXT NOT NULL, settled_on TEXT,
  CHECK (imported_on IS date(imported_on) AND settled_on IS date(settled_on))) STRICT;
CREATE TABLE issued_document (id TEXT PRIMARY KEY, kind TEXT NOT NULL, scope TEXT NOT NULL DEFAULT '', title TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting(id) ON DELETE SET NULL, version INTEGER NOT NULL, as_at TEXT NOT NULL,
  issued_on TEXT NOT NULL, change_number INTEGER NOT NULL, -- the data position
  word_sha256 TEXT NOT NULL REFERENCES paper_bytes(sha256),
  scheme TEXT NOT NULL DEFAULT '',                         -- the wording in force, as JSON
  form TEXT NOT NULL DEFAULT '.docx',
  left_over_why TEXT NOT NULL DEFAULT '',                  -- why it went out with placeholders left in it
  CHECK (as_at IS date(as_at) AND issued_on IS date(issued_on))) STRICT;
CREATE TABLE paper_bytes (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT;        -- only added to, not logged

CREATE INDEX plan_choice_plan ON plan_choice(plan_id);
CREATE INDEX reporting_line_board ON reporting_line(board_id);
CREATE INDEX seat_board ON seat(board_id);
CREATE INDEX membership_seat ON membership(seat_id);
CREATE INDEX membership_person ON membership(person_id);
CREATE INDEX meeting_board_date ON meeting(board_id, date);
CREATE INDEX roll_row_roll ON roll_row(roll_id);
CREATE INDEX attendance_mark_of_row ON attendance_mark(row_id, mark);                    -- figures are counted without reading the marks' rows
CREATE INDEX roll_row_seat ON roll_row(seat_id);
CREATE INDEX roll_row_person ON roll_row(person_id);
CREATE INDEX guest_roll ON guest(roll_id);
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
CREATE INDEX co_owner_action ON co_owner(board_action_id);
CREATE INDEX action_update_action ON action_update(board_action_id);
CREATE INDEX action_chase_action ON action_chase(board_action_id);
CREATE INDEX minute_block_item ON minute_block(item_id);
CREATE INDEX circulation_meeting ON circulation(meeting_id);
CREATE INDEX proposed_correction_copy ON proposed_correction(copy_id);
CREATE INDEX minutes_correction_meeting ON minutes_correction(meeting_id);
CREATE INDEX publish_choice_meeting ON publish_choice(meeting_id);
CREATE INDEX transcript_meeting ON transcript(meeting_id);
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
