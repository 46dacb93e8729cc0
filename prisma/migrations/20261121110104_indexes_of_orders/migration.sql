-- DropIndex
DROP INDEX "unresolved_entity_project_id_created_at_id_idx";

-- CreateIndex
CREATE INDEX "unresolved_entity_project_id_id_idx" ON "unresolved_entity"("project_id", "id");

-- The roots of a project's sites, in their order.
CREATE INDEX "taxonomy_node_roots_idx" ON "taxonomy_node" ("project_id", "site", "position", "id") WHERE "parent_id" IS NULL;
