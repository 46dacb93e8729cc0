import { createTransport } from 'nodemailer';
import { message } from '../messages/catalogue.ts';
import type { Attempt } from './attempt.ts';
import type { Mail } from './mail.ts';

export interface Mailer {
  /** Sends it to one address. `id` is the same in every attempt. */
  send(to: string, id: string, mail: Mail): Promise<Attempt>;
  close(): void;
}

/** For a connection, the greeting, and between two answers of the server, in ms. */
const TIMEOUT_MS = 20_000;

/**
 * Sends e-mails by the SMTP server of the URL; `from` is who they come from. A server that offers STARTTLS is spoken to
 * over TLS; smtps: is TLS from the start.
 */
export function createMailer(smtpUrl: string, from: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // Nothing that a message holds is read from files or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([^\s>]+)/.exec(from)?.[1] ?? 'sluice.invalid';
  return {
    async send(to, id, mail) {
      try {
        const messageId = `<${id}@${domain}>`;
        // Suppresses automatic replies, such as out-of-office messages.
        const headers = { 'auto-submitted': 'auto-generated' };
        const { response } = await transport.sendMail({
          from,
          to: { name: '', address: to },
          messageId,
          headers,
          ...mail,
        });
        return { kind: 'delivered', status: statusOf(response) };
      } catch (error) {
        return failed(error);
      }
    },
    close: () => transport.close(),
  };
}

function failed(error: unknown): Attempt {
  const answer = isSmtpError(error) ? error : {};
  const responseCode = answer.responseCode ?? null;
  const code = answer.code ?? 'UNKNOWN';
  const isFinal = responseCode !== null && responseCode >= 500 && code !== 'EAUTH';
  // The server's own text may repeat the address or say who it takes us for.
  const reason =
    responseCode === null
      ? message('MAIL_REFUSED', { code })
      : message('MAIL_REFUSED_WITH', { code, answer: responseCode });
  return { kind: 'failed', status: responseCode, error: reason, isFinal, retryAfterSeconds: null };
}

function isSmtpError(error: unknown): error is { readonly responseCode?: number; readonly code?: string } {
  return error instanceof Error;
}

function statusOf(response: string): number | null {
  const code = /^(\d{3})\b/.exec(response)?.[1];
  return code === undefined ? null : Number(code);
}
