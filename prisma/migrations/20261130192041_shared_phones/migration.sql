-- DropIndex
DROP INDEX "contact_project_id_phone_key";

-- CreateIndex
CREATE INDEX "contact_project_id_phone_idx" ON "contact"("project_id", "phone");

-- Of a crowd with one phone number, who has the same name. The expression is that of the importer's store.
CREATE INDEX "contact_phone_and_name_idx" ON "contact" ("project_id", (phone || ' ' || left(coalesce(first_name, ''), 50) || ' ' || left(coalesce(last_name, ''), 50)));

-- AlterTable
ALTER TABLE "provenance" ADD COLUMN "kept" JSON, ADD COLUMN "warnings" TEXT[];

-- Rows with a warning are few among many.
CREATE INDEX "provenance_warned_idx" ON "provenance" ("import_id", "row_number") WHERE "warnings" IS NOT NULL;
