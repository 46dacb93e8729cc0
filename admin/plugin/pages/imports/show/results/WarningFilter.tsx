import { Box, Chip } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../../api/types.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';

/** Warnings that are about rows which were imported; others are about the source or records. */
const OF_ROWS = [
  'VALUES_KEPT',
  'SHARED_PHONE',
  'SHARED_EMAIL',
  'UNUSABLE_PHONE',
  'UNUSABLE_EMAIL',
  'UNREACHABLE_PERSON',
] as const;

interface WarningFilterProps {
  readonly item: ImportDetail;
  readonly chosen: string | null;
  readonly onChoose: (code: string | null) => void;
}

/** Rows with one of the import's warnings; the chosen one again shows all. */
export function WarningFilter({ item, chosen, onChoose }: WarningFilterProps) {
  const translate = useTranslate();
  const format = useFormat();
  const counts = new Map((item.warnings ?? []).map(({ code, count }) => [code, count ?? 1]));
  const codes = OF_ROWS.filter((code) => counts.has(code));
  if (codes.length === 0) return null;
  return (
    <Box
      role="group"
      aria-label={translate('sluice.rows.warnings')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1.5 }}
    >
      {codes.map((code) => (
        <Chip
          key={code}
          label={`${translate(`sluice.rows.with_warning.${code}`)} (${format.count(counts.get(code) ?? 0)})`}
          clickable
          color={chosen === code ? 'primary' : 'default'}
          variant={chosen === code ? 'filled' : 'outlined'}
          aria-pressed={chosen === code}
          onClick={() => onChoose(chosen === code ? null : code)}
        />
      ))}
    </Box>
  );
}
