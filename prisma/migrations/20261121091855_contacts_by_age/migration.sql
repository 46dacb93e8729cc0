-- DropIndex
DROP INDEX "event_category_ids_idx";

-- DropIndex
DROP INDEX "event_organizer_ids_idx";

-- DropIndex
DROP INDEX "event_title_trgm_idx";

-- DropIndex
DROP INDEX "event_category_match_name_trgm_idx";

-- DropIndex
DROP INDEX "organizer_match_name_trgm_idx";

-- DropIndex
DROP INDEX "venue_match_name_trgm_idx";

-- CreateIndex
CREATE INDEX "contact_project_id_id_idx" ON "contact"("project_id", "id");
