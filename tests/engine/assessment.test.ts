import { expect, test } from 'vitest';
import { testApi } from '../helpers/api.ts';

const api = testApi();

const START = `mutation ($input: StartImportInput!) { answer: startImport(input: $input) { __typename
  ... on StartImportSuccess { data { id status assessment { ${'thresholds successRate validationRate entityResolutionRate canProceed reasons { text }'} } } }
  ... on InvalidInputError { issues { path } } } }`;

async function start(input: Record<string, unknown>) {
  const base = { projectId: 'demo', importer: 'people' };
  const { data, errors } = await api.graphql(START, { input: { ...base, ...input } }, 'editor');
  expect(errors).toBeUndefined();
  return data.answer;
}

/** Seven good rows, two without a name, and one whose e-mail address two contacts have. */
function rows() {
  const good = Array.from({ length: 7 }, (_, index) => ({ name: `Ann ${index}` }));
  return [...good, { name: '' }, { name: '' }, { name: 'Cy', email: 'two@example.org' }];
}

async function twoWithOneAddress(): Promise<void> {
  const twins = ['+15085550001', '+15085550002'].map((phone) => ({ name: 'Twin', phone, email: 'two@example.org' }));
  await start({ source: { rows: twins } });
}

test('a dry run comes with its rates, against thresholds that are the usual ones or those of the options', async () => {
  await twoWithOneAddress();
  const usual = await start({ source: { rows: rows() }, dryRun: true });
  expect(usual.data).toMatchObject({
    status: 'COMPLETED_WITH_ERRORS',
    assessment: {
      thresholds: { minSuccessRate: 0.85, minValidationRate: 0.95, minEntityResolutionRate: 0.9 },
      successRate: 0.7,
      // The row that matches two contacts is valid in itself.
      validationRate: 0.8,
      entityResolutionRate: null,
      canProceed: false,
      reasons: [
        { text: '70 % of the rows succeeded; at least 85 % are required.' },
        { text: '80 % of the rows are valid; at least 95 % are required.' },
      ],
    },
  });
  const assessment = { minSuccessRate: 0.7, minValidationRate: 0.8 };
  const lenient = await start({ source: { rows: rows() }, dryRun: true, options: { assessment } });
  expect(lenient.data.assessment).toMatchObject({
    thresholds: assessment,
    canProceed: true,
    reasons: [{ text: 'All thresholds are met.' }],
  });
});

test('an import is assessed anew after a retry, and one that has not come to its end is not', async () => {
  const { data } = await start({ source: { rows: [{ name: '' }, { name: 'Bea' }] } });
  expect(data.assessment).toMatchObject({ successRate: 0.5, validationRate: 0.5, canProceed: false });
  await api.engine.engine.retryFailedRows('test', data.id, { corrections: [{ rowNumber: 1, values: { name: 'Al' } }] });
  const after = await api.graphql('query ($id: ID!) { import(id: $id) { assessment { successRate canProceed } } }', {
    id: data.id,
  });
  expect(after.data.import.assessment).toEqual({ successRate: 1, canProceed: true });
  const failed = await start({ source: { rows: [{ nobody: 'knows' }] }, mapping: [] });
  expect(failed.data).toMatchObject({ status: 'FAILED', assessment: null });
});

test('every importer takes thresholds, says so in its schema, and refuses what is none', async () => {
  const answer = await api.graphql('{ importers { optionsSchema } }');
  expect(answer.data.importers[0].optionsSchema.properties.assessment.properties).toHaveProperty('minSuccessRate');
  for (const [assessment, path] of [
    [{ minSuccessRate: 2 }, ['options', 'assessment', 'minSuccessRate']],
    [{ nonsense: 1 }, ['options', 'assessment']],
  ]) {
    const refused = await start({ source: { rows: [{ name: 'Ann' }] }, options: { assessment } });
    expect(refused).toMatchObject({ __typename: 'InvalidInputError', issues: [{ path }] });
  }
});
