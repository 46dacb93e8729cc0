import { ListBase, useTranslate } from 'react-admin';
import { worthRetrying } from '../../../../api/errors.ts';
import { ProjectGate } from '../../../../pages/project/ProjectGate.tsx';
import { useProject } from '../../../../pages/project/useProject.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { ClearFilters } from '../../../../ui/lists/ListFilters.tsx';
import { Pager } from '../../../../ui/lists/Pager.tsx';
import { type Column, RecordTable } from '../../../../ui/lists/RecordTable.tsx';
import { useListState } from '../../../../ui/lists/useListState.ts';
import { NewImportLink } from '../../../../ui/NewImportLink.tsx';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';
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
  const state = useListState<Item>();
  const label = (name: string) => translate(`sluice.${page}.${name}`);
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'empty':
      return state.filtered ? (
        <EmptyNotice title={label('none_found')} action={<ClearFilters />} />
      ) : (
        <EmptyNotice title={label('none')} hint={label('none_hint')} action={<NewImportLink />} />
      );
    case 'rows':
      return (
        <>
          <RecordTable
            label={label('title')}
            items={state.items}
            columns={columns}
            keyOf={({ id }) => id}
            hrefOf={({ id }) => path(page, id)}
          />
          <Pager page={state.page} perPage={state.perPage} total={state.total} onPage={state.setPage} />
        </>
      );
  }
}
