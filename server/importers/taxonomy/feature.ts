import type { Feature } from '../feature.ts';
import { taxonomy } from './index.ts';

export const taxonomyFeature: Feature = {
  importer: taxonomy,
  api: async () => (await import('./graphql/index.ts')).taxonomyApi,
};
