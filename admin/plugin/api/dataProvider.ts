import type { DataProvider, GetListParams, RaRecord } from 'react-admin';
import type { ImportOrder, ImportOrderField, ImportStatus } from '../../gql/generated/graphql.ts';
import type { SluiceApi } from './api.ts';
import { SluiceError } from './errors.ts';

const ORDER_FIELDS: Readonly<Record<string, ImportOrderField>> = {
  createdAt: 'CREATED_AT',
  finishedAt: 'FINISHED_AT',
  status: 'STATUS',
};

/** How the history is narrowed: the list's filter values. */
export interface ImportListFilter {
  readonly projectId: string;
  readonly status?: readonly ImportStatus[];
}

/** The part of react-admin's data provider that its list of imports uses. The pages' own questions go to SluiceApi. */
export function createDataProvider(api: SluiceApi): DataProvider {
  return {
    async getList<Item extends RaRecord>(_resource: string, params: GetListParams) {
      const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
      const { projectId, status } = readFilter(params.filter);
      const { items, total } = await api.imports({
        projectId,
        first: perPage,
        offset: (page - 1) * perPage,
        filter: status ? { status: [...status] } : null,
        orderBy: orderBy(params.sort),
      });
      return { data: foreign<Item[]>(items), total };
    },
    async getOne<Item extends RaRecord>(_resource: string, { id }: { id: Item['id'] }) {
      const found = await api.importById(String(id));
      if (!found) throw new SluiceError('NOT_FOUND', 'There is no such import.');
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

function orderBy(sort: GetListParams['sort']): ImportOrder {
  return { field: ORDER_FIELDS[sort?.field ?? ''] ?? 'CREATED_AT', direction: sort?.order ?? 'DESC' };
}

/** react-admin types filters as `any`; the list sets no others. */
function readFilter(filter: ImportListFilter): ImportListFilter {
  return filter;
}

/** react-admin lets the caller name the record's type, which only the caller can answer for. */
function foreign<Item>(value: unknown): Item {
  return value as Item;
}

function unsupported(): Promise<never> {
  return Promise.reject(new SluiceError('UNSUPPORTED', 'An import is changed by its actions only.'));
}
