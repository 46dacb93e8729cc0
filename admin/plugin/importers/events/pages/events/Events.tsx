import EventIcon from '@mui/icons-material/EventRounded';
import { Chip } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { RecordList } from '../../../../ui/lists/RecordList.tsx';
import type { Column } from '../../../../ui/lists/RecordTable.tsx';
import { usePath } from '../../../../usePath.ts';
import type { CalendarEvent } from '../../api/eventsApi.ts';
import { localTime } from './localTime.ts';

export function Events() {
  const translate = useTranslate();
  const path = usePath();
  const columns = useColumns();
  return (
    <RecordList
      label={translate('sluice.events.title')}
      columns={columns}
      hrefOf={({ id }) => path('events', id)}
      noneFound={translate('sluice.events.none_found')}
      none={{
        icon: <EventIcon />,
        title: translate('sluice.events.none'),
        hint: translate('sluice.events.none_hint'),
      }}
    />
  );
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
