import type { WebSocket } from 'ws';
import { MAX_BODY_BYTES } from './limits.ts';
import { createViewerCounts } from './viewerCounts.ts';

/** The WebSocket close code for "try again later". */
const TRY_AGAIN_LATER = 1013;
/** How long a client has to close after it was asked to, in ms. */
export const CLOSE_WITHIN_MS = 2_000;

/** WebSockets whose clients are not known yet: few of one address, and little of each is read. */
export interface Unacknowledged {
  /** False where the address has as many as it may; the socket is closed then. */
  add(socket: WebSocket, address: string): boolean;
  /** Its client is known: it no longer counts, and may send as much as other requests. */
  acknowledge(socket: WebSocket): void;
}

export function createUnacknowledged(perAddress: number): Unacknowledged {
  const counts = createViewerCounts(perAddress);
  const leave = new WeakMap<WebSocket, () => void>();
  return {
    add(socket, address) {
      const giveBack = counts.take(address);
      if (giveBack === null) {
        socket.close(TRY_AGAIN_LATER, `At most ${perAddress} connections of one address that nobody has acknowledged`);
        return false;
      }
      leave.set(socket, giveBack);
      socket.once('close', giveBack);
      return true;
    },
    acknowledge(socket) {
      leave.get(socket)?.();
      setMaxPayload(socket, MAX_BODY_BYTES);
    },
  };
}

/** ws has no public way to change the limit of one connection; its receiver reads this field with each frame. */
function setMaxPayload(socket: WebSocket, bytes: number): void {
  const { _receiver: receiver } = socket as unknown as { _receiver: { _maxPayload: number } };
  receiver._maxPayload = bytes;
}
