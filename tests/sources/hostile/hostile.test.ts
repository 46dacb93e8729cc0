import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PATIENCE_MS } from '../../helpers/patience.ts';
import { work } from './work.ts';

const WIDE = (line: number) =>
  expect.stringMatching(`^TOO_MANY_COLUMNS: The row on line ${line} has more than 16384 cells`);
const UNUSUAL = expect.stringContaining('has a text or nesting that sitemaps do not have');

/** What comes of each. Without an end to it, none would: a thread that is frozen can only be ended from outside. */
const OUTCOMES: Readonly<Record<string, unknown>> = {
  'comments before the root of what was fetched': 'false',
  'comments before a real index': 'true',
  'elements in each other': UNUSUAL,
  'attributes of one element': UNUSUAL,
  'a comment of many megabytes': UNUSUAL,
  'the code of a number format': '1 rows',
  'the dimension of a sheet': '1 rows',
  'a text under a title': '1 rows',
  'cells without a reference': WIDE(3),
  'a header of nothing but commas': WIDE(1),
  'a row of nothing but commas': WIDE(4),
  'commas behind a quote that is never closed': WIDE(3),
  'commas in a table with semicolons': '3 rows',
  'keys of one object': 'TOO_MANY_COLUMNS in its beginning',
  'lists in each other': 'BAD_JSON in its beginning',
  'digits of a number': '2 rows',
  'marks in a header': '1',
  'marks in a name': 'true',
  'tags in each other': 'TOO_MANY_TAGS in description',
  'as many tags as are taken': '70000 characters',
  'a host that stands for no name': 'INVALID_URL',
  'cells of contacts': 'all',
  'cells of events': 'all',
  'cells of a taxonomy': 'all',
};

describe('what is made to stop a server is soon done with', () => {
  let worker: Worker;
  const start = () => {
    worker = new Worker(new URL('./worker.ts', import.meta.url));
  };
  beforeAll(start);
  afterAll(() => worker.terminate());

  test.each(Object.keys(work))('%s', async (name) => {
    worker.postMessage(name);
    try {
      const [outcome] = await once(worker, 'message', { signal: AbortSignal.timeout(PATIENCE_MS) });
      expect(outcome).toEqual(OUTCOMES[name]);
    } catch (error) {
      await worker.terminate();
      start();
      throw error;
    }
  });
});
