-- CreateIndex
CREATE INDEX "contact_project_id_id_idx" ON "contact"("project_id", "id");
