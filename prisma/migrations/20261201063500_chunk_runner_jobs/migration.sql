-- The job that applies chunks is called `chunks`. What a crash left behind of the earlier name counts on. Jobs in the queue
-- of the earlier name are not moved: the reconciler sends the job of each unfinished import again.
UPDATE "import_attempt" SET "kind" = 'chunks' WHERE "kind" = 'lane';
