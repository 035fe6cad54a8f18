-- Version 7: who there is stands here too, as a line of its own: organisations, teams, people with their posts, who is away and who covers whom. A session is
-- of a post. A place in a case is of somebody in one of their teams.

PRAGMA user_version = 7;

-- The columns stand in the order in which the chain hashes them. Nothing of it stands in a case. Its head is among the heads that a checkpoint names, under the
-- partnership's own id.
CREATE TABLE staff_changes (
    partnership    BLOB NOT NULL REFERENCES partnership,
    sequence       INTEGER NOT NULL,
    name           TEXT NOT NULL,
    recorded_at    INTEGER NOT NULL,
    author_account BLOB NOT NULL,
    author_role    TEXT NOT NULL,
    author_agency  TEXT NOT NULL,
    author_team    BLOB NOT NULL,
    sealed         BLOB NOT NULL,
    previous_hash  BLOB NOT NULL,
    hash           BLOB NOT NULL,
    PRIMARY KEY (partnership, sequence),
    UNIQUE (partnership, previous_hash)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER staff_changes_stay BEFORE UPDATE ON staff_changes BEGIN SELECT RAISE(ABORT, 'what was said of who there is is never changed'); END;
CREATE TRIGGER staff_changes_remain BEFORE DELETE ON staff_changes BEGIN SELECT RAISE(ABORT, 'what was said of who there is is never removed'); END;

-- Who was signed in signs in again.
DROP TABLE sessions;
CREATE TABLE sessions (
    partnership BLOB NOT NULL REFERENCES partnership,
    hash        BLOB NOT NULL,
    account     BLOB NOT NULL,
    team        BLOB NOT NULL,
    made_at     INTEGER NOT NULL,
    seen_at     INTEGER NOT NULL,
    mark        BLOB NOT NULL,
    PRIMARY KEY (partnership, hash)
) STRICT, WITHOUT ROWID;

-- Of which team somebody is in the case: whoever has a post elsewhere too sees nothing of it there.
ALTER TABLE memberships ADD COLUMN in_team BLOB;

-- By a word to the cases in which it stands: for whoever asks whether somebody is known to their service at all.
CREATE INDEX case_words_of_word ON case_words (partnership, word, case_id, paper_id);

-- What lists show is sealed with it: it is derived anew from the entries.
DELETE FROM work_days;
DELETE FROM lists;
DELETE FROM case_words;
DELETE FROM left_out;
DELETE FROM work_lists;
DELETE FROM memberships;
