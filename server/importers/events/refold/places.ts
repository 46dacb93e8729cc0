import { matchText } from '../../../sdk/index.ts';

export type Fold = (name: string) => string;

/** Cities by what the former fold made of them: keys keep only that. */
export class Places {
  readonly #former: Fold;
  readonly #cities = new Map<string, string>();

  constructor(former: Fold) {
    this.#former = former;
  }

  add(city: string): void {
    const folded = this.#former(city);
    if (!this.#cities.has(folded)) this.#cities.set(folded, city);
  }

  cityOf(formerPlace: string): string {
    return this.#cities.get(formerPlace) ?? formerPlace;
  }

  refold(formerPlace: string): string {
    return matchText(this.cityOf(formerPlace));
  }
}

/** The key "name|place" of a name, where it is what the former fold made of that name; otherwise as it is. */
export function refoldKey(key: string, name: string, former: Fold, places: Places): string {
  const formerName = former(name);
  if (!key.startsWith(`${formerName}|`)) return key;
  return `${refoldName(name, formerName)}|${places.refold(key.slice(formerName.length + 1))}`;
}

/** A name of nothing that is compared keeps what it had. */
export function refoldName(name: string, stored: string): string {
  return matchText(name) || stored;
}
