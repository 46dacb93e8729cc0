import type { ImportDetail } from '../../../../api/types.ts';
import { useFeature } from '../../../../importers/useFeature.ts';
import { usePath } from '../../../../usePath.ts';
import { useOwnImporters, useOwnPath } from '../../../records/own/useOwnRecords.ts';

/** The page of a record that the import touched; null where there is none: an author's importer writes anywhere. */
export function useRecordPath({ importerName }: Pick<ImportDetail, 'importerName'>): (id: string) => string | null {
  const path = usePath();
  const ownPath = useOwnPath();
  const isListed = useOwnImporters()?.some(({ name }) => name === importerName) ?? false;
  const page = useFeature(importerName)?.recordPage;
  return (id) => (page ? path(page, id) : isListed ? ownPath(importerName, id) : null);
}
