import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../../api/types.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';
import type { Scope } from './scope.ts';
import type { DraftsStore } from './useDrafts.ts';
import { MOST_ROWS, type ReadyReplace, type ReplaceState, useReplace } from './useReplace.ts';
import { useScopeTexts } from './useScopeTexts.ts';

interface ReplaceDialogProps {
  readonly item: ImportDetail;
  readonly scope: Scope;
  readonly drafts: DraftsStore;
  readonly onClose: () => void;
}

/** Replaces a value in one column of many rows. They are marked as changed, and sent when one says so. */
export function ReplaceDialog({ item, scope, drafts, onClose }: ReplaceDialogProps) {
  const translate = useTranslate();
  const words = useScopeTexts();
  const id = useId();
  const state = useReplace(item, scope, drafts.drafts);
  const changed = state.kind === 'ready' ? state.result.rowNumbers.length : 0;
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{translate('sluice.replace.title', { rows: words(scope) })}</DialogTitle>
      <DialogContent>
        <Body state={state} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="text" onClick={onClose}>
          {translate('sluice.replace.close')}
        </Button>
        <Button
          variant="contained"
          disabled={changed === 0}
          onClick={() => {
            if (state.kind === 'ready') drafts.put(state.result.drafts);
            onClose();
          }}
        >
          {translate('sluice.replace.apply', { smart_count: changed })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Body({ state }: { state: ReplaceState }) {
  switch (state.kind) {
    case 'reading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={state.error} retry={state.retry} />;
    case 'ready':
      return <Form state={state} />;
  }
}

function Form({ state }: { state: ReadyReplace }) {
  const translate = useTranslate();
  const { replacement, change, columns } = state;
  return (
    <Stack sx={{ gap: 2, pt: 1 }}>
      <TextField
        select
        label={translate('sluice.replace.column')}
        value={replacement.column}
        onChange={(event) => change({ column: event.target.value })}
        slotProps={{ select: { native: true } }}
      >
        {columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </TextField>
      <TextField
        label={translate('sluice.replace.find')}
        helperText={translate('sluice.replace.find_hint')}
        value={replacement.find}
        onChange={(event) => change({ find: event.target.value })}
      />
      <TextField
        label={translate('sluice.replace.by')}
        value={replacement.by}
        onChange={(event) => change({ by: event.target.value })}
      />
      <Preview state={state} />
    </Stack>
  );
}

function Preview({ state: { result, rows, verdict } }: { state: ReadyReplace }) {
  const translate = useTranslate();
  const format = useFormat();
  const changed = result.rowNumbers.length;
  return (
    <Alert severity="info" role="status" icon={false}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {translate('sluice.replace.preview', { changed: format.count(changed), rows: format.count(rows) })}
      </Typography>
      {result.example ? (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {translate('sluice.replace.example', { ...result.example })}
        </Typography>
      ) : null}
      {changed === 0 ? null : (
        <Typography variant="body2">
          {verdict
            ? translate('sluice.replace.verdict', {
                pass: format.count(verdict.pass),
                fail: format.count(verdict.fail),
              })
            : translate('sluice.failed.checking')}
        </Typography>
      )}
      {rows >= MOST_ROWS ? (
        <Typography variant="body2">{translate('sluice.replace.limit', { rows: format.count(MOST_ROWS) })}</Typography>
      ) : null}
    </Alert>
  );
}
