import { z } from 'zod';
import { readMessage } from '../../messages/stored.ts';
import type { Builder } from '../builder.ts';

/** As the engine's assessImport keeps it. */
const ASSESSMENT = z.object({
  thresholds: z.record(z.string(), z.number()),
  successRate: z.number(),
  validationRate: z.number(),
  entityResolutionRate: z.number().nullable(),
  canProceed: z.boolean(),
  reasons: z.array(z.unknown()).transform((reasons) => reasons.map(readMessage)),
});

export type AssessmentShape = z.output<typeof ASSESSMENT>;

/** Statuses that an import comes to with an outcome for each row, and those behind them. */
const ASSESSED: readonly string[] = ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'UNDOING', 'UNDONE'];

/** Assessment, and where an import has it. */
export function addAssessment(builder: Builder): void {
  const assessment = builder.objectRef<AssessmentShape>('Assessment');
  assessment.implement({
    description: 'A rate is 1 if there is nothing to rate. The thresholds come from the options.',
    fields: (t) => ({
      thresholds: t.expose('thresholds', {
        type: 'JSON',
        description: 'minSuccessRate, minValidationRate and minEntityResolutionRate, each from 0 to 1.',
      }),
      successRate: t.exposeFloat('successRate', { description: 'Share of the rows that have a good outcome, 0 to 1.' }),
      validationRate: t.exposeFloat('validationRate', {
        description: 'Share of valid rows, 0 to 1.',
      }),
      entityResolutionRate: t.exposeFloat('entityResolutionRate', {
        nullable: true,
        description:
          'Share of rows whose entities, such as venues, are known, 0 to 1; null if no rows refer to entities.',
      }),
      canProceed: t.exposeBoolean('canProceed', {
        description: 'Whether every rate meets its threshold: go or no-go.',
      }),
      reasons: t.field({
        type: ['Message'],
        description: 'The reasons, as English messages.',
        resolve: ({ reasons }) => reasons,
      }),
    }),
  });
  builder.prismaObjectField('Import', 'assessment', (t) =>
    t.field({
      type: assessment,
      nullable: true,
      description:
        'The assessment of a finished dry run or import: the rates, the thresholds and whether it is go or no-go.',
      select: { assessment: true, status: true },
      resolve: (row) => (ASSESSED.includes(row.status) ? ASSESSMENT.nullable().parse(row.assessment) : null),
    }),
  );
}
