-- What fields get beside the cells of their columns. Earlier imports and saved mappings have no rules.
ALTER TABLE "import" ADD COLUMN "field_rules" JSONB NOT NULL DEFAULT '[]';
ALTER TABLE "saved_mapping" ADD COLUMN "field_rules" JSONB NOT NULL DEFAULT '[]';
