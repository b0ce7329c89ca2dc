CREATE TABLE auth_user (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    username varchar(150) NOT NULL UNIQUE,
    is_active bool NOT NULL DEFAULT 1,
    joined datetime NOT NULL,
    "default" TEXT NOT NULL DEFAULT 'it''s',
    balance decimal(10, 2),
    "2fa-Code" TEXT
);
CREATE TABLE post (
    id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL REFERENCES auth_user ON DELETE CASCADE,
    title TEXT NOT NULL,
    likes INTEGER DEFAULT (1 + 1),
    kind varchar(10) NOT NULL DEFAULT 'plain',
    CHECK (likes >= 0),
    CONSTRAINT post_kind CHECK (kind IN ('plain', 'it''s') AND NOT (title = '' OR likes + 1 > 10)),
    CONSTRAINT post_odd CHECK (likes % 2 = 1)
);
CREATE INDEX post_title ON post (title);
CREATE INDEX post_liked ON post (likes) WHERE likes > 10;
CREATE UNIQUE INDEX post_once ON post (author_id, title);
CREATE UNIQUE INDEX post_first ON post (title) WHERE likes IS NULL;
CREATE TABLE membership (person INTEGER, team INTEGER, PRIMARY KEY (person, team));
CREATE TABLE log (line TEXT);
CREATE TABLE date (id TEXT PRIMARY KEY, day DATE NOT NULL);
