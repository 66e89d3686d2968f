"""The third form: what repeats, rhythms, closed days, what goes on paper, and frictions of the shop's own."""

from __future__ import annotations

from peewee import Database

CHANGES = """
    CREATE TABLE "series" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "kind" TEXT NOT NULL DEFAULT '',
      "start" DATETIME,
      "rule" TEXT NOT NULL DEFAULT '',
      "waits" INTEGER NOT NULL DEFAULT 0,
      "settled_until" DATETIME);
    CREATE TABLE "rhythm" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER,
      "tag_id" INTEGER,
      "wish" INTEGER NOT NULL DEFAULT 0,
      "most" INTEGER NOT NULL DEFAULT 0,
      "paused_until" DATE,
      "well_at" DATE,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("tag_id") REFERENCES "tag" ("id"));
    CREATE INDEX "rhythm_customer_id" ON "rhythm" ("customer_id");
    CREATE INDEX "rhythm_tag_id" ON "rhythm" ("tag_id");
    CREATE TABLE "closed" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "first" DATE,
      "last" DATE,
      "why" TEXT NOT NULL DEFAULT '');
    CREATE TABLE "sheet_choice" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "occasion" TEXT NOT NULL DEFAULT '',
      "without" TEXT NOT NULL DEFAULT '',
      "codes" TEXT NOT NULL DEFAULT '');
    CREATE TABLE "occurrence" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "series" INTEGER NOT NULL DEFAULT 0,
      "start" TEXT NOT NULL DEFAULT '');
    CREATE INDEX "occurrence_start" ON "occurrence" ("start");
    CREATE INDEX "occurrence_series_start" ON "occurrence" ("series", "start");
    ALTER TABLE "shop" ADD COLUMN "hours" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "shop" ADD COLUMN "region" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "shop" ADD COLUMN "holidays" INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE "shop" ADD COLUMN "zone" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "shop" ADD COLUMN "counts" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "shop" ADD COLUMN "question" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "shop" ADD COLUMN "plain_foot" INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE "shopkeeper" ADD COLUMN "photo" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "touchpoint" ADD COLUMN "days" INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE "touchpoint" ADD COLUMN "zone" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "touchpoint" ADD COLUMN "place" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "touchpoint" ADD COLUMN "series_id" INTEGER REFERENCES "series" ("id");
    ALTER TABLE "touchpoint" ADD COLUMN "series_start" DATETIME;
    ALTER TABLE "touchpoint" ADD COLUMN "uid" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "touchpoint" ADD COLUMN "fingerprint" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "follow_up" ADD COLUMN "series_id" INTEGER REFERENCES "series" ("id");
    ALTER TABLE "follow_up" ADD COLUMN "series_start" DATETIME;
    ALTER TABLE "special_day" ADD COLUMN "uid" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "special_day" ADD COLUMN "fingerprint" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "checklist_item" ADD COLUMN "section" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "touchpoint_item" ADD COLUMN "section" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "request" ADD COLUMN "asked_at" TEXT;
    ALTER TABLE "job" ADD COLUMN "said" TEXT NOT NULL DEFAULT '';
    ALTER TABLE "job" ADD COLUMN "said_on" DATE;
    ALTER TABLE "job" ADD COLUMN "not_asked" INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX "touchpoint_series" ON "touchpoint" ("series_id") WHERE "series_id" IS NOT NULL;
    CREATE INDEX "follow_up_series" ON "follow_up" ("series_id") WHERE "series_id" IS NOT NULL;
    CREATE INDEX "touchpoint_uid" ON "touchpoint" ("uid") WHERE "uid" <> '';
    CREATE INDEX "touchpoint_days" ON "touchpoint" ("days") WHERE "days" > 1;
    CREATE INDEX "follow_up_due" ON "follow_up" ("due");
    CREATE INDEX "detail_day" ON "detail" ("day") WHERE "day" IS NOT NULL;
    CREATE INDEX "special_day_uid" ON "special_day" ("uid") WHERE "uid" <> '';
    ALTER TABLE "accommodation" RENAME TO "accommodation_before";
    ALTER TABLE "friction" RENAME TO "friction_before";
    DROP INDEX "friction_customer_id";
    DROP INDEX "accommodation_customer_id";
    DROP INDEX "accommodation_friction_id";
    CREATE TABLE "friction" (
      "id" INTEGER NOT NULL PRIMARY KEY,
      "state" TEXT NOT NULL DEFAULT 'live',
      "customer_id" INTEGER,
      "text" TEXT NOT NULL DEFAULT '',
      "noticed_on" DATE,
      "mended_on" DATE,
      "touchpoint_id" INTEGER,
      FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
      FOREIGN KEY ("touchpoint_id") REFERENCES "touchpoint" ("id"));
    INSERT INTO "friction" ("id", "state", "customer_id", "text", "noticed_on", "mended_on", "touchpoint_id")
      SELECT "id", "state", "customer_id", "text", "noticed_on", "mended_on", "touchpoint_id" FROM "friction_before";
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
    INSERT INTO "accommodation" ("id", "state", "customer_id", "friction_id", "text", "since", "ended_on")
      SELECT "id", "state", "customer_id", "friction_id", "text", "since", "ended_on" FROM "accommodation_before";
    DROP TABLE "accommodation_before";
    DROP TABLE "friction_before";
    CREATE INDEX "friction_customer_id" ON "friction" ("customer_id");
    CREATE INDEX "accommodation_customer_id" ON "accommodation" ("customer_id");
    CREATE INDEX "accommodation_friction_id" ON "accommodation" ("friction_id");
"""


def up(_migrator: object, db: Database) -> None:
    """Add the tables and columns; what makes it hard may now be the shop's own, of no customer alone."""
    for statement in CHANGES.split(";\n"):
        if statement.strip():
            db.execute_sql(statement)
