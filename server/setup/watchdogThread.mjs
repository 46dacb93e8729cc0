// The thread of watchdog.ts. JavaScript: what takes the types off TypeScript would be the most of its memory.
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { beats, beatMs, misses } = workerData;
let last = Atomics.load(beats, 0);
let missed = 0;

setInterval(() => {
  const now = Atomics.load(beats, 0);
  missed = now === last ? missed + 1 : 0;
  last = now;
  if (missed >= misses) end();
}, beatMs);

function end() {
  const seconds = (misses * beatMs) / 1_000;
  try {
    // Standard output and error of a thread go through the one that stands still.
    writeSync(2, `Sluice stood still for ${seconds} s and ends itself. Start it again: imports go on.\n`);
  } catch {
    // Nobody reads it: that is no reason to stay.
  }
  process.kill(process.pid, 'SIGKILL');
}
