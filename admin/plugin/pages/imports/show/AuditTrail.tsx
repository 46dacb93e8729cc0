import { Box, Button, Typography } from '@mui/material';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { AuditEntry, ImportDetail } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useSluiceQuery } from '../../../ui/hooks/useSluiceQuery.ts';
import { FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { useAuditTexts } from '../../../ui/words/useAuditTexts.ts';
import { DownloadMenu } from './DownloadMenu.tsx';

const STEP = 50;

/** Who did what to the import, and when. */
export function AuditTrail({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const { sluice } = useSluice();
  const [first, setFirst] = useState(STEP);
  const trail = useSluiceQuery({
    // The status is part of the key because every change of it is an entry.
    queryKey: ['sluice', 'audit', item.id, first, item.status],
    queryFn: () => sluice.api.auditTrail(item.id, first),
    placeholderData: keepPreviousData,
  });
  if (!trail.data) {
    if (!trail.error) return <LoadingNotice />;
    return <FailureNotice error={trail.error} retry={() => void trail.refetch()} />;
  }
  const { items, total } = trail.data;
  if (items.length === 0) return <Typography color="textSecondary">{translate('sluice.audit.none')}</Typography>;
  return (
    <>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1 }}>
        <DownloadMenu
          label={translate('sluice.download.audit')}
          ask={(format) => sluice.api.auditTrailUrl(item.id, format)}
        />
      </Box>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, borderLeft: 2, borderColor: 'divider', ml: 0.5 }}>
        {items.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the trail only grows at its end, and entries carry no id.
          <Entry key={index} entry={entry} />
        ))}
      </Box>
      {total > items.length ? (
        <Button sx={{ mt: 2 }} onClick={() => setFirst(first + STEP)}>
          {translate('sluice.audit.more')}
        </Button>
      ) : null}
    </>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const format = useFormat();
  const words = useAuditTexts();
  return (
    <Box component="li" sx={{ pl: 2, pb: 2, position: 'relative' }}>
      <Box
        aria-hidden
        sx={{ position: 'absolute', left: -6, top: 7, width: 10, height: 10, borderRadius: 5, bgcolor: 'primary.main' }}
      />
      <Typography sx={{ fontWeight: 600 }}>{words.action(entry)}</Typography>
      <Typography variant="body2" color="textSecondary">
        <time dateTime={entry.at}>{format.time(entry.at)}</time> · {entry.actor}
      </Typography>
      <Detail parts={words.details(entry)} />
    </Box>
  );
}

function Detail({ parts }: { parts: readonly string[] }) {
  if (parts.length === 0) return null;
  return (
    <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {parts.join(' · ')}
    </Typography>
  );
}
