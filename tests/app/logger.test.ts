import { expect, it } from 'vitest';
import { loggedError } from '../../server/app/logger.ts';
import { testDatabase } from '../helpers/database.ts';

const database = testDatabase();

it('names what Postgres refused without the values of the row', async () => {
  await database.pool.query(`INSERT INTO project (id, name) VALUES ('p', 'P')`);
  const bad = `INSERT INTO contact (id, project_id, phone) VALUES (gen_random_uuid(), 'p', 'secret-phone')`;
  const refused = await database.pool.query(bad).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Error);
  const logged = JSON.stringify(loggedError(refused));
  expect(logged).toContain('contact_phone_e164');
  expect(logged).toContain('23514');
  expect(logged).not.toContain('secret-phone');
  const unreadable = await database.pool.query(`SELECT 'secret-number'::int`).catch((error: unknown) => error);
  expect(JSON.stringify(loggedError(unreadable))).not.toContain('secret-number');
});
