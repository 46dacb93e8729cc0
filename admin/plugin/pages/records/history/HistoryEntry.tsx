import { Box, Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { RecordHistoryEntry } from '../../../api/types.ts';
import { useMessageText } from '../../../messages/useMessageText.ts';
import { FROM_TOP } from '../../../ui/browser/fromTop.ts';
import { FieldChanges } from '../../../ui/FieldChanges.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { OutcomeChip } from '../../../ui/OutcomeChip.tsx';
import { useSourceName } from '../../../ui/words/useSourceName.ts';
import { usePath } from '../../../usePath.ts';

/** What a row of an import, or an import, did to a record: which, when, by whom, and field by field. */
export function HistoryEntry({ entry }: { entry: RecordHistoryEntry }) {
  const translate = useTranslate();
  const sourceName = useSourceName();
  const format = useFormat();
  const path = usePath();
  const { rowNumber, fields, outcome } = entry;
  const { id, createdAt, createdBy, importerName, status } = entry.import;
  // A venue that events refer to, a list whose contacts were on it already.
  const named = rowNumber === null && outcome === 'UNCHANGED';
  const known = rowNumber !== null || fields.length > 0;
  return (
    <Box component="li" sx={{ borderLeft: 2, borderColor: 'divider', pl: 2, overflowWrap: 'anywhere' }}>
      <Stack direction="row" sx={{ columnGap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <OutcomeChip outcome={outcome} />
        <Link component={RouterLink} to={path('imports', id)} state={FROM_TOP} sx={{ fontWeight: 600, minWidth: 0 }}>
          {sourceName(entry.import.sourceName)}
        </Link>
        {rowNumber === null ? null : (
          <Typography variant="body2" color="textSecondary">
            {translate('sluice.records.row', { row: format.count(rowNumber) })}
          </Typography>
        )}
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
        <time dateTime={createdAt}>{format.time(createdAt)}</time> · {createdBy}
      </Typography>
      {named ? (
        <Typography variant="body2" color="textSecondary">
          {translate(`sluice.records.named_${status === 'UNDONE' ? 'before' : 'by'}`)}
        </Typography>
      ) : null}
      {named || !known ? null : <FieldChanges fields={fields} importer={importerName} />}
      {status === 'UNDONE' ? <Undone undo={entry.undo} /> : null}
    </Box>
  );
}

/** What became of it when the import was undone. */
function Undone({ undo }: { undo: RecordHistoryEntry['undo'] }) {
  const translate = useTranslate();
  const messageText = useMessageText();
  const result = undo?.result ?? 'nothing';
  return (
    <Typography variant="body2" sx={{ mt: 1, fontWeight: 600 }}>
      {translate(`sluice.records.undone_${result}`)}
      {undo?.reason ? `: ${messageText(undo.reason)}` : ''}
    </Typography>
  );
}
