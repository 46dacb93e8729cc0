interface Words {
  readonly [name: string]: string | Words;
}

type Joined<Parts extends readonly unknown[]> = Parts extends readonly [infer First, ...infer Rest]
  ? First & Joined<Rest>
  : unknown;

/** The words of several parts of the console as one. A group that several parts have, such as `fields`, has those of all. */
export function joined<Parts extends readonly Words[]>(...parts: Parts): Joined<Parts>;
export function joined(...parts: readonly Words[]): Words {
  return parts.reduce(join, {});
}

function join(one: Words, other: Words): Words {
  const words: Record<string, string | Words> = { ...one };
  for (const [name, word] of Object.entries(other)) {
    const known = words[name];
    words[name] = typeof word === 'object' && typeof known === 'object' ? join(known, word) : word;
  }
  return words;
}
