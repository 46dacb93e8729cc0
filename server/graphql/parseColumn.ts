import { z } from 'zod';
import { readMessage, reasonAlone } from '../messages/stored.ts';
import type { FormatHints } from '../sources/types.ts';
import type { RowErrorShape } from './shapes.ts';

const VALUES = z.array(z.object({ from: z.string(), to: z.string().nullable() }));
const SPLIT = z.object({
  separator: z.string().exactOptional(),
  at: z.enum(['WHITE_SPACE', 'LAST_SPACE', 'LINE_BREAK']).exactOptional(),
  fields: z.array(z.string().nullable()),
});
const MAPPING = z.array(
  z.object({
    column: z.string(),
    field: z.string().nullable(),
    values: VALUES.default([]),
    split: SPLIT.exactOptional(),
  }),
);
const STEP = z.object({
  trim: z.enum(['ENDS', 'SPACES']).exactOptional(),
  case: z.enum(['UPPER', 'LOWER', 'TITLE']).exactOptional(),
  replace: z.object({ find: z.string(), with: z.string() }).exactOptional(),
  remove: z.enum(['CURRENCY', 'PERCENT']).exactOptional(),
});
const FIELD_RULES = z.array(
  z.object({
    field: z.string(),
    constant: z.string().exactOptional(),
    join: z.object({ columns: z.array(z.string()), separator: z.string() }).exactOptional(),
    steps: z.array(STEP).exactOptional(),
    default: z.string().exactOptional(),
  }),
);
const ATTEMPTS = z.array(
  z.object({ at: z.coerce.date(), error: z.unknown().transform(readMessage), code: z.string() }),
);
const PLACE = z.array(
  z.object({
    field: z.string().nullable().default(null),
    column: z.string().nullable().default(null),
    value: z.string().nullable().default(null),
  }),
);
const DETECTED = z.object({
  dialect: z
    .object({
      encoding: z.string(),
      delimiter: z.string(),
      quote: z.string().nullable(),
      headerLine: z.number().nullable(),
    })
    .optional(),
  sheet: z.object({ name: z.string(), headerRow: z.number() }).optional(),
  dateFormat: z.string().optional(),
  locale: z.string().optional(),
});
const CHANGES = z.record(z.string(), z.tuple([z.unknown(), z.unknown()])).nullable();

/** The JSON columns of the engine's tables, typed. They throw for what the engine would never write. */
export const parseMapping = (value: unknown) => MAPPING.parse(value);
export const parseFieldRules = (value: unknown) => FIELD_RULES.parse(value);
export const parseAttempts = (value: unknown) => ATTEMPTS.parse(value);
export const parseChanges = (value: unknown) => CHANGES.parse(value);

/** A row's errors, each a message with the place that it is about. */
export function parseRowErrors(value: unknown): RowErrorShape[] {
  const stored: readonly unknown[] = Array.isArray(value) ? value : [];
  return PLACE.parse(stored).map((place, index) => ({ ...reasonAlone(readMessage(stored[index])), ...place }));
}

/** How a source is read, of what was settled about it; a JSON source or a list of URLs leaves nothing to say. */
export function parseReading(value: unknown): FormatHints {
  const { dialect, sheet, dateFormat, locale } = DETECTED.parse(value);
  return {
    ...(dialect && { encoding: dialect.encoding, delimiter: dialect.delimiter, quote: dialect.quote ?? '' }),
    ...(dialect && { headerRow: dialect.headerLine ?? 0 }),
    ...(sheet && { sheet: sheet.name, headerRow: sheet.headerRow }),
    ...(dateFormat !== undefined && { dateFormat }),
    ...(locale !== undefined && { locale }),
  };
}
