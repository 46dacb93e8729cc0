import { accessSaid } from './said/access.ts';
import { importsSaid } from './said/imports.ts';
import { rowsSaid } from './said/rows.ts';
import { sourcesSaid } from './said/sources.ts';

/**
 * The sentences that the server says, whole: what stands in `%{}` is what it puts into them. The console knows a
 * sentence again by them (`said/recognise.ts`) and says it in the person's language.
 */
export const saidWords = {
  said: { ...sourcesSaid, ...rowsSaid, ...importsSaid, ...accessSaid },
};
