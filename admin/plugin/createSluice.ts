import { createApi } from './api/api.ts';
import { type ClientOptions, createClient } from './api/client.ts';
import { createDataProvider } from './api/dataProvider.ts';
import { reviewLists } from './api/reviewLists.ts';
import { createUpload } from './api/uploads.ts';
import { features } from './importers/features.ts';
import { createLiveConnection } from './live/connection.ts';
import type { Sluice } from './sluice.ts';

/**
 * Connects to a Sluice server; nothing is sent before a page asks. Make one and keep it.
 *
 * @example const sluice = createSluice({ url: 'https://sluice.example.com' });
 */
export function createSluice(options: ClientOptions): Sluice {
  const client = createClient(options);
  const api = createApi(client);
  return {
    origin: options.url || globalThis.location.origin,
    client,
    api,
    upload: createUpload(options),
    live: createLiveConnection(options),
    dataProvider: createDataProvider(
      api,
      Object.assign(reviewLists(client), ...features.map(({ lists }) => lists(client))),
    ),
  };
}
