import { createSluiceClient, type SluiceClient } from '../../client/createClient.ts';
import { Refused } from '../../client/errors.ts';
import type { Access } from './environment.ts';

/** The public API, for the holder of a key. */
export interface Api extends SluiceClient {
  /** For what is sent beside GraphQL. */
  readonly headers: Readonly<Record<string, string>>;
}

export function createApi({ url, apiKey }: Access): Api {
  return { ...createSluiceClient({ url, apiKey }), headers: { authorization: `Bearer ${apiKey}` } };
}

/** The data of a mutation's success, or what the server refuses, thrown as Refused. */
export function accepted<Data>(answer: { readonly data: Data } | Refusal): Data {
  if ('data' in answer) return answer.data;
  const details = (answer.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new Refused(answer.code, details.length > 0 ? details.join('\n') : answer.message);
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly issues?: readonly { readonly path: readonly string[]; readonly message: string }[];
}
