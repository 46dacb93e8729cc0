import process from 'node:process';

const isFull = process.env.SLUICE_TEST_FULL !== undefined;

/** How many random inputs a property that works on the database is tried with: all in `npm run test:full`, fewer in `npm test`. */
export function samples({ quick, full }: { readonly quick: number; readonly full: number }): { numRuns: number } {
  return { numRuns: isFull ? full : quick };
}
