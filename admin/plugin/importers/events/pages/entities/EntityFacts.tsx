import { useTranslate } from 'react-admin';
import { ImportLink } from '../../../../pages/records/ImportLink.tsx';
import { WebLink } from '../../../../pages/records/WebLink.tsx';
import { Fact, FactList } from '../../../../ui/FactList.tsx';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { ReviewMark } from './ReviewMark.tsx';

interface Entity {
  readonly id: string;
  readonly name: string;
  readonly website: string | null;
  readonly needsReview: boolean;
  readonly importId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

interface EntityFactsProps {
  readonly page: 'venues' | 'organizers';
  readonly entity: Entity;
  /** Name and value of each text that the kind has, as its words call them. */
  readonly details: readonly (readonly [name: string, value: string | null])[];
}

/** What is known of a venue or an organizer. */
export function EntityFacts({ page, entity, details }: EntityFactsProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <FactList>
      <Fact name={translate(`sluice.${page}.name`)}>{entity.name}</Fact>
      {details.map(([name, value]) =>
        value ? (
          <Fact key={name} name={translate(`sluice.${page}.${name}`)}>
            {value}
          </Fact>
        ) : null,
      )}
      {entity.website ? (
        <Fact name={translate(`sluice.${page}.website`)}>
          <WebLink url={entity.website} />
        </Fact>
      ) : null}
      <Fact name={translate('sluice.entities.review')}>
        {entity.needsReview ? <ReviewMark name={entity.name} /> : translate('sluice.entities.review_done')}
      </Fact>
      {entity.importId ? (
        <Fact name={translate('sluice.entities.made_by')}>
          <ImportLink id={entity.importId} />
        </Fact>
      ) : null}
      <Fact name={translate('sluice.entities.added')}>{format.time(entity.createdAt)}</Fact>
      <Fact name={translate('sluice.entities.updated')}>{format.time(entity.updatedAt)}</Fact>
      <Fact name={translate('sluice.records.id')}>
        <code>{entity.id}</code>
      </Fact>
    </FactList>
  );
}
