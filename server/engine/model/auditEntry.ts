import type { JsonObject } from '../../sdk/json.ts';

/** What the audit trail records. The console has a text for each. */
export const AUDIT_ACTIONS = [
  // Of an import.
  'START',
  'PAUSE',
  'RESUME',
  'CANCEL',
  'RETRY',
  'RETRY_ROWS',
  'RELEASE_ROWS',
  'DISCARD_ROWS',
  'ROWS_REIMPORTED',
  'ROWS_OPEN_AGAIN',
  'UNDO',
  'UNDONE',
  'REDELIVER',
  // Of a project, its people and its keys.
  'CREATE_PROJECT',
  'RENAME_PROJECT',
  'SET_MAX_CONCURRENT_IMPORTS',
  'ALLOW_EMAIL_DOMAINS',
  'ROTATE_WEBHOOK_SECRET',
  'ADD_MEMBER',
  'CHANGE_ROLE',
  'REMOVE_MEMBER',
  'INVITE',
  'ACCEPT_INVITATION',
  'REVOKE_INVITATION',
  'CREATE_KEY',
  'REVOKE_KEY',
  'CHANGE_PASSWORD',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  readonly projectId: string;
  /** Absent where the action is about the project, its people or its keys. */
  readonly importId?: string;
  readonly actor: string;
  readonly action: AuditAction;
  /** Never a secret. */
  readonly detail?: JsonObject;
}
