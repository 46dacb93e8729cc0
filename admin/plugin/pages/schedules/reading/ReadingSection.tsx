import { Alert, Button, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImporterInfo } from '../../../api/types.ts';
import { Section } from '../../imports/create/Section.tsx';
import type { ScheduleDraft } from '../draft.ts';
import { ColumnFields } from './ColumnFields.tsx';
import { FormatFields } from './FormatFields.tsx';
import { useColumns } from './useColumns.ts';

interface ReadingSectionProps {
  readonly projectId: string;
  readonly importer: ImporterInfo;
  readonly draft: ScheduleDraft;
  /** The schedule's last import, which provides the columns if the URL is not entered again. */
  readonly lastImportId: string | null;
  readonly change: (changed: Partial<ScheduleDraft>) => void;
}

/** The format and the mapping of the source: as detected and suggested at each run, or as set by the user. */
export function ReadingSection({ projectId, importer, draft, lastImportId, change }: ReadingSectionProps) {
  const translate = useTranslate();
  const { url, format, mapping } = draft;
  const source = url !== '' ? { url } : lastImportId === null ? null : { importId: lastImportId };
  const columns = useColumns({ projectId, importer: importer.name, format }, (suggested, fieldRules) =>
    change({ mapping: suggested, fieldRules }),
  );
  const label = (name: string) => translate(`sluice.schedules.${name}`);
  return (
    <Section title={label('reading')}>
      {() => (
        <Stack sx={{ gap: 2.5 }}>
          <Typography variant="body2" color="textSecondary">
            {label('reading_text')}
          </Typography>
          <FormatFields importer={importer} format={format} onChange={(format) => change({ format })} />
          {columns.failure === null ? null : <Alert severity="error">{columns.failure}</Alert>}
          <Stack direction="row" sx={{ gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {label(mapping === null ? 'columns_suggested' : 'columns_set')}
            </Typography>
            <Button
              size="small"
              disabled={source === null || columns.busy}
              onClick={() => {
                if (source) columns.look(source);
              }}
            >
              {label(mapping === null ? 'columns_choose' : 'columns_again')}
            </Button>
            {mapping === null ? null : (
              <Button size="small" color="inherit" onClick={() => change({ mapping: null, fieldRules: [] })}>
                {label('columns_reset')}
              </Button>
            )}
            {source === null ? (
              <Typography variant="body2" color="textSecondary">
                {label('columns_need_url')}
              </Typography>
            ) : null}
          </Stack>
          {mapping === null ? null : (
            <ColumnFields
              importer={importer}
              mapping={mapping}
              samples={columns.samples}
              onChange={(mapping) => change({ mapping })}
            />
          )}
        </Stack>
      )}
    </Section>
  );
}
