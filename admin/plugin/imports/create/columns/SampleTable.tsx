import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { isRecord } from '../../../api/json.ts';
import type { SourceInspection } from '../../../api/types.ts';

const ROWS = 5;
const COLUMNS = 30;

/** The first rows as they came. */
export function SampleTable({ inspection }: { inspection: SourceInspection }) {
  const translate = useTranslate();
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
