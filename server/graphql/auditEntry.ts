import type { Builder } from './builder.ts';
import { addConnection } from './connection.ts';
import type { AuditEntryShape } from './shapes.ts';

/** AuditEntry and the list of them. */
export function addAuditEntry(builder: Builder) {
  const entry = builder.objectRef<AuditEntryShape>('AuditEntry');
  entry.implement({
    description: 'Something that somebody, or Sluice itself, did.',
    fields: (t) => ({
      at: t.expose('at', { type: 'DateTime', description: 'When.' }),
      actor: t.exposeString('actor', {
        description:
          'Who: an e-mail address, "key:NAME" for an API key, "token:NAME" for a token of an identity provider, or "sluice".',
      }),
      action: t.exposeString('action', { description: 'What, as a stable word.' }),
      importId: t.exposeID('importId', {
        nullable: true,
        description: 'The import that it was done to; null for what was done to a project, its people or keys.',
      }),
      detail: t.expose('detail', { type: 'JSON', nullable: true, description: 'What belongs to it, such as a limit.' }),
    }),
  });
  return addConnection(builder, entry, 'audit entries');
}
