/** A file of 10 MB, or inline rows of as much, with the rest of the request around them. */
export const MAX_BODY_BYTES = 11 * 1024 * 1024;

/** The limit of a request without a known client: a document of MAX_TOKENS plus the data to accept an invitation. */
export const MAX_ANONYMOUS_BYTES = 65_536;

/** An address, a password, and their names. */
export const MAX_SIGN_IN_BYTES = 16_384;

/** Of a document: the console's largest has 300 tokens, the introspection of GraphiQL and codegen as many. */
export const MAX_TOKENS = 2_000;
export const MAX_ALIASES = 50;
export const MAX_DIRECTIVES = 50;

/** Of a subscription's message, which is held for as long as the subscription lasts: a document of MAX_TOKENS fits. */
export const MAX_SUBSCRIPTION_CHARS = 65_536;

/** WebSockets whose clients have not said yet who they are. */
export const UNACKNOWLEDGED: UnacknowledgedLimits = { perAddress: 20, withinMs: 10_000 };

export interface UnacknowledgedLimits {
  readonly perAddress: number;
  /** How long a client has to begin, in ms. */
  readonly withinMs: number;
}

/** Operations that run at the same time over one WebSocket. */
export const MAX_OPERATIONS = 100;
/** Of one viewer in one process: WebSockets, and subscriptions over whatever transport. */
export const PER_VIEWER: PerViewer = { sockets: 2_000, streams: 2_000 };

export interface PerViewer {
  readonly sockets: number;
  readonly streams: number;
}
