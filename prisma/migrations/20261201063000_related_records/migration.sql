-- Records of other tables that a row made in passing, for a reference. They say nothing of the row's outcome.
ALTER TABLE "provenance" ADD COLUMN "related" BOOLEAN NOT NULL DEFAULT false;
-- What a dry run would have made, for its later chunks.
CREATE INDEX "provenance_related_idx" ON "provenance" ("import_id", "record_type") WHERE "related";
-- The kinds of names are those that importers refer to.
ALTER TABLE "entity_match" DROP CONSTRAINT IF EXISTS "unresolved_entity_kind_check", DROP CONSTRAINT IF EXISTS "entity_match_kind_check";
ALTER TABLE "entity_rule" DROP CONSTRAINT IF EXISTS "entity_decision_kind_check", DROP CONSTRAINT IF EXISTS "entity_rule_kind_check";
