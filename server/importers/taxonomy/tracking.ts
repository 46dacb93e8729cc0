/** Parameters that say where a visitor came from and not what is shown. A `*` at the end stands for anything. */
export const TRACKING_PARAMETERS: readonly string[] = [
  'utm_*',
  'gclid',
  'gclsrc',
  'gbraid',
  'wbraid',
  'dclid',
  'srsltid',
  '_ga',
  '_gl',
  'fbclid',
  'igshid',
  'msclkid',
  'ttclid',
  'twclid',
  'yclid',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  '_hsenc',
  '_hsmi',
];

/** Whether a query's parameter is one of these patterns, in any case of letters. */
export function isTracking(name: string, patterns: readonly string[]): boolean {
  const wanted = name.toLowerCase();
  return patterns.some((given) => {
    const pattern = given.toLowerCase();
    return pattern.endsWith('*') ? wanted.startsWith(pattern.slice(0, -1)) : wanted === pattern;
  });
}
