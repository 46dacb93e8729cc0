import { lazy, type ReactElement } from 'react';
import { Resource } from 'react-admin';
import { type SluiceContextValue, SluiceScope } from './SluiceContext.tsx';
import type { Sluice } from './sluice.ts';

export interface SluiceAdminOptions {
  readonly sluice: Sluice;
  /** What the names and paths of the resources begin with, so that they meet none of the host's; 'sluice-' if absent. */
  readonly prefix?: string;
  /** The one project that the pages are about; absent: the user chooses among theirs. */
  readonly projectId?: string;
}

const ImportListPage = lazy(async () => ({
  default: (await import('./imports/list/ImportListPage.tsx')).ImportListPage,
}));
const NewImportPage = lazy(async () => ({
  default: (await import('./imports/create/NewImportPage.tsx')).NewImportPage,
}));
const ImportPage = lazy(async () => ({ default: (await import('./imports/show/ImportPage.tsx')).ImportPage }));

/**
 * The pages of Sluice for a react-admin app, as keyed elements: react-admin reads the children of `<Admin>` themselves,
 * and what a wrapper component would render is invisible to it.
 *
 * @example <Admin dataProvider={own}>{sluiceAdmin({ sluice })}</Admin>
 */
export function sluiceAdmin(options: SluiceAdminOptions): ReactElement[] {
  const value = sluiceScope(options);
  return [
    <Resource
      key={value.importsResource}
      name={value.importsResource}
      list={
        <SluiceScope value={value}>
          <ImportListPage />
        </SluiceScope>
      }
      create={
        <SluiceScope value={value}>
          <NewImportPage />
        </SluiceScope>
      }
      show={
        <SluiceScope value={value}>
          <ImportPage />
        </SluiceScope>
      }
    />,
  ];
}

/** What a SluiceScope around the host's own menu or toolbar needs. */
export function sluiceScope({ sluice, prefix = 'sluice-', projectId }: SluiceAdminOptions): SluiceContextValue {
  return { sluice, importsResource: `${prefix}imports`, fixedProjectId: projectId ?? null };
}
