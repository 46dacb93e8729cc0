import PlayIcon from '@mui/icons-material/PlayArrowRounded';
import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../api/types.ts';
import { isFinal } from '../../../live/progress.ts';
import { mayEdit, useProject } from '../../project/useProject.ts';
import { useImportForReal } from './actions/useImportForReal.ts';

/** Says that nothing was written, and, once it has ended, offers to write it. */
export function DryRunNotice({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const project = useProject();
  const { busy, start } = useImportForReal(item);
  const over = isFinal(item.status);
  const may = project.kind === 'ready' && mayEdit(project.role) && over && (item.counts?.total ?? 0) > 0;
  return (
    <Alert
      severity="info"
      action={
        may ? (
          <Button
            variant="contained"
            startIcon={<PlayIcon />}
            title={translate('sluice.for_real.hint')}
            disabled={busy}
            onClick={start}
          >
            {translate('sluice.for_real.button')}
          </Button>
        ) : null
      }
      sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' }, alignItems: 'center' }}
    >
      {translate(over ? 'sluice.for_real.result' : 'sluice.show.dry_run')}
    </Alert>
  );
}
