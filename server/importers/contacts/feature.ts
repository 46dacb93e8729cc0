import { fileURLToPath } from 'node:url';
import type { Feature } from '../feature.ts';
import { contacts } from './index.ts';

export const contactsFeature: Feature = {
  importer: contacts,
  api: async () => (await import('./graphql/index.ts')).contactsApi,
  sample: {
    name: 'contacts-sample.csv',
    path: fileURLToPath(new URL('sample.csv', import.meta.url)),
  },
};
