import { useTranslate } from 'react-admin';
import type { ScheduleDetail } from '../../api/types.ts';
import { Fact, FactList } from '../../ui/FactList.tsx';
import { useFormat } from '../../ui/format/useFormat.ts';
import { useImporterName } from '../../ui/words/useImporterName.ts';
import { useOptionTexts } from '../../ui/words/useOptionTexts.ts';
import { ReadingFacts } from './reading/ReadingFacts.tsx';
import { StartedImport } from './StartedImport.tsx';
import { useCronTexts } from './useCronTexts.ts';

export function ScheduleFacts({ schedule }: { schedule: ScheduleDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const cronTexts = useCronTexts();
  const importerName = useImporterName();
  const { onDuplicate, maxErrorRate, options, lastImportId } = schedule;
  const label = (name: string) => translate(`sluice.schedules.${name}`);
  const times = cronTexts(schedule.cron);
  const texts = useOptionTexts()(options);
  return (
    <FactList>
      <Fact name={label('importer')}>{importerName(schedule.importerName, null)}</Fact>
      <Fact name={label('url')}>{schedule.url}</Fact>
      <Fact name={label('when')}>
        {times === schedule.cron ? times : `${times} (${schedule.cron})`}, {schedule.timeZone}
      </Fact>
      <Fact name={label('next')}>{schedule.paused ? label('paused') : format.time(schedule.nextRunAt)}</Fact>
      <Fact name={label('last')}>{lastImportId ? <StartedImport id={lastImportId} /> : label('never')}</Fact>
      <ReadingFacts schedule={schedule} />
      {onDuplicate ? (
        <Fact name={translate('sluice.details.duplicates')}>{translate(`sluice.duplicates.${onDuplicate}.name`)}</Fact>
      ) : null}
      {maxErrorRate === null ? null : (
        <Fact name={translate('sluice.details.max_error_rate')}>{format.share(maxErrorRate)}</Fact>
      )}
      {texts.length === 0 ? null : (
        <Fact name={translate('sluice.details.options')}>
          {texts.map((text) => (
            <div key={text}>{text}</div>
          ))}
        </Fact>
      )}
    </FactList>
  );
}
