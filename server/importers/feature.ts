import type { ApiFeature } from '../graphql/feature.ts';
import type { AnyImporter } from '../sdk/importer.ts';

/** All that one importer of Sluice's own consists of on the server. Its folder holds nothing else's. */
export interface Feature {
  readonly importer: AnyImporter;
  /** Loaded by servers only: a worker has no use for the API, and the memory that it takes. */
  api(): Promise<ApiFeature>;
  /** A small file with errors of several kinds, imported into the project of a new installation. */
  readonly sample?: { readonly name: string; readonly path: string };
}
