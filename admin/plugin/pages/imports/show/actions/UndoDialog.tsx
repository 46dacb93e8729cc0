import { Box, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail, UndoCounts } from '../../../../api/types.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import { FailureNotice, LoadingNotice } from '../../../../ui/Notices.tsx';

interface UndoDialogProps {
  readonly item: ImportDetail;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Says in numbers what an undo would do, and only then lets one do it. */
export function UndoDialog({ item, onUndo, onClose }: UndoDialogProps) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const preview = useSluiceQuery({
    queryKey: ['sluice', 'undoPreview', item.id, item.revision],
    queryFn: () => api.undoPreview(item.id),
    // Records change without the import: what was counted a minute ago is no promise.
    gcTime: 0,
  });
  return (
    <ConfirmDialog
      open
      title={translate('sluice.undo.title')}
      confirm={translate('sluice.undo.confirm')}
      busy={!preview.data}
      onClose={onClose}
      onConfirm={() => {
        onClose();
        onUndo();
      }}
    >
      {preview.isPending ? <LoadingNotice /> : null}
      {preview.isError ? <FailureNotice error={preview.error} retry={() => void preview.refetch()} /> : null}
      {preview.isSuccess ? <Preview counts={preview.data} /> : null}
    </ConfirmDialog>
  );
}

function Preview({ counts }: { counts: UndoCounts | null }) {
  const translate = useTranslate();
  const format = useFormat();
  if (!counts) return <Typography>{translate('sluice.undo.nothing')}</Typography>;
  const words = (name: 'reversed' | 'kept') =>
    translate(`sluice.undo.${name}`, { smart_count: counts[name], rows: format.count(counts[name]) });
  return (
    <Stack sx={{ gap: 1.5 }}>
      <Box>
        <Typography sx={{ fontWeight: 600 }}>{words('reversed')}</Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('sluice.undo.reversed_hint')}
        </Typography>
      </Box>
      {counts.kept > 0 ? <Typography sx={{ fontWeight: 600 }}>{words('kept')}</Typography> : null}
    </Stack>
  );
}
