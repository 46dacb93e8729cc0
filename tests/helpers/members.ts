import { z } from 'zod';
import { boolean, date, defineImporter, type RecordFields, tableStore, text } from '../../server/sdk/index.ts';

interface Member extends RecordFields {
  readonly firstName: string | null;
  readonly metadata: Readonly<Record<string, string | boolean | null>>;
}

/** A small importer with a date and a yes or no, kept in the metadata of a contact. */
export const members = defineImporter({
  name: 'members',
  label: 'Members',
  fields: {
    name: text({ label: 'Name', required: true }),
    joined: date({ label: 'Joined', aliases: ['member since'] }),
    active: boolean({ label: 'Active' }),
  },
  options: z.object({}),
  duplicatePolicies: ['UPDATE'],
  limits: { maxRows: 1_000_000, chunkSize: { min: 1, max: 1_000, default: 100 } },
  store: tableStore<Member>({
    type: 'contact',
    table: 'contact',
    columns: {
      firstName: { column: 'first_name', type: 'text' },
      metadata: { column: 'metadata', type: 'jsonb' },
    },
    keys: { name: { column: 'first_name', value: (member) => member.firstName } },
    stamps: { importedAt: 'imported_at', importId: 'import_id', updatedAt: 'updated_at' },
  }),
  records: ({ name, joined, active }): Member[] => [{ firstName: name, metadata: { joined, active } }],
  matchKeys: ({ firstName }) => (firstName === null ? [] : [{ key: 'name', value: firstName }]),
  merge: (_current, member) => member,
});
