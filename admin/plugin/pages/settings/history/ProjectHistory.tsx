import { Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { useSluice } from '../../../SluiceContext.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { usePages } from '../../../ui/hooks/usePages.ts';
import { PagedTable } from '../../../ui/lists/PagedTable.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useAuditTexts } from '../../../ui/words/useAuditTexts.ts';
import { usePath } from '../../../usePath.ts';

/** Who did what in the project, its imports too. */
export function ProjectHistory({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const words = useAuditTexts();
  const path = usePath();
  const { api } = useSluice().sluice;
  const pages = usePages(['trail', projectId], async (range) => {
    const { items, total } = await api.projectAudit({ id: projectId, ...range });
    // Entries carry no id of their own.
    return { total, items: items.map((entry, index) => ({ ...entry, key: `${range.offset + index} ${entry.at}` })) };
  });
  const label = (name: string) => translate(`sluice.trail.${name}`);
  return (
    <Panel title={label('title')}>
      <PagedTable
        label={label('title')}
        pages={pages}
        none={label('none')}
        keyOf={({ key }) => key}
        columns={[
          {
            name: 'what',
            label: label('what'),
            cell: words.action,
          },
          { name: 'who', label: label('who'), cell: ({ actor }) => actor },
          { name: 'when', label: label('when'), cell: ({ at }) => <time dateTime={at}>{format.time(at)}</time> },
          {
            name: 'import',
            label: label('import'),
            cell: ({ importId }) =>
              importId ? (
                <Link component={RouterLink} to={path('imports', importId)}>
                  {label('open')}
                </Link>
              ) : null,
          },
          { name: 'detail', label: label('detail'), cell: (entry) => <Detail parts={words.details(entry)} /> },
        ]}
      />
    </Panel>
  );
}

function Detail({ parts }: { parts: readonly string[] }) {
  return (
    <Typography variant="body2" component="span">
      {parts.join(' · ')}
    </Typography>
  );
}
