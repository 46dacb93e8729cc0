import KeyIcon from '@mui/icons-material/VpnKeyOutlined';
import { Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { ApiKey } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { usePages } from '../../../ui/hooks/usePages.ts';
import { PagedTable } from '../../../ui/lists/PagedTable.tsx';
import type { Column } from '../../../ui/lists/RecordTable.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { CreateKey } from './CreateKey.tsx';

/** The keys with which scripts act in the project. */
export function ApiKeys({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const { api } = useSluice().sluice;
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const command = useCommand();
  const pages = usePages(['keys', projectId], (range) => api.apiKeys({ id: projectId, ...range }));
  const columns = useColumns(setRevoking);
  const label = (name: string, words?: object) => translate(`sluice.keys.${name}`, words);
  return (
    <Panel
      title={label('title')}
      beside={
        <Button startIcon={<KeyIcon />} onClick={() => setCreating(true)}>
          {label('create')}
        </Button>
      }
    >
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
        {label('text')}
      </Typography>
      <PagedTable label={label('title')} pages={pages} none={label('none')} keyOf={({ id }) => id} columns={columns} />
      {creating ? <CreateKey projectId={projectId} onClose={() => setCreating(false)} /> : null}
      <ConfirmDialog
        open={revoking !== null}
        title={label('revoke_title', { name: revoking?.name ?? '' })}
        confirm={label('revoke')}
        busy={command.busy}
        onClose={() => setRevoking(null)}
        onConfirm={() => {
          if (!revoking) return;
          setRevoking(null);
          command.run({ call: () => api.revokeApiKey(revoking.id), message: ['sluice.keys.revoked'] });
        }}
      >
        {label('revoke_text')}
      </ConfirmDialog>
    </Panel>
  );
}

function useColumns(revoke: (key: ApiKey) => void): readonly [Column<ApiKey>, ...Column<ApiKey>[]] {
  const translate = useTranslate();
  const format = useFormat();
  const label = (name: string, words?: object) => translate(`sluice.keys.${name}`, words);
  return [
    { name: 'name', label: label('name'), cell: ({ name }) => name },
    { name: 'begins', label: label('begins'), cell: ({ prefix }) => <code>{prefix}…</code> },
    { name: 'role', label: label('role'), cell: ({ role }) => translate(`sluice.roles.${role}.name`) },
    {
      name: 'state',
      label: label('state'),
      cell: (key) => label(`state_${stateOf(key)}`, { time: format.time(key.expiresAt) }),
    },
    {
      name: 'used',
      label: label('last_used'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? format.ago(lastUsedAt) : label('never')),
    },
    { name: 'made', label: label('made'), cell: ({ createdBy }) => createdBy },
    {
      name: 'actions',
      bare: true,
      label: translate('sluice.settings.actions'),
      cell: (key) =>
        stateOf(key) === 'holds' || stateOf(key) === 'until' ? (
          <Button size="small" color="error" variant="text" onClick={() => revoke(key)}>
            {label('revoke')}
          </Button>
        ) : null,
    },
  ];
}

function stateOf({ revokedAt, expiresAt }: ApiKey): 'revoked' | 'expired' | 'until' | 'holds' {
  if (revokedAt) return 'revoked';
  if (!expiresAt) return 'holds';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'until';
}
