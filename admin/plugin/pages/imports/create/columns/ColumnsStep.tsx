import { Box, Chip, LinearProgress, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { SourceInspection } from '../../../../api/types.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { LoadingNotice } from '../../../../ui/Notices.tsx';
import { Section } from '../Section.tsx';
import type { Wizard } from '../useWizard.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { DateQuestion } from './DateQuestion.tsx';
import { FormatFields } from './FormatFields.tsx';
import { MappingErrorList } from './MappingErrorList.tsx';
import { FieldRules } from './rules/FieldRules.tsx';
import { SampleTable } from './SampleTable.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import { SavedNotice } from './SavedNotice.tsx';
import { SourceWarnings } from './SourceWarnings.tsx';
import { Unreadable } from './Unreadable.tsx';

/** How the source is read, and where its columns go. */
export function ColumnsStep({ wizard }: { wizard: Wizard }) {
  const { inspection } = wizard;
  if (inspection.kind === 'none' || inspection.kind === 'loading') return <LoadingNotice />;
  const { kind } = inspection;
  const ready = kind === 'ready' ? inspection.inspection : null;
  const stale = kind === 'ready' && inspection.stale;
  return (
    <Stack sx={{ gap: 2.5 }} aria-busy={stale}>
      {/* In one place whether it can be read or not: a field that one types in does not go away. */}
      <Reading wizard={wizard} inspection={kind === 'ready' ? inspection.inspection : inspection.last} stale={stale}>
        {kind === 'failed' ? (
          <Unreadable error={inspection.error} onRetry={inspection.retry} onSource={() => wizard.goTo('source')} />
        ) : null}
        {ready ? <Sample wizard={wizard} inspection={ready} /> : null}
      </Reading>
      {ready ? <Mapping wizard={wizard} inspection={ready} /> : null}
      {ready ? <FieldRules wizard={wizard} inspection={ready} /> : null}
    </Stack>
  );
}

interface ReadingProps {
  readonly wizard: Wizard;
  readonly inspection: SourceInspection | null;
  readonly stale: boolean;
  readonly children: ReactNode;
}

function Reading({ wizard, inspection, stale, children }: ReadingProps) {
  const translate = useTranslate();
  return (
    <Section
      title={translate('sluice.wizard.reading')}
      actions={inspection ? <Facts inspection={inspection} /> : undefined}
    >
      {() => (
        <Stack sx={{ gap: 1.5 }}>
          <FormatFields wizard={wizard} inspection={inspection} />
          <Box sx={{ height: 4 }}>
            {stale ? <LinearProgress aria-label={translate('sluice.wizard.reading_again')} /> : null}
          </Box>
          {children}
        </Stack>
      )}
    </Section>
  );
}

function Sample({ wizard, inspection }: { wizard: Wizard; inspection: SourceInspection }) {
  return (
    <>
      <SampleTable wizard={wizard} inspection={inspection} />
      <DateQuestion wizard={wizard} inspection={inspection} />
      <SourceWarnings warnings={inspection.warnings} />
    </>
  );
}

function Mapping({ wizard, inspection }: { wizard: Wizard; inspection: SourceInspection }) {
  const translate = useTranslate();
  return (
    <Section
      title={translate('sluice.wizard.mapping')}
      actions={<SavedMappings wizard={wizard} inspection={inspection} />}
    >
      {(labelledBy) => (
        <Stack sx={{ gap: 2 }}>
          <SavedNotice wizard={wizard} inspection={inspection} />
          <MappingErrorList wizard={wizard} />
          <ColumnTable labelledBy={labelledBy} wizard={wizard} inspection={inspection} />
        </Stack>
      )}
    </Section>
  );
}

function Facts({ inspection }: { inspection: SourceInspection }) {
  const translate = useTranslate();
  const format = useFormat();
  const { sourceName, sourceBytes, estimatedRows } = inspection;
  const facts = [
    sourceName,
    sourceBytes === null ? null : format.bytes(sourceBytes),
    estimatedRows === null
      ? null
      : translate('sluice.wizard.about_rows', { rows: format.count(estimatedRows), smart_count: estimatedRows }),
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
