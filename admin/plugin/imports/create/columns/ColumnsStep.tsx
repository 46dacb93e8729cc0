import { Alert, Box, Chip, LinearProgress, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { SourceInspection } from '../../../api/types.ts';
import { FailureNotice, LoadingNotice } from '../../../shared/Notices.tsx';
import { useFormat } from '../../../shared/useFormat.ts';
import { Section } from '../Section.tsx';
import type { Wizard } from '../useWizard.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { FormatFields } from './FormatFields.tsx';
import { SampleTable } from './SampleTable.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import { SourceWarnings } from './SourceWarnings.tsx';

/** How the source is read, and where its columns go. */
export function ColumnsStep({ wizard }: { wizard: Wizard }) {
  const { inspection } = wizard;
  switch (inspection.kind) {
    case 'none':
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return (
        <Stack sx={{ gap: 2.5 }}>
          <FailureNotice message={inspection.message} retry={inspection.retry} />
          <FormatFields wizard={wizard} inspection={null} />
        </Stack>
      );
    case 'ready':
      return <Columns wizard={wizard} inspection={inspection.inspection} stale={inspection.stale} />;
  }
}

function Columns({ wizard, inspection, stale }: { wizard: Wizard; inspection: SourceInspection; stale: boolean }) {
  const translate = useTranslate();
  return (
    <Stack sx={{ gap: 2.5 }} aria-busy={stale}>
      <Section title={translate('sluice.wizard.reading')} actions={<Facts inspection={inspection} />}>
        {(labelledBy) => (
          <Stack sx={{ gap: 2 }}>
            <FormatFields wizard={wizard} inspection={inspection} />
            <Box sx={{ height: 4 }}>
              {stale ? <LinearProgress aria-label={translate('sluice.wizard.reading_again')} /> : null}
            </Box>
            <SampleTable labelledBy={labelledBy} inspection={inspection} />
            <SourceWarnings warnings={inspection.warnings} />
          </Stack>
        )}
      </Section>
      <Section
        title={translate('sluice.wizard.mapping')}
        actions={<SavedMappings wizard={wizard} inspection={inspection} />}
      >
        {(labelledBy) => (
          <Stack sx={{ gap: 2 }}>
            <Faults wizard={wizard} />
            <ColumnTable labelledBy={labelledBy} wizard={wizard} inspection={inspection} />
          </Stack>
        )}
      </Section>
    </Stack>
  );
}

function Facts({ inspection }: { inspection: SourceInspection }) {
  const translate = useTranslate();
  const format = useFormat();
  const facts = [
    inspection.sourceName,
    inspection.sourceBytes === null ? null : format.bytes(inspection.sourceBytes),
    inspection.estimatedRows === null
      ? null
      : translate('sluice.wizard.about_rows', { rows: format.count(inspection.estimatedRows) }),
  ];
  return (
    <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
        {facts.filter(Boolean).join(' · ')}
      </Typography>
      {inspection.format ? <Chip size="small" color="success" variant="outlined" label={inspection.format} /> : null}
    </Stack>
  );
}

function Faults({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const { missing, doubled, nothing } = wizard.faults;
  const labels = new Map(wizard.importer.fields.map(({ name, label }) => [name, label]));
  const fields = [...doubled].map((name) => labels.get(name) ?? name).join(', ');
  const words = [
    nothing ? translate('sluice.wizard.nothing_mapped') : null,
    missing.length > 0 ? translate('sluice.wizard.missing', { fields: missing.join(', ') }) : null,
    doubled.size > 0 ? translate('sluice.wizard.doubled', { fields }) : null,
  ].filter((one) => one !== null);
  if (words.length === 0) return null;
  return (
    <Alert severity="warning">
      {words.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </Alert>
  );
}
