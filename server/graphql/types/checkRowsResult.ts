import type { Builder } from '../builder.ts';
import type { ErrorAnswer } from '../errors.ts';
import type { ObjectShapes } from './shapes.ts';

export type CheckRowsAnswer =
  | ({ readonly __typename: 'CheckRowsSuccess' } & ObjectShapes['CheckRowsSuccess'])
  | ErrorAnswer;

/** The union that checkRows answers with. It depends on no status and no limit of use, so it lacks their errors. */
export function addCheckRowsResult(builder: Builder) {
  builder.objectType('CheckRowsSuccess', {
    description: 'The rows were checked.',
    fields: (t) => ({
      data: t.field({
        type: ['FailedRow'],
        description:
          'The rows that would still fail, with their values as corrected and their errors then; empty when all would pass.',
        resolve: ({ rows }) => rows.map((row) => ({ ...row, status: 'OPEN', corrected: null })),
      }),
    }),
  });
  return builder.unionType('CheckRowsResult', {
    description: 'What checkRows answers with.',
    types: ['CheckRowsSuccess', 'InvalidInputError', 'NotFoundError', 'ForbiddenError'],
  });
}
