import type { HostColumn } from '../../sdk/hostTable/catalogue.ts';
import { literal, shown } from './names.ts';

/** How a field is built. */
export interface Builder {
  /** What it needs of the SDK. */
  readonly imports: readonly string[];
  /** The field with these options, such as `label: 'SKU'` and `required: true`. */
  code(options: readonly string[]): string;
  /** A remark for the author. */
  readonly note?: string;
}

export const REQUIRED = 'required: true';

const PLAIN: Readonly<Record<string, string>> = {
  ...{ int2: 'integer', int4: 'integer', int8: 'bigint', numeric: 'decimal', money: 'number' },
  ...{ float4: 'number', float8: 'number', bool: 'boolean', uuid: 'uuid', json: 'json', jsonb: 'json' },
  ...{ date: 'date', time: 'time', timetz: 'time', timestamp: 'timestamp', timestamptz: 'timestamptz' },
};

const TEXTS = new Set(['text', 'varchar', 'bpchar', 'name']);

/** A field of the SDK takes texts of 1,000 characters unless told; a column without a length is for longer ones, too. */
const LONG_TEXT = 1_000_000;

/** The field for a column. `isIndexed`: the column is part of a unique key, so its texts are short. */
export function builderOf(column: HostColumn, isIndexed: boolean): Builder {
  const { type, bare, labels, item } = column;
  if (item === null || item === undefined) return single(type, bare, labels, isIndexed);
  const of = single(type, item, labels, true);
  return {
    imports: ['list', ...of.imports],
    code: (options) => `list(${of.code(options.filter((each) => each !== REQUIRED))}, { ${options.join(', ')} })`,
    ...(of.note === undefined ? {} : { note: of.note }),
  };
}

/** The field for a reference to a record of another table. */
export function referenceBuilder(target: {
  readonly table: string;
  readonly by: string;
  readonly tenant: string | null;
}): Builder {
  const tenant = target.tenant === null ? 'null' : literal(target.tenant);
  const by = `by: [${literal(target.by)}]`;
  const rules = [`to: ${literal(target.table)}`, by, `onMissing: 'fail'`, `tenant: ${tenant}`];
  const code = (options: readonly string[]) =>
    ['reference({', ...[...options, ...rules].map((line) => `      ${line},`), '    })'].join('\n');
  return { imports: ['reference'], code };
}

/** The name of a type of Postgres' own; null for another one. Names that are words of SQL stand in quotes. */
export function builtInName(bare: string): string | null {
  return /^pg_catalog\."?(\w+)"?$/.exec(bare)?.[1] ?? null;
}

function single(type: string, bare: string, labels: readonly string[], isIndexed: boolean): Builder {
  if (labels.length > 0) {
    const choices = labels.map(literal).join(', ');
    return { imports: ['choice'], code: (options) => `choice([${choices}], { ${options.join(', ')} })` };
  }
  const name = builtInName(bare);
  const plain = name !== null && Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
  if (plain !== undefined) return { imports: [plain], code: (options) => `${plain}({ ${options.join(', ')} })` };
  const [, length] = /^character(?: varying)?\((\d+)\)$/.exec(type) ?? [];
  const limit = length ?? (isIndexed ? null : LONG_TEXT);
  const rest = limit === null ? [] : [`maxLength: ${Number(limit).toLocaleString('en').replaceAll(',', '_')}`];
  const isText = name === null ? /\."?citext"?$/.test(bare) : TEXTS.has(name);
  const note = isText ? {} : { note: `${shown(type)}: written as Postgres writes it.` };
  return { imports: ['text'], code: (options) => `text({ ${[...options, ...rest].join(', ')} })`, ...note };
}
