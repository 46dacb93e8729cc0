import { Refused, reasonOf, Unreachable } from '../../../client/errors.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import {
  type FailedRowStatus,
  FailedRowsDocument,
  FailedRowsLinkDocument,
  type FailedRowsQuery,
} from '../generated/graphql.ts';
import type { Session } from '../session.ts';

export interface FailedFlags {
  /** The file that can be corrected and imported again. */
  readonly csv?: boolean | undefined;
  readonly status: FailedRowStatus;
  readonly code?: string | undefined;
  readonly field?: string | undefined;
}

type FailedRow = NonNullable<FailedRowsQuery['import']>['failedRows']['edges'][number]['node'];

const PAGE_ROWS = 500;

/** The failed rows of an import, in the order of the source. */
export async function runFailed(session: Session, id: string, flags: FailedFlags): Promise<ExitCode> {
  if (flags.csv) return writeCsv(session, id);
  for await (const row of failedRows(session, id, flags)) {
    session.terminal.answer(row, () => [
      `row ${row.rowNumber}${row.line ? ` (line ${row.line})` : ''}`,
      ...row.errors.map(
        (error) =>
          `  ${[error.column, error.value && JSON.stringify(error.value)].filter(Boolean).join(' ')}: ${error.message} [${error.code}]`,
      ),
    ]);
  }
  return EXIT.success;
}

async function* failedRows({ api }: Session, id: string, flags: FailedFlags): AsyncGenerator<FailedRow> {
  const { status, code, field } = flags;
  let after: string | null | undefined = null;
  do {
    const answer: FailedRowsQuery = await api.request(FailedRowsDocument, {
      id,
      first: PAGE_ROWS,
      after,
      status,
      code,
      field,
    });
    if (!answer.import) throw noSuchImport(id);
    const { edges, pageInfo } = answer.import.failedRows;
    for (const { node } of edges) yield node;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
}

async function writeCsv({ api, terminal }: Session, id: string): Promise<ExitCode> {
  const found = (await api.request(FailedRowsLinkDocument, { id, format: 'CSV' })).import;
  if (!found) throw noSuchImport(id);
  // Where the rest of the API is reached: the link names the address that browsers use.
  const path = found.failedRowsUrl.slice(found.failedRowsUrl.indexOf('/downloads/'));
  const response = await fetch(`${api.url}${path}`, { headers: { ...api.headers } }).catch((cause: unknown) => {
    throw new Unreachable(`${api.url} does not respond: ${reasonOf(cause)}.`);
  });
  if (!response.ok) throw new Refused('UNKNOWN', `The failed rows are refused (status ${response.status}).`);
  const decoder = new TextDecoder();
  for await (const part of response.body ?? []) await terminal.write(decoder.decode(part, { stream: true }));
  await terminal.write(decoder.decode());
  return EXIT.success;
}

function noSuchImport(id: string): Refused {
  return new Refused('NOT_FOUND', `Import "${id}" does not exist, or you do not have access to it.`);
}
