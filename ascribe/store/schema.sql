-- The case file, version 2. Everything that accumulates stands in this one SQLite file, and it opens in any tool that reads SQLite.
--
-- Three kinds of tables. Kept: what was put in, what was found in it, what people decided; nothing of it is ever computed again.
-- Derived: events and what follows from them, rebuilt by `ascribe link` from what is kept. Indexes: for search and for finding neighbours.
-- Times of the clock are UTC, ISO 8601; days are YYYY-MM-DD. JSON columns hold the records of docs/codebook.md.

-- KEPT -----------------------------------------------------------------------------------------------------------------------------

CREATE TABLE about (                        -- facts on this file: created, by which version of the program, salt
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE document (                     -- one for each sequence of original bytes, however often it was received
    number    INTEGER PRIMARY KEY AUTOINCREMENT,          -- in the order of arrival
    hash      TEXT NOT NULL UNIQUE,         -- SHA-256 of the original bytes
    state     TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'coded', 'failed')),
    problem   TEXT,                         -- why it failed, with the remedy
    added     TEXT NOT NULL,
    way       TEXT NOT NULL,                -- how it first came: file, page, feed, row, testimony
    name      TEXT NOT NULL,                -- the file's name or the address
    text      INTEGER REFERENCES text (number), -- the version of the text that is coded
    made_by   TEXT,                         -- which engine coded it
    title     TEXT,                         -- from here to language: as in that version of the text
    publisher TEXT,
    published TEXT,
    url       TEXT,
    language  TEXT,
    credit    TEXT,                         -- the agency or outlet that the text names as its origin
    read_by   TEXT,                         -- who has read all of it, so that what is not marked in it is not there
    read_at   TEXT
);
CREATE INDEX document_state ON document (state);
CREATE INDEX document_url ON document (url);

CREATE TABLE capture (                      -- one for each occasion on which those bytes were received
    number     INTEGER PRIMARY KEY,
    document   INTEGER NOT NULL REFERENCES document (number),
    at         TEXT NOT NULL,               -- time of capture
    way        TEXT NOT NULL,
    name       TEXT NOT NULL,
    url        TEXT,
    outlet     TEXT,                        -- from here to language: as said by whoever handed it in
    published  TEXT,
    title      TEXT,
    language   TEXT,
    media_type TEXT,
    found_in   TEXT                         -- the feed or sheet that led here
);
CREATE INDEX capture_document ON capture (document);
CREATE INDEX capture_url ON capture (url);

CREATE TABLE sqlar (                        -- the original bytes, in the layout of SQLite's own archives: `sqlite3 -A` takes them out
    name  TEXT PRIMARY KEY,                 -- the hash
    mode  INT,
    mtime INT,
    sz    INT,                              -- size of the original
    data  BLOB                              -- deflated when that is shorter
);

CREATE TABLE text (                         -- a text as a named version of the extractor took it from the bytes
    number    INTEGER PRIMARY KEY,
    document  INTEGER NOT NULL REFERENCES document (number),
    version   INTEGER NOT NULL,             -- 1, 2, ... for each document
    extractor TEXT NOT NULL,
    made      TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    title     TEXT,
    content   TEXT NOT NULL,                -- what all offsets count into, in code points
    notes     TEXT NOT NULL DEFAULT '[]',
    UNIQUE (document, version)
);

CREATE TABLE report (                       -- one document's claims about one event: what is linked
    number   INTEGER PRIMARY KEY AUTOINCREMENT,           -- in the order of arrival
    id       TEXT NOT NULL UNIQUE,
    document INTEGER NOT NULL REFERENCES document (number),
    found    INTEGER NOT NULL DEFAULT 1,    -- 0: the engine that coded last does not find it any more
    successor INTEGER REFERENCES report (number), -- where it is not found any more: the report in its stead, where there is one
    sketch   TEXT NOT NULL,                 -- what of it is compared
    machine  TEXT                           -- the sketch as the engine drew it, while people's corrections are in the other
);
CREATE INDEX report_document ON report (document);

CREATE TABLE claim (                        -- one account of one happening by one source
    number     INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    document   INTEGER NOT NULL REFERENCES document (number),
    report     INTEGER NOT NULL REFERENCES report (number),
    found      INTEGER NOT NULL DEFAULT 1,
    position   INTEGER NOT NULL,            -- among the claims of its document
    event_type TEXT NOT NULL,
    mode       TEXT,
    tactics    TEXT NOT NULL,
    granularity TEXT NOT NULL,
    modality   TEXT NOT NULL,
    source     TEXT,                        -- as a reader should see it; null: the document's own voice
    stance     TEXT NOT NULL,
    certainty  TEXT NOT NULL,
    contests   TEXT,
    actors     TEXT NOT NULL,               -- names, with ; between them
    recipients TEXT NOT NULL,
    place      TEXT,
    time_start TEXT,
    time_end   TEXT,
    time_precision TEXT,
    killed_low  INTEGER,
    killed_best INTEGER,
    killed_high INTEGER,
    quote      TEXT NOT NULL,
    quote_start INTEGER NOT NULL,
    quote_end  INTEGER NOT NULL,
    confidence REAL NOT NULL,
    made_by    TEXT NOT NULL,
    record     TEXT NOT NULL,               -- the whole claim, as in docs/codebook.md
    state      TEXT NOT NULL DEFAULT 'machine' CHECK (state IN ('machine', 'coded', 'agreed', 'disagreed', 'reviewed')),
    verdict    TEXT CHECK (verdict IN ('accepted', 'rejected', 'corrected')), -- what people say of it; null: nobody, or they disagree
    sensitive  INTEGER NOT NULL DEFAULT 0,  -- 1: somebody marked it as not to be published
    machine    TEXT                         -- the record as it was first made, while a correction of it is in force
);
CREATE INDEX claim_document ON claim (document, position);
CREATE INDEX claim_report ON claim (report);
CREATE INDEX claim_state ON claim (state, document, position) WHERE found;
CREATE INDEX claim_sure ON claim (state, confidence) WHERE found;
CREATE INDEX claim_many ON claim (document, position) WHERE found AND granularity = 'aggregate';
CREATE INDEX claim_flagged ON claim (document, position) WHERE found AND sensitive;
CREATE INDEX claim_gone ON claim (document, position) WHERE NOT found AND state <> 'machine';

CREATE TABLE claim_party (                  -- who has which part in a claim
    claim     INTEGER NOT NULL REFERENCES claim (number),
    role      TEXT NOT NULL,                -- source, via, actor, recipient
    key       TEXT NOT NULL,                -- what tells it from other parties: its id, else its name in small letters
    name      TEXT NOT NULL,                -- as a reader should see it
    party     TEXT,                         -- id in the register
    kind      TEXT NOT NULL,
    country   TEXT
);
CREATE INDEX claim_party_claim ON claim_party (claim);
CREATE INDEX claim_party_key ON claim_party (key, role);

CREATE TABLE claim_place (                  -- where a claim says that it happened
    claim     INTEGER NOT NULL REFERENCES claim (number),
    key       TEXT NOT NULL,
    name      TEXT NOT NULL,
    canonical TEXT,
    level     TEXT NOT NULL,
    latitude  REAL,
    longitude REAL,
    country   TEXT,
    admin1    TEXT,
    admin2    TEXT,
    gazetteer TEXT                          -- id in the gazetteer
);
CREATE INDEX claim_place_claim ON claim_place (claim);
CREATE INDEX claim_place_key ON claim_place (key);

CREATE TABLE judgement (                    -- whether two reports are of one event. A person's outranks the machine's
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    one     INTEGER NOT NULL REFERENCES report (number),
    other   INTEGER NOT NULL REFERENCES report (number),
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
    chance  REAL NOT NULL,                  -- that they are of one event
    maker   TEXT NOT NULL,                  -- 'machine' and its signature, or a person's name
    human   INTEGER NOT NULL,
    at      TEXT NOT NULL,
    why     TEXT,
    reasons TEXT NOT NULL DEFAULT '[]',     -- of one event: features, each with its number, weight and sentence; of others
                                            -- `ascribe link --explain` finds them anew
    undone  INTEGER REFERENCES log (number), -- the entry of the log that tells who took it back
    CHECK (one < other)
);
CREATE INDEX judgement_one ON judgement (one);
CREATE INDEX judgement_other ON judgement (other);

CREATE TABLE review (                       -- what people decided on claims. Only ever added to; `claim.state` follows from it
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    claim     INTEGER NOT NULL REFERENCES claim (number) DEFERRABLE INITIALLY DEFERRED,
    who       TEXT NOT NULL,
    role      TEXT NOT NULL CHECK (role IN ('coder', 'reviewer')),
    decision  TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected', 'corrected', 'skipped')),
    changes   TEXT NOT NULL DEFAULT '{}',   -- all that is other than in the record as it was first made: field -> value
    seen      TEXT NOT NULL DEFAULT '[]',   -- the decisions that the person had in view, by their numbers
    blind     INTEGER NOT NULL DEFAULT 0,   -- 1: decided without seeing what others had decided
    comment   TEXT,
    sensitive INTEGER,                      -- 1: not to be published; 0: it may be; null: nothing is said of that
    seconds   REAL,                         -- how long it took
    at        TEXT NOT NULL,
    undone    INTEGER REFERENCES log (number) -- the entry of the log that tells who took it back
);
CREATE INDEX review_claim ON review (claim);
CREATE INDEX review_who ON review (who, claim);
CREATE TRIGGER review_as_written
    BEFORE UPDATE OF number, claim, who, role, decision, changes, seen, blind, comment, sensitive, seconds, at ON review
    BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review WHEN EXISTS (SELECT 1 FROM claim WHERE number = old.claim)
    BEGIN SELECT RAISE(ABORT, 'decisions are only ever added to'); END;

CREATE TABLE tie (                          -- how two events of one text stand to each other, by its words: this TYPE that
    one   INTEGER NOT NULL REFERENCES report (number),
    type  TEXT NOT NULL,
    other INTEGER NOT NULL REFERENCES report (number),
    quote TEXT NOT NULL,
    PRIMARY KEY (one, type, other)
) WITHOUT ROWID;

CREATE TABLE log (                          -- who changed what, when, why. Nothing of it can be changed or deleted
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    who     TEXT NOT NULL,
    what    TEXT NOT NULL,
    subject TEXT,
    why     TEXT,
    details TEXT NOT NULL DEFAULT '{}'      -- numbers and ids; never words of a document
);
CREATE TRIGGER log_stays BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;
CREATE TRIGGER log_as_written BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only ever added to'); END;

CREATE TABLE tombstone (                    -- what was erased: no content
    number INTEGER PRIMARY KEY,
    at     TEXT NOT NULL,
    who    TEXT NOT NULL,
    why    TEXT
);
CREATE TABLE erased (                       -- what leads to a tombstone now: ids that may have been cited, addresses, the bytes themselves
    trace     TEXT PRIMARY KEY,             -- a hash of it with the file's salt: nobody can look for it by a hash from elsewhere
    tombstone INTEGER NOT NULL REFERENCES tombstone (number)
) WITHOUT ROWID;

CREATE TABLE feed (                         -- feeds that are followed: where each stands
    url        TEXT PRIMARY KEY,
    title      TEXT,
    validators TEXT NOT NULL DEFAULT '{}',  -- what the server wants to be asked with, so that it sends only news
    ttl        REAL,                        -- how many seconds it asks to be left alone between two looks
    asked      TEXT,
    problem    TEXT
) WITHOUT ROWID;
CREATE TABLE host (                         -- how the servers that are asked want to be asked
    name   TEXT PRIMARY KEY,
    pace   TEXT NOT NULL,                   -- when the next question may go, and how often it failed
    robots TEXT,                            -- its rules for programs, as it last gave them
    robots_asked TEXT
) WITHOUT ROWID;
CREATE TABLE wanted (                       -- pages that a user, a feed or a sheet named
    url       TEXT PRIMARY KEY,
    host      TEXT NOT NULL,                -- empty where the address is none; it will be refused
    way       TEXT NOT NULL,
    found_in  TEXT,
    said      TEXT NOT NULL,                -- outlet, day, title, language: what those who named it say of it
    carried   BLOB,                         -- what a feed has of its text itself
    state     TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'fetched', 'refused')),
    problem   TEXT,
    tries     INTEGER NOT NULL DEFAULT 0,
    at        TEXT NOT NULL                 -- when it was named
) WITHOUT ROWID;
CREATE INDEX wanted_state ON wanted (state, host, at);

-- DERIVED: rebuilt by `ascribe link` -------------------------------------------------------------------------------------------------

CREATE TABLE event (                        -- what reports are about
    number     INTEGER PRIMARY KEY,         -- that of its first report
    id         TEXT NOT NULL UNIQUE,
    event_type TEXT NOT NULL,
    tactics    TEXT NOT NULL,
    granularity TEXT NOT NULL,
    modality   TEXT NOT NULL,
    time_start TEXT,
    time_end   TEXT,
    time_precision TEXT,
    place      TEXT,
    level      TEXT,
    country    TEXT,
    admin1     TEXT,
    latitude   REAL,
    longitude  REAL,
    actors     TEXT NOT NULL,
    recipients TEXT NOT NULL,
    killed_low  INTEGER,
    killed_best INTEGER,
    killed_high INTEGER,
    happening  TEXT NOT NULL,               -- how far it is borne out: none, party_only, single, corroborated
    responsibility TEXT NOT NULL,
    toll       TEXT NOT NULL,
    contested  INTEGER NOT NULL,            -- 1: somebody denies or disputes something of it
    claims     INTEGER NOT NULL,
    documents  INTEGER NOT NULL,
    origins    INTEGER NOT NULL,            -- documents, copies of one text counted once
    record     TEXT NOT NULL,
    geometry   TEXT,                        -- the point of its place (WKT, WGS 84), null where it has none
    reviewed   INTEGER NOT NULL DEFAULT 0   -- how many of its claims people have settled
);
CREATE INDEX event_time ON event (time_start, time_end);

CREATE TABLE member (                       -- which event each report is about
    report INTEGER PRIMARY KEY REFERENCES report (number),
    event  INTEGER NOT NULL REFERENCES event (number)
);
CREATE INDEX member_event ON member (event);

CREATE TABLE linked (                       -- who speaks in each claim, and how the others stand to it
    claim     INTEGER PRIMARY KEY REFERENCES claim (number),
    event     INTEGER NOT NULL REFERENCES event (number),
    speaker   TEXT NOT NULL,                -- who says it, as a reader should see it: the source, else the publisher
    speaker_key TEXT NOT NULL,
    affirms   INTEGER NOT NULL,             -- 1: says that it happened
    alone     INTEGER NOT NULL,             -- 1: and nobody independent of this speaker says so
    borne_out INTEGER NOT NULL,             -- 1: and somebody independent of this speaker says so
    contradicted INTEGER NOT NULL           -- 1: and somebody on another side contests it
);
CREATE INDEX linked_event ON linked (event);
CREATE INDEX linked_speaker ON linked (speaker_key);

CREATE TABLE overlap (                      -- pairs of documents with words in common
    one    INTEGER NOT NULL REFERENCES document (number),
    other  INTEGER NOT NULL REFERENCES document (number),
    kind   TEXT NOT NULL,                   -- copy, part
    says   TEXT NOT NULL,                   -- the reason, in a sentence
    runs   TEXT NOT NULL DEFAULT '[]',      -- stretches that both share: [start, end, start there, end there]
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX overlap_other ON overlap (other);

-- INDEXES ---------------------------------------------------------------------------------------------------------------------------

CREATE TABLE document_key (                 -- two documents are compared where one asks for a key that the other answers to
    key      INTEGER NOT NULL,              -- below 0: a broad one
    asks     INTEGER NOT NULL,              -- 0: a report of the document answers to it; 1: it asks for it
    document INTEGER NOT NULL,
    PRIMARY KEY (key, asks, document)
) WITHOUT ROWID;
CREATE INDEX document_key_document ON document_key (document);
CREATE TABLE crowd (                        -- keys by which nobody meets: broad ones that more than 100 documents answer to, others from 1,000
    key INTEGER PRIMARY KEY
);
CREATE TABLE unjudged (                     -- documents that came or changed, or whose like did, since they were last compared
    turn     INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL UNIQUE
);
-- Who meets whom must not hang on the order in which documents came: where a key comes to be one of a crowd, or is so no more, all that
-- have it are compared anew.
CREATE TRIGGER key_crowded AFTER INSERT ON document_key
    WHEN new.asks = 0 AND NOT EXISTS (SELECT 1 FROM crowd WHERE key = new.key)
    AND (SELECT count(*) FROM (SELECT 1 FROM document_key WHERE key = new.key AND asks = 0 LIMIT 1001)) > CASE WHEN new.key < 0 THEN 100 ELSE 1000 END
BEGIN
    INSERT INTO crowd VALUES (new.key);
    INSERT OR REPLACE INTO unjudged (document) SELECT DISTINCT document FROM document_key WHERE key = new.key;
END;
CREATE TRIGGER key_thinned AFTER DELETE ON document_key
    WHEN old.asks = 0 AND EXISTS (SELECT 1 FROM crowd WHERE key = old.key)
    AND (SELECT count(*) FROM (SELECT 1 FROM document_key WHERE key = old.key AND asks = 0 LIMIT 1001)) <= CASE WHEN old.key < 0 THEN 100 ELSE 1000 END
BEGIN
    DELETE FROM crowd WHERE key = old.key;
    INSERT OR REPLACE INTO unjudged (document) SELECT DISTINCT document FROM document_key WHERE key = old.key;
END;
CREATE TABLE text_key (                     -- two texts with a key in common are looked at for words in common
    key      INTEGER NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (key, document)
) WITHOUT ROWID;
CREATE INDEX text_key_document ON text_key (document);
CREATE TABLE unlinked (                     -- reports that were compared, judged by a person or went since their events were last computed
    report INTEGER PRIMARY KEY
);

CREATE VIRTUAL TABLE text_search USING fts5 (title, content, content = 'text', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER text_indexed AFTER INSERT ON text BEGIN
    INSERT INTO text_search (rowid, title, content) VALUES (new.number, new.title, new.content);
END;
CREATE TRIGGER text_forgotten AFTER DELETE ON text BEGIN
    INSERT INTO text_search (text_search, rowid, title, content) VALUES ('delete', old.number, old.title, old.content);
END;
CREATE VIRTUAL TABLE event_box USING rtree (number, west, east, south, north);
CREATE TRIGGER event_boxed AFTER INSERT ON event WHEN new.latitude IS NOT NULL BEGIN
    INSERT INTO event_box VALUES (new.number, new.longitude, new.longitude, new.latitude, new.latitude);
END;
CREATE TRIGGER event_unboxed AFTER DELETE ON event BEGIN
    DELETE FROM event_box WHERE number = old.number;
END;

-- What GIS programs look for: which column is a geometry, in which coordinates (GDAL's layout of a plain SQLite file).
CREATE TABLE spatial_ref_sys (srid INTEGER PRIMARY KEY, auth_name TEXT, auth_srid INTEGER, srtext TEXT);
INSERT INTO spatial_ref_sys VALUES (4326, 'EPSG', 4326,
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]');
CREATE TABLE geometry_columns (f_table_name TEXT, f_geometry_column TEXT, geometry_type INTEGER, coord_dimension INTEGER, srid INTEGER,
    geometry_format TEXT, PRIMARY KEY (f_table_name, f_geometry_column));
INSERT INTO geometry_columns VALUES ('event', 'geometry', 1, 2, 4326, 'WKT');

-- VIEWS: what people read ----------------------------------------------------------------------------------------------------------

CREATE VIEW documents AS
SELECT d.hash AS id, d.state, d.published, d.publisher, d.title, d.name, d.url, d.language, d.way, d.added, d.made_by, d.problem,
       (SELECT count(c.number) FROM claim c WHERE c.document = d.number AND c.found) AS claims,
       (SELECT count(k.number) FROM capture k WHERE k.document = d.number) AS captures,
       (SELECT group_concat(o.kind || ' of ' || substr(e.hash, 1, 12), '; ')
          FROM overlap o JOIN document e ON e.number = CASE d.number WHEN o.one THEN o.other ELSE o.one END
         WHERE d.number IN (o.one, o.other)) AS copies, d.read_by
  FROM document d;

CREATE VIEW events AS
SELECT id, event_type, tactics, granularity, modality, time_start, time_end, time_precision, place, level, country, admin1, latitude, longitude,
       actors, recipients, killed_low, killed_best, killed_high, happening, responsibility, toll, contested, claims, documents, origins,
       reviewed
  FROM event;

CREATE VIEW claims AS
SELECT c.id, e.id AS event, c.event_type, c.tactics, c.granularity, c.modality, coalesce(l.speaker, c.source, d.publisher) AS source,
       c.stance, c.certainty, c.contests, c.actors, c.recipients, c.place, c.time_start, c.time_end, c.time_precision,
       c.killed_low, c.killed_best, c.killed_high, c.quote, c.confidence, l.alone, l.borne_out, l.contradicted,
       d.published, d.publisher, d.hash AS document, c.made_by, c.state, c.verdict, c.sensitive
  FROM claim c JOIN document d ON d.number = c.document
  LEFT JOIN linked l ON l.claim = c.number LEFT JOIN event e ON e.number = l.event
 WHERE c.found;

CREATE VIEW sources AS
SELECT l.speaker AS source, l.speaker_key AS key, count(DISTINCT l.event) AS events, count(l.claim) AS claims,
       count(DISTINCT CASE WHEN l.alone THEN l.event END) AS alone,
       count(DISTINCT CASE WHEN l.borne_out THEN l.event END) AS borne_out,
       count(DISTINCT CASE WHEN l.contradicted THEN l.event END) AS contradicted
  FROM linked l GROUP BY l.speaker_key;

CREATE VIEW actors AS
SELECT p.name AS actor, p.key, p.party AS id, p.kind, p.country, count(DISTINCT l.event) AS events,
       count(DISTINCT CASE WHEN p.role = 'actor' THEN l.event END) AS as_actor,
       count(DISTINCT CASE WHEN p.role = 'recipient' THEN l.event END) AS as_recipient
  FROM claim_party p JOIN linked l ON l.claim = p.claim
 WHERE p.role IN ('actor', 'recipient') GROUP BY p.key;

CREATE VIEW places AS
SELECT coalesce(p.canonical, p.name) AS place, p.key, p.level, p.country, p.admin1, p.admin2, p.latitude, p.longitude, p.gazetteer,
       count(DISTINCT l.event) AS events, group_concat(DISTINCT p.name) AS names
  FROM claim_place p JOIN linked l ON l.claim = p.claim
 GROUP BY p.key;

CREATE VIEW judgements AS
SELECT j.number, a.id AS one, b.id AS other, j.verdict, round(j.chance, 3) AS chance, j.maker, j.at, j.why,
       CASE WHEN j.undone IS NULL THEN NULL ELSE (SELECT l.at || ' ' || l.who FROM log l WHERE l.number = j.undone) END AS undone, j.reasons
  FROM judgement j JOIN report a ON a.number = j.one JOIN report b ON b.number = j.other;

CREATE VIEW reviews AS
SELECT v.number, c.id AS claim, d.hash AS document, v.who, v.role, v.decision, v.changes, v.seen, v.blind, v.comment, v.sensitive, v.seconds, v.at,
       CASE WHEN v.undone IS NULL THEN NULL ELSE (SELECT l.at || ' ' || l.who FROM log l WHERE l.number = v.undone) END AS undone,
       c.state, c.verdict, c.found
  FROM review v JOIN claim c ON c.number = v.claim JOIN document d ON d.number = c.document;

CREATE VIEW redirects AS                    -- ids that stood for an event of their own and lead to another now
WITH RECURSIVE heir (first, number) AS (
    SELECT number, number FROM report UNION SELECT h.first, r.successor FROM heir h JOIN report r ON r.number = h.number WHERE r.successor IS NOT NULL)
SELECT 'e' || substr(r.id, 2) AS old, e.id AS new
  FROM report r JOIN heir h ON h.first = r.number JOIN member m ON m.report = h.number JOIN event e ON e.number = m.event
 WHERE e.id <> 'e' || substr(r.id, 2);

CREATE VIEW tolls AS                        -- figures by source and time: rising tolls, corrections, contradictions
SELECT e.id AS event, d.published, l.speaker AS source, c.stance, c.killed_low, c.killed_best, c.killed_high, c.id AS claim, c.quote
  FROM claim c JOIN linked l ON l.claim = c.number JOIN event e ON e.number = l.event JOIN document d ON d.number = c.document
 WHERE c.killed_low IS NOT NULL OR c.killed_best IS NOT NULL OR c.killed_high IS NOT NULL
 ORDER BY e.id, d.published, c.document, c.position;

CREATE VIEW history AS SELECT l.number, l.at, l.who, l.what, l.subject, l.why, l.details FROM log l;
