import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Logger } from 'pino';
import type { Authenticate } from '../auth/authenticator.ts';
import { credentialHeaders } from '../auth/credentialHeaders.ts';
import { message } from '../messages/catalogue.ts';
import type { Message } from '../messages/message.ts';
import { MessageError } from '../messages/messageError.ts';
import type { AnyImporter } from '../sdk/importer.ts';
import { isUuid } from '../sdk/isUuid.ts';
import type { Db } from '../sdk/records.ts';
import { auditTrailFile } from './auditTrailFile.ts';
import { attachment, baseName } from './disposition.ts';
import { failedRowsFile } from './failedRowsFile.ts';
import {
  DOWNLOAD_FILES,
  DOWNLOAD_FORMATS,
  type DownloadFile,
  type DownloadFormat,
  type DownloadLinks,
} from './links.ts';
import { type DownloadedImport, readDownload } from './store/readDownload.ts';
import { templateFile } from './templateFile.ts';

export interface DownloadOptions {
  readonly database: Db;
  readonly authenticate: Authenticate;
  readonly links: DownloadLinks;
  readonly importers: readonly AnyImporter[];
  readonly log: Logger;
}

/** Answers GET and HEAD under /downloads and /templates. */
export type DownloadHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const IMPORT_FILE = new RegExp(
  `^/downloads/imports/([0-9a-f-]{36})/(${DOWNLOAD_FILES.join('|')})\\.(${DOWNLOAD_FORMATS.join('|')})$`,
);
const TEMPLATE = /^\/templates\/([A-Za-z0-9_-]{1,100})\.csv$/;
const TYPES = { csv: 'text/csv; charset=utf-8; header=present', jsonl: 'application/jsonl; charset=utf-8' } as const;

/** Nothing is there, or nothing that whoever asks may know of. */
class Refused extends MessageError {
  override readonly name = 'Refused';
  readonly status: number;
  /** As GraphQL's top-level errors have it. */
  readonly category: string;

  constructor(status: number, category: string, reason: Message) {
    super(reason);
    this.status = status;
    this.category = category;
  }
}

export function createDownloadHandler(options: DownloadOptions): DownloadHandler {
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://download');
    try {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new Refused(405, 'METHOD_NOT_ALLOWED', message('ONLY_GET'));
      }
      const template = TEMPLATE.exec(url.pathname)?.[1];
      if (template !== undefined) await sendTemplate(options, request, response, template);
      else await sendImportFile(options, request, response, url);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const body = {
        errors: [
          {
            message: error.message,
            extensions: { code: error.category, reason: { code: error.code, params: error.params } },
          },
        ],
      };
      response
        .writeHead(error.status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
        .end(JSON.stringify(body));
    }
  };
}

async function sendTemplate(
  { authenticate, importers }: DownloadOptions,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  if (!(await authenticate(credentialHeaders(request.headers)))) throw anonymous();
  const importer = importers.find((each) => each.name === name);
  if (!importer) throw new Refused(404, 'NOT_FOUND', message('NO_SUCH_IMPORTER', { name }));
  writeHead(response, 'csv', `${name}.csv`).end(request.method === 'HEAD' ? undefined : templateFile(importer));
}

async function sendImportFile(
  options: DownloadOptions,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, id = '', file, format] = IMPORT_FILE.exec(url.pathname) ?? [];
  if (!isFile(file) || !isFormat(format)) throw new Refused(404, 'NOT_FOUND', message('NO_DOWNLOAD'));
  const found = await requireDownload(options, request, url, id);
  const make = file === 'failed-rows' ? failedRowsFile : auditTrailFile;
  const pieces = make(options.database, found, format);
  // What cannot even begin is told by its status.
  const first = request.method === 'HEAD' ? null : await pieces.next();
  writeHead(response, format, `${baseName(found.sourceName)}-${file}.${format}`);
  if (!first || first.done) {
    response.end();
    return;
  }
  // The client's pace is the pace of reading; one that leaves ends it with the page at hand.
  await pipeline(Readable.from(joined(first.value, pieces)), response).catch((error: unknown) => {
    if (response.closed && !response.writableFinished && isGone(error)) return;
    options.log.warn({ err: error, import: id, file }, 'a download broke off');
    response.destroy();
  });
}

async function* joined(first: string, rest: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  yield first;
  yield* rest;
}

/** The import, once a signature or a viewer of its project vouches for whoever asks. */
async function requireDownload(
  { database, authenticate, links }: DownloadOptions,
  request: IncomingMessage,
  url: URL,
  id: string,
): Promise<DownloadedImport> {
  const link = links.check(url);
  const viewer = link === 'signed' ? null : await authenticate(credentialHeaders(request.headers));
  if (link !== 'signed' && !viewer) {
    throw link === 'expired' ? new Refused(403, 'LINK_EXPIRED', message('LINK_EXPIRED')) : anonymous();
  }
  const found = isUuid(id) ? await readDownload(database, id) : null;
  // A project of others looks like one that does not exist; every role may read.
  if (!found || (viewer && viewer.roleIn(found.projectId) === null)) {
    throw new Refused(404, 'NOT_FOUND', message('NO_IMPORT_SEEN', { id }));
  }
  return found;
}

function anonymous(): Refused {
  return new Refused(401, 'UNAUTHENTICATED', message('UNAUTHENTICATED'));
}

function writeHead(response: ServerResponse, format: DownloadFormat, name: string): ServerResponse {
  return response.writeHead(200, {
    'content-type': TYPES[format],
    'content-disposition': attachment(name),
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  });
}

function isFile(text: string | undefined): text is DownloadFile {
  return DOWNLOAD_FILES.some((file) => file === text);
}

function isFormat(text: string | undefined): text is DownloadFormat {
  return DOWNLOAD_FORMATS.some((format) => format === text);
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
