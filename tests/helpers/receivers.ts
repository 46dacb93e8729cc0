import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll } from 'vitest';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An HTTP server on loopback that keeps what it is sent. */
export interface WebhookReceiver {
  /** As host:port. */
  readonly host: string;
  readonly url: string;
  readonly received: Received[];
  /** The status of the next answers, the last of them for ever; `null` answers nothing at all. */
  answers: (number | null)[];
}

export function webhookReceiver(): WebhookReceiver {
  const received: Received[] = [];
  const receiver = { host: '', url: '', received, answers: [204] as (number | null)[] };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      const status = receiver.answers.length > 1 ? receiver.answers.shift() : receiver.answers[0];
      if (typeof status === 'number') response.writeHead(status).end('a body that nobody reads');
    });
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    receiver.host = `127.0.0.1:${portOf(server.address())}`;
    receiver.url = `http://${receiver.host}/hooks/imports`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return receiver;
}

export interface ReceivedMail {
  readonly to: readonly string[];
  /** As it came, with quoted-printable taken off. */
  readonly text: string;
}

/** A mail server on loopback that keeps what it is sent. */
export interface MailReceiver {
  readonly url: string;
  readonly received: ReceivedMail[];
  /** Refuses a recipient with this status of SMTP. */
  refuse: number | null;
}

export function mailReceiver(): MailReceiver {
  const received: ReceivedMail[] = [];
  const receiver: { url: string; received: ReceivedMail[]; refuse: number | null } = {
    url: '',
    received,
    refuse: null,
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      done(receiver.refuse === null ? null : Object.assign(new Error('refused'), { responseCode: receiver.refuse }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const text = plain(Buffer.concat(parts).toString());
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  beforeAll(async () => {
    const listening = server.listen(0, '127.0.0.1');
    await new Promise<void>((resolve) => listening.once('listening', resolve));
    receiver.url = `smtp://127.0.0.1:${portOf(listening.address())}`;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
  return receiver;
}

/** Quoted-printable, which long lines and other letters are sent in (RFC 2045). */
function plain(raw: string): string {
  return raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('It does not listen.');
  return address.port;
}
