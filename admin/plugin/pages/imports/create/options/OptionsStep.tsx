import { Box, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ChoiceCards } from '../ChoiceCards.tsx';
import { policyOf } from '../draft.ts';
import { Section } from '../Section.tsx';
import type { Wizard } from '../useWizard.ts';
import { NotificationSettings } from './NotificationSettings.tsx';
import { OptionInput } from './OptionInput.tsx';
import { optionFields } from './schema.ts';

/** What happens to duplicates, the importer's own options, and when to stop. */
export function OptionsStep({ wizard }: { wizard: Wizard }) {
  const translate = useTranslate();
  const { importer, store } = wizard;
  const { draft, change } = store;
  const fields = optionFields(importer.optionsSchema);
  const set = (name: string, value: unknown) => {
    const { [name]: _before, ...others } = draft.options;
    change({ options: value === undefined ? others : { ...others, [name]: value } });
  };
  return (
    <Stack sx={{ gap: 2.5 }}>
      <Section title={translate('sluice.wizard.duplicates')}>
        {(labelledBy) => (
          <ChoiceCards
            labelledBy={labelledBy}
            value={policyOf(draft, importer)}
            onChange={(policy) => change({ policy })}
            disabled={false}
            choices={importer.duplicatePolicies.map((policy) => ({
              value: policy,
              title: translate(`sluice.duplicates.${policy}.name`),
              text: translate(`sluice.duplicates.${policy}.text`),
            }))}
          />
        )}
      </Section>
      <Section title={translate('sluice.wizard.options')}>
        {() => (
          <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
            {fields.map((field) => (
              <OptionInput
                key={field.name}
                field={field}
                value={draft.options[field.name]}
                onChange={(value) => set(field.name, value)}
              />
            ))}
          </Box>
        )}
      </Section>
      <Section title={translate('sluice.wizard.endings')}>{() => <NotificationSettings wizard={wizard} />}</Section>
    </Stack>
  );
}
