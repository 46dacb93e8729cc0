-- The words of docs/glossary.md.
ALTER TABLE "project" RENAME COLUMN "imports_at_once" TO "max_concurrent_imports";
ALTER TABLE "import_schedule" RENAME COLUMN "sealed_url" TO "encrypted_url";
ALTER TABLE "import_schedule" RENAME COLUMN "seal_id" TO "secret_id";
ALTER TABLE "webhook_secret" RENAME COLUMN "sealed" TO "encrypted";

UPDATE "audit_entry" SET "action" = 'SET_MAX_CONCURRENT_IMPORTS' WHERE "action" = 'LIMIT_IMPORTS_AT_ONCE';
UPDATE "audit_entry" SET "action" = 'ROWS_REIMPORTED' WHERE "action" = 'ROWS_CAME_BACK';
UPDATE "import" SET "source" = ("source" - 'sealed') || jsonb_build_object('encrypted', "source"->'sealed')
 WHERE "source" ? 'sealed';
