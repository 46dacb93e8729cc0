import { Link, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { importKey } from '../../live/patchCache.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { useSluiceQuery } from '../../ui/hooks/useSluiceQuery.ts';
import { Panel } from '../../ui/Panel.tsx';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { useSourceName } from '../../ui/words/useSourceName.ts';
import { usePath } from '../../usePath.ts';

/** The imports whose rows resume after the viewer's decisions. The page's live connection keeps them current. */
export function ReleasedImports({ importIds }: { importIds: readonly string[] }) {
  const translate = useTranslate();
  if (importIds.length === 0) return null;
  return (
    <Panel title={translate('sluice.review.at_work')}>
      <Stack component="ul" sx={{ listStyle: 'none', m: 0, p: 0, gap: 1 }}>
        {importIds.map((id) => (
          <Line key={id} id={id} />
        ))}
      </Stack>
    </Panel>
  );
}

function Line({ id }: { id: string }) {
  const sourceName = useSourceName();
  const translate = useTranslate();
  const path = usePath();
  const { api } = useSluice().sluice;
  const { data } = useSluiceQuery({ queryKey: importKey(id), queryFn: () => api.importById(id) });
  if (!data) return null;
  const left = data.counts?.failed ?? 0;
  return (
    <Stack component="li" direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
      <Link component={RouterLink} to={path('imports', id)} sx={{ fontWeight: 600 }}>
        {sourceName(data.sourceName)}
      </Link>
      <StatusChip status={data.status} />
      <Typography variant="body2" color="textSecondary">
        {left === 0 ? translate('sluice.review.left_none') : translate('sluice.review.left', { smart_count: left })}
      </Typography>
    </Stack>
  );
}
