import { Link, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { importKey } from '../../live/patchCache.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { FROM_TOP } from '../../ui/browser/fromTop.ts';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { usePath } from '../../usePath.ts';

/** The way to an import that a schedule started, and where it stands. */
export function StartedImport({ id }: { id: string }) {
  const translate = useTranslate();
  const path = usePath();
  const { api } = useSluice().sluice;
  const { data } = useSluiceQuery({ queryKey: importKey(id), queryFn: () => api.importById(id) });
  return (
    <Stack component="span" direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Link component={RouterLink} to={path('imports', id)} state={FROM_TOP}>
        {translate('sluice.schedules.open_import')}
      </Link>
      {data ? <StatusChip status={data.status} /> : null}
    </Stack>
  );
}
