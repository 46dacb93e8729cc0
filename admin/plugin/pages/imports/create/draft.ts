import type {
  DuplicatePolicy,
  FieldRuleInput,
  SourceFormatInput,
  StartImportInput,
} from '../../../../gql/generated/graphql.ts';
import type { ImporterInfo } from '../../../api/types.ts';
import { type ColumnChoice, mappingInput } from './columns/mapping.ts';

export const STEPS = ['source', 'columns', 'options', 'check'] as const;
export type StepName = (typeof STEPS)[number];

/** What is imported. An upload lies on the server already, so that a draft outlives the page that began it. */
export type DraftSource =
  | { readonly kind: 'none' }
  | { readonly kind: 'upload'; readonly uploadId: string; readonly name: string; readonly size: number }
  | { readonly kind: 'url'; readonly url: string };

/** The ways in which rows come. */
export const WAYS = ['file', 'url', 'paste'] as const;
export type SourceMethod = (typeof WAYS)[number];

/** A file that a page began to send. */
export interface UnfinishedFile {
  readonly name: string;
  readonly size: number;
}

/** A new import as far as it has been described. It is kept in the browser, and holds nothing of a file. */
export interface Draft {
  readonly step: StepName;
  readonly importer: string | null;
  readonly source: DraftSource;
  readonly method: SourceMethod;
  /** As typed, before it is used. */
  readonly typedUrl: string;
  readonly pasted: string;
  /** Null once it is all there, or given up. */
  readonly unfinished: UnfinishedFile | null;
  /** Of the saved mapping whose format was taken over; once, so that it can be said otherwise. */
  readonly formatOf: string | null;
  /** What was detected wrongly, said right. */
  readonly format: SourceFormatInput;
  /** By column; what is absent is as proposed. */
  readonly columns: Readonly<Record<string, ColumnChoice>>;
  /** What fields get beside their columns; null is as proposed. */
  readonly fieldRules: readonly FieldRuleInput[] | null;
  /** The sheets of a workbook to import, one import each; empty: the one that is shown. */
  readonly sheets: readonly string[];
  readonly policy: DuplicatePolicy | null;
  readonly options: Readonly<Record<string, unknown>>;
  /** Percent of the rows. */
  readonly maxErrorRate: number | null;
  readonly notifyEmails: readonly string[];
  readonly webhookUrl: string;
  /** The check that was made of just this draft. */
  readonly dryRunId: string | null;
}

export const EMPTY_DRAFT: Draft = {
  step: 'source',
  importer: null,
  source: { kind: 'none' },
  method: 'file',
  typedUrl: '',
  pasted: '',
  unfinished: null,
  formatOf: null,
  format: {},
  columns: {},
  fieldRules: null,
  sheets: [],
  policy: null,
  options: {},
  maxErrorRate: null,
  notifyEmails: [],
  webhookUrl: '',
  dryRunId: null,
};

export type DraftNote = Partial<Pick<Draft, 'method' | 'typedUrl' | 'pasted' | 'unfinished' | 'formatOf'>>;
export type DraftChange = Partial<Omit<Draft, 'step' | 'dryRunId' | keyof DraftNote>>;

/** A check is of what it checked: whatever changes, it counts no more. */
export function changed(draft: Draft, change: DraftChange): Draft {
  return { ...draft, ...change, dryRunId: null };
}

/** Another source: what was said of the last one's columns and format does not hold for it. */
export function withSource(draft: Draft, source: DraftSource): Draft {
  return {
    ...changed(draft, { source, format: {}, columns: {}, fieldRules: null, sheets: [] }),
    pasted: '',
    unfinished: null,
    formatOf: null,
  };
}

/** Another importer has other fields and options. */
export function withImporter(draft: Draft, importer: string): Draft {
  if (importer === draft.importer) return draft;
  return changed(draft, { importer, columns: {}, fieldRules: null, options: {}, policy: null });
}

/** The policy that was chosen, or the importer's first. */
export function policyOf(draft: Draft, importer: ImporterInfo): DuplicatePolicy {
  const { policy } = draft;
  if (policy && importer.duplicatePolicies.includes(policy)) return policy;
  return importer.duplicatePolicies[0] ?? 'SKIP';
}

export interface DraftContext {
  readonly projectId: string;
  readonly importer: ImporterInfo;
  /** Of the inspection: in the source's order. */
  readonly headers: readonly string[];
  readonly choices: Readonly<Record<string, ColumnChoice>>;
  readonly rules: readonly FieldRuleInput[];
  /** The draft's, with the locale of the user's language where none was chosen. */
  readonly format: SourceFormatInput;
}

/** What startImport is told: the source itself, or the rows of the check with the corrections made there. */
export function startInput(draft: Draft, context: DraftContext, dryRun: boolean): StartImportInput {
  const { projectId, importer, headers, choices, rules, format } = context;
  const fromCheck = !dryRun && draft.dryRunId !== null;
  return {
    projectId,
    importer: importer.name,
    source: fromCheck ? { importId: draft.dryRunId } : sourceInput(draft.source),
    ...(fromCheck
      ? {}
      : { format, mapping: mappingInput(headers, choices, importer.catchAll ?? null), fieldRules: [...rules] }),
    onDuplicate: policyOf(draft, importer),
    options: draft.options,
    dryRun,
    ...(dryRun ? {} : endings(draft)),
  };
}

/** When to stop, and whom to tell: of no matter to a check. */
function endings({ maxErrorRate, notifyEmails, webhookUrl }: Draft): Partial<StartImportInput> {
  return {
    ...(maxErrorRate === null ? {} : { maxErrorRate: maxErrorRate / 100 }),
    ...(written(notifyEmails).length === 0 ? {} : { notifyEmails: written(notifyEmails) }),
    ...(webhookUrl === '' ? {} : { webhookUrl }),
  };
}

/** Without empty lines, which come while one types. */
function written(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

export function sourceInput(source: DraftSource): StartImportInput['source'] {
  switch (source.kind) {
    case 'none':
      throw new Error('There is no source yet.');
    case 'upload':
      return { uploadId: source.uploadId };
    case 'url':
      return { url: source.url };
  }
}
