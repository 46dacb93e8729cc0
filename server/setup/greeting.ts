import type { StartedInfo } from '../app.ts';
import type { Seeded } from './seed.ts';

type Line = readonly [label: string, value: string];

/** What a person reads when a server or worker is ready. */
export function greeting({ url, seeded }: StartedInfo): string[] {
  if (url === null) return ['Sluice worker is ready. Ctrl-C stops it.'];
  const lines: Line[] = [['Sluice is ready:', url], ...(seeded === null ? [] : access(seeded)), ['Stop it:', 'Ctrl-C']];
  return ['', ...lines.map(([label, value]) => `  ${label.padEnd(16)} ${value}`), ''];
}

function access({ firstCredentials: first, credentialsFile: file }: Seeded): Line[] {
  if (first === null) return file === null ? [] : [['Sign in with:', file]];
  const email: Line = ['Sign in as:', first.email];
  // Values from the environment are already known to the user.
  if (file === null) return [email];
  return [email, ['Password:', first.password], ['API key:', first.apiKey], ['Kept in:', file]];
}
