import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ErrorGroup } from '../../../api/types.ts';
import { usePath } from '../../../usePath.ts';

/** Rows that wait for a decision about what they refer to: they are not mended here, and go on by themselves. */
export function ParkedNotice({ groups }: { groups: readonly ErrorGroup[] }) {
  const translate = useTranslate();
  const path = usePath();
  if (!groups.some(({ code }) => code.startsWith('UNRESOLVED_'))) return null;
  return (
    <Alert
      severity="info"
      action={
        <Button
          color="inherit"
          size="small"
          variant="text"
          sx={{ whiteSpace: 'nowrap' }}
          component={RouterLink}
          to={path('review')}
        >
          {translate('sluice.review.title')}
        </Button>
      }
    >
      {translate('sluice.review.parked_hint')}
    </Alert>
  );
}
