-- Version 3: sessions are rows; it is known when a database was brought forward; what is to be done is sealed; drafts wait for days on which the program ran.

PRAGMA user_version = 3;

-- Who is signed in, at which browser: it holds a random number, and here stands only its hash. The mark is made with
-- the partnership key over whose session it is and since when: a row that somebody with the file writes, moves or changes signs nobody in.
CREATE TABLE sessions (
    partnership BLOB NOT NULL REFERENCES partnership,
    hash        BLOB NOT NULL,
    account     BLOB NOT NULL,
    made_at     INTEGER NOT NULL,
    seen_at     INTEGER NOT NULL,
    mark        BLOB NOT NULL,
    PRIMARY KEY (partnership, hash)
) STRICT, WITHOUT ROWID;

-- From which version it was brought forward, when, and since when lists are as this program derives them: null until they are. Cases that were recorded
-- before are told so, since their decisions follow from the tables of now.
CREATE TABLE brought_forward (
    partnership BLOB NOT NULL REFERENCES partnership,
    was         INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    lists_at    INTEGER,
    PRIMARY KEY (partnership, was)
) STRICT, WITHOUT ROWID;

-- What is to be done in a case, for lists: one sealed value. The table work, which had it in clear, is emptied as the database is opened.
CREATE TABLE work_lists (
    partnership BLOB NOT NULL,
    case_id     BLOB NOT NULL,
    sealed      BLOB NOT NULL,
    PRIMARY KEY (partnership, case_id),
    FOREIGN KEY (partnership, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;

-- How long the program ran on a London day, by a clock that only goes on.
CREATE TABLE running_days (
    partnership BLOB NOT NULL REFERENCES partnership,
    day         TEXT NOT NULL,
    seconds     INTEGER NOT NULL,
    PRIMARY KEY (partnership, day)
) STRICT, WITHOUT ROWID;

-- On how many days it had run for an hour when a draft was saved.
ALTER TABLE drafts ADD COLUMN saved_day INTEGER NOT NULL DEFAULT 0;

-- Who is in, by team: with the relation before the case, so that a place which somebody of a team does not share is not come upon, and takes no time, when they ask for its case.
DROP INDEX memberships_of_team;
CREATE INDEX memberships_of_team ON memberships (partnership, team, relation, case_id) WHERE team IS NOT NULL;
