import { useEffect, useState } from 'react';
import { useStore, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { ProjectGate } from '../../../pages/project/ProjectGate.tsx';
import { useProject } from '../../../pages/project/useProject.ts';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { FoundPages } from './FoundPages.tsx';
import { TaxonomyTree } from './TaxonomyTree.tsx';

/** The project's taxonomy: a tree to walk through, and a search that leads to a place in it. */
export function TaxonomyListPage() {
  const translate = useTranslate();
  const project = useProject();
  return (
    <Page>
      <PageHeader title={translate('sluice.taxonomy.title')} subtitle={translate('sluice.taxonomy.subtitle')} />
      <ProjectGate project={project}>{({ id }) => <Content key={id} projectId={id} />}</ProjectGate>
    </Page>
  );
}

function Content({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const [search, setSearch] = useStore(`sluice.taxonomy.${projectId}`, '');
  const [page, setPage] = useState(1);
  const [params] = useSearchParams();
  const asked = params.get('node');
  // Who asks for a place in the tree wants the tree.
  useEffect(() => {
    if (asked !== null) setSearch('');
  }, [asked, setSearch]);
  return (
    <>
      <search style={{ display: 'block', marginBottom: 16 }}>
        <SearchField
          label={translate('sluice.taxonomy.search')}
          value={search}
          onSearch={(wanted) => {
            setPage(1);
            setSearch(wanted);
          }}
        />
      </search>
      {search ? (
        <FoundPages projectId={projectId} search={search} page={page} onPage={setPage} />
      ) : (
        <TaxonomyTree projectId={projectId} />
      )}
    </>
  );
}
