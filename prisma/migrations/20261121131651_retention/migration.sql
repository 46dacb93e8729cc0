-- AlterTable
ALTER TABLE "import" ADD COLUMN     "rows_kept" BOOLEAN NOT NULL DEFAULT true;

-- CreateIndex
CREATE INDEX "import_rows_kept_idx" ON "import"("finished_at") WHERE "rows_kept";
