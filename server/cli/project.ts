import type { Api } from './api.ts';
import type { Access } from './environment.ts';
import { UsageError } from './errors.ts';
import { ProjectsDocument } from './generated/graphql.ts';

/** The project that was named, or the only one there is. Throws UsageError where there are several. */
export async function ensureProject(api: Api, { project }: Access): Promise<string> {
  if (project !== null) return project;
  const { viewer } = await api.request(ProjectsDocument, {});
  const ids = viewer.projects.map((member) => member.project.id);
  const [only, ...others] = ids;
  if (only === undefined) throw new UsageError('This key has access to no project.');
  if (others.length > 0) throw new UsageError(`Choose a project with --project: one of ${ids.join(', ')}.`);
  return only;
}
