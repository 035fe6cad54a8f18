-- Version 4: nothing is stored otherwise. Who is in a case and what is to be done in it are derived otherwise, for whoever has the whole and for whoever reads a
-- part: a database that is brought forward has its lists derived anew.

PRAGMA user_version = 4;
