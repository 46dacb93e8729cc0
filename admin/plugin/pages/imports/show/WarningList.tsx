import { Alert, AlertTitle, Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportDetail } from '../../../api/types.ts';
import { useFeature } from '../../../importers/useFeature.ts';
import { useMessageText } from '../../../messages/useMessageText.ts';
import { FROM_TOP } from '../../../ui/browser/fromTop.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useSourceName } from '../../../ui/words/useSourceName.ts';
import { usePath } from '../../../usePath.ts';
import { ReviewOfCreated } from '../../review/ReviewLink.tsx';

type Warning = ImportDetail['warnings'][number];

/** What is worth a look and stopped nothing. */
export function WarningList({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const own = useFeature(item.importerName)?.onImportPage;
  const warnings = item.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <Alert severity="warning" action={own?.Warnings ? <own.Warnings item={item} /> : <ReviewOfCreated item={item} />}>
      <AlertTitle>{translate('sluice.show.warnings')}</AlertTitle>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.column} ${warning.message}`}>
            {warning.code === 'SAME_SOURCE' && item.sameSource ? (
              <SameSource earlier={item.sameSource} />
            ) : (
              <WarningText warning={warning} />
            )}
            {own?.Warning ? <own.Warning item={item} code={warning.code} /> : null}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function WarningText({ warning }: { warning: Warning }) {
  const translate = useTranslate();
  const format = useFormat();
  const messageText = useMessageText();
  const { count } = warning;
  if (count == null || count < 2) return messageText(warning);
  return `${messageText(warning)} (${translate('sluice.failed.group_rows', { smart_count: count, _: format.count(count) })})`;
}

function SameSource({ earlier }: { earlier: NonNullable<ImportDetail['sameSource']> }) {
  const sourceName = useSourceName();
  const translate = useTranslate();
  const format = useFormat();
  const path = usePath();
  return (
    <>
      {translate('sluice.same_source.text')}{' '}
      <Link component={RouterLink} to={path('imports', earlier.id)} state={FROM_TOP} color="inherit">
        {translate('sluice.same_source.when', {
          name: sourceName(earlier.sourceName),
          when: format.time(earlier.createdAt),
        })}
      </Link>
    </>
  );
}
