import DiscardIcon from '@mui/icons-material/DeleteOutlineRounded';
import ReplaceIcon from '@mui/icons-material/FindReplaceRounded';
import RetryIcon from '@mui/icons-material/ReplayRounded';
import { Button, Stack, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { FailedRowStatus } from '../../../../../gql/generated/graphql.ts';
import type { ImportDetail } from '../../../../api/types.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { DownloadMenu } from '../DownloadMenu.tsx';
import { ReplaceDialog } from './ReplaceDialog.tsx';
import type { DraftsStore } from './useDrafts.ts';
import type { FailedRowsPanel } from './useFailedRowsPanel.ts';
import { useScopeTexts } from './useScopeTexts.ts';

interface FailedToolbarProps {
  readonly item: ImportDetail;
  readonly panel: FailedRowsPanel;
  readonly drafts: DraftsStore;
}

const STATUSES: readonly FailedRowStatus[] = ['OPEN', 'RESOLVED', 'DISCARDED'];

/** Which failed rows are shown, and what can be done with those that are meant. */
export function FailedToolbar({ item, panel, drafts }: FailedToolbarProps) {
  const translate = useTranslate();
  const { sluice } = useSluice();
  const { page } = panel;
  return (
    <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'center' }}>
      <StatusFilter item={item} status={page.status} onChoose={page.chooseStatus} />
      {page.status === 'OPEN' && page.state.kind === 'rows' && panel.grid.editable ? (
        <ScopeActions item={item} panel={panel} drafts={drafts} />
      ) : null}
      {(item.counts?.failed ?? 0) > 0 ? (
        <DownloadMenu
          label={translate('sluice.download.failed')}
          ask={(format) => sluice.api.failedRowsUrl(item.id, format)}
        />
      ) : null}
    </Stack>
  );
}

interface StatusFilterProps {
  readonly item: ImportDetail;
  readonly status: FailedRowStatus;
  readonly onChoose: (status: FailedRowStatus) => void;
}

function StatusFilter({ item, status, onChoose }: StatusFilterProps) {
  const translate = useTranslate();
  const format = useFormat();
  const counts = { OPEN: item.counts?.failed, RESOLVED: null, DISCARDED: item.counts?.discarded };
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={status}
      aria-label={translate('sluice.failed.statuses')}
      onChange={(_event, chosen: FailedRowStatus | null) => {
        if (chosen) onChoose(chosen);
      }}
    >
      {STATUSES.map((name) => (
        <ToggleButton key={name} value={name} sx={{ textTransform: 'none', py: 0.5, color: 'text.primary' }}>
          {translate(`sluice.failed.status_${name}`)}
          {counts[name] ? ` (${format.count(counts[name])})` : ''}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function ScopeActions({ item, panel, drafts }: FailedToolbarProps) {
  const translate = useTranslate();
  const words = useScopeTexts();
  const [replacing, setReplacing] = useState(false);
  const { scope, chosen, chooseNone, grid, rows } = panel;
  const named = { rows: words(scope) };
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      {chosen.size > 0 ? (
        <Button size="small" variant="text" onClick={chooseNone}>
          {translate('sluice.failed.choose_none')}
        </Button>
      ) : null}
      {grid.retryable ? null : (
        <Typography variant="body2" color="textSecondary">
          {translate('sluice.failed.resume_first')}
        </Typography>
      )}
      <Button size="small" startIcon={<ReplaceIcon />} onClick={() => setReplacing(true)}>
        {translate('sluice.replace.open')}
      </Button>
      <Button
        size="small"
        color="error"
        startIcon={<DiscardIcon />}
        disabled={rows.busy}
        onClick={() => panel.setDiscarding(scope)}
      >
        {capital(translate('sluice.failed.discard', named))}
      </Button>
      {grid.retryable ? (
        <Button
          size="small"
          startIcon={<RetryIcon />}
          disabled={rows.busy}
          onClick={() => rows.retry(scope, chooseNone)}
        >
          {capital(translate('sluice.failed.retry', named))}
        </Button>
      ) : null}
      {replacing ? (
        <ReplaceDialog item={item} scope={scope} drafts={drafts} onClose={() => setReplacing(false)} />
      ) : null}
    </Stack>
  );
}

/** In some languages it is the rows that come first. */
function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
