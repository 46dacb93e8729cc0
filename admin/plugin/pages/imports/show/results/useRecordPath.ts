import type { ImportDetail } from '../../../../api/types.ts';
import type { PageName } from '../../../../pageNames.ts';
import { usePath } from '../../../../usePath.ts';

/** Whose records have a page here. An importer of the host's own writes where only the host knows. */
const RECORD_PAGES: Readonly<Record<string, PageName>> = {
  contacts: 'contacts',
  taxonomy: 'taxonomy',
  events: 'events',
};

/** The page of a record that the import touched; null where there is none. */
export function useRecordPath({ importerName }: Pick<ImportDetail, 'importerName'>): (id: string) => string | null {
  const path = usePath();
  const page = RECORD_PAGES[importerName];
  return (id) => (page ? path(page, id) : null);
}
