import { type Api, createApi } from './api.ts';
import { type Access, type AccessFlags, readAccess } from './environment.ts';
import { ensureProject } from './project.ts';
import { createTerminal, isPerson, type Terminal } from './terminal.ts';

/** Flags that every command has. */
export interface CommonFlags extends AccessFlags {
  readonly json?: boolean | undefined;
}

/** What a command works with. */
export interface Session {
  readonly api: Api;
  readonly terminal: Terminal;
  /** The project that was named, or the only one there is. Throws UsageError. */
  project(): Promise<string>;
}

/** Throws UsageError where it is not said who asks, or where Sluice is. */
export function openSession(flags: CommonFlags): Session {
  const access: Access = readAccess(flags);
  const api = createApi(access);
  return {
    api,
    terminal: createTerminal({ json: flags.json ?? !isPerson() }),
    project: () => ensureProject(api, access),
  };
}
