import { useCreatePath } from 'react-admin';
import type { PageName } from './pageNames.ts';
import { useSluice } from './SluiceContext.tsx';

/** The path of a page, wherever the host has mounted it: `path('contacts')` is a list, `path('contacts', id)` a record. */
export function usePath(): (page: PageName, id?: string) => string {
  const { prefix } = useSluice();
  const createPath = useCreatePath();
  return (page, id) =>
    id === undefined
      ? createPath({ resource: prefix + page, type: 'list' })
      : createPath({ resource: prefix + page, type: 'show', id });
}
