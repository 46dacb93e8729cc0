import type { RecordFilterInput } from '../../../../gql/generated/graphql.ts';
import type { RecordField } from '../../../api/types.ts';

export type Condition = 'contains' | 'equals' | 'range' | 'yes' | 'no' | 'empty' | 'filled';

const RANGE = ['range', 'empty', 'filled'] as const;

/** The conditions of each kind of field; the first is what a new filter begins with. */
export const CONDITIONS: Readonly<Record<RecordField['kind'], readonly [Condition, ...Condition[]]>> = {
  TEXT: ['contains', 'equals', 'empty', 'filled'],
  NUMBER: RANGE,
  DATE: RANGE,
  DATE_TIME: RANGE,
  BOOLEAN: ['yes', 'no', 'empty'],
  OTHER: ['empty', 'filled'],
};

/** A filter with this condition, and no value yet. */
export function filterBy(field: string, condition: Condition): RecordFilterInput {
  switch (condition) {
    case 'contains':
      return { field, contains: '' };
    case 'equals':
      return { field, equals: '' };
    case 'yes':
    case 'no':
      return { field, equals: condition === 'yes' };
    case 'empty':
    case 'filled':
      return { field, isEmpty: condition === 'empty' };
    case 'range':
      return { field };
  }
}

/** The condition that a filter has. */
export function conditionOf(kind: RecordField['kind'], { isEmpty, equals, contains }: RecordFilterInput): Condition {
  if (typeof isEmpty === 'boolean') return isEmpty ? 'empty' : 'filled';
  if (typeof equals === 'boolean') return equals ? 'yes' : 'no';
  if (typeof contains === 'string') return 'contains';
  return kind === 'TEXT' ? 'equals' : CONDITIONS[kind][0];
}
