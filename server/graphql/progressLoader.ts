import type { Engine, Progress } from '../engine/engine.ts';

/** Gathers the ids asked for within one turn of the event loop and reads them in one statement. */
export function createProgressLoader(engine: Engine): (importId: string) => Promise<Progress | null> {
  let waiting: { ids: Set<string>; answer: Promise<Map<string, Progress>> } | null = null;
  return async (importId) => {
    waiting ??= gather(engine, () => {
      waiting = null;
    });
    waiting.ids.add(importId);
    return (await waiting.answer).get(importId) ?? null;
  };
}

function gather(engine: Engine, onRead: () => void): { ids: Set<string>; answer: Promise<Map<string, Progress>> } {
  const ids = new Set<string>();
  const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(async () => {
    onRead();
    const snapshots = await engine.progress([...ids]);
    return new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
  });
  return { ids, answer };
}
