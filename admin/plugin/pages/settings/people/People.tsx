import { Stack } from '@mui/material';
import { Invitations } from './Invitations.tsx';
import { Members } from './Members.tsx';

/** Who is in the project, and who is asked to be. */
export function People({ projectId }: { projectId: string }) {
  return (
    <Stack sx={{ gap: 2.5 }}>
      <Members projectId={projectId} />
      <Invitations projectId={projectId} />
    </Stack>
  );
}
