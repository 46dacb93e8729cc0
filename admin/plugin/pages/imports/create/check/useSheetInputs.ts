import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { StartImportInput } from '../../../../../gql/generated/graphql.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { chosen, isUsable, mappingErrorsOf } from '../columns/mapping.ts';
import { rulesOf } from '../columns/rules/rules.ts';
import { sourceInput, startInput } from '../draft.ts';
import type { Wizard } from '../useWizard.ts';

/**
 * One import for each chosen sheet: columns of the same name go to the same fields, others as their sheet's own proposal
 * says. Throws for a sheet whose columns are not mapped, before anything starts.
 */
export function useSheetInputs({
  projectId,
  importer,
  store,
  sheets,
  format,
}: Wizard): () => Promise<StartImportInput[]> {
  const { sluice } = useSluice();
  const queryClient = useQueryClient();
  const translate = useTranslate();
  const { draft } = store;
  const inputOf = async (sheet: string): Promise<StartImportInput> => {
    const sheetFormat = { ...format, sheet };
    const input = { projectId, importer: importer.name, source: sourceInput(draft.source), format: sheetFormat };
    const inspection = await queryClient.fetchQuery({
      queryKey: ['sluice', 'inspection', projectId, importer.name, draft.source, sheetFormat],
      queryFn: ({ signal }) => sluice.api.inspectSource(input, signal),
      staleTime: 60_000,
    });
    const choices = chosen(inspection, draft.columns);
    const rules = rulesOf(inspection, draft.fieldRules);
    if (!isUsable(mappingErrorsOf(importer, choices, rules))) {
      throw new Error(translate('sluice.fieldRules.sheet_unmapped', { sheet }));
    }
    const context = { projectId, importer, headers: inspection.headers, choices, rules, format: sheetFormat };
    return startInput({ ...draft, dryRunId: null }, context, false);
  };
  return () => Promise.all(sheets.map(inputOf));
}
