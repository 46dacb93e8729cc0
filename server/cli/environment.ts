import { homedir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from './errors.ts';

/** Where Sluice is and who asks. */
export interface Access {
  /** Without a slash at its end. */
  readonly url: string;
  readonly apiKey: string;
  /** Null: the only project that the key sees. */
  readonly project: string | null;
}

/** What can be said on the command line in place of the environment. */
export interface AccessFlags {
  readonly url?: string | undefined;
  readonly project?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** From flags and SLUICE_URL, SLUICE_API_KEY, SLUICE_PROJECT. Throws UsageError. */
export function readAccess(flags: AccessFlags, variables: Environment = process.env): Access {
  const url = flags.url ?? (variables.SLUICE_URL || 'http://localhost:4000');
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new UsageError(`"${url}" is not a URL. Set SLUICE_URL or --url to http://host:port.`);
  }
  const apiKey = variables.SLUICE_API_KEY ?? '';
  if (!apiKey) throw new UsageError('No API key. Set the variable SLUICE_API_KEY.');
  return { url: url.replace(/(?<!\/)\/+$/, ''), apiKey, project: flags.project ?? (variables.SLUICE_PROJECT || null) };
}

/** The folder in which the command keeps what it needs between two runs. */
export function cacheFolder(variables: Environment = process.env): string {
  return join(variables.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sluice');
}
