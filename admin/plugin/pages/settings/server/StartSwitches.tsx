import { Button, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { StartSwitch } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { DIALOG_FIELD, FormDialog } from '../../../ui/FormDialog.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { RecordTable } from '../../../ui/lists/RecordTable.tsx';
import { FailureNotice, LoadingNotice } from '../../../ui/Notices.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useImporterName } from '../../../ui/words/useImporterName.ts';
import { type SwitchLine, useStartSwitches } from './useStartSwitches.ts';

/** Which imports can be started on this server, and who said so. */
export function StartSwitches() {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const state = useStartSwitches();
  const command = useCommand();
  const [turningOff, setTurningOff] = useState<SwitchLine | null>(null);
  const label = (name: string, words?: object) => translate(`sluice.server.${name}`, words);
  const importerName = useImporterName();
  const nameOf = ({ importer, label: own }: SwitchLine) =>
    importer === null ? label('all') : importerName(importer, own);
  const turnOn = (line: SwitchLine) =>
    command.run({
      call: () => api.switchStarting({ importer: line.importer, on: true }),
      message: ['sluice.server.on_done', { what: nameOf(line) }],
    });
  return (
    <Panel title={label('switches')}>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        {label('switches_text')}
      </Typography>
      {state.kind === 'loading' ? <LoadingNotice /> : null}
      {state.kind === 'failed' ? <FailureNotice error={state.error} retry={state.retry} /> : null}
      {state.kind === 'ready' ? (
        <RecordTable
          label={label('switches')}
          items={state.lines}
          keyOf={({ importer }) => importer ?? ''}
          hrefOf={() => null}
          columns={[
            { name: 'what', label: translate('sluice.trail.what'), cell: nameOf },
            { name: 'on', label: translate('sluice.keys.state'), cell: ({ last }) => <State last={last} /> },
            {
              name: 'actions',
              bare: true,
              label: translate('sluice.settings.actions'),
              cell: (line) => (
                <Button
                  size="small"
                  variant="text"
                  disabled={command.busy}
                  color={isOn(line.last) ? 'error' : 'primary'}
                  onClick={() => (isOn(line.last) ? setTurningOff(line) : turnOn(line))}
                >
                  {label(isOn(line.last) ? 'switch_off' : 'switch_on')}
                </Button>
              ),
            },
          ]}
        />
      ) : null}
      {turningOff ? (
        <SwitchOff importer={turningOff.importer} what={nameOf(turningOff)} onClose={() => setTurningOff(null)} />
      ) : null}
    </Panel>
  );
}

function isOn(last: StartSwitch | null): boolean {
  return last?.on ?? true;
}

function State({ last }: { last: StartSwitch | null }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Stack component="span">
      <span>{translate(isOn(last) ? 'sluice.server.on' : 'sluice.server.off')}</span>
      {last ? (
        <Typography variant="body2" color="textSecondary" component="span">
          {translate('sluice.server.by', { who: last.actor, when: format.ago(last.at) })}
          {last.reason ? `: ${last.reason}` : ''}
        </Typography>
      ) : null}
    </Stack>
  );
}

interface SwitchOffProps {
  readonly importer: string | null;
  readonly what: string;
  readonly onClose: () => void;
}

function SwitchOff({ importer, what, onClose }: SwitchOffProps) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const command = useCommand({ quiet: true });
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={translate('sluice.server.switch_title', { what })}
      confirm={translate('sluice.server.switch_off')}
      busy={command.busy}
      failure={command.failure}
      onClose={onClose}
      onSubmit={() =>
        command.run({
          call: () => api.switchStarting({ importer, on: false, reason: reason.trim() || null }),
          message: ['sluice.server.off_done', { what }],
          onDone: onClose,
        })
      }
    >
      <TextField
        {...DIALOG_FIELD}
        autoFocus
        multiline
        label={translate('sluice.server.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
    </FormDialog>
  );
}
