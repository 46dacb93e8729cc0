import { Alert, Link, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { isRecord, jsonText } from '../../../../api/json.ts';
import { RecordPage } from '../../../../pages/records/RecordPage.tsx';
import { WebLink } from '../../../../pages/records/WebLink.tsx';
import { Fact, FactList } from '../../../../ui/FactList.tsx';
import { plainText } from '../../../../ui/format/plainText.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { usePath } from '../../../../usePath.ts';
import type { CalendarEventDetail } from '../../api/eventsApi.ts';
import { useEventsApi } from '../../api/useEventsApi.ts';
import { ReviewMark } from '../entities/ReviewMark.tsx';
import { localTime } from './localTime.ts';

/** One event, and every import that touched it. */
export function EventPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const locale = useLocale();
  const path = usePath();
  const api = useEventsApi();
  const query = useSluiceQuery({ queryKey: ['sluice', 'event', id], queryFn: () => api.event(id) });
  return (
    <RecordPage
      id={id}
      query={query}
      title={({ title }) => title}
      subtitle={(event) => [localTime(locale, event), event.timezone].filter(Boolean).join(' · ')}
      back={{ to: path('events'), label: translate('sluice.events.all') }}
    >
      {(event) => (
        <Stack sx={{ gap: 2 }}>
          {event.removed ? <RemovedNote importId={event.removedBy} /> : null}
          <Facts event={event} />
        </Stack>
      )}
    </RecordPage>
  );
}

function RemovedNote({ importId }: { importId: string | null }) {
  const translate = useTranslate();
  const path = usePath();
  const name = translate('sluice.events.removed_import');
  const [before, after] = translate('sluice.events.removed_hint', { import: '\n' }).split('\n');
  return (
    <Alert severity="warning">
      {before}
      {importId ? (
        <Link component={RouterLink} to={path('imports', importId)}>
          {name}
        </Link>
      ) : (
        name
      )}
      {after}
    </Alert>
  );
}

function Facts({ event }: { event: CalendarEventDetail }) {
  const translate = useTranslate();
  const locale = useLocale();
  const format = useFormat();
  const path = usePath();
  const label = (name: string) => translate(`sluice.events.${name}`);
  const custom = isRecord(event.customFields) ? Object.entries(event.customFields) : [];
  return (
    <FactList>
      <Fact name={label('when')}>
        {localTime(locale, event)}
        {event.allDay ? ` (${label('all_day')})` : ''}
      </Fact>
      <Fact name={label('zone')}>{event.timezone ?? label('zone_unknown')}</Fact>
      {event.allDay ? null : <Fact name={label('your_time')}>{format.time(event.startAt)}</Fact>}
      <Fact name={label('venue')}>
        {event.venue ? <Entities entities={[event.venue]} hrefOf={(id) => path('venues', id)} /> : '—'}
      </Fact>
      <Fact name={label('organizers')}>
        <Entities entities={event.organizers ?? []} hrefOf={(id) => path('organizers', id)} />
      </Fact>
      <Fact name={label('categories')}>{(event.categories ?? []).map(({ name }) => name).join(', ') || '—'}</Fact>
      <Fact name={label('tags')}>{(event.tags ?? []).join(', ') || '—'}</Fact>
      <Fact name={label('cost')}>{event.cost || '—'}</Fact>
      <Fact name={label('url')}>{event.url ? <WebLink url={event.url} /> : '—'}</Fact>
      {event.website ? (
        <Fact name={label('website')}>
          <WebLink url={event.website} />
        </Fact>
      ) : null}
      {event.excerpt ? <Fact name={label('excerpt')}>{plainText(event.excerpt)}</Fact> : null}
      {event.description ? (
        <Fact name={label('description')}>
          <Typography variant="body2" component="div" sx={{ whiteSpace: 'pre-line', maxWidth: '75ch' }}>
            {plainText(event.description)}
          </Typography>
        </Fact>
      ) : null}
      {custom.map(([name, value]) => (
        <Fact key={name} name={name}>
          {jsonText(value)}
        </Fact>
      ))}
      <Fact name={label('source')}>{event.source ?? '—'}</Fact>
      <Fact name={label('status')}>{event.status ?? '—'}</Fact>
      <Fact name={label('updated')}>{format.time(event.updatedAt)}</Fact>
      <Fact name={translate('sluice.records.id')}>
        <code>{event.id}</code>
      </Fact>
    </FactList>
  );
}

interface EntitiesProps {
  readonly entities: readonly { readonly id: string; readonly name: string; readonly needsReview: boolean }[];
  readonly hrefOf: (id: string) => string;
}

function Entities({ entities, hrefOf }: EntitiesProps) {
  if (entities.length === 0) return '—';
  return entities.map(({ id, name, needsReview }) => (
    <Stack key={id} direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Link component={RouterLink} to={hrefOf(id)}>
        {name}
      </Link>
      {needsReview ? <ReviewMark name={name} /> : null}
    </Stack>
  ));
}
