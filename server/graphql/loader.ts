import DataLoader from 'dataloader';

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
 * one statement per field and not one per node. A later turn reads again: an operation may be a subscription, or read
 * what its own mutation changed. Keys are compared as in a Map.
 */
export function createLoader<Key, Value>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  const loader: DataLoader<Key, Value | undefined> = new DataLoader(
    async (keys) => {
      loader.clearAll();
      const found = await read(keys);
      return keys.map((key) => found.get(key));
    },
    { batchScheduleFn: setImmediate },
  );
  return (key) => loader.load(key);
}
