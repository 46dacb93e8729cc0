import { Stack } from '@mui/material';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../ui/Notices.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RecordHistory } from './history/RecordHistory.tsx';

interface RecordPageProps<Item> {
  readonly id: string;
  /** Whose record it is, where ids of several importers can be alike. */
  readonly importer?: string;
  readonly query: UseQueryResult<Item | null>;
  readonly title: (item: Item) => string;
  readonly subtitle?: (item: Item) => ReactNode;
  readonly back: { readonly to: string; readonly label: string };
  readonly children: (item: Item) => ReactNode;
  /** A panel of its own, between what is known and its history. */
  readonly beside?: ReactNode;
}

/** One record with its details and its import history. */
export function RecordPage<Item>({
  id,
  importer,
  query,
  title,
  subtitle,
  back,
  children,
  beside,
}: RecordPageProps<Item>) {
  const translate = useTranslate();
  if (query.isPending) return <Page>{<LoadingNotice />}</Page>;
  if (query.data === undefined) {
    return (
      <Page>
        <PageHeader title={translate('sluice.error.title')} back={back} />
        <FailureNotice error={query.error} retry={() => void query.refetch()} />
      </Page>
    );
  }
  if (query.data === null) {
    return (
      <Page>
        <PageHeader title={translate('sluice.records.missing')} back={back} />
        <Stack sx={{ gap: 2.5 }}>
          <EmptyNotice title={translate('sluice.records.missing')} hint={translate('sluice.records.missing_hint')} />
          <RecordHistory recordId={id} importer={importer} gone />
        </Stack>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title={title(query.data)} subtitle={subtitle?.(query.data)} back={back} />
      <Stack sx={{ gap: 2.5 }}>
        <Panel title={translate('sluice.records.facts')}>{children(query.data)}</Panel>
        {beside}
        <RecordHistory recordId={id} importer={importer} />
      </Stack>
    </Page>
  );
}
