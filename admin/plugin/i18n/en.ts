import { codesWords } from './en/codes.ts';
import { commonWords } from './en/common.ts';
import { consoleWords } from './en/console.ts';
import { deliveryWords } from './en/delivery.ts';
import { eventsWords } from './en/events.ts';
import { failedWords } from './en/failed.ts';
import { fieldsWords } from './en/fields.ts';
import { historyWords } from './en/history.ts';
import { importWords } from './en/import.ts';
import { optionsWords } from './en/options.ts';
import { overviewWords } from './en/overview.ts';
import { projectWords } from './en/project.ts';
import { recordsWords } from './en/records.ts';
import { resultsWords } from './en/results.ts';
import { reviewWords } from './en/review.ts';
import { saidWords } from './en/said.ts';
import { schedulesWords } from './en/schedules.ts';
import { wizardWords } from './en/wizard.ts';

/** The texts of the pages in English, one file per area. Another language must have the same shape to compile. */
export const en = {
  ...commonWords,
  ...historyWords,
  ...wizardWords,
  ...importWords,
  ...failedWords,
  ...codesWords,
  ...overviewWords,
  ...recordsWords,
  ...eventsWords,
  ...reviewWords,
  ...resultsWords,
  ...deliveryWords,
  ...optionsWords,
  ...fieldsWords,
  ...saidWords,
  ...projectWords,
  ...schedulesWords,
  ...consoleWords,
};

export type SluiceWords = typeof en;
