-- CreateTable
CREATE TABLE "import_attempt" (
    "import_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "process_id" UUID,
    "progress" INTEGER NOT NULL,
    "crashes" INTEGER NOT NULL DEFAULT 0,
    "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_attempt_pkey" PRIMARY KEY ("import_id","kind")
);

-- AddForeignKey
ALTER TABLE "import_attempt" ADD CONSTRAINT "import_attempt_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
