import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildSchema, type GraphQLNamedType, type GraphQLSchema, isEnumType, isUnionType } from 'graphql';
import { expect, test } from 'vitest';
import { printSdl, SCHEMA_FILE } from '../../server/app/printSchema.ts';
import { schema } from '../helpers/schema.ts';

const contractFile = fileURLToPath(new URL('../../../shared/contract-v2.graphql', import.meta.url));

/** Parts of the contract that are not built yet. Each leaves this list with the change that builds it. */
const NOT_YET: readonly string[] = [];

test('the committed schema is the one that is served', async () => {
  expect(await readFile(SCHEMA_FILE, 'utf8'), 'run npm run schema').toBe(await printSdl());
});

test('every type, field, argument and input field is described', () => {
  const undescribed: string[] = [];
  for (const type of ownTypes(schema)) {
    if (!type.description) undescribed.push(type.name);
    for (const [name, field] of Object.entries(fieldsOf(type))) {
      if (!field.description) undescribed.push(`${type.name}.${name}`);
      for (const arg of field.args ?? []) {
        if (!arg.description) undescribed.push(`${type.name}.${name}(${arg.name})`);
      }
    }
  }
  expect(undescribed).toEqual([]);
});

test.skipIf(!existsSync(contractFile))('the schema has all of the contract but what is listed as not built yet', () => {
  const contract = buildSchema(readFileSync(contractFile, 'utf8'));
  expect(missingParts(contract, schema).sort()).toEqual([...NOT_YET].sort());
});

/** What the contract has and the schema has not, or has otherwise. */
function missingParts(contract: GraphQLSchema, schema: GraphQLSchema): string[] {
  return ownTypes(contract).flatMap((wanted) => {
    const type = schema.getType(wanted.name);
    return type ? missingMembers(wanted, type) : [wanted.name];
  });
}

function missingMembers(wanted: GraphQLNamedType, type: GraphQLNamedType): string[] {
  const has = new Set(membersOf(type));
  const missing = membersOf(wanted).filter((member) => !has.has(member));
  // A field that is not there at all is named once, without its type and arguments.
  return missing
    .filter((member) => !missing.some((name) => member.startsWith(`${name}:`) || member.startsWith(`${name}(`)))
    .map((member) => `${wanted.name}.${member}`);
}

/** One text for each thing that a client relies on. */
function membersOf(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isUnionType(type)) return type.getTypes().map(({ name }) => name);
  return Object.entries(fieldsOf(type)).flatMap(([name, field]) => {
    const args = (field.args ?? []).map((arg) => `${name}(${arg.name}: ${String(arg.type)})`);
    return [name, `${name}: ${String(field.type)}`, ...args];
  });
}

interface AnyField {
  readonly description?: string | null | undefined;
  readonly type: unknown;
  readonly args?: readonly {
    readonly name: string;
    readonly type: unknown;
    readonly description?: string | null | undefined;
  }[];
}

function fieldsOf(type: GraphQLNamedType): Record<string, AnyField> {
  return 'getFields' in type ? type.getFields() : {};
}

function ownTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  const builtIn = ['String', 'Int', 'Float', 'Boolean', 'ID'];
  return Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__') && !builtIn.includes(name));
}
