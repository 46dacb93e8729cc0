import { useTranslate } from 'react-admin';
import type { ScheduleDetail } from '../../../api/types.ts';
import { Fact } from '../../../ui/FactList.tsx';
import { useImporters } from '../useImporters.ts';

/** The format settings that a user set for a schedule's source, without detected settings. */
export function ReadingFacts({ schedule: { format, mapping, importerName } }: { schedule: ScheduleDetail }) {
  const translate = useTranslate();
  const importers = useImporters();
  const fields = importers.data?.find(({ name }) => name === importerName)?.fields ?? [];
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  const texts = Object.entries(format).flatMap(([name, value]) =>
    value === null ? [] : [`${translate(`sluice.wizard.${WORDS[name] ?? name}`)}: ${value}`],
  );
  return (
    <>
      {texts.length === 0 ? null : <Fact name={translate('sluice.schedules.facts_format')}>{texts.join(', ')}</Fact>}
      {mapping === null ? null : (
        <Fact name={translate('sluice.schedules.columns')}>
          {mapping.map(({ column, field }) => (
            <div key={column}>
              {column} → {field === null ? translate('sluice.wizard.ignore') : (labels.get(field) ?? field)}
            </div>
          ))}
        </Fact>
      )}
    </>
  );
}

const WORDS: Readonly<Record<string, string>> = { headerRow: 'header_row', dateFormat: 'date_format' };
