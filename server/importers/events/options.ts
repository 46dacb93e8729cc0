import { z } from 'zod';
import { code } from '../../messages/zodIssues.ts';
import { Invalid } from '../../sdk/index.ts';
import { zoneName } from './zone.ts';

const unknown = (what: string) =>
  z
    .enum(['CREATE', 'PARK'])
    .default('CREATE')
    .describe(
      `What becomes of a row whose ${what} is none of the project's. CREATE: it is made from what the row says, and marked for review. PARK: the row fails, and is tried again by itself once somebody has said which it is.`,
    );

const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}(:\d{2})?)?$/, code('OPTION_MOMENT'));

/** The descriptions are what the console shows. */
export const eventOptions = z.strictObject({
  unknownVenue: unknown('venue'),
  unknownOrganizer: unknown('organizer'),
  unknownCategory: unknown('category'),
  similarity: z
    .number()
    .min(0.3)
    .max(1)
    .default(0.7)
    .describe(
      'How alike two names must be to mean the same venue, organizer or category, from 0.3 to 1: the share of their words that both have, in whatever usual spelling. Where a word of meaning differs they are never the same. 1 leaves only names that are the same but for case, accents and punctuation.',
    ),
  timezone: z
    .string()
    .refine((name) => !(zoneName(name) instanceof Invalid), code('OPTION_ZONE'))
    .optional()
    .describe('The zone of rows that name none, such as America/New_York. A feed names it with each event.'),
  removeMissing: z
    .boolean()
    .default(false)
    .describe(
      'Mark events as removed that stood in the range of the feed and are no longer there. They are reported in any case. Nothing is removed while rows of the import are failed.',
    ),
  completeFrom: moment
    .optional()
    .describe(
      'For files: the rows are all events of their calendar from this time on, in its own time. With completeTo, events that are missing are reported. A feed knows its range by itself.',
    ),
  completeTo: moment.optional().describe('For files: the end of that range, itself within it. A day means all of it.'),
});

export type EventOptions = z.output<typeof eventOptions>;
