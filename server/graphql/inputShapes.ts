import type { ImportStatus } from '../generated/prisma/enums.ts';

import type { Json } from '../sdk/json.ts';

type Maybe<T> = T | null | undefined;
type ValueOf<T> = T[keyof T];

/** What resolvers get of each input type. */
export interface InputShapes {
  ImportFilter: ImportFilterShape;
  ImportOrder: ImportOrderShape;
  RecordFilterInput: GivenRecordFilter;
  RecordOrder: GivenRecordOrder;
}

export interface ImportFilterShape {
  readonly importer?: Maybe<string>;
  readonly status?: Maybe<readonly ImportStatus[]>;
  readonly createdAfter?: Maybe<Date>;
  readonly createdBefore?: Maybe<Date>;
  readonly dryRun?: Maybe<boolean>;
  readonly search?: Maybe<string>;
}

export interface ImportOrderShape {
  readonly field: ValueOf<typeof ImportOrderField>;
  readonly direction: ValueOf<typeof SortDirection>;
}

/** A filter of one field of a record, as it was given. */
export interface GivenRecordFilter {
  readonly field: string;
  readonly equals?: Maybe<GivenJson>;
  readonly contains?: Maybe<string>;
  readonly from?: Maybe<GivenJson>;
  readonly to?: Maybe<GivenJson>;
  readonly isEmpty?: Maybe<boolean>;
}

export interface GivenRecordOrder {
  readonly field: string;
  readonly direction: ValueOf<typeof SortDirection>;
}

/** A JSON value that was given: to GraphQL, a null says that there is none, and `JSON!` refuses it. */
export type GivenJson = NonNullable<Json>;

export const ImportOrderField = { CREATED_AT: 'CREATED_AT', FINISHED_AT: 'FINISHED_AT', STATUS: 'STATUS' } as const;

export const SortDirection = { ASC: 'ASC', DESC: 'DESC' } as const;
