import { z } from 'zod';
import { InvalidInput } from '../../engine/model/errors.ts';

/** What a person calls something. */
export const nameInput = z
  .string()
  .trim()
  .min(1, 'Give a name.')
  .max(100, 'A name has at most 100 characters.')
  .regex(/^\P{Cc}*$/u, 'A name is one line, without control characters.');

/** Lower case, as all addresses of accounts are kept. */
export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has at most 254 characters.')
  // Not zod's own: that refuses admin@localhost.
  .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u, 'Write one e-mail address, such as ann@example.com.');

export const passwordInput = z
  .string()
  .min(8, 'A password has at least 8 characters.')
  .max(128, 'A password has at most 128 characters.');

/** The input as its schema reads it. Throws InvalidInput with an issue for each fault. */
export function checkInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const [first, ...others] = read.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  throw new InvalidInput([first ?? { path: [], message: 'The input is wrong.' }, ...others]);
}
