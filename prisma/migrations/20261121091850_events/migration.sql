-- AlterTable
ALTER TABLE "failed_row" ADD COLUMN     "waits_for" TEXT[];

-- CreateTable
CREATE TABLE "venue" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "match_name" TEXT NOT NULL,
    "match_place" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "venue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organizer" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "match_name" TEXT NOT NULL,
    "match_place" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organizer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_category" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "match_name" TEXT NOT NULL,
    "match_place" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',
    "needs_review" BOOLEAN NOT NULL DEFAULT false,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "url" TEXT,
    "slug" TEXT NOT NULL,
    "source" TEXT,
    "slug_start" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT,
    "excerpt" TEXT,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3),
    "start_local" TEXT NOT NULL,
    "end_local" TEXT,
    "timezone" TEXT,
    "all_day" BOOLEAN NOT NULL DEFAULT false,
    "image_url" TEXT,
    "cost" TEXT,
    "website" TEXT,
    "status" TEXT,
    "venue_id" UUID,
    "organizer_ids" JSONB NOT NULL DEFAULT '[]',
    "category_ids" JSONB NOT NULL DEFAULT '[]',
    "tags" JSONB NOT NULL DEFAULT '[]',
    "custom_fields" JSONB NOT NULL DEFAULT '{}',
    "removed" BOOLEAN NOT NULL DEFAULT false,
    "removed_by" UUID,
    "imported_at" TIMESTAMPTZ(3),
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity_decision" (
    "project_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "entity_id" UUID,
    "name" TEXT NOT NULL,
    "source" TEXT,
    "decided_by" TEXT,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entity_decision_pkey" PRIMARY KEY ("project_id","kind","key")
);

-- CreateTable
CREATE TABLE "unresolved_entity" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "match_name" TEXT NOT NULL,
    "match_place" TEXT NOT NULL,
    "source" TEXT,
    "source_id" TEXT,
    "entity_id" UUID,
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unresolved_entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entity_mention" (
    "import_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "entity_id" UUID,
    "name" TEXT NOT NULL,
    "match_name" TEXT NOT NULL,
    "match_place" TEXT NOT NULL,

    CONSTRAINT "entity_mention_pkey" PRIMARY KEY ("import_id","kind","key")
);

-- CreateTable
CREATE TABLE "event_sighting" (
    "import_id" UUID NOT NULL,
    "slug_start" TEXT NOT NULL,
    "url" TEXT,

    CONSTRAINT "event_sighting_pkey" PRIMARY KEY ("import_id","slug_start")
);

-- CreateTable
CREATE TABLE "missing_event" (
    "import_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "missing_event_pkey" PRIMARY KEY ("import_id","event_id")
);

-- CreateIndex
CREATE INDEX "venue_project_id_name_id_idx" ON "venue"("project_id", "name", "id");

-- CreateIndex
CREATE INDEX "venue_import_id_idx" ON "venue"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "venue_project_id_match_name_match_place_key" ON "venue"("project_id", "match_name", "match_place");

-- CreateIndex
CREATE INDEX "organizer_project_id_name_id_idx" ON "organizer"("project_id", "name", "id");

-- CreateIndex
CREATE INDEX "organizer_import_id_idx" ON "organizer"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "organizer_project_id_match_name_match_place_key" ON "organizer"("project_id", "match_name", "match_place");

-- CreateIndex
CREATE INDEX "event_category_project_id_name_id_idx" ON "event_category"("project_id", "name", "id");

-- CreateIndex
CREATE INDEX "event_category_import_id_idx" ON "event_category"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_category_project_id_match_name_match_place_key" ON "event_category"("project_id", "match_name", "match_place");

-- CreateIndex
CREATE INDEX "event_project_id_slug_start_idx" ON "event"("project_id", "slug_start");

-- CreateIndex
CREATE INDEX "event_project_id_start_at_id_idx" ON "event"("project_id", "start_at", "id");

-- CreateIndex
CREATE INDEX "event_project_id_title_id_idx" ON "event"("project_id", "title", "id");

-- CreateIndex
CREATE INDEX "event_project_id_source_start_local_idx" ON "event"("project_id", "source", "start_local");

-- CreateIndex
CREATE INDEX "event_venue_id_idx" ON "event"("venue_id");

-- CreateIndex
CREATE INDEX "event_removed_by_idx" ON "event"("removed_by");

-- CreateIndex
CREATE UNIQUE INDEX "event_project_id_url_key" ON "event"("project_id", "url");

-- CreateIndex
CREATE INDEX "entity_decision_project_id_kind_entity_id_idx" ON "entity_decision"("project_id", "kind", "entity_id");

-- CreateIndex
CREATE INDEX "entity_decision_import_id_idx" ON "entity_decision"("import_id");

-- CreateIndex
CREATE INDEX "unresolved_entity_project_id_created_at_id_idx" ON "unresolved_entity"("project_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "unresolved_entity_import_id_idx" ON "unresolved_entity"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "unresolved_entity_project_id_kind_key_key" ON "unresolved_entity"("project_id", "kind", "key");

-- CreateIndex
CREATE INDEX "event_sighting_import_id_url_idx" ON "event_sighting"("import_id", "url");

-- CreateIndex
CREATE INDEX "missing_event_event_id_idx" ON "missing_event"("event_id");

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "venue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entity_mention" ADD CONSTRAINT "entity_mention_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_sighting" ADD CONSTRAINT "event_sighting_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "missing_event" ADD CONSTRAINT "missing_event_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's language cannot say: similarity of names, who waits for what, who uses an entity.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE INDEX "venue_match_name_trgm_idx" ON "venue" USING gin ("match_name" gin_trgm_ops);
CREATE INDEX "organizer_match_name_trgm_idx" ON "organizer" USING gin ("match_name" gin_trgm_ops);
CREATE INDEX "event_category_match_name_trgm_idx" ON "event_category" USING gin ("match_name" gin_trgm_ops);
CREATE INDEX "event_title_trgm_idx" ON "event" USING gin ("title" gin_trgm_ops);
CREATE INDEX "event_organizer_ids_idx" ON "event" USING gin ("organizer_ids");
CREATE INDEX "event_category_ids_idx" ON "event" USING gin ("category_ids");
CREATE INDEX "failed_row_waits_for_idx" ON "failed_row" USING gin ("waits_for")
  WHERE "waits_for" IS NOT NULL AND "status" = 'OPEN';

ALTER TABLE "entity_decision" ADD CONSTRAINT "entity_decision_kind_check" CHECK ("kind" IN ('VENUE', 'ORGANIZER', 'CATEGORY'));
ALTER TABLE "unresolved_entity" ADD CONSTRAINT "unresolved_entity_kind_check" CHECK ("kind" IN ('VENUE', 'ORGANIZER', 'CATEGORY'));
ALTER TABLE "entity_mention" ADD CONSTRAINT "entity_mention_kind_check" CHECK ("kind" IN ('VENUE', 'ORGANIZER', 'CATEGORY'));
ALTER TABLE "entity_mention" ADD CONSTRAINT "entity_mention_outcome_check"
  CHECK ("outcome" IN ('RESOLVED', 'IGNORED', 'CREATED', 'UNRESOLVED'));
