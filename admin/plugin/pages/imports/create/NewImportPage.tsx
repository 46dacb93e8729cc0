import { Alert } from '@mui/material';
import { useCreatePath, useTranslate } from 'react-admin';
import { useSluice } from '../../../SluiceContext.tsx';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { useNewImportPage } from './useNewImportPage.ts';
import { WizardSteps } from './WizardSteps.tsx';

/** Where an import begins. */
export function NewImportPage() {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const { importsResource } = useSluice();
  return (
    <Page>
      <PageHeader
        title={translate('sluice.create.title')}
        subtitle={translate('sluice.create.subtitle')}
        back={{
          to: createPath({ resource: importsResource, type: 'list' }),
          label: translate('sluice.create.back'),
        }}
      />
      <Content />
    </Page>
  );
}

function Content() {
  const translate = useTranslate();
  const state = useNewImportPage();
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'noProject':
      return <EmptyNotice title={translate('sluice.project.none')} hint={translate('sluice.project.none_hint')} />;
    case 'viewerOnly':
      return <Alert severity="info">{translate('sluice.create.viewer_only')}</Alert>;
    case 'noImporters':
      return <Alert severity="info">{translate('sluice.create.no_importers')}</Alert>;
    case 'ready':
      return <WizardSteps key={state.projectId} projectId={state.projectId} importers={state.importers} />;
  }
}
