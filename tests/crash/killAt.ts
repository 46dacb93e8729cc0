import { existsSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { isOrder, type Statement, type Strike, type When } from './strike.ts';

// Preloaded into a `sluice` process (node --import): ends it at a statement that the harness names, and nowhere else.

interface Armed {
  readonly strike: Strike;
  readonly text: RegExp;
  readonly within: RegExp | null;
  readonly since: RegExp | null;
  sinceSeen: boolean;
  left: number;
}

const HARNESS = process.ppid;

let armed: Armed | null = null;
/** What the transaction of each connection that is in one has said so far. */
const said = new WeakMap<object, readonly string[]>();
const query = pg.Client.prototype.query;

process.on('message', (message) => {
  if (isOrder(message)) armed = message.strike === null ? null : arm(message.strike);
});
// A harness that is gone leaves nothing behind.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();
Reflect.set(pg.Client.prototype, 'query', watchedQuery);

function arm(strike: Strike): Armed {
  const pattern = (source: string | undefined): RegExp | null => (source === undefined ? null : new RegExp(source));
  const { text, within, since } = strike.statement;
  return {
    strike,
    text: new RegExp(text),
    within: pattern(within),
    since: pattern(since),
    sinceSeen: since === undefined,
    left: strike.count,
  };
}

/** pg's own query, with the strike before it, after it was sent, or before anybody hears of its answer. */
function watchedQuery(this: pg.Client, ...args: unknown[]): unknown {
  const text = textOf(args[0]);
  const history = remember(this, text);
  if (!armed || !meant(armed, text, valuesOf(args), history)) return Reflect.apply(query, this, args);
  const { strike } = armed;
  armed = null;
  strikeIf(strike, 'before');
  const last = args.at(-1);
  if (strike.when === 'after' && typeof last === 'function') {
    args[args.length - 1] = (...answer: unknown[]): unknown => {
      strikeIf(strike, 'after');
      return Reflect.apply(last, undefined, answer);
    };
  }
  const answer: unknown = Reflect.apply(query, this, args);
  strikeIf(strike, 'sent');
  if (answer instanceof Promise) {
    // An error is an answer too.
    const answered = (): void => strikeIf(strike, 'after');
    answer.then(answered, answered);
  }
  return answer;
}

/** What this statement's transaction has said before it; nothing outside of one. */
function remember(client: object, text: string): readonly string[] {
  const before = said.get(client) ?? [];
  if (text === 'BEGIN') said.set(client, []);
  else if (/^(COMMIT|ROLLBACK)$/.test(text)) said.delete(client);
  else if (said.has(client)) said.set(client, [...before, text]);
  return before;
}

function meant(state: Armed, text: string, values: readonly unknown[], history: readonly string[]): boolean {
  const { statement }: { statement: Statement } = state.strike;
  const since = state.sinceSeen;
  state.sinceSeen ||= state.since?.test(text) ?? true;
  if (!since || !state.text.test(text)) return false;
  if (statement.value !== undefined && !values.includes(statement.value)) return false;
  const { within } = state;
  if (within && !history.some((earlier) => within.test(earlier))) return false;
  state.left -= 1;
  return state.left === 0;
}

function strikeIf(strike: Strike, when: When): void {
  if (strike.when !== when || !claim(strike.token)) return;
  if (strike.action === 'kill') process.kill(process.pid, 'SIGKILL');
  // The whole process, timers and heartbeats too, as one that is starved or suspended.
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  while (!existsSync(`${strike.token}.go`)) {
    Atomics.wait(nothing, 0, 0, 20);
    if (process.ppid !== HARNESS) process.kill(process.pid, 'SIGKILL');
  }
}

/** Of several processes at the same statement, one takes the strike. */
function claim(token: string): boolean {
  try {
    writeFileSync(token, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  const named = typeof query === 'object' && query !== null && 'text' in query ? query.text : '';
  return typeof named === 'string' ? named : '';
}

function valuesOf([query, values]: readonly unknown[]): readonly unknown[] {
  if (Array.isArray(values)) return values;
  const own = typeof query === 'object' && query !== null && 'values' in query ? query.values : [];
  return Array.isArray(own) ? own : [];
}
