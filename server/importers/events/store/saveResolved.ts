import { v7 } from 'uuid';
import type { Db } from '../../../sdk/index.ts';
import type { EntityKind, EntityReference } from '../entityReference.ts';
import { type Answer, KINDS, ruleKeys } from '../resolver.ts';
import { TABLES } from './findEntities.ts';

export interface ResolvedReference {
  readonly kind: EntityKind;
  readonly reference: EntityReference;
  readonly source: string | null;
  readonly answer: Answer;
  /** Whether the row goes into the records. */
  readonly stands: boolean;
}

interface Scope {
  readonly projectId: string;
  readonly importId: string;
  readonly dryRun: boolean;
}

/**
 * Keeps what came of the references of a chunk: entities that are new, ids of the source that are known now, what somebody
 * has to look at, and what the import asked for. Only what rows that stand have asked for is made.
 */
export async function saveResolved(db: Db, scope: Scope, answered: readonly ResolvedReference[]): Promise<void> {
  const newIds = new Set(answered.flatMap(({ answer }) => (answer.outcome === 'CREATED' ? [answer.entityId] : [])));
  // The row for which it is new may fail; then it is made for the next that asked for it.
  const made = firstOf(
    answered.filter(({ answer, stands }) => stands && newIds.has(answer.entityId)),
    ({ answer }) => answer.entityId ?? '',
  );
  if (!scope.dryRun) {
    for (const kind of KINDS)
      await insertEntities(
        db,
        scope,
        kind,
        made.filter((each) => each.kind === kind),
      );
    await remember(
      db,
      scope,
      answered.filter(({ stands }) => stands),
    );
  }
  const madeIds = new Set(made.map(({ answer }) => answer.entityId));
  const kept = answered.filter(({ answer }) => answer.outcome !== 'CREATED' || madeIds.has(answer.entityId));
  const asked = firstOf(kept, ({ kind, answer }) => `${kind}:${answer.key}`);
  await saveReferences(db, scope, asked);
  const openMatches = asked.filter(({ answer }) =>
    scope.dryRun ? answer.outcome === 'UNRESOLVED' : ['UNRESOLVED', 'CREATED'].includes(answer.outcome),
  );
  await saveMatches(db, scope, openMatches);
}

function firstOf<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].reverse();
}

async function insertEntities(
  db: Db,
  { projectId, importId }: Scope,
  kind: EntityKind,
  made: readonly ResolvedReference[],
): Promise<void> {
  if (made.length === 0) return;
  await db.query(
    `INSERT INTO ${TABLES[kind]} (id, project_id, import_id, needs_review, name, match_name, match_place, details)
     SELECT id, $1, $2::uuid, true, name, match_name, match_place, details::jsonb
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[])
         AS made(id, name, match_name, match_place, details)`,
    [
      projectId,
      importId,
      made.map(({ answer }) => answer.entityId),
      made.map(({ reference }) => reference.name),
      made.map(({ reference }) => reference.matchName),
      made.map(({ reference }) => reference.matchPlace),
      made.map(({ reference }) => JSON.stringify(reference.details)),
    ],
  );
}

/** A source's id for what was found by name or made: so that it is found again when the source renames it. */
async function remember(db: Db, { projectId, importId }: Scope, answered: readonly ResolvedReference[]): Promise<void> {
  const known = answered.flatMap(({ kind, reference, source, answer }) => {
    const keys = ruleKeys(reference, source);
    const isNew = answer.entityId !== null && (answer.by === 'name' || answer.by === 'nothing');
    return isNew && keys.length === 2 ? [{ kind, key: keys[0] ?? '', reference, source, answer }] : [];
  });
  if (known.length === 0) return;
  await db.query(
    `INSERT INTO entity_rule (project_id, kind, key, entity_id, name, source, import_id)
     SELECT DISTINCT ON (kind, key) $1, kind, key, entity_id, name, source, $2::uuid
       FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) AS known(kind, key, entity_id, name, source)
     ON CONFLICT (project_id, kind, key) DO UPDATE SET entity_id = excluded.entity_id
       WHERE entity_rule.decided_by IS NULL`,
    [
      projectId,
      importId,
      known.map(({ kind }) => kind),
      known.map(({ key }) => key),
      known.map(({ answer }) => answer.entityId),
      known.map(({ reference }) => reference.name),
      known.map(({ source }) => source),
    ],
  );
}

/** An entity that a later chunk finds, since an earlier one made it, stays counted as made. */
async function saveReferences(db: Db, { importId }: Scope, asked: readonly ResolvedReference[]): Promise<void> {
  if (asked.length === 0) return;
  await db.query(
    `INSERT INTO entity_reference (import_id, kind, key, outcome, entity_id, name, match_name, match_place)
     SELECT $1::uuid, * FROM unnest($2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[])
     ON CONFLICT (import_id, kind, key) DO UPDATE SET outcome = excluded.outcome, entity_id = excluded.entity_id
       WHERE entity_reference.outcome <> 'CREATED' OR excluded.outcome = 'IGNORED'`,
    [
      importId,
      asked.map(({ kind }) => kind),
      asked.map(({ answer }) => answer.key),
      asked.map(({ answer }) => answer.outcome),
      asked.map(({ answer }) => answer.entityId),
      asked.map(({ reference }) => reference.name),
      asked.map(({ reference }) => reference.matchName),
      asked.map(({ reference }) => reference.matchPlace),
    ],
  );
}

async function saveMatches(db: Db, { projectId, importId }: Scope, asked: readonly ResolvedReference[]): Promise<void> {
  if (asked.length === 0) return;
  await db.query(
    `INSERT INTO entity_match
       (id, project_id, import_id, kind, key, name, details, match_name, match_place, source, source_id, entity_id)
     SELECT id, $1, $2::uuid, kind, key, name, details::jsonb, match_name, match_place, source, source_id, entity_id
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
                   $11::text[], $12::text[])
         AS asked(id, kind, key, name, details, match_name, match_place, source, source_id, entity_id)
     ON CONFLICT (project_id, kind, key)
       DO UPDATE SET entity_id = coalesce(excluded.entity_id, entity_match.entity_id)`,
    [
      projectId,
      importId,
      asked.map(() => v7()),
      asked.map(({ kind }) => kind),
      asked.map(({ answer }) => answer.key),
      asked.map(({ reference }) => reference.name),
      asked.map(({ reference }) => JSON.stringify(reference.details)),
      asked.map(({ reference }) => reference.matchName),
      asked.map(({ reference }) => reference.matchPlace),
      asked.map(({ source }) => source),
      asked.map(({ reference }) => reference.sourceId),
      asked.map(({ answer }) => (answer.outcome === 'CREATED' ? answer.entityId : null)),
    ],
  );
}
