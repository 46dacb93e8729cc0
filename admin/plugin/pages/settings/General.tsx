import { Button, Stack, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Role } from '../../../gql/generated/graphql.ts';
import type { Project } from '../../api/types.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { Fact, FactList } from '../../ui/FactList.tsx';
import { useCommand } from '../../ui/hooks/useCommand.ts';
import { Panel } from '../../ui/Panel.tsx';

/** The project's name and the viewer's role. */
export function General({ project, role }: { project: Project; role: Role }) {
  const translate = useTranslate();
  const words = translate(`sluice.roles.${role}.name`);
  return (
    <Panel title={translate('sluice.settings.general')}>
      <FactList>
        <Fact name={translate('sluice.settings.name')}>
          {role === 'ADMIN' ? <Rename key={project.name} project={project} /> : project.name}
        </Fact>
        <Fact name={translate('sluice.settings.id')}>{project.id}</Fact>
        <Fact name={translate('sluice.settings.role')}>
          {words}: {translate(`sluice.roles.${role}.text`)}
        </Fact>
        <Fact name={translate('sluice.server.concurrent_label')}>
          {project.maxConcurrentImports ?? translate('sluice.server.concurrent_default')}
        </Fact>
        <Fact name={translate('sluice.notifications.domains_label')}>
          {project.emailDomains.join(', ') || translate('sluice.notifications.no_domains')}
        </Fact>
      </FactList>
    </Panel>
  );
}

function Rename({ project }: { project: Project }) {
  const translate = useTranslate();
  const { sluice } = useSluice();
  const command = useCommand();
  const [name, setName] = useState(project.name);
  const changed = name.trim() !== '' && name.trim() !== project.name;
  return (
    <Stack
      component="form"
      direction="row"
      sx={{ gap: 1, flexWrap: 'wrap' }}
      onSubmit={(event) => {
        event.preventDefault();
        command.run({
          call: () => sluice.api.renameProject({ projectId: project.id, name: name.trim() }),
          message: ['sluice.settings.renamed'],
        });
      }}
    >
      <TextField
        size="small"
        margin="none"
        value={name}
        onChange={(event) => setName(event.target.value)}
        sx={{ flex: '1 1 200px', maxWidth: 360 }}
        slotProps={{ htmlInput: { 'aria-label': translate('sluice.settings.name'), maxLength: 100 } }}
      />
      <Button type="submit" disabled={!changed || command.busy}>
        {translate('sluice.settings.rename')}
      </Button>
    </Stack>
  );
}
