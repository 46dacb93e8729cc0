import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportSummary } from '../../api/types.ts';
import { useFormat } from '../../shared/useFormat.ts';

/** What an import is of, below its name. */
export function SourceLine({ item, more }: { item: ImportSummary; more?: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const parts = [
    item.dryRun ? translate('sluice.list.dry_run') : null,
    item.importer?.label ?? item.importerName,
    item.sourceBytes == null ? null : format.bytes(item.sourceBytes),
    more,
  ];
  return (
    <Typography variant="body2" color="textSecondary" noWrap>
      {parts.filter(Boolean).join(' · ')}
    </Typography>
  );
}
