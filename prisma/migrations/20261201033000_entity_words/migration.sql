-- The words of docs/glossary.md: names of a feed are references, what people decide about them are rules, and open
-- matches wait for a decision.
ALTER TABLE "entity_decision" RENAME TO "entity_rule";
ALTER TABLE "entity_rule" RENAME CONSTRAINT "entity_decision_pkey" TO "entity_rule_pkey";
ALTER TABLE "entity_rule" RENAME CONSTRAINT "entity_decision_kind_check" TO "entity_rule_kind_check";
ALTER INDEX "entity_decision_project_id_kind_entity_id_idx" RENAME TO "entity_rule_project_id_kind_entity_id_idx";
ALTER INDEX "entity_decision_import_id_idx" RENAME TO "entity_rule_import_id_idx";

ALTER TABLE "unresolved_entity" RENAME TO "entity_match";
ALTER TABLE "entity_match" RENAME CONSTRAINT "unresolved_entity_pkey" TO "entity_match_pkey";
ALTER TABLE "entity_match" RENAME CONSTRAINT "unresolved_entity_kind_check" TO "entity_match_kind_check";
ALTER INDEX "unresolved_entity_import_id_idx" RENAME TO "entity_match_import_id_idx";
ALTER INDEX "unresolved_entity_project_id_kind_key_key" RENAME TO "entity_match_project_id_kind_key_key";
ALTER INDEX "unresolved_entity_queue_idx" RENAME TO "entity_match_queue_idx";

ALTER TABLE "entity_mention" RENAME TO "entity_reference";
ALTER TABLE "entity_reference" RENAME CONSTRAINT "entity_mention_pkey" TO "entity_reference_pkey";
ALTER TABLE "entity_reference" RENAME CONSTRAINT "entity_mention_import_id_fkey" TO "entity_reference_import_id_fkey";
ALTER TABLE "entity_reference" RENAME CONSTRAINT "entity_mention_kind_check" TO "entity_reference_kind_check";
ALTER TABLE "entity_reference" RENAME CONSTRAINT "entity_mention_outcome_check" TO "entity_reference_outcome_check";
ALTER INDEX "entity_mention_entity_id_idx" RENAME TO "entity_reference_entity_id_idx";
