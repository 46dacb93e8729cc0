-- CreateTable
CREATE TABLE "saved_mapping" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "importer_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "headers" TEXT[],
    "header_key" BYTEA NOT NULL,
    "mapping" JSONB NOT NULL,
    "format" JSONB NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "saved_mapping_headers_idx" ON "saved_mapping"("project_id", "importer_name", "header_key", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_mapping_project_id_importer_name_name_key" ON "saved_mapping"("project_id", "importer_name", "name");
