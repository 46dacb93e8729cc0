import { Alert, AlertTitle, Box, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../api/types.ts';
import { isFinal } from '../../../live/progress.ts';
import { useMessageText } from '../../../messages/useMessageText.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { LiveStatus, LostConnectionBanner } from '../../../ui/LiveStatus.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { StatusChip } from '../../../ui/StatusChip.tsx';
import { useImporterName } from '../../../ui/words/useImporterName.ts';
import { useSourceName } from '../../../ui/words/useSourceName.ts';
import { AssessmentPanel } from './AssessmentPanel.tsx';
import { ImportActions } from './actions/ImportActions.tsx';
import { CountTiles } from './CountTiles.tsx';
import { ChunkStrip } from './chunks/ChunkStrip.tsx';
import { DryRunNotice } from './DryRunNotice.tsx';
import { useDrafts } from './failed/useDrafts.ts';
import { ImportTabs } from './ImportTabs.tsx';
import { RunPanel } from './RunPanel.tsx';
import { ThroughputPanel } from './throughput/ThroughputPanel.tsx';
import { UndoPanel } from './UndoPanel.tsx';
import { WarningList } from './WarningList.tsx';

interface ImportViewProps {
  readonly item: ImportDetail;
  readonly back: { readonly to: string; readonly label: string };
}

export function ImportView({ item, back }: ImportViewProps) {
  const translate = useTranslate();
  const messageText = useMessageText();
  const sourceName = useSourceName();
  const drafts = useDrafts(item.id);
  return (
    <>
      <PageHeader
        title={sourceName(item.sourceName)}
        subtitle={<Byline item={item} />}
        back={back}
        beside={
          <>
            <StatusChip status={item.status} />
            {isFinal(item.status) ? null : <LiveStatus />}
          </>
        }
        actions={<ImportActions item={item} drafts={drafts} />}
      />
      <LostConnectionBanner />
      <Stack sx={{ gap: 2.5 }}>
        {item.dryRun ? <DryRunNotice item={item} /> : null}
        {item.statusReason ? (
          <Alert severity={item.status === 'FAILED' ? 'error' : 'info'}>
            <AlertTitle>{translate('sluice.show.reason')}</AlertTitle>
            {messageText(item.statusReason)}
          </Alert>
        ) : null}
        <RunPanel item={item} />
        <UndoPanel item={item} />
        <CountTiles counts={item.counts} />
        <WarningList item={item} />
        <Box sx={sideBySide}>
          <AssessmentPanel item={item} />
          <ThroughputPanel item={item} />
          <ChunkStrip item={item} />
        </Box>
        <ImportTabs item={item} drafts={drafts} />
      </Stack>
    </>
  );
}

/** How it went, as far as there is something to tell, in one line: what is to be done stands below. */
const sideBySide = {
  display: 'grid',
  gap: 2.5,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(auto-fit, minmax(300px, 1fr))' },
  '&:empty': { display: 'none' },
} as const;

function Byline({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const importerName = useImporterName();
  const took = seconds(item);
  const parts = [
    importerName(item.importerName, item.importer?.label),
    translate('sluice.show.by', { who: item.createdBy }),
    format.ago(item.createdAt),
    took === null ? null : translate('sluice.show.took', { duration: format.duration(took) }),
  ];
  return <span title={format.time(item.createdAt)}>{parts.filter(Boolean).join(' · ')}</span>;
}

function seconds({ startedAt, finishedAt }: ImportDetail): number | null {
  return startedAt && finishedAt ? (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000 : null;
}
