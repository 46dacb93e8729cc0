import { parentPort } from 'node:worker_threads';
import { work } from './work.ts';

/** Does what it is told the name of, and says what came of it. */
parentPort?.on('message', (name: string) => void answer(name));

async function answer(name: string): Promise<void> {
  try {
    parentPort?.postMessage(await work[name]?.());
  } catch (error) {
    parentPort?.postMessage(`threw ${error}`);
  }
}
