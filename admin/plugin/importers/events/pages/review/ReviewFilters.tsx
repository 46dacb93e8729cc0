import { Box, Checkbox, FormControlLabel, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import type { EntityKind, EntityMatchFilter } from '../../../../../gql/generated/graphql.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { FilterBar } from '../../../../ui/lists/FilterBar.tsx';
import { SearchField } from '../../../../ui/lists/SearchField.tsx';
import { useReviewApi } from '../../api/useReviewApi.ts';
import { REVIEW_COUNTS } from '../../reviewCounts.ts';

export const KINDS: readonly EntityKind[] = ['VENUE', 'ORGANIZER', 'CATEGORY'];

/** What narrows the queue: the kind, with how many wait of each; words; whether rows wait. */
export function ReviewFilters({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const values: EntityMatchFilter = filterValues ?? {};
  const change = (changed: EntityMatchFilter) => {
    const entries = Object.entries({ ...values, ...changed });
    setFilters(Object.fromEntries(entries.filter(([, value]) => Boolean(value))));
  };
  return (
    <FilterBar>
      <KindButtons projectId={projectId} kind={values.kind ?? null} onChoose={(kind) => change({ kind })} />
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

interface KindButtonsProps {
  readonly projectId: string;
  readonly kind: EntityKind | null;
  readonly onChoose: (kind: EntityKind | null) => void;
}

function KindButtons({ projectId, kind, onChoose }: KindButtonsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const api = useReviewApi();
  const { data } = useSluiceQuery({
    queryKey: [...REVIEW_COUNTS, projectId],
    queryFn: () => api.reviewCounts(projectId),
  });
  return (
    <Box sx={{ overflowX: 'auto', maxWidth: '100%' }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={kind ?? 'all'}
        aria-label={translate('sluice.review.kinds')}
        onChange={(_event, value: unknown) => onChoose(KINDS.find((name) => name === value) ?? null)}
      >
        {(['all', ...KINDS] as const).map((name) => (
          <ToggleButton
            key={name}
            value={name}
            sx={{ textTransform: 'none', px: 1.5, whiteSpace: 'nowrap', color: 'text.primary' }}
          >
            {translate(`sluice.review.kind_${name}`)}
            {` (${format.count(data?.[name])})`}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
