import { ListBase, useTranslate } from 'react-admin';
import { worthRetrying } from '../../../../api/errors.ts';
import { ProjectGate } from '../../../../pages/project/ProjectGate.tsx';
import { useProject } from '../../../../pages/project/useProject.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { RecordList } from '../../../../ui/lists/RecordList.tsx';
import type { Column } from '../../../../ui/lists/RecordTable.tsx';
import { Page } from '../../../../ui/Page.tsx';
import { PageHeader } from '../../../../ui/PageHeader.tsx';
import { usePath } from '../../../../usePath.ts';
import { EntityFilters } from './EntityFilters.tsx';

interface EntityListPageProps<Item> {
  readonly page: 'venues' | 'organizers';
  readonly columns: readonly [Column<Item>, ...Column<Item>[]];
}

/** The project's venues or organizers by name, those marked for review among them. */
export function EntityListPage<Item extends { readonly id: string }>({ page, columns }: EntityListPageProps<Item>) {
  const translate = useTranslate();
  const project = useProject();
  const { prefix } = useSluice();
  return (
    <Page>
      <PageHeader title={translate(`sluice.${page}.title`)} subtitle={translate(`sluice.${page}.subtitle`)} />
      <ProjectGate project={project}>
        {({ id }) => (
          <ListBase
            key={id}
            resource={prefix + page}
            storeKey={`sluice.${page}.${id}`}
            filter={{ projectId: id }}
            perPage={25}
            queryOptions={{ retry: worthRetrying }}
          >
            <EntityFilters />
            <Entities page={page} columns={columns} />
          </ListBase>
        )}
      </ProjectGate>
    </Page>
  );
}

function Entities<Item extends { readonly id: string }>({ page, columns }: EntityListPageProps<Item>) {
  const translate = useTranslate();
  const path = usePath();
  const label = (name: string) => translate(`sluice.${page}.${name}`);
  return (
    <RecordList
      label={label('title')}
      columns={columns}
      hrefOf={({ id }) => path(page, id)}
      noneFound={label('none_found')}
      none={{ title: label('none'), hint: label('none_hint') }}
    />
  );
}
