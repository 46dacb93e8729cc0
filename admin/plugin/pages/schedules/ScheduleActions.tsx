import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { ScheduleDetail, ScheduleRun } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useCommand } from '../../ui/hooks/useCommand.ts';
import { usePath } from '../../usePath.ts';

/** What can be done with a schedule. What a run came to stands in the list of its times. */
interface ScheduleActionsProps {
  readonly schedule: ScheduleDetail;
  /** Whether it was being edited until just now. */
  readonly edited: boolean;
  readonly onEdit: () => void;
}

export function ScheduleActions({ schedule, edited, onEdit }: ScheduleActionsProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const path = usePath();
  const { api } = useSluice().sluice;
  const command = useCommand();
  const notify = useNotify();
  const [deleting, setDeleting] = useState(false);
  const { id, name, paused } = schedule;
  const label = (word: string) => translate(`sluice.schedules.${word}`);
  const tell = ({ outcome, importId }: ScheduleRun) => {
    if (outcome === 'STARTED' && importId) void navigate(path('imports', importId));
    else notify(label(outcome), { type: 'warning' });
  };
  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
      <Button
        variant="contained"
        disabled={command.busy}
        onClick={() => command.run({ call: () => api.runSchedule(id), onDone: tell })}
      >
        {label('run')}
      </Button>
      {paused ? (
        <Button
          disabled={command.busy}
          onClick={() => command.run({ call: () => api.resumeSchedule(id), message: ['sluice.schedules.resumed'] })}
        >
          {label('resume')}
        </Button>
      ) : (
        <Button
          disabled={command.busy}
          onClick={() => command.run({ call: () => api.pauseSchedule(id), message: ['sluice.schedules.paused_done'] })}
        >
          {label('pause')}
        </Button>
      )}
      <Button autoFocus={edited} onClick={onEdit}>
        {label('edit')}
      </Button>
      <Button color="error" disabled={command.busy} onClick={() => setDeleting(true)}>
        {label('delete')}
      </Button>
      <ConfirmDialog
        open={deleting}
        title={translate('sluice.schedules.delete_title', { name })}
        confirm={label('delete')}
        busy={command.busy}
        onClose={() => setDeleting(false)}
        onConfirm={() =>
          command.run({
            call: () => api.deleteSchedule(id),
            message: ['sluice.schedules.deleted'],
            onDone: () => navigate(path('schedules')),
          })
        }
      >
        {label('delete_text')}
      </ConfirmDialog>
    </Stack>
  );
}
