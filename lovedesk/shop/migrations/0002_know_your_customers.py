"""The second form: jobs, topics, tags and lists, links, agreements and what makes it hard, imports, who was merged."""

from __future__ import annotations

from peewee import Database

CHANGES = """
    CREATE TABLE "topic" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "name" TEXT NOT NULL DEFAULT '',
      "seen_by" TEXT NOT NULL DEFAULT '',
      "lasts" INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE "job" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER NOT NULL,
      "person_id" INTEGER,
      "what" TEXT NOT NULL DEFAULT '',
      "place" TEXT NOT NULL DEFAULT '',
      "stage" TEXT NOT NULL DEFAULT '',
      "asked_on" DATE,
      "agreed_on" DATE,
      "promised_on" DATE,
      "ready_on" DATE,
      "delivered_on" DATE,
      "number" TEXT NOT NULL DEFAULT '',
      "total" INTEGER,
      "months" INTEGER NOT NULL DEFAULT 0,
      "keeper_id" INTEGER,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
      FOREIGN KEY ("keeper_id") REFERENCES "shopkeeper" ("id"));
    CREATE INDEX "job_customer_id" ON "job" ("customer_id");
    CREATE TABLE "link" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "from_customer_id" INTEGER,
      "from_person_id" INTEGER,
      "to_customer_id" INTEGER,
      "to_person_id" INTEGER,
      "word" TEXT NOT NULL DEFAULT '',
      "back" TEXT NOT NULL DEFAULT '',
      FOREIGN KEY ("from_customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("from_person_id") REFERENCES "person" ("id"),
      FOREIGN KEY ("to_customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("to_person_id") REFERENCES "person" ("id"));
    CREATE INDEX "link_from_customer_id" ON "link" ("from_customer_id");
    CREATE INDEX "link_from_person_id" ON "link" ("from_person_id");
    CREATE INDEX "link_to_customer_id" ON "link" ("to_customer_id");
    CREATE INDEX "link_to_person_id" ON "link" ("to_person_id");
    CREATE TABLE "tag" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "name" TEXT NOT NULL DEFAULT '');
    CREATE TABLE "customer_tag" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "tag_id" INTEGER NOT NULL,
      "customer_id" INTEGER NOT NULL,
      FOREIGN KEY ("tag_id") REFERENCES "tag" ("id"),
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
    CREATE INDEX "customer_tag_tag_id" ON "customer_tag" ("tag_id");
    CREATE INDEX "customer_tag_customer_id" ON "customer_tag" ("customer_id");
    CREATE TABLE "kept_list" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "name" TEXT NOT NULL DEFAULT '',
      "terms" TEXT NOT NULL DEFAULT '');
    CREATE TABLE "inbox_line" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "text" TEXT NOT NULL DEFAULT '',
      "customer_id" INTEGER,
      "came_on" DATE,
      "settled_at" TEXT,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
    CREATE TABLE "agreement" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER NOT NULL,
      "text" TEXT NOT NULL DEFAULT '',
      "side" TEXT NOT NULL DEFAULT '',
      "agreed_on" DATE,
      "ended_on" DATE,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"));
    CREATE INDEX "agreement_customer_id" ON "agreement" ("customer_id");
    CREATE TABLE "friction" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER NOT NULL,
      "text" TEXT NOT NULL DEFAULT '',
      "noticed_on" DATE,
      "mended_on" DATE,
      "touchpoint_id" INTEGER,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"));
    CREATE INDEX "friction_customer_id" ON "friction" ("customer_id");
    CREATE TABLE "accommodation" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER NOT NULL,
      "friction_id" INTEGER,
      "text" TEXT NOT NULL DEFAULT '',
      "since" DATE,
      "ended_on" DATE,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("friction_id") REFERENCES "friction" ("id"));
    CREATE INDEX "accommodation_customer_id" ON "accommodation" ("customer_id");
    CREATE INDEX "accommodation_friction_id" ON "accommodation" ("friction_id");
    CREATE TABLE "request" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER NOT NULL,
      "person_id" INTEGER,
      "text" TEXT NOT NULL DEFAULT '',
      "asked_on" DATE,
      "answered_at" TEXT,
      "outcome" TEXT NOT NULL DEFAULT '',
      "done" TEXT NOT NULL DEFAULT '',
      "reason" TEXT NOT NULL DEFAULT '',
      "instead" TEXT NOT NULL DEFAULT '',
      "settled_on" DATE,
      "touchpoint_id" INTEGER,
      "keeper_id" INTEGER,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("person_id") REFERENCES "person" ("id"),
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"),
      FOREIGN KEY ("keeper_id") REFERENCES "shopkeeper" ("id"));
    CREATE INDEX "request_customer_id" ON "request" ("customer_id");
    CREATE TABLE "not_same" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "one" INTEGER NOT NULL DEFAULT 0,
      "other" INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE "column_map" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "header" TEXT NOT NULL DEFAULT '',
      "columns" TEXT NOT NULL DEFAULT '');
    CREATE TABLE "import_run" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "name" TEXT NOT NULL DEFAULT '',
      "at" TEXT);
    CREATE TABLE "import_row" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "run" INTEGER NOT NULL DEFAULT 0,
      "place" INTEGER NOT NULL DEFAULT 0,
      "source" TEXT NOT NULL DEFAULT '',
      "name" TEXT NOT NULL DEFAULT '',
      "fate" TEXT NOT NULL DEFAULT '',
      "reason" TEXT NOT NULL DEFAULT '',
      "customer" INTEGER NOT NULL DEFAULT 0,
      "person" INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX "import_row_run" ON "import_row" ("run");
    CREATE TABLE "head" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "head" INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX "head_head" ON "head" ("head");
    ALTER TABLE "shop" ADD COLUMN "country" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "shop" ADD COLUMN "leap_day" INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE "customer" ADD COLUMN "gone_on" DATE;
    ALTER TABLE "person" ADD COLUMN "kind" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "person" ADD COLUMN "prefix" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "person" ADD COLUMN "middle" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "person" ADD COLUMN "suffix" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "person" ADD COLUMN "work" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "person" ADD COLUMN "language" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "person" ADD COLUMN "wish_channel" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "person" ADD COLUMN "wish_time" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "person" ADD COLUMN "gone" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "person" ADD COLUMN "gone_on" DATE;
    ALTER TABLE "person" ADD COLUMN "merged_into_id" INTEGER REFERENCES "person" ("id");
    ALTER TABLE "membership" ADD COLUMN "of_person_id" INTEGER REFERENCES "person" ("id");
    CREATE INDEX "customer_merged" ON "customer" ("merged_into_id") WHERE "merged_into_id" IS NOT NULL;
    CREATE INDEX "person_merged" ON "person" ("merged_into_id") WHERE "merged_into_id" IS NOT NULL;
    DROP INDEX "customer_by_name";
    CREATE INDEX "customer_by_name" ON "customer" ("sort_name") WHERE "state" = 'live';
    CREATE INDEX "membership_of" ON "membership" ("of_person_id") WHERE "of_person_id" IS NOT NULL;
    ALTER TABLE "contact_point" ADD COLUMN "way_in" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "detail" ADD COLUMN "confirmed_on" DATE;
    CREATE INDEX "detail_learned" ON "detail" ("learned_on") WHERE "learned_on" IS NOT NULL;
    CREATE INDEX "follow_up_over" ON "follow_up" (coalesce("done_at", "dropped_at"))
      WHERE coalesce("done_at", "dropped_at") IS NOT NULL;
    CREATE INDEX "detail_superseded" ON "detail" ("superseded_by_id") WHERE "superseded_by_id" IS NOT NULL;
    ALTER TABLE "follow_up" ADD COLUMN "job_id" INTEGER REFERENCES "job" ("id");
    ALTER TABLE "follow_up" ADD COLUMN "detail_id" INTEGER REFERENCES "detail" ("id");
    CREATE INDEX "follow_up_job" ON "follow_up" ("job_id") WHERE "job_id" IS NOT NULL;
    ALTER TABLE "paper" RENAME TO "paper_of_visit";
    DROP INDEX "paper_touchpoint_id";
    CREATE TABLE "paper" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "touchpoint_id" INTEGER,
      "customer_id" INTEGER,
      "job_id" INTEGER,
      "name" TEXT NOT NULL DEFAULT '',
      "photo" TEXT NOT NULL DEFAULT '',
      "kept_on" DATE,
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"),
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("job_id") REFERENCES "job" ("id"));
    INSERT INTO "paper" ("id", "state", "touchpoint_id", "name", "photo")
      SELECT "id", "state", "touchpoint_id", "name", "photo" FROM "paper_of_visit";
    DROP TABLE "paper_of_visit";
    CREATE INDEX "paper_touchpoint_id" ON "paper" ("touchpoint_id");
    CREATE INDEX "paper_customer_id" ON "paper" ("customer_id");
    CREATE INDEX "paper_job_id" ON "paper" ("job_id");
    DROP INDEX "customer_by_name";
    CREATE INDEX "customer_by_name" ON "customer" ("sort_name", "standing", "keeper_id", "since", "merged_into_id")
      WHERE "state" = 'live';
    CREATE INDEX "head_merged" ON "head" ("head", "id") WHERE "head" <> "id";
    CREATE VIRTUAL TABLE "search_number" USING fts5(digits, content='', contentless_delete=1, tokenize='trigram');
    INSERT INTO "head" ("id", "head") SELECT "id", coalesce("merged_into_id", "id") FROM "customer";
    INSERT INTO "head" ("id", "head") SELECT "id", "id" FROM "person";
    CREATE TRIGGER "customer_head" AFTER INSERT ON "customer" BEGIN
      INSERT OR IGNORE INTO "head" VALUES (NEW."id", NEW."id"); END;
    CREATE TRIGGER "person_head" AFTER INSERT ON "person" BEGIN
      INSERT OR IGNORE INTO "head" VALUES (NEW."id", NEW."id"); END;
"""


def up(_migrator: object, db: Database) -> None:
    """Add the tables and columns; papers may now hang on a customer or a job too."""
    for statement in CHANGES.split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
