-- AlterTable
ALTER TABLE "failed_row" ADD COLUMN     "corrected" JSON;
