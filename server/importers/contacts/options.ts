import { isSupportedCountry } from 'libphonenumber-js/min';
import { z } from 'zod';
import { code } from '../../messages/zodIssues.ts';

/** Exported for the store of lists and the tests; the descriptions are what the console shows. */
export const contactOptions = z.strictObject({
  defaultRegion: z
    .string()
    .regex(/^[A-Z]{2}$/, code('OPTION_REGION'))
    .refine(isSupportedCountry, code('OPTION_REGION_PHONES'))
    .default('US')
    .describe('The country of phone numbers that are written without a country code, as two letters (ISO 3166).'),
  matchBy: z
    .enum(['PHONE', 'PHONE_THEN_EMAIL', 'EMAIL', 'EMAIL_THEN_PHONE'])
    .default('EMAIL_THEN_PHONE')
    .describe(
      'How a row finds the contact that is there already. PHONE: by phone, a row without one by e-mail. EMAIL: by e-mail, a row without one by phone. The other two look by the second when the first finds nobody. A contact with the same phone is another person where its e-mail address or name differs.',
    ),
  sharedEmail: z
    .enum(['FAIL', 'CREATE'])
    .default('FAIL')
    .describe(
      'What becomes of a row whose e-mail address a contact has that has another name and another phone, as in a family. FAIL: the row becomes a failed row. CREATE: a new contact with the same address.',
    ),
  listName: z
    .string()
    .trim()
    .min(1, code('OPTION_LIST'))
    .max(200)
    .optional()
    .describe('Put every contact of this import on the contact list of this name, which is made when it is new.'),
});

export type ContactOptions = z.output<typeof contactOptions>;
