import { Stack, Tab, Tabs } from '@mui/material';
import { useId } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { ImporterInfo } from '../../../../api/types.ts';
import { SCROLLED_TABS } from '../../../../ui/browser/scrolledTabs.ts';
import { type SourceMethod, WAYS } from '../draft.ts';
import { Section } from '../Section.tsx';
import type { Wizard } from '../useWizard.ts';
import { FileDrop } from './FileDrop.tsx';
import { ImporterChoice } from './ImporterChoice.tsx';
import { PasteField } from './PasteField.tsx';
import { SheetChoice } from './SheetChoice.tsx';
import { UnfinishedUpload } from './UnfinishedUpload.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { UrlField } from './UrlField.tsx';
import { useFileDrop } from './useFileDrop.ts';

/** What is imported, and where it comes from. */
export function SourceStep({ wizard, importers }: { wizard: Wizard; importers: readonly ImporterInfo[] }) {
  const translate = useTranslate();
  return (
    <Stack sx={{ gap: 2.5 }}>
      <ImporterChoice wizard={wizard} importers={importers} />
      <Section title={translate('sluice.wizard.source')}>
        {(labelledBy) => <Ways labelledBy={labelledBy} wizard={wizard} />}
      </Section>
      <SheetChoice wizard={wizard} />
    </Stack>
  );
}

function Ways({ labelledBy, wizard }: { labelledBy: string; wizard: Wizard }) {
  const translate = useTranslate();
  const notify = useNotify();
  const id = useId();
  const { upload, store } = wizard;
  const { method } = store.draft;
  const setMethod = (next: SourceMethod) => store.note({ method: next });
  const over = useFileDrop(([file, ...others]) => {
    if (others.length > 0) notify('sluice.wizard.drop_one', { type: 'warning', messageArgs: { name: file.name } });
    setMethod('file');
    upload.send(file);
  });
  return (
    <>
      <Tabs
        value={method}
        onChange={(_event, next: SourceMethod) => setMethod(next)}
        aria-labelledby={labelledBy}
        variant="scrollable"
        scrollButtons={false}
        sx={{ ...SCROLLED_TABS, mb: 2, minHeight: 40 }}
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
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${method}`}>
        <UnfinishedUpload wizard={wizard} />
        <UploadProgress upload={upload} />
        {/* On a phone, the invitation would keep the progress of what it invited to out of sight. */}
        {method === 'file' && (upload.state.kind !== 'sending' || store.draft.source.kind === 'upload') ? (
          <FileDrop labelledBy={labelledBy} wizard={wizard} over={over} />
        ) : null}
        {method === 'url' ? <UrlField wizard={wizard} /> : null}
        {method === 'paste' ? <PasteField wizard={wizard} /> : null}
      </div>
    </>
  );
}
