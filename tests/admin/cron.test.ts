import { expect, test } from 'vitest';
import { plainTimes } from '../../admin/plugin/pages/schedules/cron.ts';

test.each([
  ['30 4 * * *', { kind: 'daily', hour: 4, minute: 30 }],
  ['5 23 * * 1-5', { kind: 'weekdays', hour: 23, minute: 5 }],
  ['0 0 * * 7', { kind: 'weekly', day: 0, hour: 0, minute: 0 }],
  ['15 * * * *', { kind: 'hourly', minute: 15 }],
  ['*/15 * * * *', { kind: 'minutes', minutes: 15 }],
])('%s has plain words', (cron, times) => {
  expect(plainTimes(cron)).toEqual(times);
});

test.each(['*/45 * * * *', '*/15 * * * 1-5', '0 6 1 * *', '0 6,18 * * *', '0 6 * 3 *', ''])(
  '"%s" is better read as crontab writes it',
  (cron) => {
    expect(plainTimes(cron)).toBeNull();
  },
);
