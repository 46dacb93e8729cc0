import { Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportDetail } from '../../api/types.ts';
import { filteredBy } from '../../pages/records/filteredBy.ts';
import { usePath } from '../../usePath.ts';

/** From the warning of events that are missing from a feed to the events. */
export function MissingEvents({ item, code }: { item: ImportDetail; code: string }) {
  const translate = useTranslate();
  const path = usePath();
  if (code !== 'MISSING_EVENTS') return null;
  return (
    <>
      {' '}
      <Link component={RouterLink} to={filteredBy(path('events'), { missingFrom: item.id })} color="inherit">
        {translate('sluice.events.show_missing')}
      </Link>
    </>
  );
}
