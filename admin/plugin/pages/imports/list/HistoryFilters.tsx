import TuneIcon from '@mui/icons-material/TuneRounded';
import { Box, Button, MenuItem, Stack, TextField, ToggleButton, ToggleButtonGroup, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ImportStatus } from '../../../../gql/generated/graphql.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { DayRange } from '../../../ui/lists/DayRange.tsx';
import { SavedFilters } from '../../../ui/lists/SavedFilters.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { useImporterName } from '../../../ui/words/useImporterName.ts';
import { GROUPS, type HistoryFilter, useHistoryFilter } from './useImportList.ts';

const STATUSES: readonly ImportStatus[] = [
  ...(['QUEUED', 'RUNNING', 'PAUSED', 'CANCELLED', 'COMPLETED'] as const),
  ...(['COMPLETED_WITH_ERRORS', 'FAILED', 'UNDOING', 'UNDONE'] as const),
];

/** What narrows the history: the usual questions at once, the others behind a button where there is little room. */
export function HistoryFilters() {
  const translate = useTranslate();
  const filter = useHistoryFilter();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  const [open, setOpen] = useState(false);
  const id = useId();
  const shown = wide || open;
  return (
    <Stack component="search" aria-label={translate('sluice.list.filters')} sx={{ gap: 2, mb: 2 }}>
      <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
        <GroupButtons filter={filter} />
        <Box sx={{ flexGrow: 1 }} />
        {wide ? null : (
          <Button startIcon={<TuneIcon />} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {translate('sluice.list.filters')}
          </Button>
        )}
        <SavedFilters />
      </Stack>
      {shown ? (
        <Stack id={id} direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
          <SearchField
            label={translate('sluice.list.search')}
            value={filter.values.search ?? ''}
            onSearch={(search) => filter.change({ search })}
          />
          <Choices filter={filter} />
          <DayRange
            from={filter.values.createdAfter}
            before={filter.values.createdBefore}
            onChange={(day) =>
              filter.change('from' in day ? { createdAfter: day.from } : { createdBefore: day.before })
            }
          />
          {Object.keys(filter.values).length > 0 ? (
            <Button variant="text" onClick={filter.clear}>
              {translate('sluice.list.clear')}
            </Button>
          ) : null}
        </Stack>
      ) : null}
    </Stack>
  );
}

function GroupButtons({ filter }: { filter: HistoryFilter }) {
  const translate = useTranslate();
  return (
    <Box sx={{ overflowX: 'auto', maxWidth: '100%' }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={filter.group}
        aria-label={translate('sluice.list.filter')}
        onChange={(_event, value: unknown) => {
          const chosen = GROUPS.find((name) => name === value);
          if (chosen) filter.chooseGroup(chosen);
        }}
      >
        {GROUPS.map((name) => (
          <ToggleButton
            key={name}
            value={name}
            sx={{ textTransform: 'none', px: 1.5, whiteSpace: 'nowrap', color: 'text.primary' }}
          >
            {translate(`sluice.list.filter_${name}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}

const FIELD = { size: 'small', margin: 'none', fullWidth: false } as const;

function Choices({ filter }: { filter: HistoryFilter }) {
  const translate = useTranslate();
  const importerName = useImporterName();
  const { api } = useSluice().sluice;
  const { data: importers = [] } = useSluiceQuery({ queryKey: ['sluice', 'importers'], queryFn: api.importers });
  const statuses = [filter.values.status ?? []].flat();
  const importer = filter.values.importer ?? '';
  // One that is registered no longer still has its history.
  const known = importer === '' || importers.some(({ name }) => name === importer);
  return (
    <>
      <TextField
        {...FIELD}
        select
        label={translate('sluice.list.status')}
        value={statuses}
        onChange={({ target }) => filter.change({ status: STATUSES.filter((name) => target.value.includes(name)) })}
        slotProps={{ select: { multiple: true } }}
        sx={{ width: { xs: '100%', sm: 190 } }}
      >
        {STATUSES.map((name) => (
          <MenuItem key={name} value={name}>
            {translate(`sluice.status.${name}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        {...FIELD}
        select
        label={translate('sluice.details.importer')}
        value={importer}
        onChange={({ target }) => filter.change({ importer: target.value })}
        sx={{ width: { xs: '100%', sm: 150 } }}
      >
        <MenuItem value="">{translate('sluice.list.any')}</MenuItem>
        {importers.map(({ name, label }) => (
          <MenuItem key={name} value={name}>
            {importerName(name, label)}
          </MenuItem>
        ))}
        {known ? null : <MenuItem value={importer}>{importer}</MenuItem>}
      </TextField>
    </>
  );
}
