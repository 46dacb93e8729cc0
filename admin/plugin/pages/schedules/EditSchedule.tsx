import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { isRecord } from '../../api/json.ts';
import type { ScheduleDetail } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useCommand } from '../../ui/hooks/useCommand.ts';
import { FailureNotice, LoadingNotice } from '../../ui/Notices.tsx';
import { draftOf, inputOf } from './draft.ts';
import { ScheduleForm } from './ScheduleForm.tsx';
import { useImporters } from './useImporters.ts';

interface EditScheduleProps {
  readonly projectId: string;
  readonly schedule: ScheduleDetail;
  readonly onClose: () => void;
}

/** Changes a schedule in the place where it is read. */
export function EditSchedule({ projectId, schedule, onClose }: EditScheduleProps) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const command = useCommand({ quiet: true });
  const query = useImporters();
  if (query.isPending) return <LoadingNotice />;
  if (!query.data) return <FailureNotice error={query.error} retry={() => void query.refetch()} />;
  return (
    <ScheduleForm
      projectId={projectId}
      lastImportId={schedule.lastImportId}
      initial={draftOf(schedule, isRecord(schedule.options) ? schedule.options : {})}
      importers={query.data}
      editing
      command={command}
      confirm={translate('sluice.schedules.save')}
      actions={
        <Button variant="text" onClick={onClose}>
          {translate('sluice.settings.cancel')}
        </Button>
      }
      onSubmit={(draft) =>
        command.run({
          call: () =>
            api.updateSchedule({ ...inputOf(draft), id: schedule.id, ...(draft.url ? { url: draft.url } : {}) }),
          message: ['sluice.schedules.saved'],
          onDone: onClose,
        })
      }
    />
  );
}
