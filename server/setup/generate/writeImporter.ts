import { REQUIRED } from './builders.ts';
import type { ImporterPlan, PlannedField } from './importerPlan.ts';
import { identifierOf, importerNameOf, labelOf, literal, wordsOf } from './names.ts';

/** The module of a planned importer. `taken` are names that other importers have. */
export function writeImporter(plan: ImporterPlan, taken: ReadonlySet<string>): string {
  const { table, fields, newId } = plan;
  const words = wordsOf(table.name);
  const imports = new Set(['tableImporter', ...fields.flatMap(({ builder }) => builder.imports)]);
  return [
    ...(newId === null ? [] : [`import { randomUUID } from 'node:crypto';`]),
    `import { ${[...imports].sort().join(', ')} } from 'sluice/sdk';`,
    '',
    `export const ${exportName(words)} = tableImporter({`,
    `  name: ${literal(importerNameOf(words, taken))},`,
    `  label: ${literal(labelOf(words))},`,
    `  table: ${tableCode(plan)},`,
    ...tenantLines(plan),
    ...(plan.key === null ? [] : [`  key: [${plan.key.map(literal).join(', ')}],`]),
    ...(newId === null ? [] : [`  // ${newId}`, '  newId: () => randomUUID(),']),
    '  fields: {',
    ...fields.flatMap(fieldLines),
    ...plan.notes.map((note) => `    // ${note}`),
    '  },',
    ...matchLines(plan),
    ...columnLines(fields),
    ...stampLines(plan),
    '});',
    '',
  ].join('\n');
}

function exportName(words: readonly string[]): string {
  const name = `${identifierOf(words, 'table')}Importer`;
  return name === 'tableImporter' ? 'tableTableImporter' : name;
}

/** With its schema, so that the table is meant and no other one of its name. */
function tableCode({ table: { schema, name } }: ImporterPlan): string {
  const isPlain = !schema.includes('.');
  return isPlain ? literal(`${schema}.${name}`) : `{ schema: ${literal(schema)}, name: ${literal(name)} }`;
}

function tenantLines({ tenant }: ImporterPlan): string[] {
  if (tenant === null) return ['  tenant: null,'];
  return [
    '  // Its value is the id of the project, unless you add value: (projectId) => ...',
    `  tenant: { column: ${literal(tenant.name)} },`,
  ];
}

function fieldLines({ name, label, isRequired, isReference, builder, notes, column }: PlannedField): string[] {
  // The column of a reference has keys, and its cells have names.
  const isCalledSo = isReference || wordsOf(column).join() === wordsOf(label).join();
  const alias = isCalledSo ? [] : [`aliases: [${literal(column)}]`];
  const options = [`label: ${literal(label)}`, ...alias, ...(isRequired ? [REQUIRED] : [])];
  return [...notes.map((note) => `    // ${note}`), `    ${name}: ${builder.code(options)},`];
}

function matchLines({ match }: ImporterPlan): string[] {
  const [only, ...others] = match.fields;
  const code =
    only?.isRequired && others.length === 0
      ? literal(only.name)
      : `[${match.fields.map(({ name }) => literal(name)).join(', ')}]`;
  const note = match.isFilled
    ? [
        '  // No other unique key is there, so a row needs the key of its record. Is there a field that tells records apart?',
      ]
    : [];
  return [...note, `  match: ${code},`];
}

/** Columns that are not called as the SDK concludes from the field's name. */
function columnLines(fields: readonly PlannedField[]): string[] {
  const others = fields.filter(({ name, column, isReference }) => {
    const concluded = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return column !== (isReference ? `${concluded}_id` : concluded);
  });
  if (others.length === 0) return [];
  return ['  columns: {', ...others.map(({ name, column }) => `    ${name}: ${literal(column)},`), '  },'];
}

function stampLines({ stamps: { created, changed } }: ImporterPlan): string[] {
  const parts = [
    ...(created === null ? [] : [`created: ${literal(created)}`]),
    ...(changed === null ? [] : [`changed: ${literal(changed)}`]),
  ];
  return parts.length === 0 ? [] : [`  stamps: { ${parts.join(', ')} },`];
}
