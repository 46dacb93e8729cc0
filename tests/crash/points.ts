import type { ScenarioName, Step } from './scenarios.ts';
import type { Statement, When } from './strike.ts';

/**
 * What an import is doing when it is struck. A new phase is a new name here, points below, and what asks for it among
 * the steps of scenarios.ts and round.ts.
 */
export type Phase = 'start' | 'plan' | 'process' | 'finish' | 'retry' | 'undo';

/** A statement that matters: the work must survive a death on either side of it. */
export interface Point extends Statement {
  readonly phase: Phase;
  readonly name: string;
  readonly scenario: ScenarioName;
  /** Struck at each of these; without, at one side that the seed picks. */
  readonly times?: readonly When[];
  /** The seed strikes at the first to the so-manieth such statement. */
  readonly upTo?: number;
  /** Said within a request: who asked lost the connection and asks again, so the server must come back. */
  readonly inRequest?: true;
}

const SIDES: readonly When[] = ['before', 'after'];
const COMMITS: readonly When[] = ['before', 'sent', 'after'];

const START = '^INSERT INTO import \\(';
const MOVE = 'SET status = \\(\\$3::text\\)';
const APPEND = 'INSERT INTO import_chunk [^;]*end_byte';
const END_PLAN = 'SET planned = true';
const FENCE = 'SET next_chunk = next_chunk \\+ 1';
const IMPORT_LOCK = 'FROM import WHERE id = \\$1 FOR UPDATE';
const RETRY_CHUNK = 'INSERT INTO import_chunk [^;]*from_source';
const UNDO_LIST = 'INSERT INTO undo_entry';
const UNDO_FENCE = 'SET phase_rows_done = phase_rows_done \\+ \\$2';
// Prisma quotes the names of tables too.
const JOB = 'INSERT INTO "sluice"\\.\\w';
const JOB_DONE = 'SET completed_on';

function of(phase: Phase, scenario: ScenarioName, points: readonly Omit<Point, 'phase' | 'scenario'>[]): Point[] {
  return points.map((point) => ({ phase, scenario, ...point }));
}

/** The step during which a point is struck. */
export function stepOf({ phase }: Pick<Point, 'phase'>): Step {
  return phase === 'retry' || phase === 'undo' ? phase : 'import';
}

/** Every statement at which a long run strikes at least once. */
export const POINTS: readonly Point[] = [
  ...of('start', 'import', [
    { name: 'import INSERT', text: START, inRequest: true },
    { name: 'file INSERT', text: 'INSERT INTO stored_file_part', inRequest: true },
    { name: 'plan job', text: JOB, within: START, inRequest: true },
    { name: 'COMMIT', text: '^COMMIT', within: START, times: COMMITS, inRequest: true },
  ]),
  ...of('plan', 'import', [
    { name: 'begin', text: MOVE, value: 'RUNNING' },
    { name: 'begin COMMIT', text: '^COMMIT', within: MOVE },
    { name: 'source format', text: 'SET source_format =' },
    { name: 'append UPDATE', text: 'SET rows_read = rows_read', upTo: 4 },
    { name: 'chunk INSERT', text: APPEND, upTo: 4, times: SIDES },
    { name: 'chunks job', text: JOB, within: APPEND, upTo: 4 },
    { name: 'append COMMIT', text: '^COMMIT', within: APPEND, upTo: 4, times: COMMITS },
    { name: 'end UPDATE', text: END_PLAN, times: SIDES },
    { name: 'end COMMIT', text: '^COMMIT', within: END_PLAN, times: COMMITS },
    { name: 'plan job done', text: JOB_DONE, value: 'plan', since: END_PLAN },
  ]),
  ...of('process', 'import', [
    { name: 'BEGIN', text: '^BEGIN$', since: 'FROM import_chunk WHERE import_id = \\$1 AND index >=', upTo: 8 },
    { name: 'record lock', text: 'pg_advisory_xact_lock\\(hashtextextended', upTo: 8 },
    { name: 'contacts SELECT', text: 'FROM "contact" [^;]*FOR UPDATE', upTo: 12 },
    { name: 'contact INSERT', text: 'INSERT INTO "contact"', upTo: 12, times: SIDES },
    { name: 'contact UPDATE', text: 'UPDATE "contact"', upTo: 8 },
    { name: 'list INSERT', text: 'INSERT INTO contact_list_member', upTo: 8 },
    { name: 'provenance INSERT', text: 'INSERT INTO provenance', upTo: 12, times: SIDES },
    { name: 'ROLLBACK TO', text: '^ROLLBACK TO', upTo: 8 },
    { name: 'failed_row INSERT', text: 'INSERT INTO failed_row', upTo: 8, times: SIDES },
    { name: 'error counts', text: 'INSERT INTO import_error_group', upTo: 8 },
    { name: 'chunk UPDATE', text: 'UPDATE import_chunk SET status', upTo: 8 },
    { name: 'fence', text: FENCE, upTo: 8, times: SIDES },
    { name: 'notify', text: 'pg_notify', within: FENCE, upTo: 8 },
    { name: 'COMMIT', text: '^COMMIT', within: FENCE, upTo: 8, times: COMMITS },
    { name: 'finish job', text: JOB, within: FENCE },
    { name: 'chunks job done', text: JOB_DONE, value: 'chunks', since: FENCE },
  ]),
  ...of('process', 'yield', [
    { name: 'chunk runner gives way', text: JOB, within: JOB_DONE, times: SIDES },
    { name: 'way given COMMIT', text: '^COMMIT', within: JOB_DONE, times: COMMITS },
  ]),
  ...of('process', 'large', [{ name: 'COMMIT of 50,000', text: '^COMMIT', within: FENCE, upTo: 30, times: ['sent'] }]),
  ...of('process', 'sync', [
    { name: 'fence in request', text: FENCE, upTo: 4, inRequest: true },
    { name: 'COMMIT in request', text: '^COMMIT', within: FENCE, upTo: 4, inRequest: true },
  ]),
  ...of('finish', 'import', [
    { name: 'import lock', text: IMPORT_LOCK },
    { name: 'status', text: MOVE, value: 'COMPLETED_WITH_ERRORS', times: SIDES },
    { name: 'COMMIT', text: '^COMMIT', within: IMPORT_LOCK, times: COMMITS },
    { name: 'finish job done', text: JOB_DONE, value: 'finish' },
  ]),
  ...of('retry', 'retry', [
    { name: 'phase', text: 'SET phase =', inRequest: true },
    { name: 'chunk INSERT', text: RETRY_CHUNK, upTo: 8, times: SIDES, inRequest: true },
    { name: 'status', text: MOVE, value: 'RUNNING', inRequest: true },
    { name: 'COMMIT', text: '^COMMIT', within: RETRY_CHUNK, times: COMMITS, inRequest: true },
    { name: 'rows SELECT', text: 'FROM failed_row[^;]*FOR UPDATE', upTo: 6 },
    { name: 'failed_row UPDATE', text: 'UPDATE failed_row', upTo: 6, times: SIDES },
    { name: 'error counts', text: 'UPDATE import_error_group', upTo: 6 },
    { name: 'fence', text: FENCE, upTo: 6, times: SIDES },
    { name: 'chunk COMMIT', text: '^COMMIT', within: FENCE, upTo: 6, times: COMMITS },
    { name: 'end status', text: MOVE, value: 'COMPLETED_WITH_ERRORS' },
  ]),
  ...of('retry', 'retrySync', [
    { name: 'fence in request', text: FENCE, inRequest: true },
    { name: 'COMMIT in request', text: '^COMMIT', within: FENCE, inRequest: true },
  ]),
  ...of('undo', 'undo', [
    { name: 'list INSERT', text: UNDO_LIST, inRequest: true },
    { name: 'status', text: MOVE, value: 'UNDOING', inRequest: true },
    { name: 'COMMIT', text: '^COMMIT', within: UNDO_LIST, times: COMMITS, inRequest: true },
    { name: 'range SELECT', text: 'FROM undo_entry[^;]*result IS NULL ORDER BY', upTo: 2 },
    { name: 'contact DELETE', text: 'DELETE FROM "contact"', upTo: 2, times: SIDES },
    { name: 'contact UPDATE', text: 'UPDATE "contact"' },
    { name: 'list DELETE', text: 'DELETE FROM contact_list_member', upTo: 2 },
    { name: 'entries UPDATE', text: 'UPDATE undo_entry', upTo: 2 },
    { name: 'fence', text: UNDO_FENCE, upTo: 2, times: SIDES },
    { name: 'range COMMIT', text: '^COMMIT', within: UNDO_FENCE, upTo: 2, times: COMMITS },
    { name: 'end status', text: MOVE, value: 'UNDONE', times: SIDES },
    { name: 'end COMMIT', text: '^COMMIT', within: MOVE, since: UNDO_FENCE },
  ]),
];
