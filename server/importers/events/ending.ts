import { message } from '../../messages/catalogue.ts';
import type { Db, FinishContext, ReportedWarning, SourceCoverage } from '../../sdk/index.ts';
import type { EventOptions } from './options.ts';
import { removeMissing, restoreRemoved, saveMissing } from './store/missingEvents.ts';
import { removeMade } from './store/removeMade.ts';

type Context = FinishContext<EventOptions>;

/** After the last row, and after an undo: what vanished from the feed, and what an undone import had made. */
export async function finishEvents(db: Db, context: Context): Promise<void> {
  if (context.undone) {
    await restoreRemoved(db, context);
    await removeMade(db, context);
    return;
  }
  const coverage = coverageOf(context);
  if (coverage === null || !removes(context)) return;
  await saveMissing(db, context, coverage);
  await removeMissing(db, context);
}

/** Says how many events are missing. */
export async function reportEvents(db: Db, context: Context): Promise<readonly ReportedWarning[]> {
  const coverage = coverageOf(context);
  if (coverage === null) return [];
  const { completeFrom } = context.options;
  const count = await saveMissing(db, context, coverage);
  const where = completeFrom === undefined ? message('RANGE_FEED') : message('RANGE_OF_IMPORT');
  const cause = message(missingCode(context), { where, from: coverage.from, to: coverage.to });
  return [{ ...message('MISSING_EVENTS', { cause }), count }];
}

function missingCode(context: Context): 'EVENTS_MISSING' | 'EVENTS_MISSING_MARKED' | 'EVENTS_MISSING_HELD' {
  if (removes(context)) return context.dryRun ? 'EVENTS_MISSING' : 'EVENTS_MISSING_MARKED';
  return context.options.removeMissing ? 'EVENTS_MISSING_HELD' : 'EVENTS_MISSING';
}

/** What failed rows would have said is not known, and an empty feed looks as a broken calendar does. */
function removes({ options, failedRows, rows }: Context): boolean {
  return options.removeMissing && failedRows === 0 && rows > 0;
}

/** What was said in the options, else what the source says of itself. */
function coverageOf({ options, coverage }: Context): SourceCoverage | null {
  const { completeFrom, completeTo } = options;
  if (completeFrom === undefined || completeTo === undefined) return coverage;
  const clock = (text: string, time: string) => (text.length === 10 ? `${text} ${time}` : text.padEnd(19, ':00'));
  return {
    source: coverage?.source ?? '',
    from: clock(completeFrom, '00:00:00'),
    to: clock(completeTo, '23:59:59'),
    strict: false,
  };
}
