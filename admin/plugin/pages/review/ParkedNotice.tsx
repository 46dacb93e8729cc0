import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ErrorGroup } from '../../api/types.ts';
import { ReviewLink } from './ReviewLink.tsx';

/** Rows that wait for a decision about a name. They are not fixed here and resume automatically. */
export function ParkedNotice({ groups }: { groups: readonly ErrorGroup[] }) {
  const translate = useTranslate();
  if (!groups.some(({ code }) => code.startsWith('UNRESOLVED_'))) return null;
  return (
    <Alert severity="info" action={<ReviewLink />}>
      {translate('sluice.review.parked_hint')}
    </Alert>
  );
}
