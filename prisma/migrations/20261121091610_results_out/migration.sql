-- CreateEnum
CREATE TYPE "delivery_kind" AS ENUM ('EMAIL', 'WEBHOOK');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('PENDING', 'DELIVERED', 'FAILED', 'NOT_SENT');

-- AlterTable
ALTER TABLE "failed_row" ADD COLUMN     "moved_import_id" UUID,
ADD COLUMN     "moved_row" INTEGER,
ADD COLUMN     "origin_import_id" UUID,
ADD COLUMN     "origin_row" INTEGER;

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "kind" "delivery_kind" NOT NULL,
    "event" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" "delivery_status" NOT NULL DEFAULT 'PENDING',
    "attempts" JSONB NOT NULL DEFAULT '[]',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_secret" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_settings" (
    "project_id" TEXT NOT NULL,
    "email_domains" TEXT[],

    CONSTRAINT "notification_settings_pkey" PRIMARY KEY ("project_id")
);

-- CreateIndex
CREATE INDEX "delivery_import_id_id_idx" ON "delivery"("import_id", "id");

-- CreateIndex
CREATE INDEX "webhook_secret_project_id_idx" ON "webhook_secret"("project_id");

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An undo asks which rows moved to the import that it takes back; a worker, which messages are due.
CREATE INDEX "failed_row_moved_idx" ON "failed_row" ("moved_import_id") WHERE "moved_import_id" IS NOT NULL;
CREATE INDEX "delivery_due_idx" ON "delivery" ("due_at") WHERE "status" = 'PENDING';
