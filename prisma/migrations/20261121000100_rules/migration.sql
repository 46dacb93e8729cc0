-- What schema.prisma cannot say: checks, partial indexes, and how busy tables are stored.

ALTER TABLE "import"
  ADD CONSTRAINT "import_counts_not_negative" CHECK (
    "created" >= 0 AND "updated" >= 0 AND "unchanged" >= 0 AND "skipped" >= 0 AND "failed" >= 0 AND "discarded" >= 0
    AND "rows_read" >= 0 AND "bytes_read" >= 0 AND "last_row" >= 0
  ),
  -- The identity of the counts: what is missing to rows_read is pending, which is never negative.
  ADD CONSTRAINT "import_counts_add_up" CHECK (
    "created" + "updated" + "unchanged" + "skipped" + "failed" + "discarded" <= "rows_read"
  ),
  ADD CONSTRAINT "import_cursor" CHECK ("next_chunk" BETWEEN 0 AND "chunks_total"),
  ADD CONSTRAINT "import_chunks_add_up" CHECK (
    "chunks_done" >= 0 AND "chunks_failed" >= 0 AND "failed_in_a_row" >= 0
    AND "chunks_done" + "chunks_failed" <= "chunks_total"
  ),
  ADD CONSTRAINT "import_phase_rows" CHECK ("phase_rows_done" BETWEEN 0 AND "phase_rows"),
  ADD CONSTRAINT "import_percent" CHECK ("percent" BETWEEN 0 AND 100),
  ADD CONSTRAINT "import_max_error_rate" CHECK ("max_error_rate" BETWEEN 0 AND 1),
  ADD CONSTRAINT "import_chunk_size" CHECK ("chunk_size" > 0),
  ADD CONSTRAINT "import_revision" CHECK ("revision" > 0);

ALTER TABLE "import_chunk"
  ADD CONSTRAINT "import_chunk_index" CHECK ("index" >= 0),
  ADD CONSTRAINT "import_chunk_rows" CHECK ("first_row" BETWEEN 1 AND "last_row" AND "row_count" > 0);

ALTER TABLE "failed_row"
  ADD CONSTRAINT "failed_row_number" CHECK ("row_number" > 0),
  ADD CONSTRAINT "failed_row_attempts" CHECK ("attempts" > 0);

ALTER TABLE "import_error_group" ADD CONSTRAINT "import_error_group_count" CHECK ("count" >= 0);
ALTER TABLE "import_warning" ADD CONSTRAINT "import_warning_count" CHECK ("count" >= 0);
ALTER TABLE "provenance" ADD CONSTRAINT "provenance_row_number" CHECK ("row_number" > 0);
ALTER TABLE "stored_file_part" ADD CONSTRAINT "stored_file_part_index" CHECK ("index" >= 0);
ALTER TABLE "upload" ADD CONSTRAINT "upload_size" CHECK ("size" >= 0);
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_hash" CHECK (length("hash") = 32);

-- In collation C only A to Z have a lower case, so the check means the same on every server.
ALTER TABLE "user" ADD CONSTRAINT "user_email_lower_case" CHECK ("email" = lower("email" COLLATE "C"));
ALTER TABLE "contact"
  ADD CONSTRAINT "contact_email_lower_case" CHECK ("email" = lower("email" COLLATE "C")),
  ADD CONSTRAINT "contact_phone_e164" CHECK ("phone" ~ '^\+[1-9][0-9]{4,14}$');

-- The reconciler asks every minute; of all imports ever made only these are of interest.
CREATE INDEX "import_unfinished_idx" ON "import" ("status", "id") WHERE "status" IN ('QUEUED', 'RUNNING', 'UNDOING');

-- Updated with each chunk: room on the page keeps those updates off the indexes (HOT), and vacuum comes early.
ALTER TABLE "import" SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 200);
ALTER TABLE "import_error_group" SET (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
ALTER TABLE "import_chunk" SET (fillfactor = 85);

-- Compressed by us already.
ALTER TABLE "import_chunk" ALTER COLUMN "rows" SET STORAGE EXTERNAL;
