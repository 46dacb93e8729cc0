import { describe, expect, test } from 'vitest';
import { changed, EMPTY_DRAFT, startInput, withSource } from '../../admin/plugin/pages/imports/create/draft.ts';
import { paceFrom, secondsLeft } from '../../admin/plugin/pages/imports/create/source/pace.ts';

const importer = {
  name: 'contacts',
  label: 'Contacts',
  startable: true,
  notStartableReason: null,
  maxRows: 10,
  chunkSize: { min: 1, max: 10, default: 5 },
  catchAll: 'metadata',
  templateUrl: '/t',
  optionsSchema: {},
  duplicatePolicies: ['SKIP' as const],
  fields: [],
  recordFields: null,
};
const upload = { kind: 'upload', uploadId: 'u1', name: 'a.csv', size: 3 } as const;
const context = { projectId: 'p1', importer, headers: ['Name'], choices: {}, rules: [], format: {} };

describe('the draft of an import', () => {
  test('a source replaces what was said of the last one, and what was on its way', () => {
    const before = { ...EMPTY_DRAFT, format: { headerRow: 3 }, pasted: 'a,b', unfinished: { name: 'a.csv', size: 3 } };
    expect(withSource({ ...before, dryRunId: 'd1' }, upload)).toEqual({ ...EMPTY_DRAFT, source: upload });
  });

  test('what was checked is imported with its corrections; a change since then is of the source again', () => {
    const checked = { ...EMPTY_DRAFT, source: upload, dryRunId: 'd1' };
    expect(startInput(checked, context, false)).toMatchObject({ source: { importId: 'd1' } });
    expect(startInput(changed(checked, { policy: 'SKIP' }), context, false)).toMatchObject({
      source: { uploadId: 'u1' },
      mapping: [{ column: 'Name', field: 'metadata' }],
    });
  });
});

describe('the time that an upload still takes', () => {
  test('goes by what was sent since it began or went on', () => {
    const pace = paceFrom(100, 0);
    expect(secondsLeft(pace, 300, 1100, 2000)).toBe(8);
  });

  test('is not told before there is something to tell by', () => {
    expect(secondsLeft(paceFrom(0, 0), 500, 1000, 200)).toBeNull();
    expect(secondsLeft(paceFrom(500, 0), 500, 1000, 5000)).toBeNull();
  });
});
