import type { Builder } from '../builder.ts';
import { Role } from '../enums.ts';

/** Viewer, what they may see, and the query that gives them. */
export function addViewer(builder: Builder): void {
  builder.objectType('Viewer', {
    description: 'Who asks: a person who signed in, or an API key.',
    fields: (t) => ({
      email: t.exposeString('email', {
        nullable: true,
        description: "The person's e-mail address; null for an API key.",
      }),
      administrator: t.exposeBoolean('administrator', {
        description: 'Whether they administer the whole server: they may make projects.',
      }),
      projects: t.field({
        type: ['ViewerProject'],
        description: 'The projects that the viewer may see, by name.',
        resolve: (viewer) => viewer.projects,
      }),
    }),
  });
  builder.objectType('ViewerProject', {
    description: "A project and the viewer's role in it.",
    fields: (t) => ({
      project: t.field({ type: 'Project', description: 'The project.', resolve: (entry) => entry.project }),
      role: t.field({ type: Role, description: 'What the viewer may do in it.', resolve: (entry) => entry.role }),
    }),
  });
  builder.objectType('Project', {
    description: 'What imports and records belong to.',
    fields: (t) => ({
      id: t.exposeID('id', { description: "The project's id; the demo project's is `demo`." }),
      name: t.exposeString('name', { description: 'What people call it.' }),
    }),
  });
}
