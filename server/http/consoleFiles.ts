import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { setSecurityHeaders } from './securityHeaders.ts';
import { sendText } from './sendText.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.csv', '.txt']);
/** Vite puts a hash of the content into the names of what it writes here. */
const HASHED_FOLDER = '/assets/';

/** Serves the built console of a folder; paths without a file are the console's own routes and get its page. */
export async function sendConsoleFile(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return sendText(response, 405, 'Only GET is answered here.');
  const path = pathOf(request.url ?? '/');
  if (path === null) return sendText(response, 400, 'This is no path.');
  const file = await findFile(folder, path);
  if (file) return sendFile(request, response, file, path.startsWith(HASHED_FOLDER));
  if (extname(path) !== '') return sendText(response, 404, 'There is no such file.');
  const page = await findFile(folder, '/index.html');
  if (page) return sendFile(request, response, page, false);
  sendNotBuilt(response);
}

interface FoundFile {
  readonly path: string;
  readonly size: number;
}

function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url, 'http://console').pathname);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

/** Null for what is not there, and for whatever lies outside the folder. */
async function findFile(folder: string, path: string): Promise<FoundFile | null> {
  const root = resolve(folder);
  const full = join(root, path === '/' ? '/index.html' : path);
  if (!full.startsWith(root + sep)) return null;
  const found = await stat(full).catch(() => null);
  return found?.isFile() ? { path: full, size: found.size } : null;
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: FoundFile,
  hashed: boolean,
): Promise<void> {
  const extension = extname(file.path);
  const gzip = COMPRESSIBLE.has(extension) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  setSecurityHeaders(response, 'console');
  response.writeHead(200, {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
    ...(gzip ? { 'content-encoding': 'gzip' } : { 'content-length': file.size }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const bytes = createReadStream(file.path);
  // A client that disconnects midway is not an error of the server.
  await (gzip ? pipeline(bytes, createGzip(), response) : pipeline(bytes, response)).catch(() => response.destroy());
}

function sendNotBuilt(response: ServerResponse): void {
  setSecurityHeaders(response, 'console');
  response.writeHead(503, {
    'content-type': 'text/html; charset=utf-8',
    'retry-after': '5',
    'cache-control': 'no-store',
  });
  response.end(
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3">' +
      '<title>Sluice</title><h1>The console is being built</h1>' +
      '<p>This page shows it as soon as it is there. The API at /graphql works already.</p></html>',
  );
}
