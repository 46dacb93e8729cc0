import type pg from 'pg';
import { slugOfTitle } from '../../../server/importers/events/eventKey.ts';
import { firstMatchText as fold } from '../../../server/importers/events/refold/firstFold.ts';

const TABLES = { VENUE: 'venue', ORGANIZER: 'organizer', CATEGORY: 'event_category' };

/** Stores all names as version 1 of the fold made them, with keys of events that know no venue. */
export async function storeFormerNames(pool: pg.Pool): Promise<void> {
  const rows = async (sql: string) => (await pool.query(sql)).rows;
  for (const table of Object.values(TABLES)) {
    for (const { id, name, city } of await rows(`SELECT id, name, details->>'city' AS city FROM ${table}`)) {
      const place = table === 'venue' ? fold(city ?? '') : '';
      await pool.query(`UPDATE ${table} SET match_name = $2, match_place = $3 WHERE id = $1`, [id, fold(name), place]);
    }
  }
  for (const { key, name } of await rows("SELECT key, name FROM entity_rule WHERE key LIKE 'name:%'")) {
    const place = fold(key.slice(key.lastIndexOf('|') + 1));
    await pool.query('UPDATE entity_rule SET key = $2 WHERE key = $1', [key, `name:${fold(name)}|${place}`]);
  }
  for (const table of ['entity_match', 'entity_reference']) {
    for (const { key, name } of await rows(`SELECT DISTINCT key, name FROM ${table}`)) {
      const place = fold(key.slice(key.lastIndexOf('|') + 1));
      await pool.query(`UPDATE ${table} SET key = $2, match_name = $3, match_place = $4 WHERE key = $1`, [
        ...[key, `${fold(name)}|${place}`, fold(name), place],
      ]);
    }
  }
  for (const { id, errors } of await rows('SELECT id, errors FROM failed_row WHERE waits_for IS NOT NULL')) {
    const former = errors.map((error: { value: string; waitsFor: string }) => {
      const [, kind, place] = /^(\w+):.*\|(.*)$/.exec(error.waitsFor) ?? [];
      return { ...error, waitsFor: `${kind}:${fold(error.value)}|${fold(place ?? '')}` };
    });
    const waits = former.map(({ waitsFor }: { waitsFor: string }) => waitsFor);
    await pool.query('UPDATE failed_row SET errors = $2, waits_for = $3 WHERE id = $1', [
      ...[id, JSON.stringify(former), waits],
    ]);
  }
  await storeFormerKeys(pool);
}

async function storeFormerKeys(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query('SELECT id, title, slug_start FROM event');
  for (const event of rows) {
    const { rows: entries } = await pool.query(
      `SELECT seq, changes FROM provenance JOIN import ON import.id = import_id
        WHERE record_id = $1 AND changes IS NOT NULL AND NOT mapping @> '[{"field": "slug"}]' ORDER BY provenance.seq`,
      [event.id],
    );
    if (entries.length === 0) continue;
    const former = (title: string, slugStart: string) => {
      const [source, , start] = slugStart.split('|');
      return { slug: slugOfTitle(title, fold), slugStart: `${source}|${slugOfTitle(title, fold)}|${start}` };
    };
    const now = former(event.title, event.slug_start);
    await pool.query('UPDATE event SET slug = $2, slug_start = $3 WHERE id = $1', [event.id, now.slug, now.slugStart]);
    await pool.query("DELETE FROM event_sighting WHERE slug_start LIKE '%|%|%|%|%'");
    await pool.query('UPDATE event_sighting SET slug_start = $2 WHERE slug_start = $1', [
      ...[event.slug_start.split('|').slice(0, 3).join('|'), now.slugStart],
    ]);
    let title = '';
    for (const { seq, changes } of entries) {
      const [old, after] = [changes.title?.[0] ?? title, changes.title?.[1] ?? title];
      title = after;
      const { slug, slugStart, ...rest } = changes;
      const both = [0, 1].map((side) => {
        const key = slugStart?.[side] ?? event.slug_start;
        return slugStart?.[side] === null ? { slug: null, slugStart: null } : former(side === 0 ? old : after, key);
      });
      const made = { slug: both.map((each) => each.slug), slugStart: both.map((each) => each.slugStart) };
      const different = Object.entries(made).filter(([, [before, then]]) => before !== then);
      await pool.query('UPDATE provenance SET changes = $2 WHERE record_id = $3 AND seq = $1', [
        ...[seq, JSON.stringify({ ...rest, ...Object.fromEntries(different) }), event.id],
      ]);
    }
  }
}
