-- The review queue: those first for which rows wait, each half from the oldest on.
CREATE INDEX "unresolved_entity_queue_idx" ON "unresolved_entity" ("project_id", ("entity_id" IS NOT NULL), "id");

-- DropIndex
DROP INDEX "unresolved_entity_project_id_id_idx";
