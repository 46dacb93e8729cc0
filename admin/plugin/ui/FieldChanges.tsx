import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { isRecord, jsonText } from '../api/json.ts';
import type { FieldChange } from '../api/types.ts';
import { useFeature } from '../importers/useFeature.ts';
import { FieldValue } from './FieldValue.tsx';
import { LongText } from './LongText.tsx';
import { useFieldName } from './words/useFieldName.ts';

interface FieldChangesProps {
  readonly fields: readonly FieldChange[];
  /** Whose fields they are. */
  readonly importer: string;
}

/** A longer text has the whole width, in characters. */
const LONG = 120;
/** A longer one is folded. */
const FOLDED = 300;

/** Field by field what was and what is. */
export function FieldChanges({ fields, importer }: FieldChangesProps) {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const hidden = useFeature(importer)?.hiddenFields ?? [];
  const changed = fields.flatMap(partsOf).filter(
    ({ field, before, after }) =>
      // A creation also says what it left empty.
      !(isNothing(before) && isNothing(after)) && !hidden.includes(field),
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
      {changed.map(({ of, field, before, after }) => (
        <Box
          key={`${of} ${field}`}
          sx={{ minWidth: 0, ...(longest(before, after) > LONG ? { gridColumn: '1 / -1' } : {}) }}
        >
          <Typography component="dt" variant="body2" color="textSecondary">
            {of === null ? null : `${fieldName(importer, of)}: `}
            {fieldName(importer, field)}
          </Typography>
          <LongText component="dd" isLong={longest(before, after) > FOLDED}>
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
          </LongText>
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

function longest(before: unknown, after: unknown): number {
  return Math.max(jsonText(before).length, jsonText(after).length);
}

interface Part extends Pick<FieldChange, 'before' | 'after'> {
  /** The field that it is a part of; null: it is a field. */
  readonly of: string | null;
  readonly field: string;
}

/**
 * The changed parts of a field with many parts, such as further details, since they are hard to find among the others.
 */
function partsOf({ field, before, after }: FieldChange): Part[] {
  if (!isRecord(before) || !isRecord(after)) return [{ of: null, field, before, after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return changed.map((name) => ({ of: field, field: name, before: before[name], after: after[name] }));
}
