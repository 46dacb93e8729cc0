/** A file of 10 MB, or inline rows of as much, with the rest of the request around them. */
export const MAX_BODY_BYTES = 11 * 1024 * 1024;

/** What is said of a larger one, beside HTTP's 413. */
export const BODY_TOO_LARGE = {
  message: `A request may have ${MAX_BODY_BYTES} bytes: send larger files to /uploads (tus) and give the uploadId.`,
  extensions: { code: 'LIMIT_EXCEEDED', limit: MAX_BODY_BYTES },
} as const;

/** Of a document: the console's largest has 300 tokens, the introspection of GraphiQL and codegen as many. */
export const MAX_TOKENS = 2_000;
export const MAX_ALIASES = 50;
export const MAX_DIRECTIVES = 50;

/** Operations that run at the same time over one WebSocket. */
export const MAX_OPERATIONS = 100;
/** Of one viewer in one process: WebSockets, and subscriptions over whatever transport. */
export const PER_VIEWER: PerViewer = { sockets: 2_000, streams: 2_000 };

export interface PerViewer {
  readonly sockets: number;
  readonly streams: number;
}
