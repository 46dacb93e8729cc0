import { expect, test } from 'vitest';
import { contacts } from '../../server/importers/contacts/index.ts';
import { testApi } from '../helpers/api.ts';
import { members } from '../helpers/members.ts';

const api = testApi({ importers: [contacts, members] });

const INSPECT = `mutation ($input: InspectSourceInput!) { inspectSource(input: $input) {
  __typename
  ... on InspectSourceSuccess { data {
    sourceName sourceBytes kind encoding delimiter quote headerRow sheet sheets dateFormat headers sampleRows
    estimatedRows format
    sampleDates
    columns { name samples filled values { value count } dateFormats { format sample date } }
    suggestedMapping { column field confidence }
    savedMapping { name mapping { column field values { from to } } }
    warnings { code message column count }
  } }
  ... on Error { code message }
  ... on InvalidInputError { issues { path message } }
} }`;
const START = `mutation ($input: StartImportInput!) { startImport(input: $input) {
  __typename
  ... on StartImportSuccess { data {
    id status counts { created failed unchanged } format { encoding delimiter headerRow dateFormat } mapping { column field values { from to } }
    failedRows { edges { node { rowNumber values errors { code column value } } } }
  } }
  ... on Error { message }
  ... on InvalidInputError { issues { path message } }
} }`;

/** As graphql-multipart-request-spec has it: the answer of a mutation whose input's source is a file. */
async function send(query: string, content: string | Uint8Array<ArrayBuffer>, more: object = {}, name = 'people.csv') {
  const form = new FormData();
  const variables = { input: { projectId: 'demo', importer: 'contacts', ...more, source: { file: null } } };
  form.set('operations', JSON.stringify({ query, variables }));
  form.set('map', JSON.stringify({ 0: ['variables.input.source.file'] }));
  form.set('0', new File([content], name));
  const authorization = `Bearer ${api.keyOf('editor')}`;
  const response = await api.handler.fetch('http://api/graphql', {
    method: 'POST',
    body: form,
    headers: { authorization },
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  return data.inspectSource ?? data.startImport;
}

test('a file is shown as it would be read and mapped, with what is odd about it', async () => {
  const { __typename, data } = await send(
    INSPECT,
    'First Name;E-Mail;E-Mail;;Shoe size\nAda;ada@example.com;;x;007\nBob;bob@example.com\n',
  );
  expect(__typename).toBe('InspectSourceSuccess');
  expect(data).toMatchObject({
    ...{ sourceName: 'people.csv', sourceBytes: 83, kind: 'csv', encoding: 'utf-8', delimiter: ';', quote: '"' },
    ...{ headerRow: 1, sheet: null, sheets: [], format: null, estimatedRows: 2, savedMapping: null },
    headers: ['First Name', 'E-Mail', 'E-Mail (2)', 'column_4', 'Shoe size'],
    sampleRows: [
      { 'First Name': 'Ada', 'E-Mail': 'ada@example.com', 'E-Mail (2)': '', column_4: 'x', 'Shoe size': '007' },
      { 'First Name': 'Bob', 'E-Mail': 'bob@example.com' },
    ],
  });
  expect(data.suggestedMapping).toEqual([
    { column: 'First Name', field: 'firstName', confidence: 1 },
    { column: 'E-Mail', field: 'email', confidence: 1 },
    { column: 'E-Mail (2)', field: 'email2', confidence: 1 },
    { column: 'column_4', field: 'metadata', confidence: 0 },
    { column: 'Shoe size', field: 'metadata', confidence: 0 },
  ]);
  expect(data.columns[4]).toEqual({
    ...{ name: 'Shoe size', samples: ['007'], filled: 1, values: [{ value: '007', count: 1 }] },
    dateFormats: [],
  });
  expect(data.warnings.map(({ code, column, count }: Record<string, unknown>) => [code, column, count])).toEqual([
    ['DUPLICATE_HEADER', 'E-Mail', 2],
    ['NAMELESS_COLUMN', null, 1],
    ['RAGGED_ROW', null, 1],
  ]);
});

test('a doubt about the encoding is told, and what the user says instead redraws the sample', async () => {
  const mac = Uint8Array.from(Buffer.from('name,city\nRen\x8e,K\x9aln\n', 'latin1'));
  const said = await send(INSPECT, mac, { format: { encoding: 'windows-1252' } });
  expect(said.data).toMatchObject({ encoding: 'windows-1252', sampleRows: [{ name: 'RenŽ' }], warnings: [] });
  const right = await send(INSPECT, mac, { format: { encoding: 'macintosh' } });
  expect(right.data.sampleRows).toEqual([{ name: 'René', city: 'Köln' }]);
  const guessed = await send(INSPECT, mac);
  expect(guessed.data.warnings).toMatchObject([{ code: 'ENCODING_IN_DOUBT' }]);
});

test("another product's export is recognised by name", async () => {
  const { data } = await send(INSPECT, 'First Name,Last Name,Phone,Company\nAda,Byron,202-555-0101,Engines\n');
  expect(data.format).toBe('Realtor');
});

test('inline rows and an earlier import are looked at too', async () => {
  const rows = [{ name: 'Ada', age: 36 }, { name: 'Bob' }];
  const input = { projectId: 'demo', importer: 'members', source: { rows } };
  const { data } = await api.graphql(INSPECT, { input }, 'editor');
  expect(data.inspectSource.data).toMatchObject({
    ...{ kind: 'jsonl', encoding: null, delimiter: null, headerRow: null, headers: ['name', 'age'], estimatedRows: 2 },
    sampleRows: [
      { name: 'Ada', age: 36 },
      { name: 'Bob', age: null },
    ],
  });
  const started = await api.graphql(START, { input: { ...input, dryRun: true } }, 'editor');
  const importId = started.data.startImport.data.id;
  const again = await api.graphql(INSPECT, { input: { ...input, source: { importId } } }, 'editor');
  expect(again.data.inspectSource.data).toMatchObject({ headers: ['name', 'age'], estimatedRows: 2 });
});

test.each([
  ['nothing', '', ['source'], 'empty'],
  ['an old workbook', '\xd0\xcf\x11\xe0', ['source'], 'Save'],
  ['a header line behind the end', 'a,b\n1,2\n', ['format', 'headerRow'], 'only 3 lines'],
])('%s is refused with what to do', async (_what, content, path, words) => {
  const format = path[1] === 'headerRow' ? { format: { headerRow: 40 } } : {};
  const answer = await send(INSPECT, Uint8Array.from(Buffer.from(content, 'latin1')), format);
  expect(answer).toMatchObject({ __typename: 'InvalidInputError', code: 'INVALID_INPUT', issues: [{ path }] });
  expect(answer.message).toContain(words);
});

test('only an editor of the project may look', async () => {
  const input = { projectId: 'demo', importer: 'members', source: { rows: [{ name: 'Ada' }] } };
  const asked = (who: 'viewer' | 'outsider') => api.graphql(INSPECT, { input }, who);
  expect((await asked('viewer')).data.inspectSource.__typename).toBe('ForbiddenError');
  expect((await asked('outsider')).data.inspectSource.__typename).toBe('NotFoundError');
});

test('values of a column are mapped; the failed row shows what came, and its correction is mapped too', async () => {
  const mapping = [
    { column: 'name', field: 'name' },
    {
      column: 'state',
      field: 'active',
      values: [{ from: 'Ja', to: 'true' }, { from: 'Nein', to: 'no' }, { from: '-' }],
    },
  ];
  const content = 'name,state\nMapped one,Ja\nMapped two, NEIN \nMapped three,-\nMapped four,vielleicht\n';
  const { data } = await send(START, content, { importer: 'members', mapping });
  expect(data.counts).toEqual({ created: 3, failed: 1, unchanged: 0 });
  expect(data.mapping[1].values).toEqual([
    { from: 'Ja', to: 'true' },
    { from: 'Nein', to: 'no' },
    { from: '-', to: null },
  ]);
  expect(data.failedRows.edges[0].node).toMatchObject({
    ...{ rowNumber: 4, values: { name: 'Mapped four', state: 'vielleicht' } },
    errors: [{ code: 'INVALID_BOOLEAN', column: 'state', value: 'vielleicht' }],
  });
  const retry = `mutation ($input: RetryFailedRowsInput!) { retryFailedRows(input: $input) { __typename } }`;
  const corrections = [{ rowNumber: 4, values: { state: 'Ja' } }];
  await api.graphql(retry, { input: { importId: data.id, corrections } }, 'editor');
  const { rows } = await api.engine.pool.query(
    "SELECT first_name, metadata->'active' AS active FROM contact WHERE first_name LIKE 'Mapped%' ORDER BY 1",
  );
  expect(rows).toEqual([
    { first_name: 'Mapped four', active: true },
    { first_name: 'Mapped one', active: true },
    { first_name: 'Mapped three', active: null },
    { first_name: 'Mapped two', active: false },
  ]);
});

test('the import of a dry run maps the same values and reads the same dates', async () => {
  const mapping = [
    { column: 'name', field: 'name' },
    { column: 'since', field: 'joined' },
    { column: 'state', field: 'active', values: [{ from: 'Ja', to: 'true' }] },
  ];
  const format = { dateFormat: 'dd/MM/yyyy' };
  const content = 'name,since,state\nDry,03/04/2024,Ja\n';
  const dry = await send(START, content, { importer: 'members', mapping, format, dryRun: true });
  const input = { projectId: 'demo', importer: 'members', source: { importId: dry.data.id } };
  const { data } = await api.graphql(START, { input }, 'editor');
  expect(data.startImport.data.counts).toMatchObject({ created: 1, failed: 0 });
  const { rows } = await api.engine.pool.query("SELECT metadata FROM contact WHERE first_name = 'Dry'");
  expect(rows).toEqual([{ metadata: { joined: '2024-04-03', active: true } }]);
});

test('an idempotency key tells value maps apart', async () => {
  const mapping = (to: string) => [{ column: 'name', field: 'name', values: [{ from: 'x', to }] }];
  const input = { importer: 'members', idempotencyKey: 'values', dryRun: true };
  expect((await send(START, 'name\nx\n', { ...input, mapping: mapping('one') })).__typename).toBe('StartImportSuccess');
  expect((await send(START, 'name\nx\n', { ...input, mapping: mapping('two') })).__typename).toBe('ConflictError');
});

test('a date that means two things is not guessed; the format that is said decides', async () => {
  const content = 'name,joined\nAmbiguous,03/04/2024\nPlain,2024-04-03\n';
  const guessed = await send(START, content, { importer: 'members', dryRun: true });
  expect(guessed.data.failedRows.edges[0].node.errors).toMatchObject([{ code: 'INVALID_DATE', value: '03/04/2024' }]);
  const said = await send(START, content, { importer: 'members', format: { dateFormat: 'MM/dd/yyyy' } });
  expect(said.data.counts).toMatchObject({ created: 2, failed: 0 });
  expect(said.data.format).toEqual({ encoding: 'utf-8', delimiter: ',', headerRow: 1, dateFormat: 'MM/dd/yyyy' });
  const { rows } = await api.engine.pool.query(
    "SELECT metadata->>'joined' AS joined FROM contact WHERE first_name IN ('Ambiguous', 'Plain') ORDER BY 1",
  );
  expect(rows.map(({ joined }) => joined)).toEqual(['2024-03-04', '2024-04-03']);
});

test('a source shows what its dates would be, and in which ways they could be meant', async () => {
  const content = 'name,joined,left,note\nAda,03/04/2024,2024-05-06,3/4\nBob,05/06/2024 7:30 pm,2024-05-07,none\n';
  const { data } = await send(INSPECT, content, { importer: 'members' });
  expect(data.sampleDates).toEqual([{ left: '2024-05-06' }, { left: '2024-05-07' }]);
  const ways = data.columns.map(({ name, dateFormats }: { name: string; dateFormats: unknown }) => [name, dateFormats]);
  const sample = '03/04/2024';
  expect(Object.fromEntries(ways)).toEqual({
    joined: [
      { format: 'dd/MM/yyyy', sample, date: '2024-04-03' },
      { format: 'MM/dd/yyyy', sample, date: '2024-03-04' },
    ],
    ...{ name: [], left: [], note: [] },
  });
  const said = await send(INSPECT, content, { importer: 'members', format: { dateFormat: 'MM/dd/yyyy' } });
  expect(said.data.sampleDates).toEqual([
    { joined: '2024-03-04', left: '2024-05-06' },
    { joined: '2024-05-06T19:30:00', left: '2024-05-07' },
  ]);
});

test.each([
  [['25/12/2024', '03/04/2024'], ['dd/MM/yyyy']],
  [['12/25/24', '3/4/24'], ['MM/dd/yy']],
  [['3 Apr 2024', '25 December 2024'], ['d MMMM yyyy']],
  [['3.4.2024 19:00', '2024-04-05'], ['dd.MM.yyyy']],
  [['+1 617 555 0101', '+1 617 555 0102'], []],
])('all dates of %j can be read as %j', async (dates, formats) => {
  const content = `name,joined\n${dates.map((date) => `Ada,${date}`).join('\n')}\n`;
  const { data } = await send(INSPECT, content, { importer: 'members' });
  expect(data.columns[1].dateFormats.map(({ format }: { format: string }) => format)).toEqual(formats);
});

test('an importer without dates is told nothing of them', async () => {
  const { data } = await send(INSPECT, 'First Name,Note\nAda,03/04/2024\n');
  expect(data).toMatchObject({ sampleDates: [], columns: [{ dateFormats: [] }, { dateFormats: [] }] });
});

test.each(['DD/MM/YYYY', 'MM/dd', 'dates'])(
  'the date format %s is refused with how to write one',
  async (dateFormat) => {
    const answer = await send(START, 'name\nAda\n', { importer: 'members', format: { dateFormat } });
    expect(answer).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path: ['format', 'dateFormat'] }] });
    expect(answer.message).toContain('dd/MM/yyyy');
  },
);
