import type { Context } from './context.ts';
import { type Connection, connectionOf, type PageArgs, pageOf } from './paging.ts';
import { viewerOf } from './viewerOf.ts';

/** The description of a list's argument. */
export const PROJECT_ARG = "The project's id. Empty for a project that the viewer cannot see.";

/** A page of what the viewer may see: nothing of a project that they may not. */
export function pageFor<Node>(
  context: Context,
  projectId: string,
  args: PageArgs,
  read: (page: ReturnType<typeof pageOf>) => Promise<Connection<Node>>,
): Promise<Connection<Node>> {
  const page = pageOf(args);
  if (viewerOf(context).roleIn(projectId) !== null) return read(page);
  const nothing = connectionOf<Node>(
    [],
    page,
    () => '',
    async () => 0,
  );
  return Promise.resolve(nothing);
}
