export interface Contact {
  readonly firstName: string;
  readonly lastName: string;
  /** E.164. */
  readonly phone: string;
  readonly email: string;
  readonly company: string;
  /** Empty for the first of each hundred. */
  readonly title: string;
  readonly street: string;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
}

const FIRST = ['Maria', 'James', 'Aisha', 'Wei', 'Olga', 'Tomás', 'Ingrid', 'Kwame', 'Yuki', 'Priya', 'Noah', 'Zoë'];
const LAST = ['Gonzalez', 'Smith', 'Okafor', 'Zhang', 'Petrova', 'Müller', "O'Brien", 'Nakamura', 'Patel', 'Larsen'];
const COMPANY = ['Harbor Realty, Inc.', 'Blue Door Partners', 'Acme "Best" Homes', 'Northside Title', 'Oak & Elm LLC'];
const TITLE = ['Broker', 'Owner', 'Sales Manager', 'Agent', 'Office Manager', 'Director'];
const STREET = ['Main St', 'Commonwealth Ave', 'Elm Street', 'Harbor Blvd, Unit 4', 'Washington St'];
const CITY = [
  ['Boston', 'MA', '02116'],
  ['New York', 'NY', '10012'],
  ['San Diego', 'CA', '92103'],
  ['Chicago', 'IL', '60611'],
  ['Austin', 'TX', '78704'],
] as const;
const AREA = ['212', '310', '312', '404', '415', '503', '512', '602', '617', '702', '713', '818'] as const;
const AREAS = AREA.length;

/** Exchanges 220 to 899 of each area, 10,000 lines each. */
const EXCHANGES = 680;
const PHONES = AREAS * EXCHANGES * 10_000;
/** Has no factor in common with PHONES: each index gets a phone of its own, far from its neighbours' in the index. */
const PHONE_STEP = 7_919_993;

/** The contact of this index: the same every time, with a phone and an e-mail that no other index has. */
export function contactAt(index: number): Contact {
  const pick = <T>(list: readonly T[], salt: number): T => pickFrom(list, scatter(index * 31 + salt));
  const [firstName, lastName] = [pick(FIRST, 1), pick(LAST, 2)];
  const [city, region, postalCode] = pick(CITY, 5);
  return {
    firstName,
    lastName,
    phone: phoneAt(index),
    email: `${ascii(firstName)}.${ascii(lastName)}${index}@mail.example.com`,
    company: pick(COMPANY, 3),
    title: index % 100 === 0 ? '' : pick(TITLE, 4),
    street: `${1 + (scatter(index) % 9_000)} ${pick(STREET, 6)}`,
    city,
    region,
    postalCode,
  };
}

function phoneAt(index: number): string {
  const place = (index * PHONE_STEP) % PHONES;
  const exchange = 220 + (Math.floor(place / 10_000) % EXCHANGES);
  const area = pickFrom(AREA, Math.floor(place / (EXCHANGES * 10_000)));
  return `+1${area}${exchange}${String(place % 10_000).padStart(4, '0')}`;
}

function ascii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}

function pickFrom<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
}

/** A number that looks random and is not (the finaliser of MurmurHash3). */
function scatter(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
