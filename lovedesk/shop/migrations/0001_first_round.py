"""The first form of a desk: all that the first round needs, and the shapes that later ones will."""

from __future__ import annotations

from peewee import Database

TABLES = """
    CREATE TABLE "shop" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "name" TEXT NOT NULL DEFAULT '',
      "motto" TEXT NOT NULL DEFAULT '',
      "sample" INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE "shopkeeper" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "name" TEXT NOT NULL DEFAULT '');
    CREATE TABLE "customer" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "name" TEXT NOT NULL DEFAULT '',
      "sort_name" TEXT NOT NULL DEFAULT '',
      "kind" TEXT NOT NULL DEFAULT '',
      "standing" TEXT NOT NULL DEFAULT '',
      "since" DATE,
      "keeper_id" INTEGER,
      "photo" TEXT NOT NULL DEFAULT '',
      "raw" TEXT NOT NULL DEFAULT '',
      "uid" TEXT NOT NULL DEFAULT '',
      "fingerprint" TEXT NOT NULL DEFAULT '',
      "merged_into_id" INTEGER,
      FOREIGN KEY ("keeper_id") REFERENCES "shopkeeper" ("id"),
      FOREIGN KEY ("merged_into_id") REFERENCES "customer" ("id"));
    CREATE TABLE "person" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "name" TEXT NOT NULL DEFAULT '',
      "given" TEXT NOT NULL DEFAULT '',
      "family" TEXT NOT NULL DEFAULT '',
      "nickname" TEXT NOT NULL DEFAULT '',
      "say" TEXT NOT NULL DEFAULT '',
      "photo" TEXT NOT NULL DEFAULT '',
      "raw" TEXT NOT NULL DEFAULT '',
      "uid" TEXT NOT NULL DEFAULT '',
      "fingerprint" TEXT NOT NULL DEFAULT '');
    CREATE TABLE "membership" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER NOT NULL,
      "person_id" INTEGER NOT NULL,
      "role" TEXT NOT NULL DEFAULT '',
      "position" INTEGER NOT NULL DEFAULT 0,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("person_id") REFERENCES "person" ("id"));
    CREATE INDEX "membership_customer_id" ON "membership" ("customer_id");
    CREATE INDEX "membership_person_id" ON "membership" ("person_id");
    CREATE TABLE "contact_point" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "person_id" INTEGER,
      "customer_id" INTEGER,
      "kind" TEXT NOT NULL DEFAULT '',
      "value" TEXT NOT NULL DEFAULT '',
      "key" TEXT NOT NULL DEFAULT '',
      "label" TEXT NOT NULL DEFAULT '',
      "note" TEXT NOT NULL DEFAULT '',
      "preferred" INTEGER NOT NULL DEFAULT 0,
      "position" INTEGER NOT NULL DEFAULT 0,
      FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
    CREATE INDEX "contact_point_person_id" ON "contact_point" ("person_id");
    CREATE INDEX "contact_point_customer_id" ON "contact_point" ("customer_id");
    CREATE TABLE "special_day" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "person_id" INTEGER,
      "customer_id" INTEGER,
      "kind" TEXT NOT NULL DEFAULT '',
      "month" INTEGER NOT NULL DEFAULT 0,
      "day" INTEGER NOT NULL DEFAULT 0,
      "year" INTEGER,
      FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
    CREATE INDEX "special_day_person_id" ON "special_day" ("person_id");
    CREATE INDEX "special_day_customer_id" ON "special_day" ("customer_id");
    CREATE TABLE "checklist" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "slug" TEXT NOT NULL DEFAULT '',
      "title" TEXT NOT NULL DEFAULT '',
      "occasion" TEXT NOT NULL DEFAULT '',
      "channel" TEXT NOT NULL DEFAULT '',
      "minutes" INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE "checklist_item" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "checklist_id" INTEGER NOT NULL,
      "kind" TEXT NOT NULL DEFAULT '',
      "text" TEXT NOT NULL DEFAULT '',
      "topic" TEXT NOT NULL DEFAULT '',
      "required" INTEGER NOT NULL DEFAULT 0,
      "position" INTEGER NOT NULL DEFAULT 0,
      FOREIGN KEY ("checklist_id") REFERENCES "checklist" ("id"));
    CREATE INDEX "checklist_item_checklist_id" ON "checklist_item" ("checklist_id");
    CREATE TABLE "touchpoint" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "channel" TEXT NOT NULL DEFAULT '',
      "began" TEXT NOT NULL DEFAULT '',
      "chased" INTEGER NOT NULL DEFAULT 0,
      "occasion" TEXT NOT NULL DEFAULT '',
      "title" TEXT NOT NULL DEFAULT '',
      "start" DATETIME,
      "minutes" INTEGER NOT NULL DEFAULT 0,
      "keeper_id" INTEGER,
      "checklist" TEXT NOT NULL DEFAULT '',
      "shows" TEXT NOT NULL DEFAULT '',
      "value" TEXT NOT NULL DEFAULT '',
      "notes" TEXT NOT NULL DEFAULT '',
      "said" TEXT NOT NULL DEFAULT '',
      "done_at" TEXT,
      "cancelled_at" TEXT,
      "cancelled_why" TEXT NOT NULL DEFAULT '',
      FOREIGN KEY ("keeper_id") REFERENCES "shopkeeper" ("id"));
    CREATE TABLE "touchpoint_customer" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "touchpoint_id" INTEGER NOT NULL,
      "customer_id" INTEGER NOT NULL,
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"),
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
    CREATE INDEX "touchpoint_customer_touchpoint_id" ON "touchpoint_customer" ("touchpoint_id");
    CREATE INDEX "touchpoint_customer_customer_id" ON "touchpoint_customer" ("customer_id");
    CREATE TABLE "touchpoint_person" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "touchpoint_id" INTEGER NOT NULL,
      "person_id" INTEGER NOT NULL,
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"),
      FOREIGN KEY ("person_id") REFERENCES "person" ("id"));
    CREATE INDEX "touchpoint_person_touchpoint_id" ON "touchpoint_person" ("touchpoint_id");
    CREATE INDEX "touchpoint_person_person_id" ON "touchpoint_person" ("person_id");
    CREATE TABLE "touchpoint_item" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "touchpoint_id" INTEGER NOT NULL,
      "kind" TEXT NOT NULL DEFAULT '',
      "text" TEXT NOT NULL DEFAULT '',
      "topic" TEXT NOT NULL DEFAULT '',
      "required" INTEGER NOT NULL DEFAULT 0,
      "position" INTEGER NOT NULL DEFAULT 0,
      "question" TEXT NOT NULL DEFAULT '',
      "ticked_at" TEXT,
      "answer" TEXT NOT NULL DEFAULT '',
      "answer_seen_by" TEXT NOT NULL DEFAULT '',
      "answer_person_id" INTEGER,
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"),
      FOREIGN KEY ("answer_person_id") REFERENCES "person" ("id"));
    CREATE INDEX "touchpoint_item_touchpoint_id" ON "touchpoint_item" ("touchpoint_id");
    CREATE TABLE "detail" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER,
      "person_id" INTEGER,
      "topic" TEXT NOT NULL DEFAULT '',
      "text" TEXT NOT NULL DEFAULT '',
      "change" TEXT NOT NULL DEFAULT '',
      "learned_on" DATE,
      "source" TEXT NOT NULL DEFAULT '',
      "source_name" TEXT NOT NULL DEFAULT '',
      "touchpoint_id" INTEGER,
      "seen_by" TEXT NOT NULL DEFAULT '',
      "day" DATE,
      "keeper_id" INTEGER,
      "superseded_by_id" INTEGER,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"),
      FOREIGN KEY ("keeper_id") REFERENCES "shopkeeper" ("id"),
      FOREIGN KEY ("superseded_by_id") REFERENCES "detail" ("id"));
    CREATE INDEX "detail_customer_id" ON "detail" ("customer_id");
    CREATE INDEX "detail_person_id" ON "detail" ("person_id");
    CREATE INDEX "detail_touchpoint_id" ON "detail" ("touchpoint_id");
    CREATE TABLE "follow_up" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER,
      "person_id" INTEGER,
      "touchpoint_id" INTEGER,
      "kind" TEXT NOT NULL DEFAULT '',
      "title" TEXT NOT NULL DEFAULT '',
      "due" DATE,
      "due_time" TEXT NOT NULL DEFAULT '',
      "promised" INTEGER NOT NULL DEFAULT 0,
      "promised_for" DATE,
      "told_on" DATE,
      "theirs" INTEGER NOT NULL DEFAULT 0,
      "keeper_id" INTEGER,
      "done_at" TEXT,
      "dropped_at" TEXT,
      "dropped_why" TEXT NOT NULL DEFAULT '',
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"),
      FOREIGN KEY ("keeper_id") REFERENCES "shopkeeper" ("id"));
    CREATE INDEX "follow_up_customer_id" ON "follow_up" ("customer_id");
    CREATE INDEX "follow_up_touchpoint_id" ON "follow_up" ("touchpoint_id");
    CREATE TABLE "declined_question" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER NOT NULL,
      "slug" TEXT NOT NULL DEFAULT '',
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
    CREATE INDEX "declined_question_customer_id" ON "declined_question" ("customer_id");
    CREATE TABLE "paper" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "touchpoint_id" INTEGER NOT NULL,
      "name" TEXT NOT NULL DEFAULT '',
      "photo" TEXT NOT NULL DEFAULT '',
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"));
    CREATE INDEX "paper_touchpoint_id" ON "paper" ("touchpoint_id");
    CREATE TABLE "blob" (
      "hash" TEXT NOT NULL PRIMARY KEY,
      "kind" TEXT NOT NULL DEFAULT '',
      "data" BLOB NOT NULL);
    CREATE TABLE "search_text" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "tbl" TEXT NOT NULL DEFAULT '',
      "row" INTEGER NOT NULL DEFAULT 0,
      "customer" INTEGER NOT NULL DEFAULT 0,
      "folded" TEXT NOT NULL DEFAULT '');
    CREATE INDEX "search_text_row_tbl" ON "search_text" ("row", "tbl");
    CREATE INDEX "search_text_customer" ON "search_text" ("customer");
    CREATE INDEX "customer_by_name" ON "customer" ("sort_name") WHERE "state" = 'live' AND "merged_into_id" IS NULL;
    CREATE INDEX "contact_point_key" ON "contact_point" ("key") WHERE "key" <> '';
    CREATE INDEX "special_day_date" ON "special_day" ("month", "day");
    CREATE INDEX "touchpoint_start" ON "touchpoint" ("start");
    CREATE INDEX "touchpoint_open" ON "touchpoint" ("start") WHERE "done_at" IS NULL AND "cancelled_at" IS NULL;
    CREATE INDEX "follow_up_open" ON "follow_up" ("due") WHERE "done_at" IS NULL AND "dropped_at" IS NULL;
    CREATE VIRTUAL TABLE "search_index" USING fts5(
      folded, content='', contentless_delete=1, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0");
    INSERT INTO "search_index" ("search_index", "rank") VALUES ('hashsize', 16777216);
"""


def up(_migrator: object, db: Database) -> None:
    """Make the tables."""
    for statement in TABLES.split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
