/**
 * Whether two names of venues, organizers or categories mean the same one. Letters in common do not tell: Conference Room
 * A and B have nearly all of them, 1st and First hardly any. So names are written in one way first, and then compared
 * word by word: where a whole word differs, it is another one, and a person may say otherwise in the review queue.
 */

/** Ways to write a word, the usual one first. */
const SPELLINGS: readonly (readonly string[])[] = [
  ...[
    ['theater', 'theatre', 'thtr'],
    ['center', 'centre', 'ctr', 'cntr', 'cent'],
    ['harbor', 'harbour', 'hbr'],
  ],
  ...[
    ['building', 'bldg', 'bld'],
    ['elementary', 'elem'],
    ['school', 'sch'],
    ['high', 'hs'],
    ['saint', 'st', 'ste'],
  ],
  ...[
    ['mount', 'mt'],
    ['fort', 'ft'],
    ['avenue', 'ave', 'av'],
    ['street', 'st', 'str'],
    ['road', 'rd'],
    ['drive', 'dr'],
  ],
  ...[
    ['boulevard', 'blvd'],
    ['lane', 'ln'],
    ['square', 'sq'],
    ['place', 'pl'],
    ['court', 'ct'],
    ['park', 'pk'],
  ],
  ...[
    ['highway', 'hwy'],
    ['parkway', 'pkwy'],
    ['room', 'rm'],
    ['suite', 'ste'],
    ['floor', 'fl'],
    ['apartment', 'apt'],
  ],
  ...[
    ['university', 'univ'],
    ['college', 'coll'],
    ['library', 'lib', 'libr'],
    ['museum', 'mus'],
    ['church', 'ch'],
  ],
  ...[
    ['community', 'comm', 'cmty'],
    ['auditorium', 'aud'],
    ['gymnasium', 'gym'],
    ['department', 'dept'],
  ],
  ...[
    ['association', 'assn', 'assoc'],
    ['society', 'soc'],
    ['committee', 'cmte'],
    ['company', 'co'],
    ['county', 'cnty'],
  ],
  ...[
    ['national', 'natl', 'nat'],
    ['international', 'intl'],
    ['memorial', 'mem', 'meml'],
    ['methodist', 'meth'],
  ],
  ...[
    ['presbyterian', 'presb'],
    ['baptist', 'bapt'],
    ['catholic', 'cath'],
    ['lutheran', 'luth'],
    ['north', 'n'],
  ],
  ...[
    ['south', 's'],
    ['east', 'e'],
    ['west', 'w'],
    ['northeast', 'ne'],
    ['northwest', 'nw'],
    ['southeast', 'se'],
  ],
  ...[
    ['southwest', 'sw'],
    ['junior', 'jr'],
    ['senior', 'sr'],
    ['doctor', 'dr'],
    ['playhouse', 'plhse'],
    ['hall', 'hl'],
  ],
  ...[
    ['color', 'colour'],
    ['gray', 'grey'],
    ['lyceum', 'lyzeum'],
    ['plow', 'plough'],
    ['pavilion', 'pavillion', 'pav'],
  ],
  ...[
    ['amphitheater', 'amphitheatre'],
    ['recreation', 'rec'],
    ['performing', 'perf'],
    ['government', 'govt', 'gov'],
  ],
  ...[
    ['middle', 'mid'],
    ['hospital', 'hosp'],
    ['restaurant', 'rest'],
    ['brothers', 'bros'],
    ['mountain', 'mtn'],
  ],
  ...[
    ['garden', 'gdn'],
    ['gardens', 'gdns'],
    ['grounds', 'grnds'],
    ['fairgrounds', 'fairgrnds'],
    ['jewelry', 'jewellery'],
  ],
  ...[
    ['straße', 'strasse'],
    ['post', 'pst'],
    ['headquarters', 'hq'],
    ['conference', 'conf'],
    ['point', 'pt'],
  ],
  ...[
    ['first', '1st', 'i'],
    ['second', '2nd', 'ii'],
    ['third', '3rd', 'iii'],
    ['fourth', '4th'],
    ['fifth', '5th'],
  ],
  ...[
    ['sixth', '6th'],
    ['seventh', '7th'],
    ['eighth', '8th'],
    ['ninth', '9th'],
    ['tenth', '10th'],
  ],
  ...[
    ['eleventh', '11th'],
    ['twelfth', '12th'],
    ['one', '1'],
    ['two', '2'],
    ['three', '3'],
    ['four', '4'],
    ['five', '5'],
  ],
];

const USUAL = new Map<string, readonly string[]>();
for (const [usual = '', ...others] of SPELLINGS) {
  for (const spelling of [usual, ...others]) USUAL.set(spelling, [...(USUAL.get(spelling) ?? []), usual]);
}
/** Words that a typing error may have made into others. A name has its own spelling: Johnson is not Johnston. */
const COMMON = new Set(SPELLINGS.flatMap(([usual]) => (usual === undefined ? [] : [usual])));
for (const word of ['arena', 'stadium', 'coffee', 'brewery', 'brewing', 'gallery', 'studio', 'festival', 'tavern'])
  COMMON.add(word);
for (const word of [
  'ballroom',
  'cathedral',
  'chapel',
  'cinema',
  'club',
  'lounge',
  'opera',
  'house',
  'market',
  'public',
])
  COMMON.add(word);

/** Words that look like errors in common ones. */
const NO_ERRORS = new Set(['country', 'collage', 'colleges', 'parking', 'counties', 'memorials']);

/** Words that are said or left out at will. */
const IDLE = new Set(['the', 'of', 'at', 'in', 'on', 'and', 'for', 'de', 'la', 'le', 'inc', 'llc', 'ltd', 'gmbh']);

/** The words of a folded name: single letters in a row are one, as in V.F.W. */
function wordsOf(name: string): string[] {
  const words: string[] = [];
  let letters = '';
  for (const word of [...name.split(' '), '']) {
    if (/^\p{L}$/u.test(word)) {
      letters += word;
      continue;
    }
    if (letters !== '') words.push(letters);
    letters = '';
    if (word !== '') words.push(word);
  }
  return words.flatMap((word) => (word.includes('-') ? word.split('-').filter(Boolean) : [word]));
}

/** A name in the way in which all of its spellings are written, for searching the database: the first word of each. */
export function usualSpelling(name: string): string {
  return wordsOf(name)
    .map((word) => USUAL.get(word)?.[0] ?? word)
    .join(' ');
}

/** How alike two folded names are, from 0 to 1; 0 where a whole word of one is not in the other. */
export function likeness(one: string, other: string, places: readonly string[] = []): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  // "Play House" and "Playhouse", "VFW" and "V.F.W."
  if (a.join('') === b.join('')) return 1;
  const [left, right] = unmatched(a, b);
  const idle = new Set(places.flatMap((place) => place.split(' ')));
  const counts = (word: string): boolean => !IDLE.has(word) && !idle.has(word);
  const [more, fewer] = [left.filter(counts), right.filter(counts)];
  if (more.length > 0 || fewer.length > 0) return more.join('') === fewer.join('') ? 1 : 0;
  const common = a.length + b.length - left.length - right.length;
  // Nothing but idle words in common.
  return a.some((word) => counts(word) && !left.includes(word)) ? Math.max(0.8, common / (a.length + b.length)) : 0;
}

/** The words of each that the other has not, in whatever spelling. */
function unmatched(a: readonly string[], b: readonly string[]): [string[], string[]] {
  const rest = [...b];
  const left = a.filter((word) => {
    const exact = rest.indexOf(word);
    const index = exact >= 0 ? exact : rest.findIndex((each) => isSameWord(word, each));
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  return [left, rest];
}

function isSameWord(a: string, b: string): boolean {
  const usual = USUAL.get(a) ?? [a];
  const others = USUAL.get(b) ?? [b];
  if (usual.some((word) => others.includes(word))) return true;
  if (COMMON.has(a) === COMMON.has(b)) return false;
  return singular(a) === singular(b) || isTypingError(a, b);
}

/** Hugo's and Hugo, Friends and Friend; not letters and abbreviations. */
function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/**
 * Two letters that changed places, a doubled one; in a long word any one letter too many, too few or another. Never the
 * first, and nothing with digits. Short ones would be other words: county and country.
 */
function isTypingError(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || /\p{N}/u.test(a + b)) return false;
  if (undoubled(a) === undoubled(b)) return true;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  if (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0]) return true;
  if (Math.min(a.length, b.length) < 6 || Math.max(a.length, b.length) < 7 || NO_ERRORS.has(a) || NO_ERRORS.has(b))
    return false;
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

function undoubled(word: string): string {
  return word.replace(/(.)\1/gu, '$1');
}
