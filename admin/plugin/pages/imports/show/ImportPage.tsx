import { useCreatePath, useTranslate } from 'react-admin';
import { useParams } from 'react-router-dom';
import { useSluice } from '../../../SluiceContext.tsx';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { Page } from '../../../ui/Page.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ImportView } from './ImportView.tsx';
import { useImportPage } from './useImportPage.ts';

/** One import: how far, what became of its rows, what failed and why. */
export function ImportPage() {
  const { id = '' } = useParams();
  return (
    <Page>
      <Content key={id} id={id} />
    </Page>
  );
}

function Content({ id }: { id: string }) {
  const translate = useTranslate();
  const createPath = useCreatePath();
  const { importsResource } = useSluice();
  const state = useImportPage(id);
  const back = {
    to: createPath({ resource: importsResource, type: 'list' }),
    label: translate('sluice.show.back'),
  };
  switch (state.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return (
        <>
          <PageHeader title={translate('sluice.error.title')} back={back} />
          <FailureNotice error={state.error} retry={state.retry} />
        </>
      );
    case 'missing':
      return (
        <>
          <PageHeader title={translate('sluice.show.missing')} back={back} />
          <EmptyNotice title={translate('sluice.show.missing')} hint={translate('sluice.show.missing_hint')} />
        </>
      );
    case 'ready':
      return <ImportView item={state.item} back={back} />;
  }
}
