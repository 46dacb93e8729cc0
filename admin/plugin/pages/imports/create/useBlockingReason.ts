import { useTranslate } from 'react-admin';
import type { Wizard } from './useWizard.ts';

/** Why the viewer cannot continue from this step, as text; null when nothing is in the way. */
export function useBlockingReason(wizard: Wizard): string | null {
  const translate = useTranslate();
  const key = blockingReason(wizard);
  if (key === null) return null;
  const [doubled = ''] = wizard.errors.doubled;
  const field = wizard.importer.fields.find(({ name }) => name === doubled)?.label ?? doubled;
  return translate(`sluice.wizard.hindrance.${key}`, { field });
}

function blockingReason({ step, importer, store, upload, inspection, errors }: Wizard): string | null {
  if (!importer.startable) return 'not_startable';
  if (step === 'source') {
    if (upload.state.kind === 'sending') return upload.state.paused ? 'paused' : 'uploading';
    return store.draft.source.kind === 'none' ? 'no_source' : null;
  }
  if (inspection.kind === 'loading') return 'reading';
  if (step !== 'columns') return null;
  if (inspection.kind === 'failed') return 'unreadable';
  if (inspection.kind !== 'ready') return 'reading';
  if (errors.nothing) return 'nothing_mapped';
  if (errors.missing.length > 0) return 'missing';
  return errors.doubled.size > 0 ? 'doubled' : null;
}
