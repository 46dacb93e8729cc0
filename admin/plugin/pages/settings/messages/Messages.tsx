import { Stack } from '@mui/material';
import type { Project } from '../../../api/types.ts';
import { EmailDomains } from './EmailDomains.tsx';
import { WebhookSecret } from './WebhookSecret.tsx';

/** Whom imports may tell of their end, and what webhooks are signed with. */
export function Messages({ project }: { project: Project }) {
  return (
    <Stack sx={{ gap: 2.5 }}>
      <EmailDomains key={project.emailDomains.join(' ')} project={project} />
      <WebhookSecret project={project} />
    </Stack>
  );
}
