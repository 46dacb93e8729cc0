import { expect, test } from 'vitest';
import { contacts } from '../../../server/importers/contacts/index.ts';
import { testEngine } from '../../helpers/engine.ts';

const engine = testEngine({ importers: [contacts] });

async function importText(text: string) {
  const source = { kind: 'file', name: 'people.csv', bytes: Buffer.from(text) } as const;
  const id = await engine.start({ importer: 'contacts', source });
  const [progress] = await engine.engine.progress([id]);
  const { rows } = await engine.pool.query(
    "SELECT code, count, reason FROM import_warning WHERE import_id = $1 AND code = 'FOOTER_IGNORED'",
    [id],
  );
  return { counts: progress?.counts, footer: rows };
}

test('a line behind a blank one that the importer can read is a row, another is a footer', async () => {
  const { counts, footer } = await importText('Email,First name\nann@x.example,Ann\n\ncy@x.example\nTotal: 2\n');
  expect(counts).toMatchObject({ total: 2, created: 2, failed: 0 });
  expect(footer).toMatchObject([{ count: 1, reason: { params: { text: 'Total: 2' } } }]);
  const { rows } = await engine.pool.query("SELECT 1 FROM contact WHERE email = 'cy@x.example'");
  expect(rows).toHaveLength(1);
});

test('text alone is a footer, since any line would pass for a name', async () => {
  const { counts, footer } = await importText('First name,Email\nBea,bea@x.example\n\nTotal: 1\n');
  expect(counts).toMatchObject({ total: 1, created: 1 });
  expect(footer).toMatchObject([{ count: 1 }]);
});
