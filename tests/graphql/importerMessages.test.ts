import { expect, test } from 'vitest';
import { testApi } from '../helpers/api.ts';
import { csv } from '../helpers/engine.ts';
import { people } from '../helpers/people.ts';

const api = testApi();

const ERRORS = 'errors { code params message field column }';
const CHECK = `mutation ($input: CheckRowsInput!) { checkRows(input: $input) { ... on CheckRowsSuccess { data { ${ERRORS} } } } }`;
const REFUSED = {
  code: 'REFUSED_NAME',
  params: { name: 'refused' },
  message: 'Enter another name than refused.',
  field: 'name',
  column: 'name',
};

test("an importer's own codes come with params and English, and their sentences in a language", async () => {
  const importId = await api.engine.start({ source: csv(['refused', '', 'a@x.org'], ['noted', '', 'b@x.org']) });
  await api.engine.ended(importId);
  const { data } = await api.graphql(
    `query ($id: ID!) {
      import(id: $id) {
        failedRows { edges { node { ${ERRORS} } } }
        errorSummary { code sampleMessage { code params text } }
        warnings { code params message count }
      }
      importers { german: messages(locale: "de-AT") other: messages(locale: "fr") }
    }`,
    { id: importId },
    'viewer',
  );
  expect(data.import).toEqual({
    failedRows: { edges: [{ node: { errors: [REFUSED] } }] },
    errorSummary: [
      {
        code: 'REFUSED_NAME',
        sampleMessage: { code: 'REFUSED_NAME', params: REFUSED.params, text: REFUSED.message },
      },
    ],
    warnings: [{ code: 'NOTED_NAME', params: {}, message: 'Some names were noted.', count: 1 }],
  });
  expect(data.importers).toEqual([{ german: people.messages?.de, other: people.messages?.en }]);
  const input = { importId, corrections: [{ rowNumber: 1, values: {} }] };
  const checked = await api.graphql(CHECK, { input }, 'editor');
  expect(checked.data.checkRows.data).toEqual([{ errors: [REFUSED] }]);
});
