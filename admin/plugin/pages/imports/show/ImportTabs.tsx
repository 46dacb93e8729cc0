import { Box, Paper, Tab, Tabs } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../api/types.ts';
import { isFinal } from '../../../live/progress.ts';
import { SCROLLED_TABS } from '../../../ui/browser/scrolledTabs.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { AuditTrail } from './AuditTrail.tsx';
import { Details } from './Details.tsx';
import { FailedRows } from './failed/FailedRows.tsx';
import type { DraftsStore } from './failed/useDrafts.ts';
import { MappingTable } from './MappingTable.tsx';
import { Deliveries } from './messages/Deliveries.tsx';
import { Changes } from './results/Changes.tsx';
import { RowResults } from './results/RowResults.tsx';

const TABS = ['failed', 'changes', 'rows', 'mapping', 'details', 'messages', 'history'] as const;
type TabName = (typeof TABS)[number];

interface ImportTabsProps {
  readonly item: ImportDetail;
  readonly drafts: DraftsStore;
}

export function ImportTabs({ item, drafts }: ImportTabsProps) {
  const translate = useTranslate();
  const format = useFormat();
  const id = useId();
  const [tab, setTab] = useState<TabName>(() => firstTab(item));
  const failed = item.counts?.failed ?? 0;
  return (
    <Paper elevation={0} sx={{ borderRadius: 2, overflow: 'hidden' }}>
      <Tabs
        value={tab}
        onChange={(_event, name: TabName) => setTab(name)}
        aria-label={translate('sluice.show.tabs')}
        variant="scrollable"
        scrollButtons={false}
        sx={{
          ...SCROLLED_TABS,
          borderBottom: 1,
          borderColor: 'divider',
          px: { xs: 1, sm: 2 },
          minHeight: 48,
          height: 48,
        }}
      >
        {TABS.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`${id}-tab-${name}`}
            aria-controls={`${id}-panel-${name}`}
            label={`${translate(`sluice.show.tab_${name}`)}${name === 'failed' && failed > 0 ? ` (${format.count(failed)})` : ''}`}
            sx={{ height: 48, textTransform: 'none' }}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel-${tab}`}
        aria-labelledby={`${id}-tab-${tab}`}
        sx={{ p: { xs: 1.5, sm: 3 } }}
      >
        {panel(tab, { item, drafts })}
      </Box>
    </Paper>
  );
}

/** What one comes for: what failed, else what changed. A page that is opened while it runs stays where it is. */
function firstTab({ dryRun, status, counts }: ImportDetail): TabName {
  const changed = (counts?.created ?? 0) + (counts?.updated ?? 0);
  const nothingToCorrect = isFinal(status) && (counts?.failed ?? 0) === 0;
  return nothingToCorrect && (dryRun || changed > 0) ? 'changes' : 'failed';
}

function panel(tab: TabName, { item, drafts }: ImportTabsProps): ReactNode {
  switch (tab) {
    case 'failed':
      return <FailedRows item={item} drafts={drafts} />;
    case 'changes':
      return <Changes item={item} />;
    case 'rows':
      return <RowResults item={item} />;
    case 'mapping':
      return <MappingTable item={item} />;
    case 'details':
      return <Details item={item} />;
    case 'messages':
      return <Deliveries item={item} />;
    case 'history':
      return <AuditTrail item={item} />;
  }
}
