import { catalogue } from '../../../server/messages/catalogue.ts';
import { contactsWords } from '../importers/contacts/i18n/en.ts';
import { eventsWords } from '../importers/events/i18n/en.ts';
import { taxonomyWords } from '../importers/taxonomy/i18n/en.ts';
import { codesWords } from './en/codes.ts';
import { commonWords } from './en/common.ts';
import { consoleWords } from './en/console.ts';
import { deliveryWords } from './en/delivery.ts';
import { failedWords } from './en/failed.ts';
import { historyWords } from './en/history.ts';
import { importWords } from './en/import.ts';
import { optionsWords } from './en/options.ts';
import { overviewWords } from './en/overview.ts';
import { projectWords } from './en/project.ts';
import { recordsWords } from './en/records.ts';
import { resultsWords } from './en/results.ts';
import { schedulesWords } from './en/schedules.ts';
import { wizardWords } from './en/wizard.ts';
import { joined } from './joined.ts';

/** The server's messages, by their codes. */
const messages: Readonly<Record<keyof typeof catalogue, string>> = catalogue;

/** The texts of the pages in English, one file per area. Another language must have the same shape to compile. */
export const en = joined(
  commonWords,
  historyWords,
  wizardWords,
  importWords,
  failedWords,
  codesWords,
  overviewWords,
  recordsWords,
  resultsWords,
  deliveryWords,
  optionsWords,
  { messages },
  projectWords,
  schedulesWords,
  consoleWords,
  contactsWords,
  taxonomyWords,
  eventsWords,
);

export type SluiceWords = typeof en;
