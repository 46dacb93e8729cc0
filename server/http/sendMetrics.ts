import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BlockList } from 'node:net';
import { message, messageText } from '../messages/catalogue.ts';
import type { Metrics } from '../metrics/createMetrics.ts';
import { sendText } from './sendText.ts';

export interface MetricsDoor {
  readonly metrics: Metrics;
  /** Gives access to the metrics; if null, only requests from this machine have access. */
  readonly token: string | null;
}

/** What a proxy adds: the request came from elsewhere, even if its connection is one of this machine. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];
const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Prometheus metrics for clients with access; for others, the path does not exist. */
export async function sendMetrics(
  { metrics, token }: MetricsDoor,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!(token === null ? isLocal(request) : hasToken(request, token))) {
    return sendText(response, 404, messageText(message('NO_PATH')));
  }
  const { type, text } = await metrics.scrape();
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}

function isLocal({ headers, socket }: IncomingMessage): boolean {
  const { remoteAddress = '', remoteFamily } = socket;
  const isHere = loopback.check(remoteAddress, remoteFamily === 'IPv6' ? 'ipv6' : 'ipv4');
  return isHere && !FORWARDED.some((name) => headers[name] !== undefined);
}

function hasToken({ headers }: IncomingMessage, token: string): boolean {
  const [given, wanted] = [headers.authorization ?? '', `Bearer ${token}`].map(digest);
  return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
}

/** Of the same length whatever was given, as the comparison wants it. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
