import DownloadIcon from '@mui/icons-material/DownloadRounded';
import { Button, Stack, Tab, Tabs, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { ImporterInfo } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { saveBlob } from '../../../shared/saveBlob.ts';
import { useFormat } from '../../../shared/useFormat.ts';
import { useImporterName } from '../../../shared/useImporterName.ts';
import { ChoiceCards } from '../ChoiceCards.tsx';
import { Section } from '../Section.tsx';
import type { Wizard } from '../useWizard.ts';
import { FileDrop } from './FileDrop.tsx';
import { PasteField } from './PasteField.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { UrlField } from './UrlField.tsx';

const WAYS = ['file', 'url', 'paste'] as const;
type Way = (typeof WAYS)[number];

/** What is imported, and where it comes from. */
export function SourceStep({ wizard, importers }: { wizard: Wizard; importers: readonly ImporterInfo[] }) {
  const translate = useTranslate();
  const importerName = useImporterName();
  const format = useFormat();
  const { importer, store } = wizard;
  return (
    <Stack sx={{ gap: 2.5 }}>
      <Section title={translate('sluice.wizard.importer')} actions={<TemplateButton importer={importer} />}>
        {(labelledBy) => (
          <>
            <ChoiceCards
              labelledBy={labelledBy}
              value={importer.name}
              onChange={store.chooseImporter}
              disabled={wizard.upload.state.kind === 'sending'}
              choices={importers.map(({ name, label, maxRows }) => ({
                value: name,
                title: importerName(name, label),
                text: translate('sluice.wizard.importer_limit', { rows: format.count(maxRows) }),
              }))}
            />
            <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
              <FieldNames fields={importer.fields} />
            </Typography>
          </>
        )}
      </Section>
      <Section title={translate('sluice.wizard.source')}>
        {(labelledBy) => <Ways labelledBy={labelledBy} wizard={wizard} />}
      </Section>
    </Stack>
  );
}

function Ways({ labelledBy, wizard }: { labelledBy: string; wizard: Wizard }) {
  const translate = useTranslate();
  const id = useId();
  const { draft } = wizard.store;
  const [way, setWay] = useState<Way>(draft.source.kind === 'url' ? 'url' : 'file');
  return (
    <>
      <Tabs
        value={way}
        onChange={(_event, next: Way) => setWay(next)}
        aria-labelledby={labelledBy}
        sx={{ mb: 2, minHeight: 40 }}
      >
        {WAYS.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`${id}-${name}`}
            aria-controls={`${id}-panel`}
            label={translate(`sluice.wizard.way_${name}`)}
            sx={{ textTransform: 'none', minHeight: 40 }}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${way}`}>
        {way === 'file' ? <FileDrop labelledBy={labelledBy} wizard={wizard} /> : null}
        {way === 'url' ? <UrlField wizard={wizard} /> : null}
        {way === 'paste' ? <PasteField wizard={wizard} onSent={() => setWay('file')} /> : null}
        <UploadProgress upload={wizard.upload} />
      </div>
    </>
  );
}

function TemplateButton({ importer }: { importer: ImporterInfo }) {
  const translate = useTranslate();
  const notify = useNotify();
  const { sluice } = useSluice();
  const download = () =>
    sluice.api.download(importer.templateUrl).then(
      (blob) => saveBlob(blob, `${importer.name}.csv`),
      (error: Error) => notify(error.message, { type: 'error' }),
    );
  return (
    <Button size="small" startIcon={<DownloadIcon />} onClick={() => void download()}>
      {translate('sluice.wizard.template')}
    </Button>
  );
}

const FIELDS_NAMED = 8;

function FieldNames({ fields }: { fields: ImporterInfo['fields'] }) {
  const translate = useTranslate();
  const named = fields.slice(0, FIELDS_NAMED).map(({ label }) => label);
  const more = fields.length - named.length;
  const words = translate('sluice.wizard.fields', { fields: named.join(', ') });
  return more > 0 ? `${words} ${translate('sluice.wizard.more_fields', { smart_count: more })}` : `${words}.`;
}
