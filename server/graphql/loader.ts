/** What `create` gives for an operation: made when a resolver of it first asks, and kept for its others. */
export function perOperation<Context extends object, Made>(
  create: (context: Context) => Made,
): (context: Context) => Made {
  const made = new WeakMap<Context, { readonly value: Made }>();
  return (context) => {
    const known = made.get(context) ?? { value: create(context) };
    made.set(context, known);
    return known.value;
  };
}

/**
 * Collects the keys requested within one turn of the event loop and reads them at once, so that a list of nodes costs
 * one statement per field and not one per node. Keys are compared as in a Map.
 */
export function createLoader<Key, Value>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let waiting: { readonly keys: Set<Key>; readonly values: Promise<ReadonlyMap<Key, Value>> } | null = null;
  const gather = () => {
    const keys = new Set<Key>();
    const turn = new Promise<void>((resolve) => setImmediate(resolve));
    const values = turn.then(() => {
      waiting = null;
      return read([...keys]);
    });
    return { keys, values };
  };
  return async (key) => {
    waiting ??= gather();
    waiting.keys.add(key);
    return (await waiting.values).get(key);
  };
}
