import { randomFillSync, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
const IDS_PER_FILL = 256;

/**
 * Makes UUIDv7s (RFC 9562, 5.7) that grow, for many records at once: asking for randomness once for each of them would
 * take longer than the rest of the work on a row.
 */
export function createIdMaker(): () => string {
  const pool = new Uint8Array(BYTES * IDS_PER_FILL);
  let used = pool.length;
  let seq = randomInt(2 ** 31);
  return () => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const random = pool.subarray(used, used + BYTES);
    used += BYTES;
    seq += 1;
    return v7({ random, seq });
  };
}
