-- AlterTable
ALTER TABLE "project" ADD COLUMN     "imports_at_once" INTEGER;

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "start_switch" (
    "id" UUID NOT NULL,
    "importer" TEXT,
    "is_on" BOOLEAN NOT NULL,
    "reason" TEXT,
    "actor" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "start_switch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rate_limit_expire_idx" ON "rate_limit"("expire");

-- CreateIndex
CREATE INDEX "start_switch_importer_id_idx" ON "start_switch"("importer", "id");

ALTER TABLE "project" ADD CONSTRAINT "project_imports_at_once_check" CHECK ("imports_at_once" > 0);
