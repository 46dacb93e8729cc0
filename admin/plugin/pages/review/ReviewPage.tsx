import { Link, Stack, Typography } from '@mui/material';
import { ListBase, useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { worthRetrying } from '../../api/errors.ts';
import { useLiveProject } from '../../live/useLive.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { LiveStatus, LostConnectionBanner } from '../../ui/LiveStatus.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePath } from '../../usePath.ts';
import { ProjectGate } from '../project/ProjectGate.tsx';
import { mayEdit, useProject } from '../project/useProject.ts';
import { ReleasedImports } from './ReleasedImports.tsx';
import { ReviewFilters } from './ReviewFilters.tsx';
import { ReviewQueue } from './ReviewQueue.tsx';
import { useReview } from './useReview.ts';

/** The project's review queue: what imports met and did not know. */
export function ReviewPage() {
  const translate = useTranslate();
  const project = useProject();
  const path = usePath();
  useLiveProject(project.kind === 'ready' ? project.id : null);
  return (
    <Page>
      <PageHeader
        title={translate('sluice.review.title')}
        subtitle={translate('sluice.review.subtitle')}
        beside={<LiveStatus />}
        actions={
          <Link component={RouterLink} to={path('rules')} variant="body2">
            {translate('sluice.review.to_rules')}
          </Link>
        }
      />
      <LostConnectionBanner />
      <ProjectGate project={project}>
        {({ id, role }) => <Content key={id} projectId={id} editable={mayEdit(role)} />}
      </ProjectGate>
    </Page>
  );
}

function Content({ projectId, editable }: { projectId: string; editable: boolean }) {
  const translate = useTranslate();
  const { prefix } = useSluice();
  const review = useReview(projectId);
  return (
    <ListBase
      resource={`${prefix}review`}
      storeKey={`sluice.review.${projectId}`}
      filter={{ projectId }}
      perPage={25}
      queryOptions={{ retry: worthRetrying }}
    >
      <Stack sx={{ mb: 2 }}>
        <ReleasedImports importIds={review.releasedIn} />
      </Stack>
      <ReviewFilters projectId={projectId} />
      {editable ? (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1, display: { xs: 'none', md: 'block' } }}>
          {translate('sluice.review.hint')}
        </Typography>
      ) : null}
      <ReviewQueue projectId={projectId} review={review} editable={editable} />
    </ListBase>
  );
}
