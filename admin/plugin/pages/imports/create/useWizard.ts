import { useLocale } from 'react-admin';
import type { FieldRuleInput, SourceFormatInput } from '../../../../gql/generated/graphql.ts';
import type { ImporterInfo, SourceInspection } from '../../../api/types.ts';
import { withLocale } from './columns/locales.ts';
import { type Choices, chosen, isUsable, type MappingErrors, mappingErrorsOf } from './columns/mapping.ts';
import { rulesOf } from './columns/rules/rules.ts';
import { type DraftContext, STEPS, type StepName } from './draft.ts';
import { type UploadControl, useUpload } from './source/useUpload.ts';
import { type DraftStore, useDraft } from './useDraft.ts';
import { type InspectionState, useInspection } from './useInspection.ts';
import { useSavedFormat } from './useSavedFormat.ts';
import { useStepAddress } from './useStepAddress.ts';

export interface Wizard {
  readonly projectId: string;
  readonly importer: ImporterInfo;
  readonly store: DraftStore;
  readonly upload: UploadControl;
  readonly inspection: InspectionState;
  /** Where each column goes; empty until the source was looked at. */
  readonly choices: Choices;
  /** What fields get beside their columns. */
  readonly rules: readonly FieldRuleInput[];
  /** How the source is read: as the draft says, and by the user's language. */
  readonly format: SourceFormatInput;
  /** The sheets of a workbook that are imported; empty for other sources. */
  readonly sheets: readonly string[];
  readonly errors: MappingErrors;
  readonly context: DraftContext;
  /** The step that is shown: the one asked for, or the last before it that can be reached. */
  readonly step: StepName;
  readonly canReach: (step: StepName) => boolean;
  readonly goTo: (step: StepName) => void;
}

/** A new import from its source to its start. */
export function useWizard(projectId: string, importers: readonly [ImporterInfo, ...ImporterInfo[]]): Wizard {
  const store = useDraft(projectId);
  const { draft, chooseSource, note } = store;
  const importer =
    importers.find(({ name }) => name === draft.importer) ??
    importers.find(({ startable }) => startable) ??
    importers[0];
  const upload = useUpload(projectId, {
    onDone: chooseSource,
    onUnfinished: (unfinished) => note({ unfinished }),
  });
  const format = withLocale(draft.format, importer, useLocale());
  const inspection = useInspection(projectId, importer.name, { source: draft.source, format });
  const ready = inspection.kind === 'ready' ? inspection.inspection : null;
  useSavedFormat(store, ready?.savedMapping ?? null);
  const choices = ready ? chosen(ready, draft.columns) : {};
  const rules = ready ? rulesOf(ready, draft.fieldRules) : [];
  const errors = mappingErrorsOf(importer, choices, rules);
  const sheets = sheetsOf(ready, draft.sheets);
  const canReach = (step: StepName): boolean => {
    if (step === 'source') return true;
    if (draft.source.kind === 'none' || upload.state.kind === 'sending' || !importer.startable) return false;
    return step === 'columns' || (ready !== null && isUsable(errors));
  };
  const address = useStepAddress(draft.step);
  const wanted = STEPS.indexOf(address.step);
  // Until it is known what the source is, a page that was left comes back as it was.
  const step =
    inspection.kind === 'loading'
      ? address.step
      : (STEPS.findLast((name, index) => index <= wanted && canReach(name)) ?? 'source');
  const context = { projectId, importer, headers: ready?.headers ?? [], choices, rules, format };
  const { goTo } = address;
  return {
    projectId,
    importer,
    store,
    upload,
    inspection,
    choices,
    rules,
    format,
    sheets,
    errors,
    context,
    step,
    canReach,
    goTo,
  };
}

/** Those that were chosen and are there; else the one that is shown. */
function sheetsOf(inspection: SourceInspection | null, chosen: readonly string[]): readonly string[] {
  const there = chosen.filter((name) => inspection?.sheets.includes(name));
  // Another sheet to look at among several changes nothing of what is imported.
  if (there.length > 1) return there;
  return inspection?.sheet == null ? [] : [inspection.sheet];
}
