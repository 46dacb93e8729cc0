import { valueFromASTUntyped } from 'graphql';
import { z } from 'zod';
import { message } from '../messages/catalogue.ts';
import { isTooDeep, MAX_JSON_LEVELS } from '../sdk/json.ts';
import type { Builder } from './builder.ts';
import { messageError } from './errors.ts';
import type { GivenJson } from './inputShapes.ts';

const moment = z.iso.datetime({ offset: true });

export function addScalars(builder: Builder): void {
  builder.scalarType('DateTime', {
    description: 'A time in ISO 8601, always returned in UTC: 2026-11-21T09:30:00.000Z.',
    serialize: (date) => date.toISOString(),
    parseValue: parseMoment,
  });
  builder.scalarType('JSON', {
    description: `Any JSON value. An input value can have at most ${MAX_JSON_LEVELS} levels.`,
    serialize: (value) => value,
    parseValue: given,
    parseLiteral: (node, variables) => given(valueFromASTUntyped(node, variables)),
  });
  builder.scalarType('File', {
    description:
      'A file of a multipart request (graphql-multipart-request-spec), at most 10 MB. Larger files go through /uploads (tus).',
    serialize: () => {
      throw messageError(message('FILE_NOT_READ'));
    },
    parseValue: parseFile,
  });
}

/** JSON by construction: a value of the request's JSON, or a literal. Checking 10 MB of rows again would take seconds. */
function given(value: unknown): GivenJson {
  if (isTooDeep(value)) throw messageError(message('JSON_LEVELS', { limit: MAX_JSON_LEVELS }));
  return value as GivenJson;
}

function parseMoment(value: unknown): Date {
  const text = moment.safeParse(value);
  // Postgres knows no year 0.
  if (text.success && !text.data.startsWith('0000')) return new Date(text.data);
  throw messageError(message('DATE_TIME'));
}

function parseFile(value: unknown): File {
  if (isFile(value)) return value;
  throw messageError(message('FILE_PART'));
}

/** By its shape and not its class: the server's fetch implementation has a File class of its own. */
function isFile(value: unknown): value is File {
  return typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'name' in value && 'size' in value;
}
