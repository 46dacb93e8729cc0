import type { ExitCode } from '../exitCodes.ts';
import { follow } from '../follow.ts';
import type { Session } from '../session.ts';

export function runWatch({ api, terminal }: Session, id: string): Promise<ExitCode> {
  return follow(api, terminal, id);
}
