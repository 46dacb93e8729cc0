import { Stack } from '@mui/material';
import type { Project } from '../../../api/types.ts';
import { CreateProject } from './CreateProject.tsx';
import { MaxConcurrentImports } from './MaxConcurrentImports.tsx';
import { StartSwitches } from './StartSwitches.tsx';

interface ServerPartsProps {
  /** The one that is open; null: there is none. */
  readonly project: Project | null;
  /** Goes to a project; null where there is none to choose from. */
  readonly choose: ((projectId: string) => void) | null;
}

/** What the server's administrators see to. */
export function ServerParts({ project, choose }: ServerPartsProps) {
  return (
    <Stack sx={{ gap: 2.5 }}>
      <StartSwitches />
      {project ? <MaxConcurrentImports project={project} /> : null}
      <CreateProject choose={choose} />
    </Stack>
  );
}
