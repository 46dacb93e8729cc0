import { Link, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { EventFilter } from '../../../../../gql/generated/graphql.ts';
import { useProject } from '../../../../pages/project/useProject.ts';
import { filteredBy } from '../../../../pages/records/filteredBy.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';
import { usePath } from '../../../../usePath.ts';
import { useEventsApi } from '../../api/useEventsApi.ts';
import { localTime } from '../events/localTime.ts';

const SHOWN = 10;

/** The events at a venue or of an organizer: the latest, and the way to all of them. */
export function EventsOf({ filter }: { filter: EventFilter }) {
  const translate = useTranslate();
  const locale = useLocale();
  const format = useFormat();
  const path = usePath();
  const api = useEventsApi();
  const project = useProject();
  const projectId = project.kind === 'ready' ? project.id : '';
  const orderBy = { field: 'START', direction: 'DESC' } as const;
  const query = useSluiceQuery({
    queryKey: ['sluice', 'eventsOf', projectId, filter],
    queryFn: () => api.events({ projectId, first: SHOWN, offset: 0, filter, orderBy }),
    enabled: projectId !== '',
  });
  if (query.isPending) return <LoadingNotice />;
  if (query.isError) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  const { items, total } = query.data;
  if (items.length === 0) return <Typography color="textSecondary">{translate('sluice.events.none_of')}</Typography>;
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
        {items.map((event) => (
          <Typography key={event.id} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            <Link component={RouterLink} to={path('events', event.id)} sx={{ fontWeight: 600 }}>
              {event.title}
            </Link>{' '}
            <Typography component="span" variant="body2" color="textSecondary">
              {localTime(locale, event)}
            </Typography>
          </Typography>
        ))}
      </Stack>
      <Link component={RouterLink} to={filteredBy(path('events'), filter)} variant="body2">
        {translate('sluice.events.show_all', { smart_count: total, count: format.count(total) })}
      </Link>
    </Stack>
  );
}
