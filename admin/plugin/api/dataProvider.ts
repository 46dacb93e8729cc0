import type { DataProvider, GetListParams, RaRecord } from 'react-admin';
import type { ImportFilter, ImportOrderField } from '../../gql/generated/graphql.ts';
import type { SluiceApi } from './api.ts';
import { SluiceError } from './errors.ts';
import { foreign, given, type ListFilter, type ReadList } from './lists.ts';
import { type RecordListFilter, recordSelection } from './recordFilters.ts';

export type ImportListFilter = ListFilter<ImportFilter>;

const IMPORT_ORDER: Readonly<Record<string, ImportOrderField>> = { finishedAt: 'FINISHED_AT', status: 'STATUS' };

/**
 * The part of react-admin's data provider that its lists use. The pages' own questions go to SluiceApi, and those of an
 * importer's pages to its own. `lists` are those of the importers.
 */
export function createDataProvider(api: SluiceApi, lists: Readonly<Record<string, ReadList>>): DataProvider {
  // By the end of the resource's name: a host prefixes it.
  const known: Readonly<Record<string, ReadList>> = {
    ...lists,
    records: ({ projectId, importer, search, importId, where }: RecordListFilter, { sort, ...page }) =>
      api.records({ ...page, projectId, importer, ...recordSelection({ search, importId, where }, sort) }),
    imports({ projectId, ...filter }: ImportListFilter, { sort: { field, direction }, ...page }) {
      return api.imports({
        ...page,
        projectId,
        filter: given(filter),
        orderBy: { field: IMPORT_ORDER[field] ?? 'CREATED_AT', direction },
      });
    },
  };
  return {
    async getList<Item extends RaRecord>(resource: string, { pagination, sort, filter }: GetListParams) {
      const [, read] = Object.entries(known).find(([name]) => resource.endsWith(name)) ?? [];
      if (!read) return unsupported();
      const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
      const { items, total } = await read(filter, {
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

function unsupported(): Promise<never> {
  return Promise.reject(new SluiceError('UNSUPPORTED', 'An import is changed by its actions only.'));
}
