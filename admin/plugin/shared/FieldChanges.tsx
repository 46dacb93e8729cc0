import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { isRecord } from '../api/json.ts';
import type { FieldChange } from '../api/types.ts';
import { FieldValue } from './FieldValue.tsx';
import { useFieldName } from './useFieldName.ts';

interface FieldChangesProps {
  readonly fields: readonly FieldChange[];
  /** Whose fields they are. */
  readonly importer: string;
}

/** What Sluice keeps to know an event again says nothing that its slug and start do not. */
const INTERNAL: Readonly<Record<string, readonly string[]>> = { events: ['slugStart'] };
/** A longer text has the whole width, in characters. */
const LONG = 120;

/** Field by field what was and what is. */
export function FieldChanges({ fields, importer }: FieldChangesProps) {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const changed = fields.filter(
    ({ field, before, after }) =>
      // A creation also says what it left empty.
      !(isNothing(before) && isNothing(after)) && !INTERNAL[importer]?.includes(field),
  );
  if (changed.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {translate('sluice.changes.same')}
      </Typography>
    );
  }
  return (
    <Box component="dl" sx={GRID}>
      {changed.map(({ field, before, after }) => (
        <Box key={field} sx={{ minWidth: 0, ...(isLong(before) || isLong(after) ? { gridColumn: '1 / -1' } : {}) }}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {fieldName(importer, field)}
          </Typography>
          <dd>
            {isNothing(before) ? null : (
              <>
                <Box component="del" sx={{ color: 'error.main' }}>
                  <FieldValue importer={importer} field={field} value={before} />
                </Box>
                <span aria-hidden> → </span>
              </>
            )}
            <Box component="ins" sx={{ color: 'success.main', textDecoration: 'none', fontWeight: 600 }}>
              {isNothing(after) ? (
                translate('sluice.changes.nothing')
              ) : (
                <FieldValue importer={importer} field={field} value={after} />
              )}
            </Box>
          </dd>
        </Box>
      ))}
    </Box>
  );
}

const GRID = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fill, minmax(220px, 1fr))' },
  columnGap: 3,
  rowGap: 1,
  m: 0,
  typography: 'body2',
  '& dd': { m: 0, overflowWrap: 'anywhere' },
} as const;

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || value === '' || (isRecord(value) && Object.keys(value).length === 0);
}

function isLong(value: unknown): boolean {
  return typeof value === 'string' && value.length > LONG;
}
