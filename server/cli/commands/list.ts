import { Refused } from '../../../client/errors.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { ImportDocument, ImportersDocument, type ImportStatus, ImportsDocument } from '../generated/graphql.ts';
import type { Session } from '../session.ts';
import { countTexts, errorLines, table } from '../words.ts';

export interface ListFlags {
  readonly status?: ImportStatus | undefined;
  readonly importer?: string | undefined;
  readonly first: number;
}

/** The newest imports of the project. */
export async function runList(session: Session, flags: ListFlags): Promise<ExitCode> {
  const { api, terminal } = session;
  const { status, importer, first } = flags;
  const filter = { importer, status: status ? [status] : undefined };
  const { imports } = await api.request(ImportsDocument, { projectId: await session.project(), first, filter });
  const found = imports.edges.map(({ node }) => node);
  if (terminal.json) for (const one of found) terminal.answer(one, () => '');
  else {
    const rows = found.map((one) => [
      one.id,
      one.createdAt,
      one.importerName,
      one.status,
      countTexts(one.counts),
      one.sourceName,
    ]);
    terminal.answer(found, () => table([['ID', 'CREATED', 'IMPORTER', 'STATUS', 'ROWS', 'SOURCE'], ...rows]));
  }
  return EXIT.success;
}

/** One import as it is now. */
export async function runStatus({ api, terminal }: Session, id: string): Promise<ExitCode> {
  const found = (await api.request(ImportDocument, { id })).import;
  if (!found) throw new Refused('NOT_FOUND', `Import "${id}" does not exist, or you do not have access to it.`);
  terminal.answer(found, () => [
    `${found.status}  ${countTexts(found.counts)}`,
    ...(found.statusReason ? [found.statusReason.text] : []),
    ...errorLines(found.errorSummary),
    ...found.warnings.map(({ message }) => `Warning: ${message}`),
    `May be: ${found.availableActions.map((action) => action.toLowerCase()).join(', ')}`,
  ]);
  return EXIT.success;
}

/** What can be imported. */
export async function runImporters({ api, terminal }: Session): Promise<ExitCode> {
  const { importers } = await api.request(ImportersDocument, {});
  if (terminal.json) for (const importer of importers) terminal.answer(importer, () => '');
  else {
    const rows = importers.map(({ name, label, fields }) => [
      name,
      label,
      fields.map((field) => field.name).join(', '),
    ]);
    terminal.answer(importers, () => table([['NAME', 'LABEL', 'FIELDS'], ...rows]));
  }
  return EXIT.success;
}
