import { Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportDetail } from '../../../api/types.ts';
import { FROM_TOP } from '../../../ui/browser/fromTop.ts';
import { filteredBy } from '../filteredBy.ts';
import { useOwnImporters, useOwnPath } from './useOwnRecords.ts';

/** From an import of an author's own importer to the records that it touched. */
export function OwnRecordsOfImport({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const path = useOwnPath();
  const importers = useOwnImporters() ?? [];
  if (item.dryRun || !importers.some(({ name }) => name === item.importerName)) return null;
  return (
    <Typography variant="body2" sx={{ mb: 1.5 }}>
      <Link component={RouterLink} to={filteredBy(path(item.importerName), { importId: item.id })} state={FROM_TOP}>
        {translate('sluice.records.show_of_import')}
      </Link>
    </Typography>
  );
}
