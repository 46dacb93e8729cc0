import { contactsWords } from '../importers/contacts/i18n/de.ts';
import { eventsWords } from '../importers/events/i18n/de.ts';
import { taxonomyWords } from '../importers/taxonomy/i18n/de.ts';
import { codesWords } from './de/codes.ts';
import { commonWords } from './de/common.ts';
import { consoleWords } from './de/console.ts';
import { deliveryWords } from './de/delivery.ts';
import { failedWords } from './de/failed.ts';
import { historyWords } from './de/history.ts';
import { importWords } from './de/import.ts';
import { accessMessages } from './de/messages/access.ts';
import { importsMessages } from './de/messages/imports.ts';
import { rowsMessages } from './de/messages/rows.ts';
import { sourcesMessages } from './de/messages/sources.ts';
import { optionsWords } from './de/options.ts';
import { overviewWords } from './de/overview.ts';
import { projectWords } from './de/project.ts';
import { recordsWords } from './de/records.ts';
import { resultsWords } from './de/results.ts';
import { schedulesWords } from './de/schedules.ts';
import { wizardWords } from './de/wizard.ts';
import type { SluiceWords } from './en.ts';
import { joined } from './joined.ts';

/** German. A text that is missing here, or that English no longer has, does not compile. */
export const de: SluiceWords = joined(
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
  { messages: { ...sourcesMessages, ...rowsMessages, ...importsMessages, ...accessMessages } },
  projectWords,
  schedulesWords,
  consoleWords,
  contactsWords,
  taxonomyWords,
  eventsWords,
);
