import { readFile } from 'node:fs/promises';
import { writeContactsFile } from '../bench/contactsFile.ts';
import { importByApi } from '../helpers/importByApi.ts';
import { startFile } from '../helpers/startFile.ts';

interface Server {
  readonly url: string;
  readonly apiKey: string;
  readonly projectId: string;
}

const ROWS = 20_000;
const SECTIONS = ['Lessons', 'Milongas', 'Festivals', 'Teachers', 'Music', 'Shoes', 'History', 'Travel'];
const TOPICS = ['Beginners', 'Boston', 'Advanced', 'Calendar', 'Guide', 'Archive'];

const VENUES = ['Harbour Hall', 'The Attic', 'Dance Union', 'Old Mill', 'Riverside Studio', 'Grand Ballroom'] as const;
const CITIES = ['Boston', 'Lynn', 'Cambridge', 'Lowell', 'Somerville', 'Salem'] as const;
const HOSTS = ['Tango Friends', 'Milonga Society', 'La Luna'] as const;

/** Fills a fresh project with what the pages show: contacts, a taxonomy, a calendar, and names to decide on. */
export async function seed(server: Server, folder: string): Promise<void> {
  const { csv } = await writeContactsFile(folder, ROWS);
  await startFile(server, 'spring-leads.csv', await readFile(csv, 'utf8'), { options: { listName: 'Spring leads' } });
  await importByApi(server, { importer: 'taxonomy', source: { rows: pages().map((url) => ({ url })) } });
  await importByApi(server, { importer: 'events', source: { rows: ownEvents() } });
  await startFile(server, 'city-calendar.csv', newEvents(), {
    importer: 'events',
    mode: 'SYNC',
    options: { unknownVenue: 'PARK', unknownOrganizer: 'PARK', unknownCategory: 'PARK' },
  });
}

function pages(): string[] {
  const paths = SECTIONS.flatMap((section) => [
    section,
    ...TOPICS.flatMap((topic) => [
      `${section}/${topic}`,
      ...Array.from({ length: 6 }, (_, index) => `${section}/${topic}/part-${index + 1}`),
    ]),
  ]);
  return ['', ...paths].map((path) => `https://www.example.com/${path.toLowerCase()}`);
}

function ownEvents() {
  return Array.from({ length: 60 }, (_, index) => ({
    Title: `Milonga at ${at(VENUES, index)}`,
    'Start date': `2026-${month(index)}-${day(index)} 20:00`,
    'End date': `2026-${month(index)}-${day(index)} 23:30`,
    'Time zone': 'America/New_York',
    URL: `https://calendar.example.com/event/${index}`,
    Venue: at(VENUES, index),
    'Venue city': at(CITIES, index),
    Organizer: at(HOSTS, index),
    Categories: 'Milonga',
  }));
}

/** Names as another calendar writes them: some are much like the project's own. */
function newEvents(): string {
  const places = [
    ['Harbour Hall of Boston', 'Boston'],
    ['Attic Dance Loft', 'Lynn'],
    ['Dance Union Studio', 'Somerville'],
    ['Elks Lodge', 'Arlington'],
  ] as const;
  const lines = Array.from({ length: 24 }, (_, index) => {
    const [venue, city] = at(places, index);
    const host = at(['Tango Friends of Boston', 'Milonga Society', 'Casa Porteña'], index);
    const when = `2026-12-${day(index)} 19:30,America/New_York`;
    const kind = at(['Práctica', 'Milonga', 'Live music'], index);
    return `Evening ${index + 1},${when},https://city.example.com/e/${index},${venue},${city},${host},${kind}`;
  });
  return ['Title,Start date,Time zone,URL,Venue,Venue city,Organizer,Categories', ...lines].join('\n');
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('The list is empty.');
  return item;
}

const month = (index: number): string => String(1 + (index % 12)).padStart(2, '0');
/** Another with each round of the months, so that no two events are the same. */
const day = (index: number): string => String(1 + ((index * 5 + Math.floor(index / 12)) % 28)).padStart(2, '0');
