import { expect, test } from 'vitest';
import { testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';

const api = testApi();

const ERRORS = '... on Error { code message } ... on InvalidInputError { issues { path message } }';
const COUNTS = 'created unchanged failed discarded pending';
const AFTER = `... on ImportActionSuccess { data { status phase percent revision counts { ${COUNTS} }
  failedRows { edges { node { rowNumber status attempts values corrections errors { code field } } } } } }`;
const RETRY = `mutation ($input: RetryFailedRowsInput!) { answer: retryFailedRows(input: $input) { __typename ${ERRORS} ${AFTER} } }`;
const DISCARD = `mutation ($input: DiscardFailedRowsInput!) { answer: discardFailedRows(input: $input) { __typename ${ERRORS} ${AFTER} } }`;
const CHECK = `mutation ($input: CheckRowsInput!) { answer: checkRows(input: $input) { __typename ${ERRORS}
  ... on CheckRowsSuccess { data { id rowNumber line values corrections status attempts errors { code field column value message } } } } }`;

let lastPhone = 0;

function phone(): string {
  lastPhone += 1;
  return `+1603555${String(lastPhone).padStart(4, '0')}`;
}

/** Rows 2 and 4 lack a name, row 3 has a phone that the database refuses; row 1 is good. */
async function mixed(): Promise<string> {
  const rows = [
    ['Ada', phone(), ''],
    ['', phone(), ''],
    ['Cy', 'none', ''],
    ['', phone(), ''],
  ];
  const id = await api.engine.start({ source: csv(...rows) });
  expect(await api.engine.ended(id)).toMatchObject({ counts: { created: 1, failed: 3 } });
  return id;
}

async function ask(document: string, importId: string, rest: Record<string, unknown> = {}) {
  const { data, errors } = await api.graphql(document, { input: { importId, ...rest } }, 'editor');
  expect(errors).toBeUndefined();
  return data.answer;
}

interface RowsAnswer {
  readonly data: {
    readonly failedRows: {
      readonly edges: readonly {
        readonly node: { readonly rowNumber: number; readonly status: string; readonly attempts: number };
      }[];
    };
  };
}

/** Row number to status and attempts, of the rows that an answer tells of. */
const states = (answer: RowsAnswer): string[] =>
  answer.data.failedRows.edges.map(({ node }) => `${node.rowNumber} ${node.status} ${node.attempts}`);

test('corrections alone mean those rows and no others, and are kept beside what came', async () => {
  const id = await mixed();
  const corrections = [{ rowNumber: 2, values: { name: 'Bea' } }];
  const answer = await ask(RETRY, id, { corrections });
  expect(answer).toMatchObject({
    __typename: 'ImportActionSuccess',
    data: { status: 'COMPLETED_WITH_ERRORS', phase: 'RETRY', percent: 100, counts: { created: 2, failed: 2 } },
  });
  expect(states(answer)).toEqual(['2 RESOLVED 2', '3 OPEN 1', '4 OPEN 1']);
  const [second, third] = answer.data.failedRows.edges;
  expect(second.node).toMatchObject({ values: { name: '' }, corrections: { name: 'Bea' } });
  expect(third.node.corrections).toBeNull();
  expect(await ask(RETRY, id, { corrections })).toEqual(answer);
});

test('a filter means the open rows that it selects, corrected where a correction is given too', async () => {
  const id = await mixed();
  const filter = { code: 'REQUIRED', field: 'name' };
  const answer = await ask(RETRY, id, { filter, corrections: [{ rowNumber: 4, values: { name: 'Di' } }] });
  expect(states(answer)).toEqual(['2 OPEN 2', '3 OPEN 1', '4 RESOLVED 2']);
  const byNumber = await ask(RETRY, id, { filter: { rowNumbers: [3], code: null } });
  expect(states(byNumber)).toEqual(['2 OPEN 2', '3 OPEN 2', '4 RESOLVED 2']);
});

test('neither means all open rows, and null is no filter', async () => {
  const id = await mixed();
  expect(states(await ask(RETRY, id))).toEqual(['2 OPEN 2', '3 OPEN 2', '4 OPEN 2']);
  expect(states(await ask(RETRY, id, { filter: null, corrections: null }))).toEqual([
    '2 OPEN 3',
    '3 OPEN 3',
    '4 OPEN 3',
  ]);
});

test('an import whose rows are all mended is completed', async () => {
  const id = await mixed();
  const values = [{ name: 'Bea' }, { phone: phone() }, { name: 'Di' }];
  const corrections = values.map((each, index) => ({ rowNumber: index + 2, values: each }));
  const answer = await ask(RETRY, id, { corrections });
  expect(answer.data).toMatchObject({ status: 'COMPLETED', counts: { created: 4, failed: 0, pending: 0 } });
});

test('an empty list, a row corrected twice, and what is no object or column are told by path', async () => {
  const id = await mixed();
  const name = { rowNumber: 2, values: { name: 'Bea' } };
  const wrong: [string, Record<string, unknown>, string[]][] = [
    [RETRY, { corrections: [] }, ['corrections']],
    [RETRY, { filter: { rowNumbers: [] } }, ['filter', 'rowNumbers']],
    [RETRY, { corrections: [name, name] }, ['corrections', '1', 'rowNumber']],
    [RETRY, { corrections: [{ rowNumber: 2, values: 'Bea' }] }, ['corrections', '0', 'values']],
    [RETRY, { corrections: [{ rowNumber: 2, values: { nome: 'Bea' } }] }, ['corrections', '2', 'values', 'nome']],
    [DISCARD, { filter: { rowNumbers: [] } }, ['filter', 'rowNumbers']],
    [CHECK, { corrections: [] }, ['corrections']],
    [CHECK, { corrections: Array.from({ length: 1_001 }, () => name) }, ['corrections']],
  ];
  for (const [document, rest, path] of wrong) {
    const answer = await ask(document, id, rest);
    expect(answer, JSON.stringify(path)).toMatchObject({ __typename: 'InvalidInputError', code: 'INVALID_INPUT' });
    expect(answer.issues[0].path).toEqual(path);
  }
  expect(await api.engine.ended(id)).toMatchObject({ counts: { failed: 3 } });
});

test('rows are discarded by a filter; asking again answers the same, and an open filter takes the rest', async () => {
  const id = await mixed();
  const filter = { code: 'REQUIRED' };
  const answer = await ask(DISCARD, id, { filter });
  expect(answer.data).toMatchObject({ status: 'COMPLETED_WITH_ERRORS', counts: { failed: 1, discarded: 2 } });
  expect(states(answer)).toEqual(['2 DISCARDED 1', '3 OPEN 1', '4 DISCARDED 1']);
  expect(await ask(DISCARD, id, { filter })).toEqual(answer);
  const all = await ask(DISCARD, id, { filter: {} });
  expect(all.data.counts).toMatchObject({ failed: 0, discarded: 3 });
});

test('checking tells the rows that would still fail, as corrected, and writes nothing', async () => {
  const id = await mixed();
  const before = await api.engine.row(id);
  const corrections = [
    { rowNumber: 2, values: { name: 'Bea' } },
    { rowNumber: 4, values: { email: 'd@example.org' } },
  ];
  const answer = await ask(CHECK, id, { corrections });
  expect(answer.__typename).toBe('CheckRowsSuccess');
  expect(answer.data).toMatchObject([
    {
      rowNumber: 4,
      line: 5,
      values: { name: '', email: 'd@example.org' },
      status: 'OPEN',
      attempts: 1,
      errors: [{ code: 'REQUIRED', field: 'name', column: 'name' }],
    },
  ]);
  expect(await ask(CHECK, id, { corrections })).toEqual(answer);
  expect(await ask(CHECK, id, { corrections: corrections.slice(0, 1) })).toMatchObject({ data: [] });
  expect(await api.engine.row(id)).toEqual(before);
  const { rows } = await api.engine.pool.query("SELECT 1 FROM contact WHERE first_name = 'Bea' AND import_id = $1", [
    id,
  ]);
  expect(rows).toEqual([]);
});
