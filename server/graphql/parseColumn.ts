import { z } from 'zod';

const VALUES = z.array(z.object({ from: z.string(), to: z.string().nullable() }));
const MAPPING = z.array(z.object({ column: z.string(), field: z.string().nullable(), values: VALUES.default([]) }));
const ATTEMPTS = z.array(z.object({ at: z.coerce.date(), error: z.string(), code: z.string() }));
const ROW_ERRORS = z.array(
  z.object({
    code: z.string(),
    field: z.string().nullable().default(null),
    column: z.string().nullable().default(null),
    value: z.string().nullable().default(null),
    message: z.string(),
  }),
);
const CHANGES = z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).nullable();

/** The JSON columns of the engine's tables, typed. They throw for what the engine would never write. */
export const parseMapping = (value: unknown) => MAPPING.parse(value);
export const parseAttempts = (value: unknown) => ATTEMPTS.parse(value);
export const parseChanges = (value: unknown) => CHANGES.parse(value);
export const parseRowErrors = (value: unknown) => ROW_ERRORS.parse(value);
