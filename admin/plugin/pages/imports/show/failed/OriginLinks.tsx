import { Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { FailedRow } from '../../../../api/types.ts';
import { FROM_TOP } from '../../../../ui/browser/fromTop.ts';
import { usePath } from '../../../../usePath.ts';

/** Where a row that left in a file of failed rows came from, and as what it came back. */
export function OriginLinks({ row }: { row: FailedRow }) {
  return (
    <>
      {row.origin ? <Place word="from" place={row.origin} /> : null}
      {row.reimportedAs ? <Place word="as" place={row.reimportedAs} /> : null}
    </>
  );
}

function Place({ word, place }: { word: 'from' | 'as'; place: NonNullable<FailedRow['origin']> }) {
  const translate = useTranslate();
  const path = usePath();
  return (
    <Link
      component={RouterLink}
      to={path('imports', place.importId)}
      state={FROM_TOP}
      variant="body2"
      sx={{ display: 'block' }}
    >
      {translate(`sluice.came.${word}`, { row: place.rowNumber })}
    </Link>
  );
}
