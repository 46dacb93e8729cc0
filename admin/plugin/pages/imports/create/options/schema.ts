import { isRecord } from '../../../../api/json.ts';

/** One option of an importer, out of its JSON Schema, as a form can show it. */
export type OptionField = {
  readonly name: string;
  readonly description: string;
} /** `isCountry`: two capital letters (ISO 3166). */ & (
  | { readonly kind: 'text'; readonly initial: string; readonly isCountry: boolean }
  | {
      readonly kind: 'number';
      readonly initial: number | null;
      readonly min: number | null;
      readonly max: number | null;
    }
  | { readonly kind: 'switch'; readonly initial: boolean }
  | { readonly kind: 'choice'; readonly initial: string; readonly choices: readonly string[] }
  | { readonly kind: 'list'; readonly initial: readonly string[] }
  | { readonly kind: 'group'; readonly fields: readonly OptionField[] }
  /** Of a shape that no field stands for: written as JSON. */
  | { readonly kind: 'json' }
);

/** The options that a JSON Schema of an object describes, in its order. */
export function optionFields(schema: unknown): OptionField[] {
  if (!isRecord(schema) || !isRecord(schema.properties)) return [];
  return Object.entries(schema.properties).map(([name, property]) =>
    optionField(name, isRecord(property) ? property : {}),
  );
}

function optionField(name: string, schema: Record<string, unknown>): OptionField {
  const description = typeof schema.description === 'string' ? schema.description : '';
  const { type, default: initial } = schema;
  const common = { name, description };
  if (Array.isArray(schema.enum)) {
    const choices = schema.enum.map(String);
    return { ...common, kind: 'choice', choices, initial: initial === undefined ? '' : String(initial) };
  }
  switch (type) {
    case 'string':
      return {
        ...common,
        kind: 'text',
        initial: typeof initial === 'string' ? initial : '',
        isCountry: schema.pattern === TWO_CAPITALS,
      };
    case 'boolean':
      return { ...common, kind: 'switch', initial: initial === true };
    case 'number':
    case 'integer':
      return {
        ...common,
        kind: 'number',
        initial: number(initial),
        min: number(schema.minimum),
        max: number(schema.maximum),
      };
    case 'array':
      return isTextList(schema) ? { ...common, kind: 'list', initial: strings(initial) } : { ...common, kind: 'json' };
    case 'object':
      return isRecord(schema.properties)
        ? { ...common, kind: 'group', fields: optionFields(schema) }
        : { ...common, kind: 'json' };
    default:
      return { ...common, kind: 'json' };
  }
}

const TWO_CAPITALS = '^[A-Z]{2}$';

function isTextList({ items }: Record<string, unknown>): boolean {
  return isRecord(items) && items.type === 'string';
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
