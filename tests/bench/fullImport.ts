import { createReadStream } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { createClient } from 'graphql-sse';
import type pg from 'pg';
import { Upload } from 'tus-js-client';
import type { ContactsFile, Expected } from './contactsFile.ts';

export interface Api {
  readonly origin: string;
  readonly apiKey: string;
}

interface Snapshot {
  readonly status: string;
  readonly statusReason: { readonly text: string } | null;
  readonly counts: Expected & { readonly total: number; readonly pending: number };
}

const START = `mutation ($uploadId: ID!) {
  startImport(input: { projectId: "demo", importer: "contacts", source: { uploadId: $uploadId } }) {
    __typename ... on Error { message } ... on StartImportSuccess { data { id } } } }`;
const WATCH = `subscription ($id: ID!) { importProgress(id: $id) {
  status statusReason { text } counts { total created updated unchanged failed pending } } }`;

/**
 * Seconds from startImport's call until its import is final, as a client sees it; the upload before is not counted.
 * Rejects unless exactly the expected rows were created, updated, left unchanged and kept as failed.
 */
export async function fullImport(pool: pg.Pool, api: Api, file: ContactsFile): Promise<number> {
  await pool.query('TRUNCATE contact, provenance, import CASCADE');
  await pool.query('CHECKPOINT');
  const uploadId = await upload(api, file);
  const began = performance.now();
  const last = await lastSnapshot(api, await start(api, uploadId));
  const seconds = (performance.now() - began) / 1_000;
  check(last, file);
  await checkTables(pool, file);
  return seconds;
}

function upload({ origin, apiKey }: Api, { csv, csvBytes }: ContactsFile): Promise<string> {
  return new Promise((resolve, reject) => {
    const sending = new Upload(createReadStream(csv), {
      endpoint: `${origin}/uploads`,
      headers: { authorization: `Bearer ${apiKey}` },
      metadata: { projectId: 'demo', filename: 'contacts.csv' },
      uploadSize: csvBytes,
      chunkSize: 16 * 1024 * 1024,
      onError: reject,
      onSuccess: () => resolve(sending.url?.split('/').at(-1) ?? ''),
    });
    sending.start();
  });
}

/** Uploads the file and starts its import; gives the import's id. */
export async function startUploaded(api: Api, file: ContactsFile): Promise<string> {
  return start(api, await upload(api, file));
}

/** What the API answers, whatever it is. */
export async function ask({ origin, apiKey }: Api, query: string, variables: Record<string, unknown>) {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

async function start(api: Api, uploadId: string): Promise<string> {
  const answer = await ask(api, START, { uploadId });
  const id = answer.data?.startImport.data?.id;
  if (typeof id !== 'string') throw new Error(`startImport answered ${JSON.stringify(answer)}`);
  return id;
}

/** The subscription ends with the import. */
async function lastSnapshot({ origin, apiKey }: Api, id: string): Promise<Snapshot> {
  const client = createClient({ url: `${origin}/graphql`, headers: { authorization: `Bearer ${apiKey}` } });
  let last: Snapshot | undefined;
  for await (const { data } of client.iterate<{ importProgress: Snapshot }>({ query: WATCH, variables: { id } })) {
    last = data?.importProgress ?? last;
  }
  client.dispose();
  if (last === undefined) throw new Error('The subscription told nothing.');
  return last;
}

function check({ status, statusReason, counts }: Snapshot, { rows, expected }: ContactsFile): void {
  const wanted = { total: rows, pending: 0, ...expected };
  if (status === 'COMPLETED_WITH_ERRORS' && isDeepStrictEqual(counts, wanted)) return;
  const [got, want] = [counts, wanted].map((each) => JSON.stringify(each));
  throw new Error(`The import ended as ${status} (${statusReason?.text}) with ${got}; expected ${want}.`);
}

/** The counts are what the import says of itself; the tables are what it did. */
async function checkTables(pool: pg.Pool, { expected }: ContactsFile): Promise<void> {
  const { rows } = await pool.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM contact) AS contacts, (SELECT count(*)::int FROM provenance) AS entries,
            (SELECT count(*)::int FROM failed_row) AS failed`,
  );
  const { created, updated, unchanged, failed } = expected;
  const wanted = { contacts: created, entries: created + updated + unchanged, failed };
  if (!isDeepStrictEqual(rows[0], wanted)) {
    throw new Error(`The tables hold ${JSON.stringify(rows[0])}; expected ${JSON.stringify(wanted)}.`);
  }
}
