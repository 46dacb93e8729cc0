import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportSummary } from '../../../api/types.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useImporterName } from '../../../ui/words/useImporterName.ts';

/** What an import is of, below its name. */
export function SourceLine({ item, more }: { item: ImportSummary; more?: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const importerName = useImporterName();
  const parts = [
    item.dryRun ? translate('sluice.list.dry_run') : null,
    importerName(item.importerName, item.importer?.label),
    item.sourceBytes == null ? null : format.bytes(item.sourceBytes),
    more,
  ];
  return (
    <Typography variant="body2" color="textSecondary" noWrap>
      {parts.filter(Boolean).join(' · ')}
    </Typography>
  );
}
