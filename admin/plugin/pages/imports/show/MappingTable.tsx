import { Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../api/types.ts';
import { useFieldName } from '../../../ui/words/useFieldName.ts';
import { useRuleText } from '../../../ui/words/useRuleText.ts';

/** Which column went where. */
export function MappingTable({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const ruleText = useRuleText();
  const mapping = item.mapping ?? [];
  const nameOf = (field: string) => fieldName(item.importerName, field);
  const targetOf = ({ field, split }: (typeof mapping)[number]): string | null =>
    split ? split.fields.flatMap((part) => (part ? nameOf(part) : [])).join(' + ') : field && nameOf(field);
  if (mapping.length === 0) return <Typography color="textSecondary">{translate('sluice.mapping.none')}</Typography>;
  return (
    <TableContainer sx={{ maxHeight: 640 }} tabIndex={0} role="region" aria-label={translate('sluice.mapping.table')}>
      <Table size="small" stickyHeader aria-label={translate('sluice.mapping.table')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('sluice.mapping.column')}</TableCell>
            <TableCell>{translate('sluice.mapping.field')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {mapping.map((entry) => (
            <TableRow key={entry.column}>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{entry.column}</TableCell>
              <TableCell sx={targetOf(entry) ? {} : { color: 'text.secondary' }}>
                {targetOf(entry) ?? translate('sluice.mapping.ignored')}
              </TableCell>
            </TableRow>
          ))}
          {item.fieldRules.map((rule) => (
            <TableRow key={`rule ${rule.field}`}>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{ruleText(rule)}</TableCell>
              <TableCell>{nameOf(rule.field)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
