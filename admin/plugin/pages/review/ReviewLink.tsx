import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ImportDetail } from '../../api/types.ts';
import { usePath } from '../../usePath.ts';

/** The link to the queue where an import made what a person should look at. */
export function ReviewOfCreated({ item }: { item: ImportDetail }) {
  const created = (item.warnings ?? []).some(({ code }) => code.endsWith('_CREATED'));
  return created && !item.dryRun ? <ReviewLink /> : null;
}

/** To where rows wait for a decision, beside a notice that says so. */
export function ReviewLink() {
  const translate = useTranslate();
  const path = usePath();
  return (
    <Button
      color="inherit"
      size="small"
      variant="text"
      sx={{ whiteSpace: 'nowrap' }}
      component={Link}
      to={path('review')}
    >
      {translate('sluice.review.title')}
    </Button>
  );
}
