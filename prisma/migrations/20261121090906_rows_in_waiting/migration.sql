-- AlterTable
ALTER TABLE "failed_row" ADD COLUMN     "retried_in" INTEGER;
