import AddIcon from '@mui/icons-material/PersonAddAltRounded';
import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Role } from '../../../../gql/generated/graphql.ts';
import type { Member } from '../../../api/types.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useFormat } from '../../../ui/format/useFormat.ts';
import { useCommand } from '../../../ui/hooks/useCommand.ts';
import { usePages } from '../../../ui/hooks/usePages.ts';
import { PagedTable } from '../../../ui/lists/PagedTable.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useViewer } from '../../project/useViewer.ts';
import { RoleSelect } from '../RoleField.tsx';
import { AddMember } from './AddMember.tsx';

/** The members of the project, with actions to add them, change their role and remove them. */
export function Members({ projectId }: { projectId: string }) {
  const translate = useTranslate();
  const format = useFormat();
  const { api } = useSluice().sluice;
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  /** The role that the viewer chose to replace their role ADMIN. */
  const [stepping, setStepping] = useState<{ readonly member: Member; readonly role: Role } | null>(null);
  const command = useCommand();
  const own = useViewer().data?.email;
  const pages = usePages(['members', projectId], (range) => api.members({ id: projectId, ...range }));
  const label = (name: string, words?: object) => translate(`sluice.people.${name}`, words);
  const changeRole = ({ userId, email }: Member, role: Role) =>
    command.run({
      call: () => api.changeMemberRole({ projectId, userId, role }),
      message: ['sluice.people.role_changed', { who: email }],
    });
  const isOwn = removing !== null && removing.email === own;
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
          {
            name: 'email',
            label: label('email'),
            cell: ({ email }) => (email === own ? label('you', { who: email }) : email),
          },
          { name: 'name', label: label('name'), cell: ({ name, email }) => (name === email ? null : name) },
          {
            name: 'role',
            label: label('role'),
            cell: (member) => (
              <RoleSelect
                label={label('role_of', { who: member.email })}
                value={member.role}
                disabled={command.busy}
                // Who steps down cannot step up again: that is asked first.
                onChange={(role) => (member.email === own ? setStepping({ member, role }) : changeRole(member, role))}
              />
            ),
          },
          { name: 'since', label: translate('sluice.settings.since'), cell: ({ addedAt }) => format.ago(addedAt) },
          {
            name: 'actions',
            bare: true,
            label: translate('sluice.settings.actions'),
            cell: (member) => (
              <Button size="small" color="error" variant="text" onClick={() => setRemoving(member)}>
                {label(member.email === own ? 'leave' : 'remove')}
              </Button>
            ),
          },
        ]}
      />
      {adding ? <AddMember projectId={projectId} onClose={() => setAdding(false)} /> : null}
      <ConfirmDialog
        open={removing !== null}
        title={label(isOwn ? 'leave_title' : 'remove_title', { who: removing?.email ?? '' })}
        confirm={label(isOwn ? 'leave' : 'remove')}
        busy={command.busy}
        onClose={() => setRemoving(null)}
        onConfirm={() => {
          if (!removing) return;
          setRemoving(null);
          command.run({
            call: () => api.removeMember({ projectId, userId: removing.userId }),
            message: ['sluice.people.removed', { who: removing.email }],
          });
        }}
      >
        {label(isOwn ? 'leave_text' : 'remove_text')}
      </ConfirmDialog>
      <ConfirmDialog
        open={stepping !== null}
        title={label('step_title')}
        confirm={label('step')}
        busy={command.busy}
        onClose={() => setStepping(null)}
        onConfirm={() => {
          setStepping(null);
          if (stepping) changeRole(stepping.member, stepping.role);
        }}
      >
        {label('step_text')}
      </ConfirmDialog>
    </Panel>
  );
}
