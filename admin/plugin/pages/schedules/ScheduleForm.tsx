import { Alert, Autocomplete, Box, Button, MenuItem, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ImporterInfo } from '../../api/types.ts';
import type { CommandControl } from '../../ui/hooks/useCommand.ts';
import { OptionInput } from '../imports/create/options/OptionInput.tsx';
import { optionFields } from '../imports/create/options/schema.ts';
import { Section } from '../imports/create/Section.tsx';
import type { ScheduleDraft } from './draft.ts';
import { ReadingSection } from './reading/ReadingSection.tsx';
import { TimesFields } from './TimesFields.tsx';

interface ScheduleFormProps {
  readonly projectId: string;
  readonly initial: ScheduleDraft;
  readonly importers: readonly ImporterInfo[];
  /** Whether it is there already: its importer stays, and its address may. */
  readonly editing: boolean;
  /** Of one that is there already and has run. */
  readonly lastImportId?: string | null;
  readonly command: CommandControl;
  readonly confirm: string;
  readonly onSubmit: (draft: ScheduleDraft) => void;
  readonly actions?: ReactNode;
}

/** All that a schedule is made of. */
export function ScheduleForm(props: ScheduleFormProps) {
  const { projectId, initial, importers, editing, lastImportId = null, command, confirm, onSubmit, actions } = props;
  const translate = useTranslate();
  const [draft, setDraft] = useState(initial);
  const change = (changed: Partial<ScheduleDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const importer = importers.find(({ name }) => name === draft.importer);
  const label = (name: string) => translate(`sluice.schedules.${name}`);
  return (
    <Stack
      component="form"
      sx={{ gap: 2.5 }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(draft);
      }}
    >
      {command.failure === null ? null : (
        <Alert severity="error">
          {label('refused')}: {command.failure}
        </Alert>
      )}
      <Section title={label('facts')}>
        {() => (
          <Box sx={GRID}>
            <TextField
              {...FIELD}
              required
              autoFocus={editing}
              label={label('name')}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
              slotProps={{ htmlInput: { maxLength: 100 } }}
            />
            <TextField
              {...FIELD}
              select
              disabled={editing}
              label={label('importer')}
              value={draft.importer}
              onChange={(event) =>
                change({ importer: event.target.value, options: {}, onDuplicate: null, mapping: null })
              }
            >
              {importers.map((one) => (
                <MenuItem key={one.name} value={one.name}>
                  {one.label}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              {...FIELD}
              type="url"
              required={!editing}
              label={label('url')}
              helperText={label(editing ? 'url_kept' : 'url_hint')}
              value={draft.url}
              onChange={(event) => change({ url: event.target.value.trim() })}
              sx={{ gridColumn: '1 / -1' }}
            />
          </Box>
        )}
      </Section>
      <Section title={label('when')}>
        {() => (
          <Box sx={GRID}>
            <TimesFields cron={draft.cron} onChange={(cron) => change({ cron })} />
            <Autocomplete
              disableClearable
              size="small"
              options={zones(draft.timeZone)}
              value={draft.timeZone}
              onChange={(_event, timeZone) => change({ timeZone })}
              renderInput={(params) => <TextField {...params} {...FIELD} label={label('zone')} />}
            />
          </Box>
        )}
      </Section>
      {importer ? (
        <ReadingSection
          projectId={projectId}
          importer={importer}
          draft={draft}
          lastImportId={lastImportId}
          change={change}
        />
      ) : null}
      {importer ? <OptionsSection importer={importer} draft={draft} change={change} /> : null}
      <Stack direction="row" sx={{ gap: 1.5, justifyContent: 'flex-end', flexWrap: 'wrap' }}>
        {actions}
        <Button type="submit" variant="contained" disabled={command.busy}>
          {confirm}
        </Button>
      </Stack>
    </Stack>
  );
}

interface OptionsSectionProps {
  readonly importer: ImporterInfo;
  readonly draft: ScheduleDraft;
  readonly change: (changed: Partial<ScheduleDraft>) => void;
}

function OptionsSection({ importer, draft, change }: OptionsSectionProps) {
  const translate = useTranslate();
  const setOption = (name: string, value: unknown) => {
    const { [name]: _before, ...others } = draft.options;
    change({ options: value === undefined ? others : { ...others, [name]: value } });
  };
  return (
    <Section title={translate('sluice.wizard.options')}>
      {() => (
        <Box sx={GRID}>
          <TextField
            {...FIELD}
            select
            label={translate('sluice.wizard.duplicates')}
            value={draft.onDuplicate ?? importer.duplicatePolicies[0] ?? ''}
            onChange={(event) => {
              const policy = importer.duplicatePolicies.find((one) => one === event.target.value);
              if (policy) change({ onDuplicate: policy });
            }}
          >
            {importer.duplicatePolicies.map((policy) => (
              <MenuItem key={policy} value={policy}>
                {translate(`sluice.duplicates.${policy}.name`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            {...FIELD}
            type="number"
            label={translate('sluice.wizard.max_error_rate')}
            value={draft.maxErrorRate}
            onChange={(event) => change({ maxErrorRate: event.target.value })}
            slotProps={{ htmlInput: { min: 0, max: 100, step: 'any' } }}
          />
          {optionFields(importer.optionsSchema).map((field) => (
            <OptionInput
              key={field.name}
              field={field}
              value={draft.options[field.name]}
              onChange={(value) => setOption(field.name, value)}
            />
          ))}
        </Box>
      )}
    </Section>
  );
}

/** The browser's zones, which leave out UTC, and the one that is chosen. */
function zones(chosen: string): string[] {
  return [...new Set([chosen, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}

const GRID = { display: 'grid', gap: 2.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '1fr 1fr' } } as const;
const FIELD = { size: 'small', margin: 'none', fullWidth: true } as const;
