import AddIcon from '@mui/icons-material/AddRounded';
import { Box, Button, Link } from '@mui/material';
import { useEffect, useState } from 'react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { worthRetrying } from '../../../api/errors.ts';
import { type ReviewKind, sameKind } from '../../../api/reviewApi.ts';
import type { RuleFilter } from '../../../api/reviewLists.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { FilterBar } from '../../../ui/lists/FilterBar.tsx';
import { SearchField } from '../../../ui/lists/SearchField.tsx';
import { EmptyNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { usePath } from '../../../usePath.ts';
import { ProjectGate } from '../../project/ProjectGate.tsx';
import { mayEdit, useProject } from '../../project/useProject.ts';
import { KindButtons } from '../KindButtons.tsx';
import { kindValue, useReviewKinds } from '../useReviewKinds.ts';
import { MappingDialog } from './MappingDialog.tsx';
import { Mappings } from './Mappings.tsx';

/** What each name of a source means in the project: to look up, to change, to take back. */
export function RulesPage() {
  const translate = useTranslate();
  const project = useProject();
  const path = usePath();
  const { prefix } = useSluice();
  return (
    <Page>
      <PageHeader
        title={translate('sluice.rules.title')}
        subtitle={translate('sluice.rules.subtitle')}
        actions={
          <Link component={RouterLink} to={path('review')} variant="body2">
            {translate('sluice.rules.to_queue')}
          </Link>
        }
      />
      <ProjectGate project={project}>
        {({ id, role }) => (
          <ListBase
            key={id}
            resource={`${prefix}rules`}
            storeKey={`sluice.rules.${id}`}
            filter={{ projectId: id }}
            perPage={25}
            queryOptions={{ retry: worthRetrying }}
          >
            <Content projectId={id} editable={mayEdit(role)} />
          </ListBase>
        )}
      </ProjectGate>
    </Page>
  );
}

function Content({ projectId, editable }: { projectId: string; editable: boolean }) {
  const translate = useTranslate();
  const { filterValues, setFilters } = useListContext();
  const [adding, setAdding] = useState(false);
  const kinds = useReviewKinds(projectId);
  const values: RuleFilter = filterValues ?? {};
  const chosen = kinds.find((each) => values.kind !== undefined && sameKind(each, { ...values, kind: values.kind }));
  const [first] = kinds;
  if (!first) return <EmptyNotice title={translate('sluice.rules.none')} hint={translate('sluice.rules.none_hint')} />;
  // The list reads the rules of a kind; until one is chosen there is nothing to read.
  if (!chosen) return <ChooseKind kind={first} />;
  const search = values.search;
  return (
    <>
      <FilterBar>
        <KindButtons
          kinds={kinds}
          value={kindValue(chosen)}
          onChoose={(kind) => setFilters(kind ? filterOf(kind, search) : values)}
        />
        <SearchField
          label={translate('sluice.rules.search')}
          value={search ?? ''}
          onSearch={(text) => setFilters(filterOf(chosen, text))}
        />
        <Box sx={{ flexGrow: 1 }} />
        {editable ? (
          <Button startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {translate('sluice.rules.add')}
          </Button>
        ) : null}
      </FilterBar>
      <Mappings projectId={projectId} kind={chosen} searched={Boolean(search)} editable={editable} />
      {adding ? (
        <MappingDialog projectId={projectId} kind={chosen} known={null} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}

function filterOf({ kind, target }: ReviewKind, search: string | undefined): RuleFilter {
  return { kind, ...(target ? { target } : {}), ...(search ? { search } : {}) };
}

/** Chooses the first kind once the kinds are known. */
function ChooseKind({ kind }: { kind: ReviewKind }) {
  const { setFilters } = useListContext();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is done once.
  useEffect(() => setFilters(filterOf(kind, undefined)), []);
  return <LoadingNotice />;
}
