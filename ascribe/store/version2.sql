-- From version 1 to 2: what people decide on claims.

ALTER TABLE document ADD COLUMN read_by TEXT;
ALTER TABLE document ADD COLUMN read_at TEXT;
ALTER TABLE report ADD COLUMN machine TEXT;
ALTER TABLE claim ADD COLUMN state TEXT NOT NULL DEFAULT 'machine' CHECK (state IN ('machine', 'coded', 'agreed', 'disagreed', 'reviewed'));
ALTER TABLE claim ADD COLUMN verdict TEXT CHECK (verdict IN ('accepted', 'rejected', 'corrected'));
ALTER TABLE claim ADD COLUMN sensitive INTEGER NOT NULL DEFAULT 0;
ALTER TABLE claim ADD COLUMN machine TEXT;
CREATE INDEX claim_state ON claim (state, document, position) WHERE found;
CREATE INDEX claim_sure ON claim (state, confidence) WHERE found;
CREATE INDEX claim_many ON claim (document, position) WHERE found AND granularity = 'aggregate';
CREATE INDEX claim_flagged ON claim (document, position) WHERE found AND sensitive;
CREATE INDEX claim_gone ON claim (document, position) WHERE NOT found AND state <> 'machine';
ALTER TABLE event ADD COLUMN reviewed INTEGER NOT NULL DEFAULT 0;
CREATE TABLE review (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    claim     INTEGER NOT NULL REFERENCES claim (number) DEFERRABLE INITIALLY DEFERRED,
    who       TEXT NOT NULL,
    role      TEXT NOT NULL CHECK (role IN ('coder', 'reviewer')),
    decision  TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected', 'corrected', 'skipped')),
    changes   TEXT NOT NULL DEFAULT '{}',
    seen      TEXT NOT NULL DEFAULT '[]',
    blind     INTEGER NOT NULL DEFAULT 0,
    comment   TEXT,
    sensitive INTEGER,
    seconds   REAL,
    at        TEXT NOT NULL,
    undone    INTEGER REFERENCES log (number)
);
CREATE INDEX review_claim ON review (claim);
CREATE INDEX review_who ON review (who, claim);
CREATE TRIGGER review_as_written
    BEFORE UPDATE OF number, claim, who, role, decision, changes, seen, blind, comment, sensitive, seconds, at ON review
    BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review WHEN EXISTS (SELECT 1 FROM claim WHERE number = old.claim)
    BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END;
