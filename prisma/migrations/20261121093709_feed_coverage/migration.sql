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

-- AlterTable
ALTER TABLE "source_spool" ADD COLUMN     "coverage" JSONB;
