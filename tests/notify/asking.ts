import { expect } from 'vitest';
import type { TestApi } from '../helpers/api.ts';

export const START = `mutation ($input: StartImportInput!) { answer: startImport(input: $input) { __typename
  ... on StartImportSuccess { data { id status } } ... on Error { code message } ... on InvalidInputError { issues { path message } } } }`;
const DELIVERIES = `query ($id: ID!) { import(id: $id) { deliveries { totalCount edges { node {
  id kind event target status nextAttemptAt finishedAt attempts { durationMs status error { code params text } } } } } } }`;
export const ROTATE = `mutation { answer: rotateWebhookSecret(projectId: "demo") { __typename
  ... on RotateWebhookSecretSuccess { secret previousUntil data { webhookSecretSince } } ... on Error { code } } }`;
export const ALLOW = `mutation ($domains: [String!]!) { answer: allowEmailDomains(projectId: "demo", domains: $domains) { __typename
  ... on AllowEmailDomainsSuccess { data { emailDomains } } ... on InvalidInputError { issues { path } } ... on Error { code } } }`;
export const REDELIVER = `mutation ($id: ID!) { answer: redeliver(id: $id) { __typename
  ... on RedeliverSuccess { data { id status } } ... on Error { code message } } }`;

interface Delivered {
  readonly id: string;
  readonly event: string;
  readonly status: string;
  readonly finishedAt: string | null;
  readonly nextAttemptAt: string | null;
  readonly attempts: readonly {
    readonly durationMs: number;
    readonly status: number | null;
    readonly error: string | null;
  }[];
}

/** What tests of notifications ask of the API. */
export function asking(api: TestApi) {
  async function ask(
    query: string,
    variables: Record<string, unknown> = {},
    who: 'admin' | 'editor' = 'admin',
    // biome-ignore lint/suspicious/noExplicitAny: each test knows what it has asked for.
  ): Promise<any> {
    const { data, errors } = await api.graphql(query, variables, who);
    expect(errors).toBeUndefined();
    return data.answer ?? data;
  }

  let lastPhone = 0;

  /** One good row and one without a name, whose other values nobody outside should hear of. */
  async function start(input: Record<string, unknown>, bad = true): Promise<string> {
    lastPhone += 1;
    const phone = `+1508555${String(lastPhone).padStart(4, '0')}`;
    const rows = [
      { name: 'Ada', phone },
      ...(bad ? [{ name: '', phone: '+15085559999', email: 'row@secret.example' }] : []),
    ];
    const answer = await ask(START, { input: { projectId: 'demo', importer: 'people', source: { rows }, ...input } });
    expect(answer).toMatchObject({ __typename: 'StartImportSuccess' });
    return answer.data.id;
  }

  async function deliveriesOf(id: string): Promise<Delivered[]> {
    const answer = await ask(DELIVERIES, { id });
    return answer.import.deliveries.edges.map((edge: { readonly node: Delivered }) => edge.node);
  }

  async function onlyDelivery(id: string): Promise<string> {
    const [delivery, ...others] = await deliveriesOf(id);
    if (!delivery) throw new Error('There is no delivery.');
    expect(others).toEqual([]);
    return delivery.id;
  }

  const dueNow = (id: string) => api.engine.pool.query('UPDATE delivery SET due_at = now() WHERE id = $1', [id]);

  return { ask, start, deliveriesOf, onlyDelivery, dueNow };
}
