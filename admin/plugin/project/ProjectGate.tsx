import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../shared/Notices.tsx';
import type { ProjectState } from './useProject.ts';

interface ProjectGateProps {
  readonly project: ProjectState;
  readonly children: (project: Extract<ProjectState, { kind: 'ready' }>) => ReactNode;
}

/** What is about a project, once there is one; before that, why there is none. */
export function ProjectGate({ project, children }: ProjectGateProps) {
  const translate = useTranslate();
  switch (project.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice message={project.message} retry={project.retry} />;
    case 'none':
      return <EmptyNotice title={translate('sluice.project.none')} hint={translate('sluice.project.none_hint')} />;
    case 'ready':
      return children(project);
  }
}
