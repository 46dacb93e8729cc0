import { Box, Button, Paper, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useTranslate } from 'react-admin';
import type { ImporterInfo } from '../../api/types.ts';
import { useFormat } from '../../shared/useFormat.ts';
import { ChoiceCards } from './ChoiceCards.tsx';
import { FileDrop } from './FileDrop.tsx';
import { StartProgress } from './StartProgress.tsx';
import { useNewImport } from './useNewImport.ts';

interface NewImportFormProps {
  readonly projectId: string;
  readonly importers: readonly [ImporterInfo, ...ImporterInfo[]];
}

export function NewImportForm({ projectId, importers }: NewImportFormProps) {
  const translate = useTranslate();
  const format = useFormat();
  const draft = useNewImport(projectId, importers);
  return (
    <Stack
      component="form"
      noValidate
      sx={{ gap: 2.5 }}
      onSubmit={(event) => {
        event.preventDefault();
        draft.start();
      }}
    >
      <Step number={1} title={translate('sluice.create.importer')}>
        {(labelledBy) => (
          <ChoiceCards
            labelledBy={labelledBy}
            value={draft.importer.name}
            onChange={draft.chooseImporter}
            disabled={draft.busy}
            choices={importers.map(({ name, label, maxRows }) => ({
              value: name,
              title: label,
              text: translate('sluice.create.importer_limit', { rows: format.count(maxRows) }),
            }))}
          />
        )}
      </Step>
      <Step number={2} title={translate('sluice.create.file')}>
        {(labelledBy) => (
          <>
            <FileDrop
              labelledBy={labelledBy}
              file={draft.file}
              onFile={draft.chooseFile}
              disabled={draft.busy}
              sampleOffered={draft.importer.name === 'contacts'}
            />
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
              <FieldNames fields={draft.importer.fields} />
            </Typography>
          </>
        )}
      </Step>
      <Step number={3} title={translate('sluice.create.duplicates')}>
        {(labelledBy) => (
          <ChoiceCards
            labelledBy={labelledBy}
            value={draft.policy}
            onChange={draft.choosePolicy}
            disabled={draft.busy}
            choices={draft.importer.duplicatePolicies.map((policy) => ({
              value: policy,
              title: translate(`sluice.duplicates.${policy}.name`),
              text: translate(`sluice.duplicates.${policy}.text`),
            }))}
          />
        )}
      </Step>
      <StartProgress state={draft.state} onCancel={draft.cancelUpload} />
      <Stack direction="row" sx={{ justifyContent: 'flex-end', alignItems: 'center', gap: 2 }}>
        {draft.file ? null : (
          <Typography variant="body2" color="textSecondary">
            {translate('sluice.create.need_file')}
          </Typography>
        )}
        <Button type="submit" variant="contained" size="large" disabled={!draft.file || draft.busy}>
          {translate('sluice.create.start')}
        </Button>
      </Stack>
    </Stack>
  );
}

const FIELDS_NAMED = 8;

function FieldNames({ fields }: { fields: ImporterInfo['fields'] }) {
  const translate = useTranslate();
  const named = fields.slice(0, FIELDS_NAMED).map(({ label }) => label);
  const more = fields.length - named.length;
  const words = translate('sluice.create.fields', { fields: named.join(', ') });
  return more > 0 ? `${words} ${translate('sluice.create.more_fields', { smart_count: more })}` : `${words}.`;
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly children: (labelledBy: string) => ReactNode;
}

function Step({ number, title, children }: StepProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} elevation={0} sx={{ p: { xs: 2, sm: 3 }, borderRadius: 2 }}>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', mb: 2 }}>
        <Box
          aria-hidden
          sx={{
            width: 26,
            height: 26,
            borderRadius: '50%',
            display: 'grid',
            placeItems: 'center',
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
            fontSize: 14,
            fontWeight: 700,
            flexShrink: 0,
          }}
        >
          {number}
        </Box>
        <Typography id={id} component="h2" variant="h6">
          {title}
        </Typography>
      </Stack>
      {children(id)}
    </Paper>
  );
}
