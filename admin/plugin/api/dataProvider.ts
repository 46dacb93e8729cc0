import type { DataProvider, GetListParams, RaRecord } from 'react-admin';
import type {
  ContactFilter,
  ContactOrder,
  ContactOrderField,
  EntityFilter,
  EntityKind,
  EventFilter,
  EventOrder,
  ImportFilter,
  ImportOrderField,
  SortDirection,
  UnresolvedEntityFilter,
} from '../../gql/generated/graphql.ts';
import type { SluiceApi } from './api.ts';
import { SluiceError } from './errors.ts';
import type { Page } from './types.ts';

/** A list's filter values: whose, and what the API's own filter takes. */
export type ListFilter<Filter> = Filter & { readonly projectId: string };
export type ImportListFilter = ListFilter<ImportFilter>;
export type ContactListFilter = ListFilter<ContactFilter>;

export interface RememberedFilter {
  /** Categories when absent. */
  readonly kind?: EntityKind;
  readonly search?: string;
}

interface ListRequest {
  readonly first: number;
  readonly offset: number;
  readonly sort: { readonly field: string; readonly direction: SortDirection };
}

type ReadList = (api: SluiceApi, filter: GetListParams['filter'], request: ListRequest) => Promise<Page<unknown>>;

const IMPORT_ORDER: Readonly<Record<string, ImportOrderField>> = { finishedAt: 'FINISHED_AT', status: 'STATUS' };
const CONTACT_ORDER: Readonly<Record<string, ContactOrderField>> = { email: 'EMAIL', phone: 'PHONE' };

export function contactOrder(field: string, direction: SortDirection): ContactOrder {
  return { field: CONTACT_ORDER[field] ?? 'CREATED_AT', direction };
}

export function eventOrder(field: string, direction: SortDirection): EventOrder {
  return { field: field === 'title' ? 'TITLE' : 'START', direction };
}

/** The lists that react-admin pages, filters and orders, by the end of the resource's name: a host prefixes it. */
const LISTS: Readonly<Record<string, ReadList>> = {
  imports(api, { projectId, ...filter }: ImportListFilter, { sort: { field, direction }, ...page }) {
    return api.imports({
      ...page,
      projectId,
      filter: given(filter),
      orderBy: { field: IMPORT_ORDER[field] ?? 'CREATED_AT', direction },
    });
  },
  contacts(api, { projectId, ...filter }: ContactListFilter, { sort: { field, direction }, ...page }) {
    return api.contacts({
      ...page,
      projectId,
      filter: given(filter),
      orderBy: contactOrder(field, direction),
    });
  },
  events: (api, { projectId, ...filter }: ListFilter<EventFilter>, { sort: { field, direction }, ...page }) =>
    api.events({
      ...page,
      projectId,
      filter: given(filter),
      orderBy: eventOrder(field, direction),
    }),
  venues: (api, { projectId, ...filter }: ListFilter<EntityFilter>, { first, offset }) =>
    api.venues({ projectId, first, offset, filter: given(filter) }),
  organizers: (api, { projectId, ...filter }: ListFilter<EntityFilter>, { first, offset }) =>
    api.organizers({ projectId, first, offset, filter: given(filter) }),
  review: (api, { projectId, ...filter }: ListFilter<UnresolvedEntityFilter>, { first, offset }) =>
    api.unresolvedEntities({ projectId, first, offset, filter: given(filter) }),
  async remembered(api, { projectId, kind, search }: ListFilter<RememberedFilter>, { first, offset }) {
    const { items, total } = await api.entityMappings({
      ...{ projectId, kind: kind ?? 'CATEGORY', first, offset, search: search || null },
    });
    return { items: items.map((mapping) => ({ ...mapping, id: mapping.key })), total };
  },
  'contact-lists': (api, { projectId, search }: ListFilter<{ search?: string }>, { first, offset }) =>
    api.contactLists({ projectId, first, offset, search: search || null }),
};

/** The part of react-admin's data provider that its lists use. The pages' own questions go to SluiceApi. */
export function createDataProvider(api: SluiceApi): DataProvider {
  return {
    async getList<Item extends RaRecord>(resource: string, { pagination, sort, filter }: GetListParams) {
      const [, read] = Object.entries(LISTS).find(([name]) => resource.endsWith(name)) ?? [];
      if (!read) return unsupported();
      const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
      const { items, total } = await read(api, filter, {
        first: perPage,
        offset: (page - 1) * perPage,
        sort: { field: sort?.field ?? '', direction: sort?.order ?? 'DESC' },
      });
      return { data: foreign<Item[]>(items), total };
    },
    async getOne<Item extends RaRecord>(_resource: string, { id }: { id: Item['id'] }) {
      const found = await api.importById(String(id));
      if (!found) throw new SluiceError('NOT_FOUND', 'sluice.messages.NO_IMPORT');
      return { data: foreign<Item>(found) };
    },
    getMany: unsupported,
    getManyReference: unsupported,
    create: unsupported,
    update: unsupported,
    updateMany: unsupported,
    delete: unsupported,
    deleteMany: unsupported,
  };
}

/** What is left empty in a form narrows nothing. */
function given<Filter extends object>(filter: Filter): Filter {
  const entries = Object.entries(filter).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return foreign<Filter>(Object.fromEntries(entries));
}

/** react-admin lets the caller name the record's type, which only the caller can answer for. */
function foreign<Item>(value: unknown): Item {
  return value as Item;
}

function unsupported(): Promise<never> {
  return Promise.reject(new SluiceError('UNSUPPORTED', 'An import is changed by its actions only.'));
}
