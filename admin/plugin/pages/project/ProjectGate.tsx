import { type ReactNode, useEffect, useRef } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { EmptyNotice, FailureNotice, LoadingNotice } from '../../ui/Notices.tsx';
import type { ProjectState } from './useProject.ts';

interface ProjectGateProps {
  readonly project: ProjectState;
  readonly children: (project: Extract<ProjectState, { kind: 'ready' }>) => ReactNode;
}

/** What is about a project, once there is one; before that, why there is none. */
export function ProjectGate({ project, children }: ProjectGateProps) {
  const translate = useTranslate();
  const lost = useLostProject(project);
  switch (project.kind) {
    case 'loading':
      return <LoadingNotice />;
    case 'failed':
      return <FailureNotice error={project.error} retry={project.retry} />;
    case 'none':
      return (
        <EmptyNotice
          title={lost === null ? translate('sluice.project.none') : translate('sluice.project.gone', { name: lost })}
          hint={translate('sluice.project.none_hint')}
        />
      );
    case 'ready':
      return children(project);
  }
}

/** The name of a project that the viewer lost access to, shown where another project takes its place. */
function useLostProject(project: ProjectState): string | null {
  const notify = useNotify();
  const shown = useRef<{ readonly id: string; readonly name: string } | null>(null);
  const before = shown.current;
  const known = project.kind === 'ready' ? project.projects.map((each) => each.project) : [];
  const gone = before !== null && isSettled(project) && known.every(({ id }) => id !== before.id);
  const name = gone ? before.name : null;
  const current = project.kind === 'ready' ? (known.find(({ id }) => id === project.id) ?? null) : null;
  useEffect(() => {
    if (current === null) return;
    if (name !== null)
      notify('sluice.project.gone', { type: 'warning', messageArgs: { name }, autoHideDuration: null });
    shown.current = current;
  }, [current, name, notify]);
  return name;
}

function isSettled({ kind }: ProjectState): boolean {
  return kind === 'ready' || kind === 'none';
}
