import { useTranslate } from 'react-admin';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import type { Organizer } from '../../api/eventsApi.ts';
import { EntityListPage } from './EntityListPage.tsx';
import { ReviewMark } from './ReviewMark.tsx';

/** The project's organizers. */
export function OrganizerListPage() {
  const translate = useTranslate();
  const format = useFormat();
  const label = (name: string) => translate(`sluice.organizers.${name}`);
  return (
    <EntityListPage<Organizer>
      page="organizers"
      columns={[
        { name: 'name', label: label('name'), cell: ({ name }) => name },
        { name: 'email', label: label('email'), cell: ({ email }) => email, oneLine: true },
        { name: 'phone', label: label('phone'), cell: ({ phone }) => phone, oneLine: true },
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
