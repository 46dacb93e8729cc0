import { Checkbox, FormControlLabel } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import type { EntityMatchFilter } from '../../../gql/generated/graphql.ts';
import { FilterBar } from '../../ui/lists/FilterBar.tsx';
import { SearchField } from '../../ui/lists/SearchField.tsx';
import { KindButtons } from './KindButtons.tsx';
import { kindValue, useReviewKinds } from './useReviewKinds.ts';

/** What narrows the queue: the kind, with how many wait of each; words; whether rows wait. */
export function ReviewFilters({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const kinds = useReviewKinds(projectId);
  const values: EntityMatchFilter = filterValues ?? {};
  const change = (changed: EntityMatchFilter) => {
    const entries = Object.entries({ ...values, ...changed });
    setFilters(Object.fromEntries(entries.filter(([, value]) => Boolean(value))));
  };
  const { kind, target } = values;
  return (
    <FilterBar>
      <KindButtons
        kinds={kinds}
        value={kind ? kindValue({ kind, target: target ?? null }) : null}
        onChoose={(chosen) => change({ kind: chosen?.kind ?? null, target: chosen?.target ?? null })}
        counted
      />
      <SearchField
        label={translate('sluice.review.search')}
        value={values.search ?? ''}
        onSearch={(search) => change({ search })}
      />
      <FormControlLabel
        control={<Checkbox checked={values.parked ?? false} onChange={(_event, parked) => change({ parked })} />}
        label={translate('sluice.review.parked')}
        slotProps={{ typography: { variant: 'body2' } }}
      />
    </FilterBar>
  );
}
