import { z } from 'zod';
import { code } from '../../messages/zodIssues.ts';
import { DEEP_PATH } from './oddities.ts';
import { TRACKING_PARAMETERS } from './tracking.ts';

/** The descriptions are what the console shows. */
export const taxonomyOptions = z.strictObject({
  trackingParameters: z
    .array(z.string().regex(/^[^\s&=#*]+\*?$|^\*$/, code('OPTION_PARAMETER')))
    .max(200)
    .default([...TRACKING_PARAMETERS])
    .describe(
      'Query parameters that are taken off a URL, since they say where a visitor came from and not which page it is. A star at the end stands for anything. Always use the same for one site, or a page is imported twice.',
    ),
  deepPath: z.int().min(1).max(100).default(DEEP_PATH).describe('Warn of paths with more segments than this.'),
});

export type TaxonomyOptions = z.output<typeof taxonomyOptions>;
