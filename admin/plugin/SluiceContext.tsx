import { createContext, type ReactNode, useContext } from 'react';
import { DataProviderContext } from 'react-admin';
import type { ImporterFeature } from './importers/feature.ts';
import type { Sluice } from './sluice.ts';

export interface SluiceContextValue {
  readonly sluice: Sluice;
  /** The importers that have pages here. */
  readonly features: readonly ImporterFeature[];
  /** What the names of the resources begin with in the app that mounts the pages. */
  readonly prefix: string;
  /** The resource of imports by its whole name: the start of their paths. */
  readonly importsResource: string;
  /** The host's choice of project; null: the user chooses among theirs. */
  readonly fixedProjectId: string | null;
}

const SluiceContext = createContext<SluiceContextValue | null>(null);

/** Gives the pages in it their server; the host's own data provider stays what it is everywhere else. */
export function SluiceScope({ value, children }: { value: SluiceContextValue; children: ReactNode }) {
  return (
    <SluiceContext.Provider value={value}>
      <DataProviderContext.Provider value={value.sluice.dataProvider}>{children}</DataProviderContext.Provider>
    </SluiceContext.Provider>
  );
}

/** Null outside of a SluiceScope, such as on the page where one signs in. */
export function useSluiceIfAny(): SluiceContextValue | null {
  return useContext(SluiceContext);
}

export function useSluice(): SluiceContextValue {
  const value = useContext(SluiceContext);
  if (!value) throw new Error('This belongs inside the pages that sluiceAdmin() returns, or inside a SluiceScope.');
  return value;
}
