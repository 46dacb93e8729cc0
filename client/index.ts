// The public face of the client: what scripts and apps import as 'sluice/client'. Runs in Node 20 or newer, and in browsers.
export {
  createSluiceClient,
  type ImportSnapshot,
  type SluiceClient,
  type SluiceClientOptions,
  type WatchOptions,
} from './createClient.ts';
export type { TypedDocument } from './document.ts';
export { Refused, Unreachable } from './errors.ts';
// The operations that most scripts need, and the types of the whole API.
export * from './generated/graphql.ts';
