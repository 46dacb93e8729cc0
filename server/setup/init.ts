import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { complain, ignoreOutputErrors, print } from './output.ts';

const CONFIG = `import { defineConfig } from 'sluice/sdk';

// Environment variables win over what stands here; passwords and secrets belong there.
// Every setting: docs/reference/config.md of Sluice.
export default defineConfig({
  // Modules with your importers, as seen from this file. They are loaded once, at the start.
  importers: ['./importers/products.ts'],

  // Sluice's own tables are in this schema, beside the tables of your application.
  schema: 'sluice',

  // Made at the first start.
  projects: [{ id: 'main', name: 'Main' }],

  // E-mails at the end of an import.
  // notifications: { smtpUrl: 'smtp://localhost:1025', mailFrom: 'Sluice <sluice@example.com>' },
});
`;

const IMPORTER = `import { integer, number, RowRejected, tableImporter, text } from 'sluice/sdk';

/** Imports products into the table \`product\`, which Sluice makes if it is missing. */
export const products = tableImporter({
  name: 'products',
  label: 'Products',
  table: 'product',
  fields: {
    sku: text({ label: 'SKU', aliases: ['article', 'item number'], required: true }),
    title: text({ label: 'Title', aliases: ['name'], required: true }),
    price: number({ label: 'Price', required: true }),
    stock: integer({ label: 'Stock' }),
  },
  // A row with the SKU of a product updates it.
  match: 'sku',
  record(values) {
    if (values.price < 0) {
      throw new RowRejected({ code: 'NEGATIVE_PRICE', field: 'price', message: 'A price is 0 or more.' });
    }
    return values;
  },
});
`;

const FILES: Readonly<Record<string, string>> = {
  'sluice.config.ts': CONFIG,
  'importers/products.ts': IMPORTER,
};

const NEXT = [
  'Next:',
  '  1. Set DATABASE_URL to your Postgres, or leave it out for an embedded one.',
  '  2. npx sluice serve',
  '  3. Open the console, choose New import, and import a file with the columns SKU, Title and Price.',
];

/** Writes the files of a new installation into the working folder, or none of them where one is there. */
export async function runInit(folder: string = process.cwd()): Promise<void> {
  ignoreOutputErrors();
  const there = Object.keys(FILES).filter((name) => existsSync(join(folder, name)));
  if (there.length > 0) {
    complain(`Nothing was written: ${there.join(' and ')} ${there.length === 1 ? 'is' : 'are'} there already.`);
    process.exitCode = 1;
    return;
  }
  for (const [name, content] of Object.entries(FILES)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    // Fails where it has come to be there since.
    await writeFile(path, content, { flag: 'wx' });
  }
  print(`Wrote ${Object.keys(FILES).join(' and ')}.`, ...NEXT);
}
