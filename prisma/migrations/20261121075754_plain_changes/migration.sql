-- AlterTable
ALTER TABLE "provenance" ALTER COLUMN "changes" SET DATA TYPE JSON;
