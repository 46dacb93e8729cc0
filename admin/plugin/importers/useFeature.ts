import { useSluice } from '../SluiceContext.tsx';
import type { ImporterFeature } from './feature.ts';

/** What the importer of this name adds to the console; undefined for one of an author's own. */
export function useFeature(importer: string): ImporterFeature | undefined {
  return useSluice().features.find((feature) => feature.importer === importer);
}
