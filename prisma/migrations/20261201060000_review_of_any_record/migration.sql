-- The review queue is every importer's: a record's key may be of any type.
ALTER TABLE "entity_rule" ALTER COLUMN "entity_id" TYPE text USING "entity_id"::text;
ALTER TABLE "entity_match" ALTER COLUMN "entity_id" TYPE text USING "entity_id"::text;
