import type { Sluice } from '../plugin/sluice.ts';
import type { SluiceAdminOptions } from '../plugin/sluiceAdmin.tsx';

/** How the console mounts the plug-in: alone, so that no name needs a prefix. */
export function consoleOptions(sluice: Sluice): SluiceAdminOptions {
  return { sluice, prefix: '' };
}
