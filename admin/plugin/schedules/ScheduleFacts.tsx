import { Link } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { isRecord, jsonText } from '../api/json.ts';
import type { ScheduleDetail } from '../api/types.ts';
import { Fact, FactList } from '../shared/FactList.tsx';
import { FROM_TOP } from '../shared/fromTop.ts';
import { useFormat } from '../shared/useFormat.ts';
import { useImporterName } from '../shared/useImporterName.ts';
import { usePath } from '../usePath.ts';
import { useCronWords } from './useCronWords.ts';

export function ScheduleFacts({ schedule }: { schedule: ScheduleDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  const path = usePath();
  const cronWords = useCronWords();
  const importerName = useImporterName();
  const { onDuplicate, maxErrorRate, options, lastImportId } = schedule;
  const label = (name: string) => translate(`sluice.schedules.${name}`);
  const said = isRecord(options) ? Object.entries(options) : [];
  return (
    <FactList>
      <Fact name={label('importer')}>{importerName(schedule.importerName, null)}</Fact>
      <Fact name={label('url')}>{schedule.url}</Fact>
      <Fact name={label('when')}>
        {cronWords(schedule.cron)} ({schedule.cron}), {schedule.timeZone}
      </Fact>
      <Fact name={label('next')}>{schedule.paused ? label('paused') : format.time(schedule.nextRunAt)}</Fact>
      <Fact name={label('last')}>
        {lastImportId ? (
          <Link component={RouterLink} to={path('imports', lastImportId)} state={FROM_TOP}>
            {label('open_import')}
          </Link>
        ) : (
          label('never')
        )}
      </Fact>
      {onDuplicate ? (
        <Fact name={translate('sluice.details.duplicates')}>{translate(`sluice.duplicates.${onDuplicate}.name`)}</Fact>
      ) : null}
      {maxErrorRate === null ? null : (
        <Fact name={translate('sluice.details.max_error_rate')}>{format.share(maxErrorRate)}</Fact>
      )}
      {said.length === 0 ? null : (
        <Fact name={translate('sluice.details.options')}>
          {said.map(([name, value]) => (
            <div key={name}>
              {translate(`sluice.options.${name}.label`, { _: name })}: {jsonText(value)}
            </div>
          ))}
        </Fact>
      )}
    </FactList>
  );
}
