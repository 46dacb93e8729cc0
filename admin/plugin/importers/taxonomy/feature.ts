import TaxonomyIcon from '@mui/icons-material/AccountTreeOutlined';
import { lazyPage } from '../../ui/browser/lazyPage.tsx';
import type { ImporterFeature } from '../feature.ts';

declare module '../../pageNames.ts' {
  interface PageNames {
    readonly taxonomy: true;
  }
}

/** The pages of sites, and their hierarchy, in the console. */
export const taxonomyFeature: ImporterFeature = {
  importer: 'taxonomy',
  pages: [
    {
      name: 'taxonomy',
      title: 'sluice.taxonomy.title',
      group: 'records',
      Icon: TaxonomyIcon,
      list: lazyPage(async () => (await import('./pages/TaxonomyListPage.tsx')).TaxonomyListPage),
      show: lazyPage(async () => (await import('./pages/TaxonomyPage.tsx')).TaxonomyPage),
    },
  ],
  recordPage: 'taxonomy',
  // The tree reads its pages itself.
  lists: () => ({}),
};
