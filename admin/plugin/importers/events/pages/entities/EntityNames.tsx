import { useTranslate } from 'react-admin';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { useEventsApi } from '../../api/useEventsApi.ts';

type Kind = 'venue' | 'organizer' | 'eventCategory';

/** The fields of events that refer to something by its id. */
const KINDS: Readonly<Record<string, Kind>> = {
  venueId: 'venue',
  organizerIds: 'organizer',
  categoryIds: 'eventCategory',
};

/** What the ids in a field are ids of; null where it holds none. */
export function entityKind(field: string): Kind | null {
  return KINDS[field] ?? null;
}

/** Entities of the project by their names, for people who do not know them by their ids. */
export function EntityNames({ kind, value }: { kind: Kind; value: unknown }) {
  const ids = [value].flat().filter((id) => typeof id === 'string');
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 ? ', ' : null}
      <EntityName kind={kind} id={id} />
    </span>
  ));
}

function EntityName({ kind, id }: { kind: Kind; id: string }) {
  const translate = useTranslate();
  const api = useEventsApi();
  const { data, isPending } = useSluiceQuery<{ readonly name: string } | null>({
    queryKey: ['sluice', kind, id],
    queryFn: () => api[kind](id),
  });
  if (isPending) return '…';
  return data ? data.name : <span title={id}>{translate('sluice.changes.gone')}</span>;
}
