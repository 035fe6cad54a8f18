-- Version 2, the oldest that can be brought forward: the whole of it. Each later version is one script that only adds; a new ledger is made by all of them,
-- in one transaction. A script that was released is never changed. Every key begins with the partnership. Ids are 16 bytes, instants are UTC
-- ticks, days are yyyy-MM-dd. What is personal stands in the columns called sealed and nowhere else.

PRAGMA application_id = 0x4C415057;
PRAGMA user_version = 2;

-- Whose ledger this is, and by which key it is sealed. One row.
CREATE TABLE partnership (
    id         BLOB NOT NULL PRIMARY KEY,
    key_id     BLOB NOT NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
    partnership BLOB NOT NULL REFERENCES partnership,
    case_id     BLOB NOT NULL,
    reference   TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    key_id      BLOB NOT NULL,
    opened_at   INTEGER NOT NULL,
    PRIMARY KEY (partnership, case_id),
    UNIQUE (partnership, reference)
) STRICT, WITHOUT ROWID;

-- The columns stand in the order in which the chain hashes them.
CREATE TABLE entries (
    partnership    BLOB NOT NULL,
    case_id        BLOB NOT NULL,
    sequence       INTEGER NOT NULL,
    act_id         BLOB NOT NULL,
    act_index      INTEGER NOT NULL,
    name           TEXT NOT NULL,
    recorded_at    INTEGER NOT NULL,
    happened_on    TEXT NOT NULL,
    happened_at    TEXT,
    author_account BLOB NOT NULL,
    author_role    TEXT NOT NULL,
    author_agency  TEXT NOT NULL,
    author_team    BLOB NOT NULL,
    paper_kind     TEXT NOT NULL,
    paper_id       BLOB NOT NULL,
    about_scope    TEXT NOT NULL,
    about_people   BLOB NOT NULL,
    sealed         BLOB NOT NULL,
    previous_hash  BLOB NOT NULL,
    hash           BLOB NOT NULL,
    PRIMARY KEY (partnership, case_id, sequence),
    UNIQUE (partnership, case_id, act_id, act_index),
    UNIQUE (partnership, previous_hash),
    FOREIGN KEY (partnership, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;

-- Who is in a case. Derived from its entries and written with them.
CREATE TABLE memberships (
    partnership BLOB NOT NULL,
    case_id     BLOB NOT NULL,
    number      INTEGER NOT NULL,
    account     BLOB,
    team        BLOB,
    relation    TEXT NOT NULL,
    paper_kind  TEXT NOT NULL,
    paper_id    BLOB NOT NULL,
    from_at     INTEGER NOT NULL,
    until_at    INTEGER,
    PRIMARY KEY (partnership, case_id, number),
    FOREIGN KEY (partnership, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;
CREATE INDEX memberships_of_account ON memberships (partnership, account, case_id) WHERE account IS NOT NULL;
CREATE INDEX memberships_of_team ON memberships (partnership, team, case_id) WHERE team IS NOT NULL;

-- The duties of a case for lists. Derived from its entries and written with them.
CREATE TABLE work (
    partnership BLOB NOT NULL,
    case_id     BLOB NOT NULL,
    number      INTEGER NOT NULL,
    paper_kind  TEXT NOT NULL,
    paper_id    BLOB NOT NULL,
    duty        TEXT NOT NULL,
    of          TEXT NOT NULL,
    due         TEXT,
    agency      TEXT NOT NULL,
    team        BLOB,
    account     BLOB,
    is_done     INTEGER NOT NULL,
    PRIMARY KEY (partnership, case_id, number),
    FOREIGN KEY (partnership, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;

-- Who looked at what, why, and whether it was shown.
CREATE TABLE access_log (
    partnership BLOB NOT NULL REFERENCES partnership,
    number      INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    account     BLOB NOT NULL,
    role        TEXT NOT NULL,
    team        BLOB NOT NULL,
    case_id     BLOB,
    relation    TEXT,
    purpose     TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    hash        BLOB NOT NULL,
    PRIMARY KEY (partnership, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_log_of_case ON access_log (partnership, case_id, number);

-- What somebody typed and has not recorded: theirs alone, each with a key of its own, replaced as they go on, gone when it is recorded. No part of any case.
CREATE TABLE drafts (
    partnership BLOB NOT NULL REFERENCES partnership,
    account     BLOB NOT NULL,
    draft_id    BLOB NOT NULL,
    saved_at    INTEGER NOT NULL,
    wrapped_key BLOB NOT NULL,
    sealed      BLOB NOT NULL,
    PRIMARY KEY (partnership, account, draft_id)
) STRICT, WITHOUT ROWID;

-- Signed, one after another: what was true by then cannot be told otherwise later.
CREATE TABLE checkpoints (
    partnership     BLOB NOT NULL REFERENCES partnership,
    number          INTEGER NOT NULL,
    at              INTEGER NOT NULL,
    log_to          INTEGER NOT NULL,
    log_hash        BLOB NOT NULL,
    heads           INTEGER NOT NULL,
    heads_hash      BLOB NOT NULL,
    cases           INTEGER NOT NULL,
    entries         INTEGER NOT NULL,
    previous_digest BLOB NOT NULL,
    digest          BLOB NOT NULL,
    key_id          BLOB NOT NULL,
    signature       BLOB NOT NULL,
    PRIMARY KEY (partnership, number)
) STRICT, WITHOUT ROWID;

-- The heads of the cases that had changed by a checkpoint.
CREATE TABLE checkpoint_heads (
    partnership BLOB NOT NULL,
    case_id     BLOB NOT NULL,
    sequence    INTEGER NOT NULL,
    checkpoint  INTEGER NOT NULL,
    hash        BLOB NOT NULL,
    PRIMARY KEY (partnership, case_id, sequence),
    FOREIGN KEY (partnership, checkpoint) REFERENCES checkpoints
) STRICT, WITHOUT ROWID;
CREATE INDEX checkpoint_heads_of_checkpoint ON checkpoint_heads (partnership, checkpoint, case_id);

-- Written once. These stop a mistake; the chain shows intent, for whoever has the file can take a trigger away.
CREATE TRIGGER partnership_stays BEFORE UPDATE ON partnership BEGIN SELECT RAISE(ABORT, 'the partnership is never changed'); END;
CREATE TRIGGER partnership_remains BEFORE DELETE ON partnership BEGIN SELECT RAISE(ABORT, 'the partnership is never removed'); END;
CREATE TRIGGER cases_stay BEFORE UPDATE ON cases BEGIN SELECT RAISE(ABORT, 'a case is never changed'); END;
CREATE TRIGGER cases_remain BEFORE DELETE ON cases BEGIN SELECT RAISE(ABORT, 'a case is never removed'); END;
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;
CREATE TRIGGER access_log_stays BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;
CREATE TRIGGER access_log_remains BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log is never shortened'); END;
CREATE TRIGGER checkpoints_stay BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
CREATE TRIGGER checkpoints_remain BEFORE DELETE ON checkpoints BEGIN SELECT RAISE(ABORT, 'a checkpoint is never removed'); END;
CREATE TRIGGER checkpoint_heads_stay BEFORE UPDATE ON checkpoint_heads BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
CREATE TRIGGER checkpoint_heads_remain BEFORE DELETE ON checkpoint_heads BEGIN SELECT RAISE(ABORT, 'a checkpoint is never removed'); END;
