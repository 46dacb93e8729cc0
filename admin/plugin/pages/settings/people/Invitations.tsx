import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Invitation } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { usePages } from '../../../ui/hooks/usePages.ts';
import { PagedTable } from '../../../ui/lists/PagedTable.tsx';
import { Panel } from '../../../ui/Panel.tsx';

/** Who was invited, and what became of it; what is pending can be withdrawn. */
export function Invitations({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const { api } = useSluice().sluice;
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const command = useCommand();
  const pages = usePages(['invitations', projectId], (range) => api.invitations({ id: projectId, ...range }));
  const label = (name: string, words?: object) => translate(`sluice.people.${name}`, words);
  return (
    <Panel title={label('invitations')}>
      <PagedTable
        label={label('invitations')}
        pages={pages}
        none={label('no_invitations')}
        keyOf={({ id }) => id}
        columns={[
          { name: 'email', label: label('email'), cell: ({ email }) => email },
          { name: 'role', label: label('role'), cell: ({ role }) => translate(`sluice.roles.${role}.name`) },
          {
            name: 'state',
            label: label('state'),
            cell: (one) => label(`state_${stateOf(one)}`, { time: format.time(one.expiresAt) }),
          },
          { name: 'by', label: label('invited_by'), cell: ({ createdBy }) => createdBy },
          {
            name: 'actions',
            bare: true,
            label: translate('sluice.settings.actions'),
            cell: (one) =>
              stateOf(one) === 'pending' ? (
                <Button size="small" color="error" variant="text" onClick={() => setRevoking(one)}>
                  {label('revoke')}
                </Button>
              ) : null,
          },
        ]}
      />
      <ConfirmDialog
        open={revoking !== null}
        title={label('revoke_title', { who: revoking?.email ?? '' })}
        confirm={label('revoke')}
        busy={command.busy}
        onClose={() => setRevoking(null)}
        onConfirm={() => {
          if (!revoking) return;
          setRevoking(null);
          command.run({ call: () => api.revokeInvitation(revoking.id), message: ['sluice.people.revoked'] });
        }}
      >
        {label('revoke_text')}
      </ConfirmDialog>
    </Panel>
  );
}

function stateOf({ acceptedAt, revokedAt, expiresAt }: Invitation): 'accepted' | 'revoked' | 'expired' | 'pending' {
  if (acceptedAt) return 'accepted';
  if (revokedAt) return 'revoked';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'pending';
}
