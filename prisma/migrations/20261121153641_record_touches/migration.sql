-- AlterTable
ALTER TABLE "contact_list" ADD COLUMN     "import_id" UUID;

-- CreateIndex
CREATE INDEX "entity_mention_entity_id_idx" ON "entity_mention"("entity_id");
