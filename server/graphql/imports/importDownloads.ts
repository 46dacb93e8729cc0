import type { Builder } from '../builder.ts';
import { DownloadFormat } from '../enums.ts';

/** What an import gives away as files. */
export function addImportDownloads(builder: Builder): void {
  builder.prismaObjectFields('Import', (t) => ({
    failedRowsUrl: t.string({
      description:
        "A URL for the open failed rows: the source's own columns, then error columns; it can be corrected and imported again as it is. The URL is signed, serves whoever has it for 15 minutes, and with an API key or a session for good.",
      args: { format: t.arg({ type: DownloadFormat, description: 'CSV when absent.' }) },
      resolve: (row, { format }, { links }) => links.sign(row.id, 'failed-rows', format ?? 'csv'),
    }),
    auditTrailUrl: t.string({
      description: 'A URL for the whole audit trail, signed like failedRowsUrl.',
      args: { format: t.arg({ type: DownloadFormat, description: 'CSV when absent.' }) },
      resolve: (row, { format }, { links }) => links.sign(row.id, 'audit-trail', format ?? 'csv'),
    }),
  }));
}
