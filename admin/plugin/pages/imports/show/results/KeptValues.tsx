import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { isRecord } from '../../../../api/json.ts';
import type { RowResult } from '../../../../api/types.ts';
import { FieldValue } from '../../../../ui/FieldValue.tsx';
import { useFieldName } from '../../../../ui/words/useFieldName.ts';

type KeptValue = RowResult['keptValues'][number];

/** Field by field what the record kept, and what the row says instead. */
export function KeptValues({ values, importer }: { values: readonly KeptValue[]; importer: string }) {
  const translate = useTranslate();
  const fieldName = useFieldName();
  if (values.length === 0) return null;
  return (
    <Box
      component="dl"
      aria-label={translate('sluice.rows.kept')}
      sx={{ m: 0, mt: 0.5, typography: 'body2', '& dd': { m: 0 } }}
    >
      {values.flatMap(partsOf).map(({ of, field, kept, offered }) => (
        <Box key={`${of} ${field}`} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {of === null ? null : `${fieldName(importer, of)}: `}
            {fieldName(importer, field)}
          </Box>
          <dd>
            {isNothing(kept) ? (
              translate('sluice.changes.nothing')
            ) : (
              <FieldValue importer={importer} field={field} value={kept} />
            )}
          </dd>
          <Box component="dd" sx={{ color: 'text.secondary' }}>
            {translate('sluice.rows.offered')} <FieldValue importer={importer} field={field} value={offered} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

interface Part extends Pick<KeptValue, 'kept' | 'offered'> {
  /** The field that it is a part of; null: it is a field. */
  readonly of: string | null;
  readonly field: string;
}

/** Of an object the server gives the names that differ: each is a value by itself. */
function partsOf({ field, kept, offered }: KeptValue): Part[] {
  if (!isRecord(kept) || !isRecord(offered)) return [{ of: null, field, kept, offered }];
  return Object.keys(offered).map((name) => ({ of: field, field: name, kept: kept[name], offered: offered[name] }));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}
