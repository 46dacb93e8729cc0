import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { usePath } from '../../usePath.ts';

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
