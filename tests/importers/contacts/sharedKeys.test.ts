import { beforeEach, describe, expect, test } from 'vitest';
import { contacts } from '../../../server/importers/contacts/index.ts';
import type { DuplicatePolicy } from '../../../server/sdk/importer.ts';
import { testEngine } from '../../helpers/engine.ts';

const engine = testEngine({ importers: [contacts] });

beforeEach(async () => {
  await engine.pool.query('TRUNCATE contact CASCADE');
});

interface Given {
  readonly options?: Record<string, string>;
  readonly onDuplicate?: DuplicatePolicy;
  readonly dryRun?: boolean;
  readonly chunkSize?: number;
}

type Cells = Readonly<Record<string, string>>;

/** Imports rows; gives each row's outcome or fault, and the codes of the import's warnings with their counts. */
async function importRows(rows: readonly Cells[], given: Given = {}) {
  const source = { kind: 'rows', rows } as const;
  const id = await engine.start({ importer: 'contacts', source, chunkSize: 10, ...given });
  const { rows: outcomes } = await engine.pool.query(
    `SELECT row_number, outcome::text AS outcome FROM provenance WHERE import_id = $1
     UNION ALL SELECT row_number, errors->0->>'code' FROM failed_row WHERE import_id = $1 ORDER BY row_number`,
    [id],
  );
  const { rows: warnings } = await engine.pool.query(
    "SELECT code, count FROM import_warning WHERE import_id = $1 AND code <> 'SAME_SOURCE'",
    [id],
  );
  const { rows: kept } = await engine.pool.query(
    'SELECT kept FROM provenance WHERE import_id = $1 AND kept IS NOT NULL ORDER BY row_number',
    [id],
  );
  return {
    id,
    outcomes: outcomes.map(({ outcome }) => outcome),
    warnings: Object.fromEntries(warnings.map(({ code, count }) => [code, count])),
    kept: kept.map((row) => row.kept),
  };
}

async function people(): Promise<string[]> {
  const { rows } = await engine.pool.query(
    `SELECT concat_ws(' ', first_name, last_name, phone, email) AS person FROM contact ORDER BY person`,
  );
  return rows.map(({ person }) => person);
}

const phone = '(617) 555-0142';
const e164 = '+16175550142';
const switchboard = [
  { Name: 'Ann Lee', Phone: phone, Email: 'ann@firm.example' },
  { Name: 'Bob Ray', Phone: phone, Email: 'bob@firm.example' },
  { Name: 'Cyd Orr', Phone: phone, Email: '' },
  { Name: 'Dan Fox', Phone: phone, Email: 'dan@firm.example' },
];

describe('a phone that several people have', () => {
  test.each([{}, { dryRun: true }, { options: { matchBy: 'PHONE' } }])(
    'makes no one person of them: %o',
    async (given) => {
      const first = await importRows(switchboard, given);
      expect(first.outcomes).toEqual(['CREATED', 'CREATED', 'CREATED', 'CREATED']);
      expect(first.warnings).toEqual({ SHARED_PHONE: 3 });
    },
  );

  test('finds each of them when the file comes again, in any order and in other chunks', async () => {
    const filler = Array.from({ length: 9 }, (_, n) => ({ Name: `No ${n}`, Phone: '', Email: `no${n}@x.example` }));
    await importRows([...switchboard.slice(0, 2), ...filler, ...switchboard.slice(2)]);
    const before = await people();
    expect(before).toEqual(expect.arrayContaining([`Cyd Orr ${e164}`, `Dan Fox ${e164} dan@firm.example`]));
    const again = await importRows(switchboard.toReversed());
    expect(again.outcomes).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
    expect(again.warnings).toEqual({});
    expect(await people()).toEqual(before);
  });

  test('finds who may be the same, and fails where that may be several', async () => {
    await importRows(switchboard);
    const rows = [
      { Name: 'Robert Ray', Phone: phone, Email: '' },
      { Name: 'C. Orr', Phone: phone, Email: '' },
      { Name: '', Phone: phone, Email: '' },
      { Name: 'Ann Orr', Phone: phone, Email: '' },
    ];
    const { outcomes, warnings } = await importRows(rows);
    expect(outcomes).toEqual(['SKIPPED', 'SKIPPED', 'AMBIGUOUS_MATCH', 'CREATED']);
    expect(warnings).toEqual({ SHARED_PHONE: 1, VALUES_KEPT: 2 });
  });

  test('still finds the one contact that has it where nothing speaks against it', async () => {
    await importRows([{ Name: 'Ann Lee', Phone: phone, Email: '' }]);
    const { outcomes } = await importRows([{ Name: 'Ann Lee', Phone: phone, Email: 'ann@firm.example' }]);
    expect(outcomes).toEqual(['UPDATED']);
    expect(await people()).toEqual([`Ann Lee ${e164} ann@firm.example`]);
  });

  test('finds of a crowd only who has the same name, however many came before', async () => {
    const crowd = Array.from({ length: 150 }, (_, n) => ({ Name: `Anna${n} Lee`, Phone: phone, Email: '' }));
    const size = { chunkSize: 60 };
    expect(new Set((await importRows(crowd, size)).outcomes)).toEqual(new Set(['CREATED']));
    expect(new Set((await importRows(crowd, size)).outcomes)).toEqual(new Set(['UNCHANGED']));
    const { outcomes } = await importRows([{ Name: 'Anna7', Phone: phone, Email: '' }], size);
    expect(outcomes).toEqual(['CREATED']);
  });
});

describe("a family's e-mail address", () => {
  const family = [
    { Name: 'Ann Lee', Phone: '(617) 555-0143', Email: 'lee@home.example' },
    { Name: 'Bob Lee', Phone: '(617) 555-0144', Email: 'lee@home.example' },
  ];

  test('fails the row of another name and phone', async () => {
    expect((await importRows(family)).outcomes).toEqual(['CREATED', 'AMBIGUOUS_MATCH']);
  });

  test('makes a contact of it by option, which is found again', async () => {
    const options = { sharedEmail: 'CREATE' };
    const first = await importRows(family, { options });
    expect(first).toMatchObject({ outcomes: ['CREATED', 'CREATED'], warnings: { SHARED_EMAIL: 1 } });
    const again = await importRows([...family, { Name: 'Bob Lee', Phone: '', Email: 'lee@home.example' }], { options });
    expect(again).toMatchObject({ outcomes: ['UNCHANGED', 'UNCHANGED', 'UNCHANGED'], warnings: {} });
  });

  test('is one person where the name or the phone agrees', async () => {
    await importRows(family.slice(0, 1));
    const rows = [
      { Name: 'Ann Ray', Phone: '(617) 555-0145', Email: 'lee@home.example' },
      { Name: '', Phone: '(617) 555-0146', Email: 'lee@home.example' },
    ];
    expect((await importRows(rows)).outcomes).toEqual(['SKIPPED', 'SKIPPED']);
  });
});

test('one address in both spellings of its letters is one contact, also where it was kept as it came', async () => {
  const address = 'zoë@x.example';
  await importRows([{ Name: 'Zoë', Email: address.normalize('NFD') }]);
  expect((await importRows([{ Name: 'Zoë', Email: address }])).outcomes).toEqual(['UNCHANGED']);
  expect(await people()).toEqual([`Zoë ${address.normalize('NFC')}`]);
  await engine.pool.query('UPDATE contact SET email = normalize(email, NFD)');
  expect((await importRows([{ Name: 'Zoë', Email: address }])).outcomes).toEqual(['UNCHANGED']);
});

describe('values that a policy sets aside', () => {
  const before = { Name: 'Ann Lee', Email: 'ann@x.example', City: 'Rome', Company: '', Notes: 'a', Tag: 'same' };
  const row = { Name: 'Ann Lee', Email: 'ann@x.example', City: 'Pisa', Company: 'Acme', Notes: 'b', Tag: 'same' };
  const kept = {
    addresses: [{ main: { city: 'Rome' } }, { main: { city: 'Pisa' } }],
    metadata: [{ Notes: 'a' }, { Notes: 'b' }],
  };

  test('are told of by ENRICH, whatever else it fills', async () => {
    await importRows([before]);
    const first = await importRows([row, row]);
    expect(first).toMatchObject({ outcomes: ['UPDATED', 'SKIPPED'], kept: [kept, kept], warnings: { VALUES_KEPT: 2 } });
  });

  test('are told of by SKIP, with what the record lacks', async () => {
    await importRows([before]);
    const result = await importRows([row, before], { onDuplicate: 'SKIP' });
    expect(result.outcomes).toEqual(['SKIPPED', 'SKIPPED']);
    expect(result.kept).toEqual([{ ...kept, company: [null, 'Acme'] }]);
    expect(result.warnings).toEqual({ VALUES_KEPT: 1 });
  });

  test('are none under UPDATE, nor where values are the same or empty', async () => {
    await importRows([before]);
    expect((await importRows([before, { ...before, Notes: '' }])).outcomes).toEqual(['UNCHANGED', 'UNCHANGED']);
    const updated = await importRows([row, row], { onDuplicate: 'UPDATE' });
    expect(updated).toMatchObject({ outcomes: ['UPDATED', 'UNCHANGED'], kept: [], warnings: {} });
  });
});
