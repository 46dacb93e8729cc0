import type { StartedInfo } from '../app.ts';

/** What a person reads when a server or worker is ready. */
export function greeting(info: StartedInfo): string[] {
  if (info.url === null) return ['Sluice worker is ready. Ctrl-C stops it.'];
  return ['', `  Sluice is ready: ${info.url}`, ...access(info), '  Stop it:         Ctrl-C', ''];
}

function access({ seeded }: StartedInfo): string[] {
  const file = seeded?.credentialsFile ?? null;
  const kept = file === null ? [] : [`  Kept in:         ${file}`];
  const first = seeded?.firstCredentials ?? null;
  if (first === null) return kept.map((line) => line.replace('Kept in:        ', 'Sign in:        '));
  // What the environment gave is known to whoever gave it.
  if (file === null) return [`  Sign in as:      ${first.email}`];
  return [
    `  Sign in as:      ${first.email}`,
    `  Password:        ${first.password}`,
    `  API key:         ${first.apiKey}`,
    ...kept,
  ];
}
