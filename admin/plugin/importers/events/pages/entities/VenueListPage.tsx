import { useTranslate } from 'react-admin';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import type { Venue } from '../../api/eventsApi.ts';
import { EntityListPage } from './EntityListPage.tsx';
import { ReviewMark } from './ReviewMark.tsx';

/** The project's venues. */
export function VenueListPage() {
  const translate = useTranslate();
  const format = useFormat();
  const label = (name: string) => translate(`sluice.venues.${name}`);
  return (
    <EntityListPage<Venue>
      page="venues"
      columns={[
        { name: 'name', label: label('name'), cell: ({ name }) => name },
        { name: 'address', label: label('address'), cell: ({ address }) => address },
        { name: 'city', label: label('city'), cell: ({ city }) => city },
        {
          name: 'review',
          label: translate('sluice.entities.review'),
          cell: ({ name, needsReview }) => (needsReview ? <ReviewMark name={name} /> : null),
        },
        {
          name: 'added',
          label: translate('sluice.entities.added'),
          cell: ({ createdAt }) => <span title={format.time(createdAt)}>{format.ago(createdAt)}</span>,
          oneLine: true,
        },
      ]}
    />
  );
}
