import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, the longest first, as a run on two cores has shown. A file may be missing here. */
const LONGEST: readonly string[] = [
  'full/crash',
  'full/looks',
  'full/keyboard',
  'full/startAnywhere',
  'crash/short',
  'e2e/project',
  'e2e/records',
  'e2e/wizard',
  'e2e/failedRows',
  'e2e/results',
  'cli/commands',
  'e2e/live',
  'e2e/import',
  'e2e/controls',
  'jobs/fairness',
  'e2e/review',
  'graphql/progress',
];

/** Begins with the longest files, so that none of them runs alone at the end. A fresh clone knows no earlier run. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const index = LONGEST.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
      return index < 0 ? LONGEST.length : index;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
