-- DropIndex
DROP INDEX "event_project_id_url_key";

-- AlterTable
ALTER TABLE "event_sighting" ADD COLUMN     "by_url" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "long_plan" BOOLEAN NOT NULL DEFAULT false;

-- CreateIndex
CREATE INDEX "event_project_id_url_idx" ON "event"("project_id", "url");
