-- Version 5: lists are asked of an index, a page at a time. What is to be done in a case, who is in it and the line that lists show of it are sealed in one value;
-- the index has whose it is and by when, and no name of a duty. Names are found by keyed hashes. All of it is derived anew from the entries.

PRAGMA user_version = 5;

-- Whose work it is (kind of organisation, team, account; empty where it only says that a case is theirs), as one account or team sees it that is in
-- the case: of a team those with whom the place is shared. signs: whether it is a signature
-- that is asked for: not everybody of the list gives it.
CREATE TABLE lists (
    partnership BLOB NOT NULL REFERENCES partnership,
    list        INTEGER NOT NULL,
    whom        BLOB NOT NULL,
    sharing     TEXT NOT NULL,
    agency      TEXT NOT NULL,
    team        BLOB NOT NULL,
    account     BLOB NOT NULL,
    signs       INTEGER NOT NULL,
    PRIMARY KEY (partnership, whom, sharing, agency, team, account, signs),
    UNIQUE (partnership, list)
) STRICT, WITHOUT ROWID;

-- A case in a list: once for each day on which something is due in it. due is the number of a London day, 0 where nothing has set one. only_part: it is seen so by
-- those alone who have no more than a part of the case. only_agency: by the kind of organisation alone that has to do it. not_by: who
-- may not give a signature, because they asked for it; whoever may not sign does not give it either.
CREATE TABLE work_days (
    partnership BLOB NOT NULL,
    list        INTEGER NOT NULL,
    due         INTEGER NOT NULL,
    is_call     INTEGER NOT NULL,
    case_id     BLOB NOT NULL,
    opened_at   INTEGER NOT NULL,
    only_part   INTEGER NOT NULL,
    only_agency INTEGER NOT NULL,
    not_by      TEXT NOT NULL,
    until_at    INTEGER,
    PRIMARY KEY (partnership, list, due, is_call DESC, case_id, only_part, only_agency, not_by),
    FOREIGN KEY (partnership, case_id) REFERENCES cases,
    FOREIGN KEY (partnership, list) REFERENCES lists (partnership, list)
) STRICT, WITHOUT ROWID;
CREATE INDEX work_days_newest ON work_days (partnership, list, opened_at DESC, case_id);
CREATE INDEX work_days_of_case ON work_days (partnership, case_id);

-- By which words a case is found, as those know it who have that part of it: keyed hashes of the words of names and usernames, and of telephone numbers.
CREATE TABLE case_words (
    partnership BLOB NOT NULL,
    case_id     BLOB NOT NULL,
    paper_id    BLOB NOT NULL,
    word        BLOB NOT NULL,
    PRIMARY KEY (partnership, case_id, paper_id, word),
    FOREIGN KEY (partnership, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;

DELETE FROM work;

-- A value is longer than what SQLite keeps beside its key, where it would be read at each step to another: so it stands in a table of its own, found by a key.
DROP TABLE work_lists;
CREATE TABLE work_lists (
    partnership BLOB NOT NULL,
    case_id     BLOB NOT NULL,
    sealed      BLOB NOT NULL,
    PRIMARY KEY (partnership, case_id),
    FOREIGN KEY (partnership, case_id) REFERENCES cases
) STRICT;
