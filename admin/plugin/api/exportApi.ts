import {
  ContactExportDocument,
  type ContactExportQueryVariables,
  EventExportDocument,
  type EventExportQueryVariables,
} from '../../gql/generated/graphql.ts';
import type { GraphqlClient } from './client.ts';
import type { CalendarEventDetail } from './eventsApi.ts';
import type { ContactDetail } from './types.ts';

/** A stretch of a list that is read to its end. */
export interface Stretch<Item> {
  readonly items: readonly Item[];
  /** Of the whole list. */
  readonly total: number;
  /** Where the next stretch begins; null at the end. */
  readonly next: string | null;
}

/** What files of records are made of. Both throw SluiceError. */
export interface ExportApi {
  contactExport(variables: ContactExportQueryVariables): Promise<Stretch<ContactDetail>>;
  eventExport(variables: EventExportQueryVariables): Promise<Stretch<CalendarEventDetail>>;
}

interface Connection<Item> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Item }[];
}

export function exportApi(client: GraphqlClient): ExportApi {
  return {
    contactExport: async (variables) => stretch((await client.request(ContactExportDocument, variables)).contacts),
    eventExport: async (variables) => stretch((await client.request(EventExportDocument, variables)).events),
  };
}

function stretch<Item>({ totalCount, pageInfo, edges }: Connection<Item>): Stretch<Item> {
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return { items: edges.map(({ node }) => node), total: totalCount, next };
}
