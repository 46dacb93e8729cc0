import { useTranslate } from 'react-admin';
import { useMessageText } from '../../messages/useMessageText.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useFormat } from '../../ui/format/useFormat.ts';
import { usePages } from '../../ui/hooks/usePages.ts';
import { PagedTable } from '../../ui/lists/PagedTable.tsx';
import { StartedImport } from './StartedImport.tsx';

/** What came of each time: an import, or why there was none. */
export function ScheduleRuns({ scheduleId }: { scheduleId: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const messageText = useMessageText();
  const { api } = useSluice().sluice;
  const pages = usePages(['scheduleRuns', scheduleId], (range) => api.scheduleRuns({ id: scheduleId, ...range }));
  const label = (name: string) => translate(`sluice.schedules.${name}`);
  return (
    <PagedTable
      label={label('runs')}
      pages={pages}
      none={label('no_runs')}
      keyOf={({ id }) => id}
      columns={[
        { name: 'due', label: label('run_due'), cell: ({ dueAt }) => format.time(dueAt) },
        { name: 'outcome', label: label('run_outcome'), cell: ({ outcome }) => label(outcome) },
        {
          name: 'import',
          label: label('run_import'),
          cell: ({ importId }) => (importId ? <StartedImport id={importId} /> : null),
        },
        { name: 'why', label: label('run_why'), cell: ({ reason }) => reason && messageText(reason) },
        { name: 'actor', label: label('run_actor'), cell: ({ actor }) => actor },
      ]}
    />
  );
}
