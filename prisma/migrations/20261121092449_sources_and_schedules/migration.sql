-- CreateEnum
CREATE TYPE "schedule_outcome" AS ENUM ('STARTED', 'OVERLAPPED', 'REFUSED');

-- AlterTable
ALTER TABLE "upload" ADD COLUMN     "sha256" BYTEA;

-- CreateTable
CREATE TABLE "upload_lock" (
    "upload_id" TEXT NOT NULL,
    "holder" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "release_requested" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "upload_lock_pkey" PRIMARY KEY ("upload_id")
);

-- CreateTable
CREATE TABLE "source_spool" (
    "import_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "feed" TEXT,
    "next" JSONB,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "done" BOOLEAN NOT NULL DEFAULT false,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "attempts" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "source_spool_pkey" PRIMARY KEY ("import_id")
);

-- CreateTable
CREATE TABLE "import_schedule" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "importer_name" TEXT NOT NULL,
    "shown_url" TEXT NOT NULL,
    "sealed_url" TEXT NOT NULL,
    "seal_id" TEXT NOT NULL,
    "input" JSONB NOT NULL DEFAULT '{}',
    "cron" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_run_at" TIMESTAMPTZ(3),
    "last_import_id" UUID,

    CONSTRAINT "import_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_run" (
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "outcome" "schedule_outcome" NOT NULL,
    "import_id" UUID,
    "reason" TEXT,

    CONSTRAINT "schedule_run_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "source_spool_file_id_idx" ON "source_spool"("file_id");

-- CreateIndex
CREATE INDEX "import_schedule_project_id_next_run_at_id_idx" ON "import_schedule"("project_id", "next_run_at", "id");

-- CreateIndex
CREATE INDEX "import_schedule_next_run_at_idx" ON "import_schedule"("next_run_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_schedule_project_id_name_key" ON "import_schedule"("project_id", "name");

-- CreateIndex
CREATE INDEX "schedule_run_schedule_id_id_idx" ON "schedule_run"("schedule_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "source_spool" ADD CONSTRAINT "source_spool_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_schedule" ADD CONSTRAINT "import_schedule_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_run" ADD CONSTRAINT "schedule_run_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "import_schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;
