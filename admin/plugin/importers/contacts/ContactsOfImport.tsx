import { Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportDetail } from '../../api/types.ts';
import { filteredBy } from '../../pages/records/filteredBy.ts';
import { FROM_TOP } from '../../ui/browser/fromTop.ts';
import { usePath } from '../../usePath.ts';

/** From an import to the contacts that it touched. */
export function ContactsOfImport({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const path = usePath();
  if (item.dryRun) return null;
  return (
    <Typography variant="body2" sx={{ mb: 1.5 }}>
      <Link component={RouterLink} to={filteredBy(path('contacts'), { importId: item.id })} state={FROM_TOP}>
        {translate('sluice.changes.contacts')}
      </Link>
    </Typography>
  );
}
