import type { Builder } from './builder.ts';
import { addConnection } from './connection.ts';
import type { AuditEntryShape } from './shapes.ts';

/** AuditEntry and the list of them. */
export function addAuditEntry(builder: Builder) {
  const entry = builder.objectRef<AuditEntryShape>('AuditEntry');
  entry.implement({
    description: 'An action of a person, an API key or Sluice itself.',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', description: 'The time.' }),
      actor: t.exposeString('actor', {
        description:
          'The actor: an e-mail address, "key:NAME" for an API key, "token:NAME" for a token of an identity provider, or "sluice".',
      }),
      action: t.exposeString('action', { description: 'The action, as a stable word.' }),
      importId: t.exposeID('importId', {
        nullable: true,
        description: 'The import that the action was about; null for an action on a project, its members or keys.',
      }),
      detail: t.expose('detail', {
        type: 'JSON',
        nullable: true,
        description: 'Details of the action, such as a limit.',
      }),
    }),
  });
  return addConnection(builder, entry, 'audit entries');
}
