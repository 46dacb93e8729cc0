-- DropIndex
DROP INDEX "api_key_project_id_idx";

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "created_by" TEXT NOT NULL DEFAULT 'sluice';

-- AlterTable
ALTER TABLE "member" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "administrator" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_by" TEXT NOT NULL,
    "vouched" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_project_id_id_idx" ON "invitation"("project_id", "id");

-- CreateIndex
CREATE INDEX "api_key_project_id_id_idx" ON "api_key"("project_id", "id");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Of several invitations to one person only the last serves.
CREATE UNIQUE INDEX "invitation_open_key" ON "invitation" ("project_id", "email")
  WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;

ALTER TABLE "invitation"
  ADD CONSTRAINT "invitation_token_hash" CHECK (length("token_hash") = 32),
  ADD CONSTRAINT "invitation_email_lower_case" CHECK ("email" = lower("email" COLLATE "C"));

-- Until now nobody had an account but the administrators that the environment names.
UPDATE "user" SET "administrator" = true;
