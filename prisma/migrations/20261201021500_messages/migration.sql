-- Sentences are kept as a code with parameters. What was kept as English text stays as that text.

CREATE FUNCTION pg_temp.text_message(sentence text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
  $$ SELECT CASE WHEN sentence IS NULL THEN NULL ELSE jsonb_build_object('code', 'TEXT', 'message', sentence) END $$;

CREATE FUNCTION pg_temp.attempt_messages(attempts jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS
  $$ SELECT coalesce(jsonb_agg(
       CASE WHEN jsonb_typeof(attempt->'error') = 'string'
         THEN attempt || jsonb_build_object('error', pg_temp.text_message(attempt->>'error'))
         ELSE attempt END ORDER BY place), '[]')
       FROM jsonb_array_elements(attempts) WITH ORDINALITY AS each(attempt, place) $$;

ALTER TABLE "import"
  ALTER COLUMN "status_reason" TYPE JSONB USING pg_temp.text_message("status_reason"),
  ALTER COLUMN "mode_reason" TYPE JSONB USING pg_temp.text_message("mode_reason");

UPDATE "import" SET "assessment" = jsonb_set("assessment", '{reasons}', (
    SELECT coalesce(jsonb_agg(pg_temp.text_message(reason) ORDER BY place), '[]')
      FROM jsonb_array_elements_text("assessment"->'reasons') WITH ORDINALITY AS each(reason, place)))
 WHERE jsonb_typeof("assessment"->'reasons') = 'array';

ALTER TABLE "import_warning" ADD COLUMN "reason" JSONB;
UPDATE "import_warning" SET "reason" = jsonb_build_object('code', "code", 'message', "message");
ALTER TABLE "import_warning" ALTER COLUMN "reason" SET NOT NULL, DROP COLUMN "message";

ALTER TABLE "import_error_group" RENAME COLUMN "sample" TO "sample_value";
ALTER TABLE "import_error_group" ADD COLUMN "sample_message" JSONB;
-- A group of old takes the sentence of one of its failed rows, because its code alone lacks the parameters.
-- JSON text with an escaped NUL cannot be read as text, so such a row is left out.
UPDATE "import_error_group" AS each SET
    "sample_message" = jsonb_build_object('code', each."code", 'message', found.message),
    "sample_value" = nullif(each."sample_value", found.message)
  FROM (SELECT "import_id", "code", "field", (
      SELECT error->>'message'
        FROM "failed_row" AS failed, LATERAL json_array_elements(
          CASE WHEN strpos(failed."errors"::text, '\u0000') = 0 THEN failed."errors" ELSE '[]' END) AS error
       WHERE failed."import_id" = groups."import_id"
         AND error->>'code' = groups."code" AND coalesce(error->>'field', '') = groups."field"
       LIMIT 1) AS message
    FROM "import_error_group" AS groups) AS found
 WHERE found.message IS NOT NULL
   AND (found."import_id", found."code", found."field") = (each."import_id", each."code", each."field");

ALTER TABLE "undo_entry" ALTER COLUMN "reason" TYPE JSONB USING pg_temp.text_message("reason");
ALTER TABLE "schedule_run" ALTER COLUMN "reason" TYPE JSONB USING pg_temp.text_message("reason");

UPDATE "import_chunk" SET "attempts" = pg_temp.attempt_messages("attempts") WHERE "attempts" <> '[]';
UPDATE "source_spool" SET "attempts" = pg_temp.attempt_messages("attempts") WHERE "attempts" <> '[]';
UPDATE "delivery" SET "attempts" = pg_temp.attempt_messages("attempts") WHERE "attempts" <> '[]';
UPDATE "delivery" SET "payload" = jsonb_set("payload", '{statusReason}', pg_temp.text_message("payload"->>'statusReason'))
 WHERE jsonb_typeof("payload"->'statusReason') = 'string';
