-- AlterTable
ALTER TABLE "source_spool" ADD COLUMN     "coverage" JSONB;
