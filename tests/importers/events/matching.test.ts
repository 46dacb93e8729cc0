import { describe, expect, it, test } from 'vitest';
import { events } from '../../../server/importers/events/index.ts';
import { likeness } from '../../../server/importers/events/likeness.ts';
import { type JsonObject, matchText } from '../../../server/sdk/index.ts';
import { testEngine } from '../../helpers/engine.ts';

/** Two ways to write one venue. */
const VARIANTS: readonly (readonly [string, string])[] = [
  ['V.F.W. Dance Hall', 'VFW Dance Hall'],
  ['Y.M.C.A. Gym', 'YMCA Gymnasium'],
  ['A.B.C. Club', 'ABC Club'],
  ['U.S.O. Lounge', 'USO Lounge'],
  ['F.O.E. Aerie 12', 'FOE Aerie 12'],
  ['Orpheum Theatre', 'Orpheum Theater'],
  ['Lakeside Theatre', 'Lakeside Thtr.'],
  ['Moreno Centre', 'Moreno Center'],
  ['Moreno Ctr.', 'Moreno Center'],
  ['Old Harbour Inn', 'Old Harbor Inn'],
  ['Grange Bldg.', 'Grange Building'],
  ['Bldg. 7, Fairgrounds', 'Building 7 Fairgrounds'],
  ['1st Baptist Church', 'First Baptist Church'],
  ['2nd Street Stage', 'Second Street Stage'],
  ['3rd Ward Hall', 'Third Ward Hall'],
  ['4th Avenue Loft', 'Fourth Ave Loft'],
  ['Pier 1', 'Pier One'],
  ['Oakdale Elem.', 'Oakdale Elementary'],
  ['Oakdale Elem. School', 'Oakdale Elementary School'],
  ['St. Olga Church', 'Saint Olga Church'],
  ['Mt. Verna Lodge', 'Mount Verna Lodge'],
  ['Ft. Winter', 'Fort Winter'],
  ['Quarry Rd. Barn', 'Quarry Road Barn'],
  ['Elm St. Gallery', 'Elm Street Gallery'],
  ['Tanner Blvd Studio', 'Tanner Boulevard Studio'],
  ['N. Plains Library', 'North Plains Library'],
  ['S. Bend Arena', 'South Bend Arena'],
  ['W Hill Church', 'West Hill Church'],
  ['E. Ridge School', 'East Ridge School'],
  ['Univ. of Vorn', 'University of Vorn'],
  ['Vorn Coll. Aud.', 'Vorn College Auditorium'],
  ['Miller Mem. Library', 'Miller Memorial Library'],
  ['Intl. House', 'International House'],
  ['Natl. Guard Hall', 'National Guard Hall'],
  ['Comm. Center of Lund', 'Community Center of Lund'],
  ['Trinity Meth. Church', 'Trinity Methodist Church'],
  ['Grace Presb. Church', 'Grace Presbyterian Church'],
  ['The Blue Room', 'Blue Room'],
  ['The Otter & Ox', 'Otter and Ox'],
  ['Café Zoë', 'Cafe Zoe'],
  ['Hugo’s Tavern', "Hugo's Tavern"],
  ['O’Dell Hall', 'ODell Hall'],
  ['Play House Lund', 'Playhouse Lund'],
  ['Ball Room East', 'Ballroom East'],
  ['RIVER STAGE', 'River Stage'],
  ['River Stage!', 'River Stage'],
  ['River – Stage', 'River-Stage'],
  ['Stage, River', 'River Stage'],
  ['Kettle Coffe House', 'Kettle Coffee House'],
  ['Lund Libary', 'Lund Library'],
  ['Lund Comunity Center', 'Lund Community Center'],
  ['Vorn Musuem', 'Vorn Museum'],
  ['Vorn Auditoriam', 'Vorn Auditorium'],
  ['Vorn Pavillion', 'Vorn Pavilion'],
  ['Rm. 204 Vorn Hall', 'Room 204 Vorn Hall'],
  ['Ste. 5 Vorn Tower', 'Suite 5 Vorn Tower'],
  ['Grey Barn', 'Gray Barn'],
  ['Miller Bros. Brewery', 'Miller Brothers Brewery'],
  ['Lund Co. Fairgrounds', 'Lund Company Fairgrounds'],
  ['Vorn Rec. Center', 'Vorn Recreation Center'],
  ['Vorn Hwy. Diner', 'Vorn Highway Diner'],
  ['Plaza Amphitheatre', 'Plaza Amphitheater'],
  ['Sr. Center Lund', 'Senior Center Lund'],
  ['Lund Garden', 'Lund Gardens'],
  ['Vorn Perf. Arts Ctr.', 'Vorn Performing Arts Center'],
  ['Post 12, American Legion', 'American Legion Post 12'],
];

/** Two venues whose names look alike. */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['Conference Room A', 'Conference Room B'],
  ['Conference Room A', 'Conference Room'],
  ['Conference Room 1', 'Conference Room 2'],
  ['Room 204 Vorn Hall', 'Room 205 Vorn Hall'],
  ['West Douglas Church', 'Douglas Church'],
  ['West Douglas Church', 'East Douglas Church'],
  ['N. Plains Library', 'S. Plains Library'],
  ['Northwest Hall', 'Northeast Hall'],
  ['First Baptist Church', 'Second Baptist Church'],
  ['1st Street Stage', '2nd Street Stage'],
  ['First Baptist Church', 'First Methodist Church'],
  ['Johnson Hall', 'Johnston Hall'],
  ['Adam Hall', 'Adams Hall'],
  ['Anderson Arena', 'Andersen Arena'],
  ['Marin Theater', 'Martin Theater'],
  ['Lund High School', 'Lund Middle School'],
  ['Lund Elementary School', 'Lund High School'],
  ['Lund Country Club', 'Lund County Club'],
  ['Palace Theater', 'Place Theater'],
  ['Vorn Library', 'Vorn Museum'],
  ['Upper Vorn Hall', 'Lower Vorn Hall'],
  ['Vorn Hall', 'New Vorn Hall'],
  ['Old Mill', 'New Mill'],
  ['Vorn Hall Annex', 'Vorn Hall'],
  ['Stage 1', 'Stage 10'],
  ['Stage II', 'Stage III'],
  ['Building 7', 'Building 17'],
  ['Pier 39', 'Pier 93'],
  ['Saint Olga Church', 'Saint Olaf Church'],
  ['Mount Verna Lodge', 'Mount Vera Lodge'],
  ['Lakeside Park', 'Lakeview Park'],
  ['Oakdale Park', 'Oakvale Park'],
  ['Elm Street Gallery', 'Elm Avenue Gallery'],
  ['VFW Post 12', 'VFW Post 21'],
  ['Red Barn', 'Red Bar'],
  ['Blue Room', 'Blue Moon'],
  ['Studio C', 'Studio C#'],
  ['Club A+', 'Club A-'],
  ['Main Stage North', 'Main Stage South'],
  ['Vorn College', 'Vorn University'],
  ['Grand Hall Lund', 'Grand Hotel Lund'],
];

const SIMILARITY = 0.7;
const isSame = ([a, b]: readonly [string, string]) =>
  matchText(a) === matchText(b) || likeness(matchText(a), matchText(b)) >= SIMILARITY;

describe('names of venues', () => {
  it('that mean the same are known for it, and others are not', () => {
    const missed = VARIANTS.filter((pair) => !isSame(pair));
    const wrong = LOOK_ALIKES.filter(isSame);
    const found = VARIANTS.length - missed.length;
    expect(VARIANTS.length).toBeGreaterThanOrEqual(60);
    expect(LOOK_ALIKES.length).toBeGreaterThanOrEqual(38);
    expect(found / (found + wrong.length), `taken for one: ${wrong.join('; ')}`).toBeGreaterThanOrEqual(0.99);
    expect(found / VARIANTS.length, `not known: ${missed.join('; ')}`).toBeGreaterThanOrEqual(0.95);
  });

  test.each(VARIANTS)('%s and %s are as alike from either side', (one, other) => {
    const [a, b] = [matchText(one), matchText(other)];
    expect(likeness(a, b)).toBe(likeness(b, a));
  });

  it('may leave out the place that is known', () => {
    expect(likeness('orpheum theater lund', 'orpheum theatre', ['lund', 'lund'])).toBeGreaterThanOrEqual(SIMILARITY);
    expect(likeness('orpheum theater lund', 'orpheum theatre', ['vorn', ''])).toBe(0);
  });
});

const engine = testEngine({ importers: [events] });
const START = { start: '2026-05-01 20:00', timezone: 'America/New_York' };
const importRows = async (rows: readonly JsonObject[]) => {
  const id = await engine.start({ importer: 'events', mode: 'SYNC', source: { kind: 'rows', rows } });
  const { status, created, updated, unchanged } = await engine.row(id);
  return { status, created, updated, unchanged };
};
const names = async (table: string) =>
  (await engine.pool.query(`SELECT name FROM ${table} ORDER BY name`)).rows.map(({ name }) => name);

describe('an import', () => {
  it('keeps titles and categories apart that differ by a sign', async () => {
    const rows = ['C++', 'C#', 'C', 'A+', 'A-', '18+', '18-', '$5', '5€'].map((name) => {
      return { ...START, title: `${name} Night`, category: name };
    });
    expect(await importRows(rows)).toMatchObject({ created: 9 });
    expect(await importRows(rows)).toMatchObject({ created: 0, unchanged: 9 });
    expect(await names('event_category')).toHaveLength(9);
  });

  it('has an event for each venue of one title and start, and the one of a row that knew no venue yet', async () => {
    const at = (venue: string) => ({ ...START, title: 'Open Stage', venue });
    expect(await importRows([{ ...START, title: 'Open Stage' }])).toMatchObject({ created: 1 });
    const rows = [at('Old Mill'), at('V.F.W. Hall'), at('Lund Theatre')];
    expect(await importRows(rows)).toMatchObject({ created: 2, updated: 1 });
    const again = [at('Old Mill'), at('VFW Hall'), at('Lund Theater')];
    expect(await importRows(again)).toMatchObject({ created: 0, unchanged: 3 });
  });

  it('has one event where its address says that it moved to another venue', async () => {
    const url = 'https://lund.example/moved';
    const at = (venue: string) => ({ ...START, title: 'Moved', venue, url });
    expect(await importRows([at('Old Mill'), at('Lund Theatre')])).toMatchObject({ created: 1, updated: 1 });
  });

  it('finds a venue however it is spelled, over imports too, and asks where a word differs', async () => {
    const at = (venue: string, index: number) => ({ ...START, title: `Show ${index}`, venue });
    await importRows(['Bldg. 5 Fairgrounds', '1st Church', 'West Douglas Church'].map(at));
    await importRows(['Building 5 Fairgrounds', 'First Church', 'Douglas Church'].map(at));
    const found = await names('venue');
    expect(found).toEqual(expect.arrayContaining(['1st Church', 'Bldg. 5 Fairgrounds', 'Douglas Church']));
    expect(found).not.toEqual(expect.arrayContaining(['First Church']));
    expect(found).not.toEqual(expect.arrayContaining(['Building 5 Fairgrounds']));
    expect(await names('entity_match')).toContain('Douglas Church');
  });
});
