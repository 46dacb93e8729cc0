import { randomFillSync, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { Json } from '../../sdk/json.ts';
import type { Db, RecordFields, SuppliedField, Supplies } from '../../sdk/records.ts';

/**
 * What the database gives records by itself, such as the defaults of their columns, for the rows of a fold. As with
 * conversions, the fold notes what it does not know yet, `learn` asks for all of that at once, and the rows are folded
 * anew, with the same values for the same records.
 */
export class SuppliedValues {
  readonly #supplies: Supplies | null;
  readonly #known = new Map<string, Json[]>();
  /** How many values of each field this fold has taken. */
  readonly #taken = new Map<string, number>();

  constructor(store: AnyImporter['store']) {
    this.#supplies = store.supplies ?? null;
  }

  /** Before each fold: the same values go to the same records again. */
  restart(): void {
    this.#taken.clear();
  }

  /** A new record, with what its row left empty. */
  create(record: RecordFields): RecordFields {
    return this.#supply(record, ({ field, when }) => when === 'changed' || (record[field] ?? null) === null);
  }

  /** A record that a row changed. */
  change(record: RecordFields): RecordFields {
    return this.#supply(record, ({ when }) => when === 'changed');
  }

  #supply(record: RecordFields, isDue: (field: SuppliedField) => boolean): RecordFields {
    const due = this.#supplies?.fields.filter(isDue) ?? [];
    if (due.length === 0) return record;
    return { ...record, ...Object.fromEntries(due.map((field) => [field.field, this.#take(field)])) };
  }

  #take({ field, each }: SuppliedField): Json {
    const place = each ? (this.#taken.get(field) ?? 0) : 0;
    this.#taken.set(field, place + 1);
    return this.#known.get(field)?.[place] ?? null;
  }

  /** Asks for what the last fold did not know. False where there was nothing: what was folded stands. */
  async learn(db: Db): Promise<boolean> {
    let learned = false;
    for (const [field, taken] of this.#taken) {
      const known = this.#known.get(field) ?? [];
      if (!this.#supplies || taken <= known.length) continue;
      this.#known.set(field, [...known, ...(await this.#supplies.supply(db, field, taken - known.length))]);
      learned = true;
    }
    return learned;
  }
}

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
