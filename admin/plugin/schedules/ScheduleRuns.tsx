import { Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useSluice } from '../SluiceContext.tsx';
import { useSaid } from '../said/useSaid.ts';
import { FROM_TOP } from '../shared/fromTop.ts';
import { PagedTable } from '../shared/PagedTable.tsx';
import { useFormat } from '../shared/useFormat.ts';
import { usePages } from '../shared/usePages.ts';
import { usePath } from '../usePath.ts';

/** What came of each time: an import, or why there was none. */
export function ScheduleRuns({ scheduleId }: { scheduleId: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const said = useSaid();
  const path = usePath();
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
          cell: ({ importId }) =>
            importId ? (
              <Link component={RouterLink} to={path('imports', importId)} state={FROM_TOP}>
                {label('open_import')}
              </Link>
            ) : null,
        },
        { name: 'why', label: label('run_why'), cell: ({ reason }) => reason && said(reason) },
        { name: 'actor', label: label('run_actor'), cell: ({ actor }) => actor },
      ]}
    />
  );
}
