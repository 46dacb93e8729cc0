import type { Message } from './message.ts';

/** A message, or what holds some, as jsonb takes it: without NUL and half surrogate pairs, which a source may bring. */
export function messageJson(value: Message | readonly Message[] | null): string | null {
  if (value === null) return null;
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\uFFFD') : part,
  );
}

/** A message as it was stored. */
export function readMessage(stored: unknown): Message {
  return isStored(stored) ? stored : { code: 'TEXT', message: typeof stored === 'string' ? stored : '' };
}

function isStored(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}

/** The message of a row's error or of a warning, without where it was found. */
export function reasonAlone({ code, params, message }: Message): Message {
  return { code, ...(params && { params }), ...(message !== undefined && { message }) };
}
