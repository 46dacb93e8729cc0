import { Link } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import { importKey } from '../../live/patchCache.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';
import { useSourceName } from '../../ui/words/useSourceName.ts';
import { usePath } from '../../usePath.ts';

/** An import by the name of its source. */
export function ImportLink({ id }: { id: string }) {
  const sourceName = useSourceName();
  const path = usePath();
  const { api } = useSluice().sluice;
  const { data } = useSluiceQuery({ queryKey: importKey(id), queryFn: () => api.importById(id) });
  if (data === undefined) return '…';
  return (
    <Link component={RouterLink} to={path('imports', id)}>
      {data ? sourceName(data.sourceName) : id}
    </Link>
  );
}
