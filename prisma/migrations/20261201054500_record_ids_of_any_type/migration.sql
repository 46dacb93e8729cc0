-- A record's id is the text of its key, of whatever type: a number, a cuid, a JSON list of several columns. Texts are
-- ordered by their bytes (collation C), as UUIDs were, on every server. One rewrite of each table, indexes included.
ALTER TABLE "preview_key" DROP CONSTRAINT "preview_key_import_id_record_id_fkey";
ALTER TABLE "preview_record" ALTER COLUMN "record_id" TYPE TEXT COLLATE "C" USING "record_id"::text;
ALTER TABLE "preview_key" ALTER COLUMN "record_id" TYPE TEXT COLLATE "C" USING "record_id"::text;
ALTER TABLE "preview_key" ADD CONSTRAINT "preview_key_import_id_record_id_fkey"
  FOREIGN KEY ("import_id", "record_id") REFERENCES "preview_record" ("import_id", "record_id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "provenance" ALTER COLUMN "record_id" TYPE TEXT COLLATE "C" USING "record_id"::text;

-- An id tells a record from others of its type only. UUIDs, which all ids were until now, say the type by themselves.
ALTER TABLE "undo_entry"
  DROP CONSTRAINT "undo_entry_pkey",
  ALTER COLUMN "record_id" TYPE TEXT COLLATE "C" USING "record_id"::text,
  ADD COLUMN "record_type" TEXT COLLATE "C" NOT NULL DEFAULT '';
DROP INDEX "undo_entry_import_id_result_record_id_idx";
UPDATE "undo_entry" SET "record_type" = touched."record_type"
  FROM "provenance" AS touched
 WHERE touched."record_id" = "undo_entry"."record_id" AND touched."import_id" = "undo_entry"."import_id";
ALTER TABLE "undo_entry"
  ALTER COLUMN "record_type" DROP DEFAULT,
  ADD CONSTRAINT "undo_entry_pkey" PRIMARY KEY ("import_id", "record_type", "record_id");
CREATE INDEX "undo_entry_import_id_result_record_type_record_id_idx"
  ON "undo_entry" ("import_id", "result", "record_type", "record_id");
