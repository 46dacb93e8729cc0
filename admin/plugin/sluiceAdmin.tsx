import type { ComponentType, ReactElement } from 'react';
import { Resource } from 'react-admin';
import { features } from './importers/features.ts';
import { PAGES } from './pages.tsx';
import { type SluiceContextValue, SluiceScope } from './SluiceContext.tsx';
import type { Sluice } from './sluice.ts';

export interface SluiceAdminOptions {
  readonly sluice: Sluice;
  /** What the names and paths of the resources begin with, so that they meet none of the host's; 'sluice-' if absent. */
  readonly prefix?: string;
  /** The one project that the pages are about; absent: the user chooses among theirs. */
  readonly projectId?: string;
}

/**
 * The pages of Sluice for a react-admin app, as keyed elements: react-admin reads the children of `<Admin>` themselves,
 * and what a wrapper component would render is invisible to it.
 *
 * @example <Admin dataProvider={own}>{sluiceAdmin({ sluice })}</Admin>
 */
export function sluiceAdmin(options: SluiceAdminOptions): ReactElement[] {
  const value = sluiceScope(options);
  return PAGES.map(({ name, list, create, show }) => (
    <Resource
      key={value.prefix + name}
      name={value.prefix + name}
      list={scoped(value, list)}
      {...(create ? { create: scoped(value, create) } : {})}
      {...(show ? { show: scoped(value, show) } : {})}
    />
  ));
}

function scoped(value: SluiceContextValue, Content: ComponentType): ReactElement {
  return (
    <SluiceScope value={value}>
      <Content />
    </SluiceScope>
  );
}

/** What a SluiceScope around the host's own menu or toolbar needs. */
export function sluiceScope({ sluice, prefix = 'sluice-', projectId }: SluiceAdminOptions): SluiceContextValue {
  return { sluice, features, prefix, importsResource: `${prefix}imports`, fixedProjectId: projectId ?? null };
}
