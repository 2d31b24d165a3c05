BEGIN TRANSACTION;
CREATE TABLE alone_first (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            rater VARCHAR NOT NULL,
            reader VARCHAR NOT NULL,
            units JSON NOT NULL,
            since DATE NOT NULL,
            ended DATE,
            how VARCHAR);
INSERT INTO "alone_first" VALUES('alone-1','alone-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','person-tom','person-ada','["3.2", "3.10"]','2026-11-24',NULL,NULL);
CREATE TABLE assessment (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            kind VARCHAR NOT NULL,
            rater VARCHAR NOT NULL,
            state VARCHAR NOT NULL,
            scope JSON NOT NULL,
            period_months INTEGER NOT NULL,
            period_from DATE,
            scale VARCHAR NOT NULL,
            framework VARCHAR NOT NULL REFERENCES framework_text (hash),
            began DATE NOT NULL,
            finished DATE, agreed_with VARCHAR, form_version INTEGER, set_aside DATE);
INSERT INTO "assessment" VALUES('assessment-1','assessment-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','self','person-ada','draft','["3.2", "3.10"]',3,'2026-08-24','1','h1','2026-11-24',NULL,NULL,NULL,NULL);
INSERT INTO "assessment" VALUES('assessment-2','assessment-1','assessment-1','person-ada','person-ada','2026-11-24 12:09:00.000000','self','person-ada','finished','["3.2", "3.10"]',3,'2026-08-24','1','h1','2026-11-24','2026-11-24',NULL,NULL,NULL);
CREATE TABLE entry (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            kind VARCHAR NOT NULL,
            "on" DATE NOT NULL,
            title VARCHAR NOT NULL,
            items JSON NOT NULL,
            way VARCHAR,
            hours FLOAT,
            minutes INTEGER,
            provider VARCHAR,
            who VARCHAR,
            basis VARCHAR,
            text VARCHAR NOT NULL,
            went_well VARCHAR NOT NULL,
            next_step VARCHAR NOT NULL,
            own_word VARCHAR NOT NULL,
            cancelled VARCHAR,
            certificate VARCHAR,
            expires DATE,
            next_on DATE,
            due DATE,
            done DATE,
            part_of VARCHAR,
            removed BOOLEAN NOT NULL,
            kept_on_purpose JSON NOT NULL, talked JSON, entered TIMESTAMP);
INSERT INTO "entry" VALUES('entry-1','entry-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','observation','2026-11-04','At the garden centre','["3.13"]','watched',NULL,NULL,NULL,'Tom Leader',NULL,'','Asked about the spring rush before our offer.','','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'[]',NULL,NULL);
INSERT INTO "entry" VALUES('entry-supervision','entry-supervision',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','supervision','2026-11-10','Supervision','["3.13"]',NULL,NULL,60,NULL,NULL,NULL,'','','','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,0,'[]','["3.8", "2.2"]',NULL);
INSERT INTO "entry" VALUES('entry-2','entry-2',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','observation','2026-11-04','At the garden centre','["3.13"]','watched',NULL,NULL,NULL,'Tom Leader',NULL,'','Asked about the spring rush before our offer.','','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'[]',NULL,NULL);
CREATE TABLE forgotten (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            ids JSON NOT NULL,
            "on" DATE NOT NULL);
INSERT INTO "forgotten" VALUES('forgotten-1','forgotten-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','["person-eve"]','2026-11-24');
CREATE TABLE framework_text (
            hash VARCHAR NOT NULL PRIMARY KEY,
            version VARCHAR NOT NULL,
            text VARCHAR NOT NULL);
INSERT INTO "framework_text" VALUES('h1','2026.1','competences: all of them
');
CREATE TABLE goal (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            number INTEGER NOT NULL,
            title VARCHAR NOT NULL,
            why VARCHAR NOT NULL,
            items JSON NOT NULL,
            chance BOOLEAN NOT NULL,
            agreed_with VARCHAR,
            outcome VARCHAR NOT NULL,
            review DATE NOT NULL,
            close DATE NOT NULL,
            state VARCHAR NOT NULL,
            changed VARCHAR NOT NULL,
            arranged_by VARCHAR,
            agreed_on DATE,
            states JSON NOT NULL,
            reviewed DATE,
            review_note VARCHAR NOT NULL,
            kept_on_purpose JSON NOT NULL);
INSERT INTO "goal" VALUES('goal-1','goal-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000',1,'Talk about money before an offer','It came up twice.','["3.10", "3.8/weigh-telling"]',1,'Tom Leader','','2027-01-05','2027-02-24','agreed','',NULL,NULL,'[]',NULL,'','[]');
INSERT INTO "goal" VALUES('goal-2','goal-1','goal-1','person-ada','person-ada','2026-11-25 12:00:00.000000',1,'Talk about money before an offer','Mine.','["3.10", "3.8/weigh-telling"]',1,'Tom Leader','','2027-01-05','2027-02-24','agreed','',NULL,NULL,'[]',NULL,'','["why"]');
CREATE TABLE goal_activity (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            goal VARCHAR NOT NULL,
            place INTEGER NOT NULL,
            text VARCHAR NOT NULL,
            source VARCHAR,
            with_whom VARCHAR,
            due DATE NOT NULL,
            done DATE,
            dropped BOOLEAN NOT NULL,
            kept_on_purpose JSON NOT NULL, brought VARCHAR NOT NULL DEFAULT '');
INSERT INTO "goal_activity" VALUES('activity-1','activity-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','goal-1',1,'Sit in on one call','curriculum','Tom Leader','2026-12-08',NULL,0,'[]','');
CREATE TABLE hold (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            why VARCHAR NOT NULL,
            began DATE NOT NULL,
            ended DATE);
INSERT INTO "hold" VALUES('hold-1','hold-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','request','2026-11-24','2026-11-24');
CREATE TABLE migration (
    number INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR NOT NULL,
    program VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL);
INSERT INTO "migration" VALUES(1,'first form','0.1.0','2026-11-24 12:00:00');
INSERT INTO "migration" VALUES(2,'what was talked about','0.1.0','2026-11-24 12:00:00');
INSERT INTO "migration" VALUES(3,'visits','0.1.0','2026-11-24 12:00:00');
INSERT INTO "migration" VALUES(4,'what was brought','0.1.0','2026-11-24 12:00:00');
INSERT INTO "migration" VALUES(5,'exchange and rights','0.1.0','2026-11-24 12:00:00');
INSERT INTO "migration" VALUES(6,'found by person','0.1.0','2026-11-24 12:00:00');
CREATE TABLE note (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            subject VARCHAR NOT NULL,
            text VARCHAR NOT NULL,
            shared BOOLEAN NOT NULL,
            kept_on_purpose JSON NOT NULL);
INSERT INTO "note" VALUES('note-1','note:assessment-1/3.10',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','3.10','Mrs Quill lost the flat',0,'[]');
INSERT INTO "note" VALUES('note-3','note:assessment-1/3.10','note-1','person-ada','person-ada','2026-11-24 15:00:00.000000','3.10','late',0,'[]');
INSERT INTO "note" VALUES('note-2','note:assessment-1/3.10','note-1','person-ada','person-ada','2026-11-24 14:00:00.000000','3.10','early',0,'[]');
CREATE TABLE objection (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            subject VARCHAR NOT NULL,
            text VARCHAR NOT NULL,
            settled DATE,
            kept_on_purpose JSON NOT NULL);
INSERT INTO "objection" VALUES('objection-1','objection-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','entry-1','We did it together.',NULL,'[]');
CREATE TABLE parcel (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            way VARCHAR NOT NULL,
            kind VARCHAR NOT NULL,
            with_whom VARCHAR,
            "on" DATE NOT NULL,
            digest VARCHAR NOT NULL,
            held JSON NOT NULL,
            asked JSON NOT NULL,
            undone BOOLEAN NOT NULL);
INSERT INTO "parcel" VALUES('parcel-1','parcel-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','out','records','Tom Leader','2026-11-24','9f86d081','["rating-1", "note-1"]','["earlier"]',0);
CREATE TABLE person (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            name VARCHAR NOT NULL,
            role VARCHAR NOT NULL,
            team VARCHAR,
            hours FLOAT,
            since DATE,
            supervisor VARCHAR,
            supervised_since DATE,
            "left" DATE,
            caseload INTEGER,
            leave VARCHAR,
            works_best VARCHAR NOT NULL,
            same_as VARCHAR,
            kept_on_purpose JSON NOT NULL, key VARCHAR);
INSERT INTO "person" VALUES('person-ada','person-ada',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','Ada Example','employment specialist','Harbour team',0.6,'2025-03-01',NULL,NULL,NULL,NULL,NULL,'',NULL,'[]',NULL);
INSERT INTO "person" VALUES('p2','p2',NULL,'p2','person-ada','2026-11-26 12:00:00.000000','Ada Twice','employment specialist','Harbour team',0.6,'2025-03-01',NULL,NULL,NULL,NULL,NULL,'','person-ada','[]',NULL);
CREATE TABLE rating (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            assessment VARCHAR NOT NULL,
            item VARCHAR NOT NULL,
            asked_as VARCHAR NOT NULL,
            code VARCHAR,
            basis VARCHAR,
            reason VARCHAR,
            behind VARCHAR,
            bring BOOLEAN NOT NULL,
            show BOOLEAN NOT NULL, visit VARCHAR, seen_on DATE);
INSERT INTO "rating" VALUES('rating-1','assessment-1/3.10',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','assessment-1','3.10','skill','2','O',NULL,'time',1,0,NULL,NULL);
CREATE TABLE redacted (
    id VARCHAR NOT NULL PRIMARY KEY,
    thing VARCHAR NOT NULL,
    replaces VARCHAR,
    about VARCHAR NOT NULL,
    author VARCHAR NOT NULL,
    at TIMESTAMP NOT NULL,
            subject VARCHAR NOT NULL,
            "table" VARCHAR NOT NULL,
            "on" DATE,
            asked_of VARCHAR);
INSERT INTO "redacted" VALUES('redacted-1','redacted-1',NULL,'person-ada','person-ada','2026-11-24 12:00:00.000000','entry-9','entry',NULL,'Tom Leader');
CREATE TABLE store (name VARCHAR NOT NULL PRIMARY KEY, value VARCHAR NOT NULL);
INSERT INTO "store" VALUES('id','33cdc329-9c9f-4d75-aff4-7fdc788ea0a5');
INSERT INTO "store" VALUES('demo','no');
CREATE INDEX ix_person_thing ON person (thing);
CREATE INDEX ix_person_replaces ON person (replaces);
CREATE INDEX ix_person_about ON person (about);
CREATE INDEX ix_assessment_thing ON assessment (thing);
CREATE INDEX ix_assessment_replaces ON assessment (replaces);
CREATE INDEX ix_assessment_about ON assessment (about);
CREATE INDEX ix_rating_thing ON rating (thing);
CREATE INDEX ix_rating_replaces ON rating (replaces);
CREATE INDEX ix_rating_about ON rating (about);
CREATE INDEX ix_note_thing ON note (thing);
CREATE INDEX ix_note_replaces ON note (replaces);
CREATE INDEX ix_note_about ON note (about);
CREATE INDEX ix_goal_thing ON goal (thing);
CREATE INDEX ix_goal_replaces ON goal (replaces);
CREATE INDEX ix_goal_about ON goal (about);
CREATE INDEX ix_goal_activity_thing ON goal_activity (thing);
CREATE INDEX ix_goal_activity_replaces ON goal_activity (replaces);
CREATE INDEX ix_goal_activity_about ON goal_activity (about);
CREATE INDEX ix_entry_thing ON entry (thing);
CREATE INDEX ix_entry_replaces ON entry (replaces);
CREATE INDEX ix_entry_about ON entry (about);
CREATE INDEX ix_rating_assessment ON rating (assessment);
CREATE INDEX ix_goal_activity_goal ON goal_activity (goal);
CREATE INDEX ix_entry_done_kind_about ON entry (done, kind, about);
CREATE INDEX ix_parcel_thing ON parcel (thing);
CREATE INDEX ix_parcel_replaces ON parcel (replaces);
CREATE INDEX ix_parcel_about ON parcel (about);
CREATE INDEX ix_alone_first_thing ON alone_first (thing);
CREATE INDEX ix_alone_first_replaces ON alone_first (replaces);
CREATE INDEX ix_alone_first_about ON alone_first (about);
CREATE INDEX ix_objection_thing ON objection (thing);
CREATE INDEX ix_objection_replaces ON objection (replaces);
CREATE INDEX ix_objection_about ON objection (about);
CREATE INDEX ix_hold_thing ON hold (thing);
CREATE INDEX ix_hold_replaces ON hold (replaces);
CREATE INDEX ix_hold_about ON hold (about);
CREATE INDEX ix_forgotten_thing ON forgotten (thing);
CREATE INDEX ix_forgotten_replaces ON forgotten (replaces);
CREATE INDEX ix_forgotten_about ON forgotten (about);
CREATE INDEX ix_redacted_thing ON redacted (thing);
CREATE INDEX ix_redacted_replaces ON redacted (replaces);
CREATE INDEX ix_redacted_about ON redacted (about);
CREATE INDEX ix_objection_subject ON objection (subject);
CREATE INDEX ix_redacted_subject ON redacted (subject);
CREATE INDEX ix_assessment_rater ON assessment (rater);
CREATE INDEX ix_person_supervisor ON person (supervisor);
COMMIT;
