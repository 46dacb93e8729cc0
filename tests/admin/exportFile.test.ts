import { expect, test } from 'vitest';
import { contactCells } from '../../admin/plugin/importers/contacts/pages/contactCells.ts';
import { csvFile } from '../../admin/plugin/pages/records/export/csv.ts';
import { tableOf } from '../../admin/plugin/pages/records/export/tableOf.ts';

const ADA = {
  ...{ id: '1', firstName: 'Ada', lastName: null, phone: '+16175550101', email: 'ada@x.example.com', title: null },
  ...{ company: '=cmd|calc', lists: [], importId: null, importedAt: null, createdAt: '', updatedAt: '' },
  addresses: { home: { city: 'Ulm' }, property: { city: 'Bonn' } },
  metadata: { Note: 'a "b", c', 'a,b': '-1' },
};
const BO = { ...ADA, id: '2', firstName: 'Bo', addresses: {}, metadata: null, company: null, title: 'Cook' };

test('a file of contacts has the columns that any has, quoted as they must be, and no formula', async () => {
  const lines = (await csvFile(tableOf([ADA, BO].map(contactCells))).text()).split('\r\n');
  expect(lines).toEqual([
    'First name,Phone,E-mail,Company,Job title,City,Property city,Note,"a,b"',
    `Ada,+16175550101,ada@x.example.com,'=cmd|calc,,Ulm,Bonn,"a ""b"", c",-1`,
    'Bo,+16175550101,ada@x.example.com,,Cook,,,,',
    '',
  ]);
});
