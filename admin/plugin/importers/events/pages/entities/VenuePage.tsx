import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { RecordPage } from '../../../../pages/records/RecordPage.tsx';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { Panel } from '../../../../ui/Panel.tsx';
import { usePath } from '../../../../usePath.ts';
import { useEventsApi } from '../../api/useEventsApi.ts';
import { EntityFacts } from './EntityFacts.tsx';
import { EventsOf } from './EventsOf.tsx';

/** One venue, and the events that refer to it. */
export function VenuePage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const path = usePath();
  const api = useEventsApi();
  const query = useSluiceQuery({ queryKey: ['sluice', 'venue', id], queryFn: () => api.venue(id) });
  return (
    <RecordPage
      id={id}
      query={query}
      title={({ name }) => name}
      back={{ to: path('venues'), label: translate('sluice.venues.all') }}
      beside={
        <Panel title={translate('sluice.venues.events')}>
          <EventsOf filter={{ venueId: id }} />
        </Panel>
      }
    >
      {(venue) => (
        <EntityFacts
          page="venues"
          entity={venue}
          details={[
            ['address', venue.address],
            ['city', venue.city],
            ['region', venue.region],
            ['postal', venue.postalCode],
            ['country', venue.country],
            ['phone', venue.phone],
          ]}
        />
      )}
    </RecordPage>
  );
}
