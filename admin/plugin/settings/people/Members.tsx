import AddIcon from '@mui/icons-material/PersonAddAltRounded';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Member } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { ConfirmDialog } from '../../shared/ConfirmDialog.tsx';
import { PagedTable } from '../../shared/PagedTable.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { useCommand } from '../../shared/useCommand.ts';
import { useFormat } from '../../shared/useFormat.ts';
import { usePages } from '../../shared/usePages.ts';
import { RoleSelect } from '../RoleField.tsx';
import { AddMember } from './AddMember.tsx';

/** The people of the project, whom one can add, give another role, and remove. */
export function Members({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const { api } = useSluice().sluice;
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const command = useCommand();
  const pages = usePages(['members', projectId], (range) => api.members({ id: projectId, ...range }));
  const label = (name: string, words?: object) => translate(`sluice.people.${name}`, words);
  return (
    <Panel
      title={label('members')}
      beside={
        <Button startIcon={<AddIcon />} onClick={() => setAdding(true)}>
          {label('add')}
        </Button>
      }
    >
      <PagedTable
        label={label('members')}
        pages={pages}
        none={label('none')}
        keyOf={({ userId }) => userId}
        columns={[
          { name: 'email', label: label('email'), cell: ({ email }) => email },
          { name: 'name', label: label('name'), cell: ({ name, email }) => (name === email ? null : name) },
          {
            name: 'role',
            label: label('role'),
            cell: ({ userId, email, role }) => (
              <RoleSelect
                label={label('role_of', { who: email })}
                value={role}
                disabled={command.busy}
                onChange={(wanted) =>
                  command.run({
                    call: () => api.changeMemberRole({ projectId, userId, role: wanted }),
                    said: ['sluice.people.role_changed', { who: email }],
                  })
                }
              />
            ),
          },
          { name: 'since', label: translate('sluice.settings.since'), cell: ({ addedAt }) => format.ago(addedAt) },
          {
            name: 'actions',
            label: translate('sluice.settings.actions'),
            cell: (member) => (
              <Button size="small" color="error" variant="text" onClick={() => setRemoving(member)}>
                {label('remove')}
              </Button>
            ),
          },
        ]}
      />
      {adding ? <AddMember projectId={projectId} onClose={() => setAdding(false)} /> : null}
      <ConfirmDialog
        open={removing !== null}
        title={label('remove_title', { who: removing?.email ?? '' })}
        confirm={label('remove')}
        busy={command.busy}
        onClose={() => setRemoving(null)}
        onConfirm={() => {
          if (!removing) return;
          setRemoving(null);
          command.run({
            call: () => api.removeMember({ projectId, userId: removing.userId }),
            said: ['sluice.people.removed', { who: removing.email }],
          });
        }}
      >
        {label('remove_text')}
      </ConfirmDialog>
    </Panel>
  );
}
