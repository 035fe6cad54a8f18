-- Version 3: sessions are rows; it is known when a database was brought forward.

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
