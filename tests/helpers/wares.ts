import {
  boolean,
  customField,
  date,
  defineImporter,
  type Json,
  number,
  tableImporter,
  text,
} from '../../server/sdk/index.ts';
import { people } from './people.ts';

/** Its table is another's, whose columns are of other types than the fields. */
export const wares = tableImporter({
  name: 'wares',
  label: 'Wares',
  table: 'the "wares"',
  match: 'sku',
  fields: {
    sku: text({ label: 'SKU', required: true }),
    title: text({ label: 'Title' }),
    price: number({ label: 'Price' }),
    inStock: boolean({ label: 'In stock' }),
    madeOn: date({ label: 'Made on' }),
    soldAt: text({ label: 'Sold at' }),
    state: text({ label: 'State' }),
    tags: customField('tags', { label: 'Tags' }, (cell) => cell as Exclude<Json, null>),
  },
  columnTypes: { soldAt: 'timestamptz' },
  duplicatePolicies: ['UPDATE', 'SKIP'],
});

export const shelves = tableImporter({
  name: 'shelves',
  label: 'Shelves',
  table: 'shelf',
  match: 'code',
  fields: { code: text({ label: 'Code', required: true }) },
});

/** A store of more than one table. */
const { listed: _listed, open: _open, ...manyTables } = people.store;
export const bundles = defineImporter({ ...people, name: 'bundles', label: 'Bundles', store: manyTables });

/** The table of wares as its application makes it. */
export const WARES_SQL = `
  CREATE TYPE ware_state AS ENUM ('new', 'old');
  CREATE TABLE "the ""wares""" (
    id uuid PRIMARY KEY, project_id text NOT NULL, sku varchar(20) NOT NULL, title text, price numeric(10,2),
    in_stock boolean, made_on date, sold_at timestamptz, state ware_state, tags jsonb, UNIQUE (project_id, sku))`;
