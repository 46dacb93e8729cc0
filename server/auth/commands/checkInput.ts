import { z } from 'zod';
import { InvalidInput } from '../../engine/model/errors.ts';
import { code, readInput } from '../../messages/zodIssues.ts';

/** What a person calls something. */
export const nameInput = z
  .string()
  .trim()
  .min(1, code('GIVE_NAME'))
  .max(100, code('NAME_100'))
  .regex(/^\P{Cc}*$/u, code('NAME_ONE_LINE'));

/** Lower case, as all addresses of accounts are kept. */
export const emailInput = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, code('EMAIL_254'))
  // Not zod's own: that refuses admin@localhost.
  .regex(/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u, code('ONE_EMAIL'));

export const passwordInput = z.string().min(8, code('PASSWORD_8')).max(128, code('PASSWORD_128'));

/** The input as its schema reads it. Throws InvalidInput with an issue for each error. */
export function checkInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const read = readInput(schema, input);
  if (read.issues) throw new InvalidInput(read.issues);
  return read.data;
}
