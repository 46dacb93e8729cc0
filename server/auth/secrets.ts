import { createHash, randomBytes } from 'node:crypto';

/** A secret that is shown once: 32 random bytes behind a word that says what it is for, such as "slk_". */
export function createSecret(prefix: string): string {
  return `${prefix}${randomBytes(32).toString('base64url')}`;
}

/** What a table keeps of a secret. It is random, so a fast hash without salt is enough, and can be looked up. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest());
}
