import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { isRecord, jsonText } from '../../api/json.ts';
import type { ImportDetail } from '../../api/types.ts';
import { useFormat } from '../../shared/useFormat.ts';

/** With what the import was run. */
export function Details({ item }: { item: ImportDetail }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '180px 1fr' },
        columnGap: 3,
        rowGap: { xs: 0.25, sm: 1.25 },
        m: 0,
        typography: 'body2',
        '& dd': { m: 0, mb: { xs: 1.25, sm: 0 }, overflowWrap: 'anywhere' },
      }}
    >
      <Fact name={translate('sluice.details.importer')}>{item.importer?.label ?? item.importerName}</Fact>
      <Fact name={translate('sluice.details.source')}>{item.sourceName}</Fact>
      <Fact name={translate('sluice.details.size')}>{format.bytes(item.sourceBytes)}</Fact>
      <Fact name={translate('sluice.details.duplicates')}>
        {translate(`sluice.duplicates.${item.onDuplicate}.name`)}
      </Fact>
      <Fact name={translate('sluice.details.mode')}>
        {translate(`sluice.details.${item.mode}`)}
        <Typography variant="body2" color="textSecondary">
          {item.modeReason}
        </Typography>
      </Fact>
      <Fact name={translate('sluice.details.chunk')}>{format.count(item.chunkSize)}</Fact>
      <Fact name={translate('sluice.details.created')}>{format.time(item.createdAt)}</Fact>
      <Fact name={translate('sluice.details.finished')}>{format.time(item.finishedAt)}</Fact>
      <Fact name={translate('sluice.details.id')}>
        <code>{item.id}</code>
      </Fact>
      <Fact name={translate('sluice.details.options')}>
        <Options options={item.options} />
      </Fact>
    </Box>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" color="textSecondary">
        {name}
      </Typography>
      <dd>{children}</dd>
    </>
  );
}

function Options({ options }: { options: unknown }) {
  const translate = useTranslate();
  const entries = isRecord(options) ? Object.entries(options).filter(([, value]) => value !== null) : [];
  if (entries.length === 0) return translate('sluice.details.no_options');
  return entries.map(([name, value]) => (
    <div key={name}>
      <code>{name}</code>: {jsonText(value)}
    </div>
  ));
}
