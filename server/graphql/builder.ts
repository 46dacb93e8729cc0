import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import PrismaPlugin from '@pothos/plugin-prisma';
import type PrismaTypes from '../generated/pothos.ts';
import { getDatamodel } from '../generated/pothos.ts';

import { fieldComplexity } from './complexity.ts';
import type { Context } from './context.ts';
import type { GivenJson, InputShapes } from './inputShapes.ts';

import type { ErrorShape, ObjectShapes } from './shapes.ts';

interface Types {
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    JSON: { Input: GivenJson; Output: unknown };
    File: { Input: File; Output: never };
  };
  Objects: ObjectShapes;
  Interfaces: { Error: ErrorShape };
  Inputs: InputShapes;
}

export type Builder = ReturnType<typeof createBuilder>;

/** An empty schema. Types are added by functions that take it and name each other, so their order does not matter. */
export function createBuilder() {
  return new SchemaBuilder<Types>({
    plugins: [PrismaPlugin, ComplexityPlugin],
    // Only says what each field costs: http/documentLimits.ts refuses a whole operation before any of it runs.
    complexity: { disabled: true, fieldComplexity },
    defaultFieldNullability: false,
    prisma: {
      client: (context) => context.prisma,
      dmmf: getDatamodel(),
      onUnusedQuery: null,
    },
  });
}
