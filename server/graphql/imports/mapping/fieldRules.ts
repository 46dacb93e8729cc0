import type { ColumnSplit, FieldRule, TextStep } from '../../../engine/model/fieldRule.ts';
import type { Builder } from '../../builder.ts';
import { omitNull } from '../../omitNull.ts';

/** What inputs and types say alike. */
const ABOUT = {
  separator: 'The plain text at which the column is split.',
  at: 'The place at which the column is split, where it has no separator.',
  parts: 'The field of each part, in their order; null leaves a part out. The last one takes all that remains.',
  trim: 'Removes white space.',
  case: 'Changes upper and lower case.',
  replace: 'Replaces all occurrences of a text.',
  remove: 'Removes a sign beside a number.',
  find: 'The plain text to find.',
  with: 'The replacement; empty removes what is found.',
  field: "The importer's field.",
  constant: 'The value of every row, as the source would write it.',
  join: 'The columns whose cells make up the value.',
  columns: 'The columns, in the order in which their cells are joined. Empty cells are left out.',
  between: 'The text between the cells; it may be empty.',
  steps: 'Changes of the text, one after the other.',
  default: 'The value of a row that has none, after the steps, as the source would write it.',
} as const;

/** Enums, types and inputs of field rules and of columns that are split. */
export function addFieldRules(builder: Builder) {
  const enums = addRuleEnums(builder);
  addRuleTypes(builder, enums);
  return addRuleInputs(builder, enums);
}

function addRuleEnums(builder: Builder) {
  const place = builder.enumType('SplitPlace', {
    description: 'A place at which a column is split without a separator.',
    values: {
      WHITE_SPACE: { description: 'White space, counted from the start.' },
      LAST_SPACE: { description: 'White space, counted from the end: "Ludwig van" and "Beethoven".' },
      LINE_BREAK: { description: 'Line breaks.' },
    } as const,
  });
  const trim = builder.enumType('TrimMode', {
    description: 'The white space that a step removes.',
    values: {
      ENDS: { description: 'White space at both ends.' },
      SPACES: { description: 'Also makes each run of white space within the text a single space.' },
    } as const,
  });
  const letterCase = builder.enumType('TextCase', {
    description: 'The case of letters, by the rules of the locale.',
    values: {
      UPPER: { description: 'All letters in upper case.' },
      LOWER: { description: 'All letters in lower case.' },
      TITLE: { description: 'The first letter of each word in upper case, the others in lower case.' },
    } as const,
  });
  const sign = builder.enumType('NumberSign', {
    description: 'A sign beside a number.',
    values: {
      CURRENCY: { description: 'A currency sign or code at either end, such as €, USD or CHF.' },
      PERCENT: { description: 'The percent sign. The number stays as it is: 12 % becomes 12.' },
    } as const,
  });
  return { place, trim, letterCase, sign };
}

type Enums = ReturnType<typeof addRuleEnums>;

function addRuleTypes(builder: Builder, { place, trim, letterCase, sign }: Enums): void {
  builder.objectType('ColumnSplit', {
    description: 'How a column is divided among several fields.',
    fields: (t) => ({
      separator: t.string({
        nullable: true,
        description: ABOUT.separator,
        resolve: (split) => split.separator ?? null,
      }),
      at: t.field({ type: place, nullable: true, description: ABOUT.at, resolve: ({ at }) => at ?? null }),
      fields: t.stringList({
        nullable: { list: false, items: true },
        description: ABOUT.parts,
        resolve: ({ fields }) => [...fields],
      }),
    }),
  });
  builder.objectType('FieldRule', {
    description: 'What a field gets beside or instead of the cell of a column.',
    fields: (t) => ({
      field: t.exposeString('field', { description: ABOUT.field }),
      constant: t.string({ nullable: true, description: ABOUT.constant, resolve: (rule) => rule.constant ?? null }),
      join: t.field({
        type: 'ColumnJoin',
        nullable: true,
        description: ABOUT.join,
        resolve: ({ join }) => join ?? null,
      }),
      steps: t.field({ type: ['TextStep'], description: ABOUT.steps, resolve: ({ steps }) => steps ?? [] }),
      default: t.string({ nullable: true, description: ABOUT.default, resolve: (rule) => rule.default ?? null }),
    }),
  });
  builder.objectType('ColumnJoin', {
    description: 'Columns that make up one value.',
    fields: (t) => ({
      columns: t.stringList({ description: ABOUT.columns, resolve: ({ columns }) => [...columns] }),
      separator: t.exposeString('separator', { description: ABOUT.between }),
    }),
  });
  builder.objectType('TextStep', {
    description: 'A change of a text. Exactly one of its fields is not null.',
    fields: (t) => ({
      trim: t.field({ type: trim, nullable: true, description: ABOUT.trim, resolve: (step) => step.trim ?? null }),
      case: t.field({
        type: letterCase,
        nullable: true,
        description: ABOUT.case,
        resolve: (step) => step.case ?? null,
      }),
      replace: t.field({
        type: 'TextReplacement',
        nullable: true,
        description: ABOUT.replace,
        resolve: (step) => step.replace ?? null,
      }),
      remove: t.field({
        type: sign,
        nullable: true,
        description: ABOUT.remove,
        resolve: (step) => step.remove ?? null,
      }),
    }),
  });
  builder.objectType('TextReplacement', {
    description: 'A text and what stands in its place.',
    fields: (t) => ({
      find: t.exposeString('find', { description: ABOUT.find }),
      with: t.exposeString('with', { description: ABOUT.with }),
    }),
  });
}

function addRuleInputs(builder: Builder, { place, trim, letterCase, sign }: Enums) {
  const split = builder.inputType('ColumnSplitInput', {
    description: 'Divides a column among several fields. Give either a separator or a place.',
    fields: (t) => ({
      separator: t.string({ description: `${ABOUT.separator} 1 to 100 characters.` }),
      at: t.field({ type: place, description: ABOUT.at }),
      fields: t.stringList({ required: { list: true, items: false }, description: `${ABOUT.parts} 2 to 20 parts.` }),
    }),
  });
  const join = builder.inputType('ColumnJoinInput', {
    description: 'Columns that make up one value.',
    fields: (t) => ({
      columns: t.stringList({ required: true, description: `${ABOUT.columns} 2 to 20 columns.` }),
      separator: t.string({ required: true, description: `${ABOUT.between} At most 100 characters.` }),
    }),
  });
  const replace = builder.inputType('TextReplacementInput', {
    description: 'A text and what stands in its place, each of at most 1,000 characters.',
    fields: (t) => ({
      find: t.string({ required: true, description: ABOUT.find }),
      with: t.string({ required: true, description: ABOUT.with }),
    }),
  });
  const step = builder.inputType('TextStepInput', {
    description: 'A change of a text. Give exactly one of these fields.',
    isOneOf: true,
    fields: (t) => ({
      trim: t.field({ type: trim, description: ABOUT.trim }),
      case: t.field({ type: letterCase, description: ABOUT.case }),
      replace: t.field({ type: replace, description: ABOUT.replace }),
      remove: t.field({ type: sign, description: ABOUT.remove }),
    }),
  });
  const rule = builder.inputType('FieldRuleInput', {
    description:
      'What a field gets beside or instead of the cell of a column. A field with a constant or a join takes no column.',
    fields: (t) => ({
      field: t.string({ required: true, description: ABOUT.field }),
      constant: t.string({ description: `${ABOUT.constant} 1 to 1,000 characters.` }),
      join: t.field({ type: join, description: ABOUT.join }),
      steps: t.field({ type: [step], description: `${ABOUT.steps} At most 20.` }),
      default: t.string({ description: `${ABOUT.default} 1 to 1,000 characters.` }),
    }),
  });
  return { split, rule };
}

type Inputs = ReturnType<typeof addRuleInputs>;
type SplitGiven = Inputs['split']['$inferInput'];
type RuleGiven = Inputs['rule']['$inferInput'];

/** A split of the API as the engine takes it. */
export function splitOf({ separator, at, fields }: SplitGiven): ColumnSplit {
  return { ...omitNull({ separator, at }), fields: fields.map((name) => name ?? null) };
}

/** Rules of the API as the engine takes them: null is absent. */
export function fieldRulesOf(rules: readonly RuleGiven[]): FieldRule[] {
  return rules.map(({ field, constant, join, steps, default: fallback }) => ({
    field,
    ...omitNull({ constant, join, default: fallback }),
    ...(steps && steps.length > 0 ? { steps: steps.map((step): TextStep => omitNull(step)) } : {}),
  }));
}
