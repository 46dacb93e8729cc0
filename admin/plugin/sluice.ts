import type { DataProvider } from 'react-admin';
import type { SluiceApi } from './api/api.ts';
import type { GraphqlClient } from './api/client.ts';
import type { Upload } from './api/uploads.ts';
import type { LiveConnection } from './live/connection.ts';

/** One server, as the pages see it: questions, uploads, and the connection that all of them share. */
export interface Sluice {
  /** Where the server and its own console are, without a slash at its end. */
  readonly origin: string;
  readonly client: GraphqlClient;
  readonly api: SluiceApi;
  readonly upload: Upload;
  readonly live: LiveConnection;
  readonly dataProvider: DataProvider;
}
