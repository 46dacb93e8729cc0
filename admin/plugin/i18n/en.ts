import { catalogue } from '../../../server/messages/catalogue.ts';
import { contactsTexts } from '../importers/contacts/i18n/en.ts';
import { eventsTexts } from '../importers/events/i18n/en.ts';
import { taxonomyTexts } from '../importers/taxonomy/i18n/en.ts';
import { codesTexts } from './en/codes.ts';
import { commonTexts } from './en/common.ts';
import { consoleTexts } from './en/console.ts';
import { deliveryTexts } from './en/delivery.ts';
import { failedTexts } from './en/failed.ts';
import { fieldRulesTexts } from './en/fieldRules.ts';
import { historyTexts } from './en/history.ts';
import { importTexts } from './en/import.ts';
import { optionsTexts } from './en/options.ts';
import { overviewTexts } from './en/overview.ts';
import { projectTexts } from './en/project.ts';
import { recordsTexts } from './en/records.ts';
import { resultsTexts } from './en/results.ts';
import { reviewTexts } from './en/review.ts';
import { schedulesTexts } from './en/schedules.ts';
import { wizardTexts } from './en/wizard.ts';
import { joined } from './joined.ts';

/** The server's messages, by their codes. */
const messages: Readonly<Record<keyof typeof catalogue, string>> = catalogue;

/** The texts of the pages in English, one file per area. Another language must have the same shape to compile. */
export const en = joined(
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
  { messages },
  projectTexts,
  schedulesTexts,
  consoleTexts,
  contactsTexts,
  taxonomyTexts,
  eventsTexts,
);

export type SluiceTexts = typeof en;
