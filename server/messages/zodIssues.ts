import type { z } from 'zod';
import { catalogue, message, plainMessage } from './catalogue.ts';
import type { Message } from './message.ts';

/** A value of an input that a schema refuses. */
interface Issue {
  readonly path: readonly string[];
  readonly message: Message;
}

type Code = keyof typeof catalogue;

/** The code of a sentence without parameters, where zod takes a text: `.max(100, code('NAME_100'))`. */
export const code = (name: Code): string => name;

/**
 * Reads an input by a schema. What the schema's own texts say is a code of the catalogue, or an author's English; what
 * zod says by itself becomes a message here.
 */
export function readInput<T>(
  schema: z.ZodType<T>,
  input: unknown,
): { readonly data: T; readonly issues: null } | { readonly issues: readonly [Issue, ...Issue[]] } {
  // Zod asks this only where the schema has no text of its own, and keeps no more than a text of an issue.
  const read = schema.safeParse(input, { error: (issue) => JSON.stringify(describe(issue)) });
  if (read.success) return { data: read.data, issues: null };
  const [first, ...others] = read.error.issues.map((issue) => ({
    path: issue.path.map(String),
    message: messageOf(issue.message),
  }));
  return { issues: [first ?? { path: [], message: message('WRONG_INPUT') }, ...others] };
}

function messageOf(text: string): Message {
  if (isCode(text)) return { code: text };
  return text.startsWith('{"code":') ? (JSON.parse(text) as Message) : plainMessage(text);
}

function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text);
}

function describe(issue: z.core.$ZodRawIssue): Message {
  switch (issue.code) {
    case 'invalid_type':
      return message('OPTION_TYPE', { kind: type(issue.expected), given: type(typeOf(issue.input)) });
    case 'too_small':
      return isCounted(issue.origin)
        ? message('OPTION_SHORT', { kind: type(issue.origin), limit: Number(issue.minimum), what: unit(issue.origin) })
        : message('OPTION_SMALL', { kind: type(issue.origin), limit: Number(issue.minimum) });
    case 'too_big':
      return isCounted(issue.origin)
        ? message('OPTION_LONG', { kind: type(issue.origin), limit: Number(issue.maximum), what: unit(issue.origin) })
        : message('OPTION_BIG', { kind: type(issue.origin), limit: Number(issue.maximum) });
    case 'invalid_value':
      return message('OPTION_CHOICE', { names: issue.values.map((value) => JSON.stringify(value)) });
    case 'unrecognized_keys': {
      const names = issue.keys.map((key) => JSON.stringify(key));
      return names.length === 1 ? message('OPTION_UNKNOWN', { names }) : message('OPTIONS_UNKNOWN', { names });
    }
    default:
      return message('WRONG_INPUT');
  }
}

const TYPES: Readonly<Record<string, Message>> = {
  number: message('TYPE_NUMBER'),
  int: message('TYPE_INT'),
  string: message('TYPE_STRING'),
  boolean: message('TYPE_BOOLEAN'),
  array: message('TYPE_ARRAY'),
  object: message('TYPE_OBJECT'),
  undefined: message('TYPE_NOTHING'),
};

function type(name: string): Message {
  return TYPES[name] ?? plainMessage(name);
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

const isCounted = (origin: string): boolean => origin === 'string' || origin === 'array';

function unit(origin: string): Message {
  return message(origin === 'string' ? 'UNIT_CHARACTERS' : 'UNIT_ITEMS');
}
