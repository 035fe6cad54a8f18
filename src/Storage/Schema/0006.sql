-- Version 6: who must not know that a case exists. It is asked of every list, number and search besides who is in, and says to whoever has the file and no
-- key only that somebody is left out of some case. What somebody opened is found by who they are.

PRAGMA user_version = 6;

-- hash: the first 8 bytes of a keyed hash, of an account or of how a name sounds. but_for: the accounts to whom that does not apply, because they wrote it.
CREATE TABLE left_out (
    partnership BLOB NOT NULL,
    case_id     BLOB NOT NULL,
    hash        BLOB NOT NULL,
    but_for     TEXT NOT NULL,
    PRIMARY KEY (partnership, case_id, hash, but_for),
    FOREIGN KEY (partnership, case_id) REFERENCES cases
) STRICT, WITHOUT ROWID;

CREATE INDEX access_log_of_account ON access_log (partnership, account, case_id, number);

-- What lists show is sealed with who is left out: it is derived anew from the entries.
DELETE FROM work_days;
DELETE FROM lists;
DELETE FROM case_words;
DELETE FROM work_lists;
