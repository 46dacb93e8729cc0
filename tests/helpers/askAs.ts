import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Asks the API as whoever is signed in on a page of the console; gives the answer's data. */
export async function askAs(page: Page, query: string, variables: Readonly<Record<string, unknown>>) {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`${origin}/graphql`, {
    headers: { origin, 'x-graphql-yoga-csrf': '1' },
    data: { query, variables },
  });
  const { data, errors } = await answer.json();
  expect(errors).toBeUndefined();
  return data;
}
