import { Box, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { isRecord } from '../../../../api/json.ts';
import type { SourceInspection } from '../../../../api/types.ts';
import type { Wizard } from '../useWizard.ts';
import { type DateColumn, dateAt, dateColumns } from './dates.ts';
import { useDateTexts } from './useDateTexts.ts';

const ROWS = 5;
const COLUMNS = 30;

interface SampleTableProps {
  readonly wizard: Wizard;
  readonly inspection: SourceInspection;
}

/** The first rows as they came, and their dates as they are read. */
export function SampleTable({ wizard, inspection }: SampleTableProps) {
  const translate = useTranslate();
  const dates = dateColumns(wizard.importer, wizard.choices);
  const headers = inspection.headers.slice(0, COLUMNS);
  const rows = inspection.sampleRows.slice(0, ROWS).filter(isRecord);
  const label = translate('sluice.wizard.sample_rows');
  return (
    <Box
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{ overflowX: 'auto', border: 1, borderColor: 'divider', borderRadius: 1 }}
    >
      <Table size="small" aria-label={label}>
        <TableHead>
          <TableRow>
            {headers.map((header) => (
              <TableCell key={header}>{header}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a sample have no other name than their place.
            <TableRow key={index}>
              {headers.map((header) => (
                <TableCell
                  key={header}
                  sx={{ whiteSpace: 'nowrap', maxWidth: 260, overflow: 'hidden', textOverflow: 'ellipsis' }}
                >
                  {shown(row[header])}
                  <DateRead
                    column={dates.get(header)}
                    read={(column) => dateAt(inspection, index, column)}
                    isEmpty={shown(row[header]).trim() === ''}
                  />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

interface DateReadProps {
  /** Undefined: it is no column for dates. */
  readonly column: DateColumn | undefined;
  readonly read: (column: DateColumn) => string | null;
  readonly isEmpty: boolean;
}

/** What a value is as a date; that it is none, where it should be one. */
function DateRead({ column, read, isEmpty }: DateReadProps) {
  const translate = useTranslate();
  const words = useDateTexts();
  if (!column || isEmpty) return null;
  const date = read(column);
  return (
    <Typography variant="caption" color={date === null ? 'error' : 'textSecondary'} sx={{ display: 'block' }}>
      {date === null ? translate('sluice.wizard.no_date') : `→ ${words(date)}`}
    </Typography>
  );
}
