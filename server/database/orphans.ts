import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';

/** How long they are waited for, in ms: the operating system takes back what each held. */
const GONE_WITHIN_MS = 5_000;

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** A server's children name what they do here; a postmaster has its command line. */
  readonly title: string;
}

/**
 * Ends what a killed Postgres has left of itself in this folder. A session that is at work does not notice the death of
 * its postmaster before its statement is over, and keeps the shared memory, without which no other Postgres starts
 * ("pre-existing shared memory block is still in use"). Nothing is lost by it: without a postmaster none of them can
 * commit what the next start would not recover.
 *
 * Theirs is the folder as the place where they run, a title that begins as only Postgres' do, and no living parent of
 * the same kind: of a Postgres that somebody starts meanwhile, none is taken for one. Linux only; elsewhere one has to
 * wait for them.
 */
export async function endOrphans({ folder }: Pick<Cluster, 'folder'>): Promise<void> {
  if (process.platform !== 'linux') return;
  const deadline = performance.now() + GONE_WITHIN_MS;
  for (;;) {
    const orphans = await orphansIn(await realpath(folder));
    if (orphans.length === 0 || performance.now() > deadline) return;
    for (const { pid } of orphans) kill(pid);
    await pause(50);
  }
}

async function orphansIn(folder: string): Promise<Process[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(pids.map((pid) => processIn(pid, folder)));
  const here = found.filter((each) => each !== null);
  const isHere = new Set(here.map(({ pid }) => pid));
  return here.filter(({ parent, title }) => title.startsWith('postgres: ') && !isHere.has(parent));
}

/** Null where it does not run in the folder, has ended or is not ours to look at. */
async function processIn(pid: number, folder: string): Promise<Process | null> {
  try {
    if ((await readlink(`/proc/${pid}/cwd`)) !== folder) return null;
    const [title, stat] = await Promise.all([
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // After its name, which stands in brackets and may hold anything: its state, its parent.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? null : { pid, parent: Number(parent), title };
  } catch {
    return null;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
