import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { ImportDetail } from '../../api/types.ts';
import { importKey } from '../../live/patchCache.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSignOutOnRefusal } from '../../shared/useSignOutOnRefusal.ts';

export interface Resume {
  readonly offered: boolean;
  readonly busy: boolean;
  readonly run: () => void;
}

/** Lets an import that stopped go on, where the server says that it may. */
export function useResume(item: ImportDetail): Resume {
  const { sluice } = useSluice();
  const queryClient = useQueryClient();
  const notify = useNotify();
  const resume = useMutation({
    mutationFn: () => sluice.api.resumeImport(item.id),
    onSuccess: (resumed) => {
      queryClient.setQueryData(importKey(item.id), resumed);
      void queryClient.invalidateQueries({ queryKey: importKey(item.id) });
      notify('sluice.show.resumed', { type: 'success' });
    },
    onError: (error) => notify(error.message, { type: 'error' }),
  });
  useSignOutOnRefusal(resume.error);
  return {
    offered: (item.availableActions ?? []).includes('RESUME'),
    busy: resume.isPending,
    run: () => resume.mutate(),
  };
}
