import EventIcon from '@mui/icons-material/EventRounded';
import { Chip } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { ClearFilters } from '../../../../ui/lists/ListFilters.tsx';
import { Pager } from '../../../../ui/lists/Pager.tsx';
import { type Column, RecordTable } from '../../../../ui/lists/RecordTable.tsx';
import { useListState } from '../../../../ui/lists/useListState.ts';
import { NewImportLink } from '../../../../ui/NewImportLink.tsx';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';
import { usePath } from '../../../../usePath.ts';
import type { CalendarEvent } from '../../api/eventsApi.ts';
import { localTime } from './localTime.ts';

export function Events() {
  const translate = useTranslate();
  const path = usePath();
  const columns = useColumns();
  const state = useListState<CalendarEvent>();
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'empty':
      return state.filtered ? (
        <EmptyNotice title={translate('sluice.events.none_found')} action={<ClearFilters />} />
      ) : (
        <EmptyNotice
          icon={<EventIcon />}
          title={translate('sluice.events.none')}
          hint={translate('sluice.events.none_hint')}
          action={<NewImportLink />}
        />
      );
    case 'rows':
      return (
        <>
          <RecordTable
            label={translate('sluice.events.title')}
            items={state.items}
            columns={columns}
            keyOf={({ id }) => id}
            hrefOf={({ id }) => path('events', id)}
          />
          <Pager page={state.page} perPage={state.perPage} total={state.total} onPage={state.setPage} />
        </>
      );
  }
}

function useColumns(): readonly [Column<CalendarEvent>, ...Column<CalendarEvent>[]] {
  const translate = useTranslate();
  const locale = useLocale();
  const label = (name: string) => translate(`sluice.events.${name}`);
  return [
    {
      name: 'title',
      label: label('name'),
      sort: 'title',
      cell: ({ title, removed }) =>
        removed ? (
          <>
            {title} <Chip component="span" size="small" label={label('removed')} sx={{ ml: 0.5 }} />
          </>
        ) : (
          title
        ),
    },
    { name: 'when', label: label('when'), sort: 'start', cell: (event) => localTime(locale, event) },
    {
      name: 'venue',
      label: label('venue'),
      cell: ({ venue }) => (venue ? [venue.name, venue.city].filter(Boolean).join(', ') : ''),
    },
    { name: 'organizers', label: label('organizers'), cell: ({ organizers }) => names(organizers) },
    { name: 'categories', label: label('categories'), cell: ({ categories }) => names(categories) },
  ];
}

function names(entities: readonly { readonly name: string }[] | null): string {
  return (entities ?? []).map(({ name }) => name).join(', ');
}
