import { Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { filteredBy } from '../../../../pages/records/filteredBy.ts';
import { usePath } from '../../../../usePath.ts';

/** Marks an entity that needs review, with a link to the review queue. */
export function ReviewMark({ name }: { name: string }) {
  const translate = useTranslate();
  const path = usePath();
  return (
    <Chip
      component={RouterLink}
      to={filteredBy(path('review'), { search: name })}
      clickable
      size="small"
      variant="outlined"
      color="warning"
      label={translate('sluice.entities.to_review')}
      title={translate('sluice.entities.to_review_hint')}
      sx={{ color: 'text.primary' }}
    />
  );
}
