import { useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { RecordPage } from '../../../../pages/records/RecordPage.tsx';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { Panel } from '../../../../ui/Panel.tsx';
import { usePath } from '../../../../usePath.ts';
import { useEventsApi } from '../../api/useEventsApi.ts';
import { EntityFacts } from './EntityFacts.tsx';
import { EventsOf } from './EventsOf.tsx';

/** One organizer, and the events that refer to it. */
export function OrganizerPage() {
  const { id = '' } = useParams();
  const translate = useTranslate();
  const path = usePath();
  const api = useEventsApi();
  const query = useSluiceQuery({ queryKey: ['sluice', 'organizer', id], queryFn: () => api.organizer(id) });
  return (
    <RecordPage
      id={id}
      query={query}
      title={({ name }) => name}
      back={{ to: path('organizers'), label: translate('sluice.organizers.all') }}
      beside={
        <Panel title={translate('sluice.organizers.events')}>
          <EventsOf filter={{ organizerId: id }} />
        </Panel>
      }
    >
      {(organizer) => (
        <EntityFacts
          page="organizers"
          entity={organizer}
          details={[
            ['email', organizer.email],
            ['phone', organizer.phone],
          ]}
        />
      )}
    </RecordPage>
  );
}
