import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { isRecord, jsonText } from '../api/json.ts';
import type { FieldChange } from '../api/types.ts';
import { EntityNames, entityKind } from './EntityNames.tsx';
import { useFieldName } from './useFieldName.ts';

interface FieldChangesProps {
  readonly fields: readonly FieldChange[];
  /** Whose fields they are. */
  readonly importer: string;
}

/** Field by field what was and what is. */
export function FieldChanges({ fields, importer }: FieldChangesProps) {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const shown = useShown(importer);
  const words = (field: string, value: unknown) => {
    const kind = entityKind(importer, field);
    return kind ? <EntityNames kind={kind} value={value} /> : shown(value);
  };
  // A creation also says what it left empty.
  const changed = fields.filter(({ before, after }) => !(isNothing(before) && isNothing(after)));
  if (changed.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {translate('sluice.changes.same')}
      </Typography>
    );
  }
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(auto-fit, minmax(220px, 1fr))' },
        columnGap: 3,
        rowGap: 1,
        m: 0,
        typography: 'body2',
        '& dd': { m: 0, overflowWrap: 'anywhere' },
      }}
    >
      {changed.map(({ field, before, after }) => (
        <Box key={field} sx={{ minWidth: 0 }}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {fieldName(importer, field)}
          </Typography>
          <dd>
            {isNothing(before) ? null : (
              <>
                <Box component="del" sx={{ color: 'error.main' }}>
                  {words(field, before)}
                </Box>
                <span aria-hidden> → </span>
              </>
            )}
            <Box component="ins" sx={{ color: 'success.main', textDecoration: 'none', fontWeight: 600 }}>
              {isNothing(after) ? translate('sluice.changes.nothing') : words(field, after)}
            </Box>
          </dd>
        </Box>
      ))}
    </Box>
  );
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || value === '' || (isRecord(value) && Object.keys(value).length === 0);
}

/** Objects, such as addresses, as a person reads them: name and value, without braces. */
function useShown(importer: string): (value: unknown) => string {
  const translate = useTranslate();
  const fieldName = useFieldName();
  return shown;

  function shown(value: unknown): string {
    if (typeof value === 'boolean') return translate(value ? 'ra.boolean.true' : 'ra.boolean.false');
    if (Array.isArray(value)) return value.map(shown).join(', ');
    if (!isRecord(value)) return jsonText(value);
    return Object.entries(value)
      .map(([name, inner]) => `${fieldName(importer, name)}: ${isRecord(inner) ? `(${shown(inner)})` : shown(inner)}`)
      .join(', ');
  }
}
