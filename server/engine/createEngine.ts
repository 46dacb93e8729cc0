import { cancelImport } from './commands/cancelImport.ts';
import { checkRows } from './commands/checkRows.ts';
import { deleteMapping } from './commands/deleteMapping.ts';
import { discardFailedRows } from './commands/discardFailedRows.ts';
import { inspectSource } from './commands/inspectSource.ts';
import { pauseImport } from './commands/pauseImport.ts';
import { previewMapping } from './commands/previewMapping.ts';
import { resumeImport } from './commands/resumeImport.ts';
import { retryFailedRows } from './commands/retryFailedRows.ts';
import { retryImport } from './commands/retryImport.ts';
import { saveMapping } from './commands/saveMapping.ts';
import { startImport } from './commands/startImport.ts';
import { startImports } from './commands/startImports.ts';
import { switchStarting } from './commands/switchStarting.ts';
import { undoImport } from './commands/undoImport.ts';
import type { Engine } from './engine.ts';
import type { EngineContext, EngineShares } from './model/context.ts';
import { kindsOf, listKinds } from './review/kinds.ts';
import { createEntity, decideEntityMatches, deleteEntityRule, setEntityRule } from './review/review.ts';
import { createSchedule, deleteSchedule, setPaused, updateSchedule } from './schedules/editSchedule.ts';
import { runDueSchedules, runSchedule } from './schedules/runSchedule.ts';
import { readProgress } from './store/progress.ts';
import { listSavedMappings, readSavedMapping } from './store/savedMappings.ts';
import { readSchedule } from './store/schedules.ts';

import { readStartSwitches } from './store/startSwitches.ts';
import { previewUndo } from './undo/previewUndo.ts';

/**
 * The engine's commands, bound to what they need. With `shares`, work inside a request and an undo's long list take
 * connections of the work's share, what looks at records takes those of records, and all else those of controls.
 */
export function createEngine(work: EngineContext, shares?: EngineShares): Engine {
  const context = { ...work, database: shares?.controls ?? work.database };
  const records = { ...work, database: shares?.records ?? work.database };
  const kindOf = (kind: string) => kindsOf(context.importers).get(kind)?.reviewKind;
  return {
    startImport: (actor, input) => startImport(context, actor, input, work),
    startImports: (actor, inputs) => startImports(context, actor, inputs, work),
    resumeImport: (actor, id, change) => resumeImport(context, actor, id, change),
    pauseImport: (actor, id) => pauseImport(context, actor, id),
    cancelImport: (actor, id) => cancelImport(context, actor, id),
    retryImport: (actor, id) => retryImport(context, actor, id),
    retryFailedRows: (actor, id, input) => retryFailedRows(context, actor, id, input),
    undoImport: (actor, id) => undoImport(work, actor, id),
    decideMatches: (actor, projectId, decisions) =>
      decideEntityMatches({ context: records, actor, projectId }, decisions),
    setEntityRule: (actor, projectId, name, entityId) =>
      setEntityRule({ context: records, actor, projectId }, name, entityId),
    deleteEntityRule: (actor, projectId, kind, key) =>
      deleteEntityRule({ context: records, actor, projectId }, kind, key),
    createEntity: (actor, projectId, entity) => createEntity({ context: records, actor, projectId }, entity),
    reviewKinds: () => listKinds(context.importers),
    similarEntities: async (projectId, kind, names) =>
      (await kindOf(kind)?.similar(records.database, projectId, names)) ?? [],
    searchEntities: async (projectId, kind, text, limit) =>
      (await kindOf(kind)?.search(records.database, projectId, text, limit)) ?? [],
    namedEntities: async (projectId, kind, ids) => (await kindOf(kind)?.named(records.database, projectId, ids)) ?? [],
    switchStarting: (actor, change) => switchStarting(context, actor, change),
    startSwitches: () => readStartSwitches(context.database),
    undoPreview: (id) => previewUndo(records, id),
    discardFailedRows: (actor, id, filter) => discardFailedRows(context, actor, id, filter),
    checkRows: (id, corrections) => checkRows(records, id, corrections),
    inspectSource: (input) => inspectSource(context, input),
    previewMapping: (input) => previewMapping(context, input),
    saveMapping: (actor, input) => saveMapping(context, actor, input),
    deleteMapping: (id) => deleteMapping(context, id),
    savedMappings: (projectId, importer) => listSavedMappings(context.database, projectId, importer),
    savedMapping: (id) => readSavedMapping(context.database, id),
    createSchedule: (actor, input, now = new Date()) => createSchedule(context, actor, input, now),
    updateSchedule: (id, change, now = new Date()) => updateSchedule(context, id, change, now),
    pauseSchedule: (id) => setPaused(context, id, true, new Date()),
    resumeSchedule: (id, now = new Date()) => setPaused(context, id, false, now),
    deleteSchedule: (id) => deleteSchedule(context, id),
    runSchedule: (actor, id, now = new Date()) => runSchedule(context, actor, id, now),
    schedule: (id) => readSchedule(context.database, id),
    runDueSchedules: (now) => runDueSchedules(context, now),
    progress: (ids) => readProgress(context.database, ids),
  };
}
