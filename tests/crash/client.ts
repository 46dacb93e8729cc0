import { setTimeout as pause } from 'node:timers/promises';
import { PATIENCE_MS } from '../helpers/patience.ts';
import type { Scenario } from './scenarios.ts';
import type { Project, Stand } from './stand.ts';

const START = `mutation ($input: StartImportInput!) {
  answer: startImport(input: $input) { __typename ... on StartImportSuccess { data { id } } ... on Error { message } } }`;
const ACTIONS = {
  RETRY: `mutation ($id: ID!) {
    answer: retryImport(id: $id) { __typename ... on ImportActionSuccess { data { id } } ... on Error { message } } }`,
  UNDO: `mutation ($id: ID!) {
    answer: undoImport(id: $id) { __typename ... on ImportActionSuccess { data { id } } ... on Error { message } } }`,
};

interface Answer {
  readonly data?: {
    readonly answer: {
      readonly __typename: string;
      readonly message?: string;
      readonly data?: { readonly id: string };
    };
  };
  readonly errors?: readonly { readonly message: string }[];
}

/** Starts an import through the API, as a careful script does: with a key, and again when the connection is lost. */
export async function startImport(stand: Stand, project: Project, scenario: Scenario, csv: string): Promise<void> {
  const input = {
    ...{ projectId: project.id, importer: 'contacts', source: { file: null }, onDuplicate: 'UPDATE' },
    ...{ options: { listName: 'Everybody' }, chunkSize: scenario.chunkSize, mode: scenario.mode },
    idempotencyKey: 'once',
  };
  const send = (): Promise<void> => {
    const form = new FormData();
    form.set('operations', JSON.stringify({ query: START, variables: { input } }));
    form.set('map', JSON.stringify({ 0: ['variables.input.source.file'] }));
    form.set('0', new File([csv], 'contacts.csv', { type: 'text/csv' }));
    return post(stand, project, form);
  };
  await untilSent(send, async () => false);
}

/** Retries what failed, or undoes the import. Where the connection is lost, it looks first whether that has begun. */
export async function actOnImport(stand: Stand, project: Project, phase: keyof typeof ACTIONS): Promise<void> {
  const [found] = await stand.ask<{ id: string }>('SELECT id FROM import WHERE project_id = $1', [project.id]);
  const body = JSON.stringify({ query: ACTIONS[phase], variables: { id: found?.id } });
  const begun = 'SELECT FROM import WHERE project_id = $1 AND phase = $2::import_phase';
  await untilSent(
    () => post(stand, project, body),
    async () => (await stand.ask(begun, [project.id, phase])).length > 0,
  );
}

async function untilSent(send: () => Promise<void>, sentAlready: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (error instanceof Refused || performance.now() > deadline) throw error;
      if (await sentAlready()) return;
      await pause(200);
    }
  }
}

/** The API understood and will not: asking again would not help. */
class Refused extends Error {}

async function post({ origin }: Stand, { key }: Project, body: FormData | string): Promise<void> {
  const headers: Record<string, string> = { authorization: `Bearer ${key}` };
  if (typeof body === 'string') headers['content-type'] = 'application/json';
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers, body });
  const { data, errors }: Answer = JSON.parse(await response.text());
  if (!data) {
    const message = JSON.stringify(errors);
    throw response.status === 400 ? new Refused(message) : new Error(message);
  }
  const { answer } = data;
  if (!answer.data) throw new Refused(`${answer.__typename}: ${answer.message}`);
}
