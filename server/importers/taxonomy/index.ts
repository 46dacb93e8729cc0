import { defineImporter, mergeFields } from '../../sdk/index.ts';
import { taxonomyFields } from './fields.ts';
import { linkNodes } from './linkNodes.ts';
import { taxonomyOptions } from './options.ts';
import { nodeOfRow } from './row.ts';
import { forgetStaleSites, noteStaleSites } from './staleSites.ts';
import { nodeStore } from './store.ts';

/** The pages of web sites, in the hierarchy of their paths. */
export const taxonomy = defineImporter({
  name: 'taxonomy',
  label: 'Taxonomy',
  fields: taxonomyFields,
  catchAll: 'metadata',
  options: taxonomyOptions,
  // As for contacts: unasked, nothing is overwritten and nothing that the file knows is dropped.
  duplicatePolicies: ['ENRICH', 'UPDATE', 'SKIP', 'FAIL'],
  limits: { maxRows: 10_000, chunkSize: { min: 10, max: 500, default: 500 } },
  store: nodeStore,
  records: nodeOfRow,
  matchKeys: ({ url }) => [{ key: 'url', value: url }],
  merge: (current, node, policy) => (current === null ? node : mergeFields(current, node, policy)),
  link: (db, nodeIds, scope) => noteStaleSites(db, scope, nodeIds),
  unlink: (db, nodeIds, scope) => noteStaleSites(db, scope, nodeIds),
  async finish(db, scope) {
    await linkNodes(db, scope);
    await forgetStaleSites(db, scope);
  },
});
