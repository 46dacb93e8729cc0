import type { Builder } from '../builder.ts';
import { DownloadFormat } from '../enums.ts';

/** What an import gives away as files. */
export function addImportDownloads(builder: Builder): void {
  builder.prismaObjectFields('Import', (t) => ({
    failedRowsUrl: t.string({
      description:
        "A URL for a file of the open failed rows: the source's own columns, then error columns. You can correct the file and import it again. The URL is signed: it works without credentials for 15 minutes, and with an API key or a session forever.",
      args: { format: t.arg({ type: DownloadFormat, description: 'CSV if absent.' }) },
      resolve: (row, { format }, { links }) => links.sign(row.id, 'failed-rows', format ?? 'csv'),
    }),
    auditTrailUrl: t.string({
      description: 'A URL for the whole audit trail, signed like failedRowsUrl.',
      args: { format: t.arg({ type: DownloadFormat, description: 'CSV if absent.' }) },
      resolve: (row, { format }, { links }) => links.sign(row.id, 'audit-trail', format ?? 'csv'),
    }),
  }));
}
