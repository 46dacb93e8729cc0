import { useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { SavedMapping, SourceInspection } from '../../../../api/types.ts';
import { useErrorText } from '../../../../messages/useErrorText.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useSluiceQuery } from '../../../../ui/hooks/useSluiceQuery.ts';
import type { Wizard } from '../useWizard.ts';
import { choicesOf, mappingInput, savedFormat } from './mapping.ts';
import { savedRules } from './rules/rules.ts';

export interface SavedMappingsControl {
  readonly list: readonly SavedMapping[];
  readonly apply: (mapping: SavedMapping) => void;
  /** Whether it was saved. A refusal is shown. */
  readonly save: (name: string) => Promise<boolean>;
  readonly remove: (id: string) => void;
}

export function useSavedMappings(wizard: Wizard, inspection: SourceInspection): SavedMappingsControl {
  const { projectId, importer, store, choices } = wizard;
  const { sluice } = useSluice();
  const notify = useNotify();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const queryKey = ['sluice', 'savedMappings', projectId, importer.name];
  const query = useSluiceQuery({ queryKey, queryFn: () => sluice.api.savedMappings(projectId, importer.name) });

  const act = async (action: () => Promise<unknown>, done: string): Promise<boolean> => {
    try {
      await action();
      notify(done, { type: 'success' });
      await queryClient.invalidateQueries({ queryKey });
      return true;
    } catch (error) {
      notify(errorText(error), { type: 'error' });
      return false;
    }
  };
  return {
    list: query.data ?? [],
    apply: (mapping) => {
      const format = { ...store.draft.format, ...savedFormat(mapping) };
      store.change({ columns: choicesOf(mapping, inspection.headers), fieldRules: savedRules(mapping), format });
    },
    save(name) {
      const { headers } = inspection;
      const mapping = mappingInput(headers, choices, importer.catchAll);
      const { format, rules } = wizard;
      const fieldRules = [...rules];
      const input = { projectId, importer: importer.name, name, headers, mapping, fieldRules, format };
      return act(() => sluice.api.saveMapping(input), 'sluice.wizard.mapping_saved');
    },
    remove: (id) => void act(() => sluice.api.deleteMapping(id), 'sluice.wizard.mapping_deleted'),
  };
}
