import AddIcon from '@mui/icons-material/AddRounded';
import { Box, Button, Link, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useState } from 'react';
import { ListBase, useListContext, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { EntityKind } from '../../../../../../gql/generated/graphql.ts';
import { worthRetrying } from '../../../../../api/errors.ts';
import { ProjectGate } from '../../../../../pages/project/ProjectGate.tsx';
import { mayEdit, useProject } from '../../../../../pages/project/useProject.ts';
import { useSluice } from '../../../../../SluiceContext.tsx';
import { FilterBar } from '../../../../../ui/lists/FilterBar.tsx';
import { SearchField } from '../../../../../ui/lists/SearchField.tsx';
import { Page } from '../../../../../ui/Page.tsx';
import { PageHeader } from '../../../../../ui/PageHeader.tsx';
import { usePath } from '../../../../../usePath.ts';
import type { RuleFilter } from '../../../lists.ts';
import { KINDS } from '../ReviewFilters.tsx';
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
  const values: RuleFilter = filterValues ?? {};
  const kind = values.kind ?? 'CATEGORY';
  return (
    <>
      <FilterBar>
        <KindButtons kind={kind} onChoose={(chosen) => setFilters({ ...values, kind: chosen })} />
        <SearchField
          label={translate('sluice.rules.search')}
          value={values.search ?? ''}
          onSearch={(search) => setFilters(search ? { kind, search } : { kind })}
        />
        <Box sx={{ flexGrow: 1 }} />
        {editable ? (
          <Button startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {translate('sluice.rules.add')}
          </Button>
        ) : null}
      </FilterBar>
      <Mappings projectId={projectId} kind={kind} searched={Boolean(values.search)} editable={editable} />
      {adding ? (
        <MappingDialog projectId={projectId} kind={kind} known={null} onClose={() => setAdding(false)} />
      ) : null}
    </>
  );
}

function KindButtons({ kind, onChoose }: { kind: EntityKind; onChoose: (kind: EntityKind) => void }) {
  const translate = useTranslate();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={kind}
      aria-label={translate('sluice.review.kinds')}
      onChange={(_event, value: unknown) => {
        const chosen = KINDS.find((name) => name === value);
        if (chosen) onChoose(chosen);
      }}
    >
      {(['CATEGORY', 'VENUE', 'ORGANIZER'] as const).map((name) => (
        <ToggleButton key={name} value={name} sx={{ textTransform: 'none', px: 1.5, color: 'text.primary' }}>
          {translate(`sluice.review.kind_${name}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
