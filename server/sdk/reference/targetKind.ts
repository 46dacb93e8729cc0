import { randomUUID } from 'node:crypto';
import { message } from '../../messages/catalogue.ts';
import type { Message } from '../../messages/message.ts';
import { sameValue } from '../canonical.ts';
import type { Db } from '../records.ts';
import { type FieldReference, kindOf, matchKeyOf } from './fieldReference.ts';
import type { ReferenceRules } from './reference.ts';
import type { MadeType } from './resolution.ts';
import type { ReviewKind } from './review.ts';
import { findNames } from './store/findNames.ts';
import { insertRecords, lockCreation, newKeys, readRecords, readReferred, removeRecords } from './store/madeRecords.ts';
import { findSimilar, foldName, lockRecord, readNames, searchRecords } from './store/targetEntities.ts';
import { readTarget, type TargetTable, tableParts } from './store/targetTable.ts';

async function openTarget(db: Db, rules: ReferenceRules): Promise<TargetTable> {
  const table = await readTarget(db, rules);
  if (typeof table === 'string') throw new Error(`The reference "${rules.label}" cannot look anything up: ${table}.`);
  return table;
}

/** The records of a table, for the review queue. */
export function reviewKindOf(rules: ReferenceRules): ReviewKind {
  const { to, label, caseSensitive = false } = rules;
  return {
    kind: kindOf(rules),
    label,
    async keyOf(db, name) {
      const folded = await foldName(db, name, caseSensitive);
      return folded === '' ? '' : matchKeyOf(folded);
    },
    lock: async (db, projectId, id) => lockRecord(db, await openTarget(db, rules), projectId, id),
    notFound: (id) => message('NO_ENTITY_RECORD', { id, name: to }),
    create: (db, { projectId, name }) => createOne(db, rules, projectId, name),
    similar: async (db, projectId, names) => findSimilar(db, await openTarget(db, rules), projectId, names),
    search: async (db, projectId, text, limit) =>
      searchRecords(db, await openTarget(db, rules), projectId, text, limit),
    named: async (db, projectId, ids) => readNames(db, await openTarget(db, rules), projectId, ids),
  };
}

/** The record of this name; where several have it, any of them is as good as the name. */
async function createOne(db: Db, rules: ReferenceRules, projectId: string, name: string): Promise<string> {
  const table = await openTarget(db, rules);
  await lockCreation(db, table, projectId);
  const { caseSensitive = false, by } = rules;
  const [found] = await findNames(db, table, [name], { projectId, caseSensitive, foretold: [] });
  if (found?.id) return found.id;
  const [id = ''] = await newKeys(db, table, 1, randomUUID);
  await insertRecords(db, table, projectId, [{ id, values: { ...rules.create?.(name), [by[0]]: name } }]);
  return id;
}

/** The records that rows create for a reference, for an undo. */
export function madeTypeOf(rules: ReferenceRules, references: readonly FieldReference[]): MadeType {
  return {
    type: rules.to,
    referrers: references.filter((each) => each.rules.to === rules.to).flatMap(referrersOf),
    async takeBack(db, { projectId }, records, referrers) {
      const table = await openTarget(db, rules);
      const ids = records.map(({ id }) => id);
      const rows = await readRecords(db, table, projectId, ids);
      const referred = await readReferred(db, table, ids, referrers);
      const kept = new Map<string, Message>();
      for (const { id, fields } of records) {
        const row = rows.get(id);
        if (row === undefined) continue;
        const changed = [...new Set([...Object.keys(row), ...Object.keys(fields)])].filter(
          (column) => !sameValue(row[column] ?? null, fields[column] ?? null),
        );
        if (changed.length > 0) kept.set(id, message('RECORD_CHANGED', { fields: changed.sort() }));
        else if (referred.has(id)) kept.set(id, message('RECORD_REFERRED_TO'));
      }
      await removeRecords(
        db,
        table,
        ids.filter((id) => rows.has(id) && !kept.has(id)),
      );
      return kept;
    },
  };
}

function referrersOf({ rules: { through, to }, ownTable, column }: FieldReference): MadeType['referrers'] {
  if (column !== null) return [{ table: ownTable, column }];
  return through === null ? [] : [{ table: through.table, column: through.to ?? `${tableParts(to).name}_id` }];
}
