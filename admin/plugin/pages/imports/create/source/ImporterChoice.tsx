import DownloadIcon from '@mui/icons-material/DownloadRounded';
import { Button, Typography } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';
import type { ImporterInfo } from '../../../../api/types.ts';
import { useErrorText } from '../../../../messages/useErrorText.ts';
import { useMessageText } from '../../../../messages/useMessageText.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { saveBlob } from '../../../../ui/browser/saveBlob.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';
import { ChoiceCards } from '../ChoiceCards.tsx';
import { Section } from '../Section.tsx';
import type { Wizard } from '../useWizard.ts';

/** What is imported, with a file to fill in. */
export function ImporterChoice({ wizard, importers }: { wizard: Wizard; importers: readonly ImporterInfo[] }) {
  const translate = useTranslate();
  const messageText = useMessageText();
  const format = useFormat();
  const { importer, store } = wizard;
  const text = ({ name, maxRows, notStartableReason }: ImporterInfo) => {
    if (notStartableReason !== null) return messageText(notStartableReason);
    const what = translate(`sluice.wizard.importer_texts.${name}`, { _: '' });
    const limit = translate('sluice.wizard.importer_limit', { rows: format.count(maxRows) });
    return [what, limit].filter(Boolean).join(' ');
  };
  return (
    <Section title={translate('sluice.wizard.importer')} actions={<TemplateButton importer={importer} />}>
      {(labelledBy) => (
        <>
          <ChoiceCards
            labelledBy={labelledBy}
            value={importer.name}
            onChange={store.chooseImporter}
            disabled={wizard.upload.state.kind === 'sending'}
            choices={importers.map((one) => ({
              value: one.name,
              title: one.label,
              text: text(one),
              disabled: !one.startable,
            }))}
          />
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
            <FieldNames fields={importer.fields} />
          </Typography>
        </>
      )}
    </Section>
  );
}

function TemplateButton({ importer }: { importer: ImporterInfo }) {
  const translate = useTranslate();
  const notify = useNotify();
  const errorText = useErrorText();
  const { sluice } = useSluice();
  const download = () =>
    sluice.api.download(importer.templateUrl).then(
      (blob) => saveBlob(blob, `${importer.name}.csv`),
      (error: unknown) => notify(errorText(error), { type: 'error' }),
    );
  return (
    <Button size="small" startIcon={<DownloadIcon />} onClick={() => void download()}>
      {translate('sluice.wizard.template')}
    </Button>
  );
}

const FIELDS_NAMED = 8;

/** Those that are needed come first. */
function FieldNames({ fields }: { fields: ImporterInfo['fields'] }) {
  const translate = useTranslate();
  const needed = fields.filter(({ required }) => required).map(({ label }) => label);
  const others = fields.filter(({ required }) => !required).map(({ label }) => label);
  const named = others.slice(0, FIELDS_NAMED);
  const more = others.length - named.length;
  const sentences = [
    needed.length > 0 ? translate('sluice.wizard.fields_needed', { fields: needed.join(', ') }) : null,
    named.length > 0
      ? translate(more > 0 ? 'sluice.wizard.fields' : 'sluice.wizard.all_fields', {
          fields: named.join(', '),
          smart_count: more,
        })
      : null,
  ];
  return sentences.filter(Boolean).join(' ');
}
