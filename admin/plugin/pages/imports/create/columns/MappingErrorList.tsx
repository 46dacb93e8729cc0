import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Wizard } from '../useWizard.ts';

/** What keeps the mapping from being used. */
export function MappingErrorList({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const { missing, doubled, nothing } = wizard.errors;
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
