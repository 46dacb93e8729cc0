import { sameValue } from '../../sdk/canonical.ts';
import type { AnyImporter } from '../../sdk/importer.ts';
import type { Conversion, ConvertedValue, Db, FieldValue, RecordFields } from '../../sdk/records.ts';

/** A value that a record is given and that its column keeps as another. */
export interface RoundedValue extends FieldValue {
  readonly kept: ConvertedValue['value'];
}

/**
 * What columns make of the values of a fold, so that records are compared as the database will have them. The fold knows
 * no database: it notes what it does not know yet, `learn` asks for all of that at once, and the rows are folded anew.
 */
export class Conversions {
  readonly #conversion: Conversion | null;
  readonly #known = new Map<string, ConvertedValue>();
  readonly #asked = new Map<string, FieldValue>();

  constructor(store: AnyImporter['store']) {
    this.#conversion = store.conversion ?? null;
  }

  /** The record as it will be read back, with the values that are rounded then. */
  apply(before: RecordFields, after: RecordFields): { fields: RecordFields; rounded: readonly RoundedValue[] } {
    const changes: [string, ConvertedValue['value']][] = [];
    const rounded: RoundedValue[] = [];
    for (const field of this.#conversion?.fields ?? []) {
      const value = after[field] ?? null;
      // What was read from the column is in its form.
      const held = before[field] ?? null;
      if (value === null || sameValue(value, held)) continue;
      if (held !== null && this.#conversion?.same?.(field, value, held)) {
        changes.push([field, held]);
        continue;
      }
      const key = keyOf({ field, value });
      const known = this.#known.get(key);
      if (known === undefined) this.#asked.set(key, { field, value });
      else changes.push([field, known.value]);
      if (known?.rounded) rounded.push({ field, value, kept: known.value });
    }
    return { fields: changes.length === 0 ? after : { ...after, ...Object.fromEntries(changes) }, rounded };
  }

  /** Asks for what `apply` did not know. False where there was nothing: what was folded stands. */
  async learn(db: Db): Promise<boolean> {
    if (this.#conversion === null || this.#asked.size === 0) return false;
    const values = [...this.#asked.values()];
    this.#asked.clear();
    for (const [index, converted] of (await this.#conversion.convert(db, values)).entries()) {
      const value = values[index];
      if (value === undefined) continue;
      // Its own form comes by again where a later row leaves it as it is.
      this.#known.set(keyOf({ field: value.field, value: converted.value }), { ...converted, rounded: false });
      this.#known.set(keyOf(value), converted);
    }
    return true;
  }
}

function keyOf({ field, value }: FieldValue): string {
  return `${field}\0${JSON.stringify(value)}`;
}

/** The importer's store over its table as it is now. */
export async function openStore(importer: AnyImporter, db: Db): Promise<AnyImporter['store']> {
  return importer.store.open ? importer.store.open(db) : importer.store;
}
