import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../helpers/schema.ts';

test('every type, field, argument and value of an enum says what it is', () => {
  const silent: string[] = [];
  const look = (name: string, described: { readonly description?: string | null | undefined }): void => {
    if (!described.description?.trim()) silent.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    look(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      for (const arg of field.args) look(`${type.name}.${field.name}(${arg.name})`, arg);
    }
  }
  expect(silent).toEqual([]);
});

test('what is deprecated says what to use instead', () => {
  const types = Object.values(schema.getTypeMap());
  const reasons = types.flatMap((type) => {
    if (isEnumType(type)) return type.getValues().flatMap(({ deprecationReason }) => deprecationReason ?? []);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap(({ deprecationReason }) => deprecationReason ?? []);
  });
  expect(reasons.filter((reason) => !/\bUse\b/.test(reason))).toEqual([]);
});
