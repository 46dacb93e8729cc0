import { INVITATION_DAYS, MAX_MEMBERS } from '../../server/auth/commands/addMember.ts';
import { MAX_KEYS } from '../../server/auth/commands/createApiKey.ts';
import { readConfig } from '../../server/config.ts';
import { ERROR_RATE_MIN_ROWS } from '../../server/engine/apply/applyChunk.ts';
import { MAX_CELL_LENGTH } from '../../server/engine/apply/textSteps.ts';
import { MAX_VALUES } from '../../server/engine/apply/valueMap.ts';
import { MAX_INLINE_BYTES } from '../../server/engine/commands/openInput.ts';
import { MAX_SAVED_MAPPINGS } from '../../server/engine/commands/saveMapping.ts';
import { MAX_TOGETHER } from '../../server/engine/commands/startImports.ts';
import { MAX_PARTS, MAX_RULE_TEXT, MAX_SEPARATOR } from '../../server/engine/plan/fieldRules.ts';
import { SYNC_BYTES, SYNC_ROWS } from '../../server/engine/plan/mode.ts';
import { UPLOAD_LIFETIME_MS } from '../../server/files/uploadLifetime.ts';
import { DOCUMENT_LIMITS } from '../../server/graphql/complexity.ts';
import { PAGE_SIZE } from '../../server/graphql/paging.ts';
import { RECORD_LIMITS } from '../../server/graphql/records/checkRecordRequest.ts';
import * as http from '../../server/http/limits.ts';
import { contacts } from '../../server/importers/contacts/index.ts';
import { rateRules } from '../../server/limits/rateLimits.ts';
import { Invalid, MAX_FIGURE, MAX_JSON_LEVELS, SUGGESTION_SECONDS, text } from '../../server/sdk/index.ts';
import { maxCells, maxColumns, maxRowBytes } from '../../server/sources/shared/limits.ts';
import { readProjectFile } from './markdown.ts';

const rates = rateRules(readConfig({}).perMinute);

/** Every limit of docs/reference/limits.md, by its name there, with the number of the code. */
export const limits: Readonly<Record<string, number>> = {
  'File or rows in a request, bytes': MAX_INLINE_BYTES,
  'Request, bytes': http.MAX_BODY_BYTES,
  'Request without a session or key, bytes': http.MAX_ANONYMOUS_BYTES,
  'Upload, bytes': readConfig({}).maxUploadBytes,
  'Life of an upload from its beginning, hours': UPLOAD_LIFETIME_MS / 3_600_000,
  'Rows of an import of contacts': contacts.limits.maxRows,
  Columns: maxColumns,
  "Cells of a row, those beyond the header's included": maxCells,
  'A date, a time or a number, characters': MAX_FIGURE,
  'One row, bytes': maxRowBytes,
  'Levels of a JSON value': MAX_JSON_LEVELS,
  'Values mapped of a column': MAX_VALUES,
  'Parts of a split, columns of a join, steps of a field': MAX_PARTS,
  'A constant, a default, a text to replace, characters': MAX_RULE_TEXT,
  'A separator, characters': MAX_SEPARATOR,
  'Imports of `startImports`': MAX_TOGETHER,
  'Rows of `previewMapping`': numberIn('server/engine/commands/previewMapping.ts', /MAX_ROWS = ([\d_]+)/),
  "An importer's own `suggestMapping`, seconds": SUGGESTION_SECONDS,
  'Saved mappings of an importer in a project': MAX_SAVED_MAPPINGS,
  'One cell, characters': MAX_CELL_LENGTH,
  'A text field, characters': longestText(),
  'SYNC, bytes': SYNC_BYTES,
  'SYNC, rows': SYNC_ROWS,
  'Rows of a chunk, least': contacts.limits.chunkSize.min,
  'Rows of a chunk, most': contacts.limits.chunkSize.max,
  'Rows before `maxErrorRate` counts': ERROR_RATE_MIN_ROWS,
  'Rows of `checkRows`': numberIn('server/engine/commands/checkRows.ts', /MAX_ROWS = ([\d_]+)/),
  'Entries of a page (`first`)': PAGE_SIZE.max,
  'Filters of a list of records': RECORD_LIMITS.filters,
  "A search or a filter's text of a list of records, characters": RECORD_LIMITS.text,
  'Members and open invitations of a project': MAX_MEMBERS,
  'API keys of a project that are not revoked': MAX_KEYS,
  'Life of an invitation, days': INVITATION_DAYS,
  'Document, tokens': http.MAX_TOKENS,
  'Document, aliases': http.MAX_ALIASES,
  'Document, directives': http.MAX_DIRECTIVES,
  'Operation, levels of fields': DOCUMENT_LIMITS.depth,
  'Operation, fields': DOCUMENT_LIMITS.breadth,
  'Operation, fields of its answer': DOCUMENT_LIMITS.complexity,
  'Message of a subscription, characters': http.MAX_SUBSCRIPTION_CHARS,
  'Frame of a WebSocket before it is acknowledged, bytes': http.MAX_ANONYMOUS_BYTES,
  'Time until `connection_init`, seconds': http.UNACKNOWLEDGED.withinMs / 1_000,
  'WebSockets of one address that are not acknowledged, each process': http.UNACKNOWLEDGED.perAddress,
  'Operations at once over one WebSocket': http.MAX_OPERATIONS,
  'WebSockets of one viewer, each process': http.PER_VIEWER.sockets,
  'Subscriptions of one viewer, each process': http.PER_VIEWER.streams,
  'Imports of a project that run at once': readConfig({}).maxConcurrentImports,
  'Starts, resumes, retries and undos of one viewer a minute': rates.start,
  'Looks at sources (`inspectSource`) of one viewer a minute': rates.inspect,
  'New uploads of one viewer a minute': rates.upload,
  'Sign-ins from one address a minute': rates.signInFrom,
  'Sign-ins to one account a minute': rates.signInTo,
};

/** How long a text that a field takes may be. */
function longestText(): number {
  const field = text({ label: 'Any' });
  const isTaken = (length: number) => !(field.parse('x'.repeat(length), { options: {} }) instanceof Invalid);
  let length = 1;
  while (isTaken(length + 1)) length += 1;
  return length;
}

/** A number that nobody but its own file needs to know. */
function numberIn(path: string, pattern: RegExp): number {
  return Number(pattern.exec(readProjectFile(path))?.[1]?.replaceAll('_', ''));
}
