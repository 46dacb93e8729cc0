-- What the plan detects about a source is its format.
ALTER TABLE "import" RENAME COLUMN "settled" TO "source_format";
