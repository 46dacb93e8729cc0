import TuneIcon from '@mui/icons-material/TuneRounded';
import { Button, Chip, MenuItem, TextField, useMediaQuery } from '@mui/material';
import type { Theme } from '@mui/material/styles';
import { useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import type { EventFilter } from '../../../../../gql/generated/graphql.ts';
import { importKey } from '../../../../live/patchCache.ts';
import { ExportButton } from '../../../../pages/records/export/ExportButton.tsx';
import { EntityPicker } from '../../../../pages/review/EntityPicker.tsx';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { DayRange } from '../../../../ui/lists/DayRange.tsx';
import { ListFilters } from '../../../../ui/lists/ListFilters.tsx';
import { SearchField } from '../../../../ui/lists/SearchField.tsx';
import { useSourceName } from '../../../../ui/words/useSourceName.ts';
import { useEventsApi } from '../../api/useEventsApi.ts';
import { eventOrder } from '../../lists.ts';
import { eventCells } from './eventCells.ts';

/** What narrows the events: words, days, a venue, an organizer, whether they are still there. */
export function EventFilters({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  const [open, setOpen] = useState(false);
  const values: EventFilter = filterValues ?? {};
  const change = (changed: EventFilter) => {
    const entries = Object.entries({ ...values, ...changed });
    setFilters(Object.fromEntries(entries.filter(([, value]) => value !== null && value !== '')));
  };
  return (
    <ListFilters beside={<EventExport projectId={projectId} />}>
      <SearchField
        label={translate('sluice.events.search')}
        value={values.search ?? ''}
        onSearch={(search) => change({ search })}
      />
      {wide ? null : (
        <Button startIcon={<TuneIcon />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {translate('sluice.list.filters')}
        </Button>
      )}
      {wide || open ? <Choices projectId={projectId} values={values} change={change} /> : null}
      {values.missingFrom ? (
        <MissingChip id={values.missingFrom} onClear={() => change({ missingFrom: null })} />
      ) : null}
    </ListFilters>
  );
}

function EventExport({ projectId }: { projectId: string }) {
  const { filterValues, sort } = useListContext();
  const api = useEventsApi();
  return (
    <ExportButton
      name="events"
      cellsOf={eventCells}
      read={(from) =>
        api.eventExport({ ...from, projectId, filter: filterValues, orderBy: eventOrder(sort.field, sort.order) })
      }
    />
  );
}

interface ChoicesProps {
  readonly projectId: string;
  readonly values: EventFilter;
  readonly change: (changed: EventFilter) => void;
}

function Choices({ projectId, values, change }: ChoicesProps) {
  const translate = useTranslate();
  return (
    <>
      <DayRange
        from={values.startsAfter}
        before={values.startsBefore}
        onChange={(day) => change('from' in day ? { startsAfter: day.from } : { startsBefore: day.before })}
      />
      <EntityPicker
        kind={{ kind: 'VENUE' }}
        projectId={projectId}
        label={translate('sluice.events.venue')}
        value={values.venueId ?? null}
        onPick={(venueId) => change({ venueId })}
        small
      />
      <EntityPicker
        kind={{ kind: 'ORGANIZER' }}
        projectId={projectId}
        label={translate('sluice.events.organizers')}
        value={values.organizerId ?? null}
        onPick={(organizerId) => change({ organizerId })}
        small
      />
      <StateChoice removed={values.removed ?? null} onChoose={(removed) => change({ removed })} />
    </>
  );
}

interface StateChoiceProps {
  readonly removed: boolean | null;
  readonly onChoose: (removed: boolean | null) => void;
}

function StateChoice({ removed, onChoose }: StateChoiceProps) {
  const translate = useTranslate();
  const value = removed === null ? '' : removed ? 'removed' : 'there';
  return (
    <TextField
      select
      size="small"
      margin="none"
      fullWidth={false}
      label={translate('sluice.events.state')}
      value={value}
      onChange={({ target }) => onChoose(target.value === '' ? null : target.value === 'removed')}
      sx={{ width: { xs: '100%', sm: 190 } }}
    >
      <MenuItem value="">{translate('sluice.events.state_any')}</MenuItem>
      <MenuItem value="there">{translate('sluice.events.state_there')}</MenuItem>
      <MenuItem value="removed">{translate('sluice.events.state_removed')}</MenuItem>
    </TextField>
  );
}

function MissingChip({ id, onClear }: { id: string; onClear: () => void }) {
  const sourceName = useSourceName();
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const { data } = useSluiceQuery({ queryKey: importKey(id), queryFn: () => api.importById(id) });
  return (
    <Chip
      label={translate('sluice.events.of_import', { name: data ? sourceName(data.sourceName) : id })}
      onDelete={onClear}
    />
  );
}
