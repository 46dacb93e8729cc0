import type { saidWords as english } from '../en/said.ts';
import { accessSaid } from './said/access.ts';
import { importsSaid } from './said/imports.ts';
import { rowsSaid } from './said/rows.ts';
import { sourcesSaid } from './said/sources.ts';

export const saidWords: typeof english = {
  said: { ...sourcesSaid, ...rowsSaid, ...importsSaid, ...accessSaid },
};
