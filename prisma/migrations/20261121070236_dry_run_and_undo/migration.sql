-- CreateEnum
CREATE TYPE "undo_result" AS ENUM ('REVERSED', 'KEPT', 'ERRORED');

-- AlterTable
ALTER TABLE "import" ADD COLUMN     "undo_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "provenance" DROP COLUMN "hash";

-- CreateTable
CREATE TABLE "preview_record" (
    "import_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "fields" JSONB NOT NULL,

    CONSTRAINT "preview_record_pkey" PRIMARY KEY ("import_id","record_id")
);

-- CreateTable
CREATE TABLE "preview_key" (
    "import_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "record_id" UUID NOT NULL,

    CONSTRAINT "preview_key_pkey" PRIMARY KEY ("import_id","key","record_id")
);

-- CreateTable
CREATE TABLE "undo_entry" (
    "import_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "result" "undo_result",
    "reason" TEXT,

    CONSTRAINT "undo_entry_pkey" PRIMARY KEY ("import_id","record_id")
);

-- CreateIndex
CREATE INDEX "preview_key_import_id_record_id_idx" ON "preview_key"("import_id", "record_id");

-- CreateIndex
CREATE INDEX "undo_entry_import_id_result_record_id_idx" ON "undo_entry"("import_id", "result", "record_id");

-- AddForeignKey
ALTER TABLE "preview_record" ADD CONSTRAINT "preview_record_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_key" ADD CONSTRAINT "preview_key_import_id_record_id_fkey" FOREIGN KEY ("import_id", "record_id") REFERENCES "preview_record"("import_id", "record_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "undo_entry" ADD CONSTRAINT "undo_entry_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
