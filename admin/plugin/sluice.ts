import type { DataProvider } from 'react-admin';
import { createApi, type SluiceApi } from './api/api.ts';
import { type ClientOptions, createClient } from './api/client.ts';
import { createDataProvider } from './api/dataProvider.ts';
import { createUpload, type Upload } from './api/uploads.ts';
import { createLiveConnection, type LiveConnection } from './live/connection.ts';

/** One server, as the pages see it: questions, uploads, and the connection that all of them share. */
export interface Sluice {
  /** Where the server and its own console are, without a slash at its end. */
  readonly origin: string;
  readonly api: SluiceApi;
  readonly upload: Upload;
  readonly live: LiveConnection;
  readonly dataProvider: DataProvider;
}

/**
 * Connects to a Sluice server; nothing is sent before a page asks. Make one and keep it.
 *
 * @example const sluice = createSluice({ url: 'https://sluice.example.com' });
 */
export function createSluice(options: ClientOptions): Sluice {
  const api = createApi(createClient(options));
  return {
    origin: options.url || globalThis.location.origin,
    api,
    upload: createUpload(options),
    live: createLiveConnection(options),
    dataProvider: createDataProvider(api),
  };
}
