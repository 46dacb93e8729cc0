import { MenuItem, TextField } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import type { EntityFilter } from '../../../../../gql/generated/graphql.ts';
import { ListFilters } from '../../../../ui/lists/ListFilters.tsx';
import { SearchField } from '../../../../ui/lists/SearchField.tsx';

/** The filters of venues and organizers: search terms and the review state. */
export function EntityFilters() {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const values: EntityFilter = filterValues ?? {};
  const change = (changed: EntityFilter) => {
    const entries = Object.entries({ ...values, ...changed });
    setFilters(Object.fromEntries(entries.filter(([, value]) => value !== null && value !== '')));
  };
  const review = values.needsReview;
  return (
    <ListFilters>
      <SearchField
        label={translate('sluice.entities.search')}
        value={values.search ?? ''}
        onSearch={(search) => change({ search })}
      />
      <TextField
        select
        size="small"
        margin="none"
        fullWidth={false}
        label={translate('sluice.entities.review')}
        value={typeof review === 'boolean' ? String(review) : ''}
        onChange={({ target }) => change({ needsReview: target.value === '' ? null : target.value === 'true' })}
        sx={{ width: { xs: '100%', sm: 180 } }}
      >
        <MenuItem value="">{translate('sluice.entities.review_any')}</MenuItem>
        <MenuItem value="true">{translate('sluice.entities.review_waiting')}</MenuItem>
        <MenuItem value="false">{translate('sluice.entities.review_done')}</MenuItem>
      </TextField>
    </ListFilters>
  );
}
