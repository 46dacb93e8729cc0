import { Stack } from '@mui/material';
import { CreateProject } from './CreateProject.tsx';
import { StartSwitches } from './StartSwitches.tsx';

/** What the server's administrators see to; `choose` goes to a project, null where there is none to choose from. */
export function ServerParts({ choose }: { choose: ((projectId: string) => void) | null }) {
  return (
    <Stack sx={{ gap: 2.5 }}>
      <StartSwitches />
      <CreateProject choose={choose} />
    </Stack>
  );
}
