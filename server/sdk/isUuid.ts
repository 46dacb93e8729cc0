const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Whether the database could take this for a UUID. An id that it could not is the id of nothing. The check of the
 * package uuid is stricter than Postgres: it wants a known version, which the records of a host need not have.
 */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
