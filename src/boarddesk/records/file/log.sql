-- The file's own card and its change log.  The triggers that write change_row are made from the office's tables.

CREATE TABLE file_meta (one INTEGER PRIMARY KEY CHECK (one = 1),
  file_id TEXT NOT NULL,                                   -- names this file and its backups
  origin TEXT NOT NULL,                                    -- the file it grew from: where its hash chain begins
  commit_number INTEGER NOT NULL DEFAULT 0,                -- one more with each change
  chain_head TEXT NOT NULL,                                -- the newest entry's link of the hash chain
  written_by TEXT NOT NULL DEFAULT '', written_on TEXT NOT NULL DEFAULT '',              -- person and machine
  written_at TEXT NOT NULL,
  writing INTEGER) STRICT;                                 -- the entry being written; none outside a change

CREATE TABLE change_entry (number INTEGER PRIMARY KEY,     -- the commit number it was made under
  label TEXT NOT NULL, who TEXT NOT NULL, made_at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'mark')),                 -- a mark: created, migrated, restored
  reverses INTEGER,                                        -- the change an undo took back or a redo brought back
  undo_next INTEGER, redo_next INTEGER,                    -- what undo and redo would take up after this entry
  first_row INTEGER NOT NULL, last_row INTEGER NOT NULL,
  salt TEXT NOT NULL, digest TEXT NOT NULL,                -- of its rows: contents may be erased, the chain stays whole
  chain TEXT NOT NULL) STRICT;                             -- this entry hashed with the one before

CREATE TABLE change_row (id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  table_name TEXT NOT NULL, row_id TEXT NOT NULL,
  before TEXT, after TEXT) STRICT;                         -- JSON; an update holds only the columns that changed; both NULL: erased

CREATE INDEX change_row_row ON change_row(row_id);

CREATE TRIGGER change_entry_stays BEFORE UPDATE ON change_entry WHEN OLD.number IS NOT (SELECT writing FROM file_meta)
BEGIN SELECT RAISE(ABORT, 'the change log is only added to'); END;
CREATE TRIGGER change_entry_is_kept BEFORE DELETE ON change_entry WHEN OLD.number IS NOT (SELECT writing FROM file_meta)
BEGIN SELECT RAISE(ABORT, 'the change log is only added to'); END;
CREATE TRIGGER change_row_stays BEFORE UPDATE ON change_row WHEN OLD.entry IS NOT (SELECT writing FROM file_meta)
BEGIN SELECT RAISE(ABORT, 'the change log is only added to'); END;
CREATE TRIGGER change_row_is_kept BEFORE DELETE ON change_row WHEN OLD.entry IS NOT (SELECT writing FROM file_meta)
BEGIN SELECT RAISE(ABORT, 'the change log is only added to'); END;
