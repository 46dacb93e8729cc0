import type { Feature } from '../feature.ts';
import { events } from './index.ts';

export const eventsFeature: Feature = {
  importer: events,
  api: async () => (await import('./graphql/index.ts')).eventsApi,
};
