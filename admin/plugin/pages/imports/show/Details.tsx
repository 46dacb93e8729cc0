import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ImportDetail } from '../../../api/types.ts';
import { useMessageText } from '../../../messages/useMessageText.ts';
import { Fact, FactList } from '../../../ui/FactList.tsx';
import { DELIMITERS, ENCODINGS } from '../../../ui/format/formatNames.ts';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useImporterName } from '../../../ui/words/useImporterName.ts';
import { useOptionTexts } from '../../../ui/words/useOptionTexts.ts';
import { useSourceName } from '../../../ui/words/useSourceName.ts';

/** With what the import was run. */
export function Details({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const importerName = useImporterName();
  const format = useFormat();
  const messageText = useMessageText();
  const sourceName = useSourceName();
  return (
    <FactList>
      <Fact name={translate('sluice.details.importer')}>{importerName(item.importerName, item.importer?.label)}</Fact>
      <Fact name={translate('sluice.details.source')}>{sourceName(item.sourceName)}</Fact>
      <Fact name={translate('sluice.details.size')}>{format.bytes(item.sourceBytes)}</Fact>
      <Reading format={item.format} />
      <Fact name={translate('sluice.details.duplicates')}>
        {translate(`sluice.duplicates.${item.onDuplicate}.name`)}
      </Fact>
      <Fact name={translate('sluice.details.mode')}>
        {translate(`sluice.details.${item.mode}`)}
        <Typography variant="body2" color="textSecondary">
          {messageText(item.modeReason)}
        </Typography>
      </Fact>
      <Fact name={translate('sluice.details.chunk')}>{format.count(item.chunkSize)}</Fact>
      <Fact name={translate('sluice.details.max_error_rate')}>
        {item.maxErrorRate == null ? translate('sluice.details.no_limit') : format.share(item.maxErrorRate)}
      </Fact>
      <Fact name={translate('sluice.details.created')}>{format.time(item.createdAt)}</Fact>
      <Fact name={translate('sluice.details.finished')}>{format.time(item.finishedAt)}</Fact>
      <Fact name={translate('sluice.details.id')}>
        <code>{item.id}</code>
      </Fact>
      <Fact name={translate('sluice.details.options')}>
        <Options options={item.options} />
      </Fact>
    </FactList>
  );
}

/** How the source was read, as far as there was something to choose. */
function Reading({ format }: { format: ImportDetail['format'] }) {
  const translate = useTranslate();
  const { encoding, delimiter, sheet, headerRow, dateFormat, locale } = format ?? {};
  const delimiterName = DELIMITERS[delimiter ?? ''];
  const parts = [
    ['sheet', sheet],
    ['encoding', ENCODINGS.find(([name]) => name === encoding)?.[1] ?? encoding],
    ['delimiter', delimiterName ? translate(`sluice.wizard.delimiters.${delimiterName}`) : delimiter],
    ['header_row', headerRow],
    ['date_format', dateFormat],
    ['locale', locale],
  ] as const;
  const texts = parts.flatMap(([name, value]) =>
    value == null ? [] : `${translate(`sluice.wizard.${name}`)}: ${value}`,
  );
  if (texts.length === 0) return null;
  return (
    <Fact name={translate('sluice.wizard.reading')}>
      {texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </Fact>
  );
}

function Options({ options }: { options: unknown }) {
  const translate = useTranslate();
  const texts = useOptionTexts()(options);
  if (texts.length === 0) return translate('sluice.details.no_options');
  return texts.map((text) => <div key={text}>{text}</div>);
}
