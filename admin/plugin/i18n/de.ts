import { contactsTexts } from '../importers/contacts/i18n/de.ts';
import { eventsTexts } from '../importers/events/i18n/de.ts';
import { taxonomyTexts } from '../importers/taxonomy/i18n/de.ts';
import { codesTexts } from './de/codes.ts';
import { commonTexts } from './de/common.ts';
import { consoleTexts } from './de/console.ts';
import { deliveryTexts } from './de/delivery.ts';
import { failedTexts } from './de/failed.ts';
import { fieldRulesTexts } from './de/fieldRules.ts';
import { historyTexts } from './de/history.ts';
import { importTexts } from './de/import.ts';
import { accessMessages } from './de/messages/access.ts';
import { importsMessages } from './de/messages/imports.ts';
import { recordsMessages } from './de/messages/records.ts';
import { rowsMessages } from './de/messages/rows.ts';
import { sourcesMessages } from './de/messages/sources.ts';
import { optionsTexts } from './de/options.ts';
import { overviewTexts } from './de/overview.ts';
import { projectTexts } from './de/project.ts';
import { recordsTexts } from './de/records.ts';
import { resultsTexts } from './de/results.ts';
import { reviewTexts } from './de/review.ts';
import { schedulesTexts } from './de/schedules.ts';
import { wizardTexts } from './de/wizard.ts';
import type { SluiceTexts } from './en.ts';
import { joined } from './joined.ts';

/** German. A text that is missing here, or that English no longer has, does not compile. */
export const de: SluiceTexts = joined(
  commonTexts,
  historyTexts,
  fieldRulesTexts,
  wizardTexts,
  importTexts,
  failedTexts,
  codesTexts,
  overviewTexts,
  recordsTexts,
  resultsTexts,
  reviewTexts,
  deliveryTexts,
  optionsTexts,
  { messages: { ...sourcesMessages, ...rowsMessages, ...importsMessages, ...recordsMessages, ...accessMessages } },
  projectTexts,
  schedulesTexts,
  consoleTexts,
  contactsTexts,
  taxonomyTexts,
  eventsTexts,
);
