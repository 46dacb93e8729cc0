import { useMutation } from '@tanstack/react-query';
import type {
  ColumnMappingInput,
  FieldRuleInput,
  ImportSourceInput,
  SourceFormatInput,
} from '../../../../gql/generated/graphql.ts';
import { useErrorText } from '../../../messages/useErrorText.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSignOutOnRefusal } from '../../../ui/browser/useSignOutOnRefusal.ts';
import { savedRules } from '../../imports/create/columns/rules/rules.ts';

interface Looking {
  readonly projectId: string;
  readonly importer: string;
  readonly format: SourceFormatInput;
}

export interface Columns {
  readonly busy: boolean;
  readonly failure: string | null;
  /** A few values of each column, by its name; empty before the inspection. */
  readonly samples: ReadonlyMap<string, readonly string[]>;
  readonly look: (source: ImportSourceInput) => void;
}

/** Inspects the source on request, and passes on the suggested mapping. */
export function useColumns(
  { projectId, importer, format }: Looking,
  onSuggested: (mapping: readonly ColumnMappingInput[], fieldRules: readonly FieldRuleInput[]) => void,
): Columns {
  const { api } = useSluice().sluice;
  const errorText = useErrorText();
  const looking = useMutation({
    mutationFn: (source: ImportSourceInput) => api.inspectSource({ projectId, importer, source, format }),
    onSuccess: ({ headers, suggestedMapping, savedMapping }) => {
      const known = new Map((savedMapping?.mapping ?? suggestedMapping).map((one) => [one.column, one]));
      onSuggested(
        headers.map((column) => {
          const one = known.get(column);
          const saved = one && 'values' in one ? { values: one.values, split: one.split } : { values: [] };
          return { column, field: one?.field ?? null, ...saved };
        }),
        savedRules(savedMapping),
      );
    },
  });
  useSignOutOnRefusal(looking.error);
  return {
    busy: looking.isPending,
    failure: looking.error === null ? null : errorText(looking.error),
    samples: new Map((looking.data?.columns ?? []).map(({ name, samples }) => [name, samples])),
    look: (source) => looking.mutate(source),
  };
}
