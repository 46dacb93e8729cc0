-- CreateTable
CREATE TABLE "taxonomy_node" (
    "id" UUID NOT NULL,
    "project_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT,
    "description" TEXT,
    "given_position" INTEGER,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "site" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "derived_title" TEXT NOT NULL,
    "parent_id" UUID,
    "depth" INTEGER NOT NULL DEFAULT 0,
    "position" INTEGER NOT NULL DEFAULT 0,
    "imported_at" TIMESTAMPTZ(3),
    "import_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "taxonomy_node_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "taxonomy_stale_site" (
    "project_id" TEXT NOT NULL,
    "site" TEXT NOT NULL,

    CONSTRAINT "taxonomy_stale_site_pkey" PRIMARY KEY ("project_id","site")
);

-- CreateIndex
CREATE INDEX "taxonomy_node_project_id_site_idx" ON "taxonomy_node"("project_id", "site");

-- CreateIndex
CREATE INDEX "taxonomy_node_parent_id_position_idx" ON "taxonomy_node"("parent_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "taxonomy_node_project_id_url_key" ON "taxonomy_node"("project_id", "url");

-- AddForeignKey
ALTER TABLE "taxonomy_node" ADD CONSTRAINT "taxonomy_node_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "taxonomy_node"("id") ON DELETE SET NULL ON UPDATE CASCADE;
