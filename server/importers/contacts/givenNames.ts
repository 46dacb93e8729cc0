/** A word of somebody's first names, folded as for matching. */
export interface GivenName {
  readonly text: string;
  /** Whether the other word may be the same name: equal, its beginning, a usual short form or the initial of either. */
  mayBe(other: string): boolean;
}

/** A name and its usual short forms a line, of English, German, Spanish and French speakers. */
const SHORT_FORMS = `
albert al bert
alexander alex sasha xander alec
alexandra alex sandra sasha lexi
alfred al fred alfie
andrew andy drew
anthony tony
antonio tony toni
barbara barb barbie babs
benjamin ben benny benji
bernard bernie
bridget biddy
catherine katherine kathryn kate kathy cathy katie kitty cat
charles charlie chuck chas
christine christina chris tina chrissy
christopher chris kit topher
cynthia cindy
daniel dan danny
david dave davey
deborah debra deb debbie
donald don donnie
dorothy dot dottie dolly
edward ed eddie ted ned
eleanor ellie nell nora
elizabeth elisabeth liz lizzie beth betty eliza lisa lisbeth
emily em emmy
eric erik
eugene gene
frances fran frannie
francis frank
francisco paco pancho frank
franklin frank
frederick friedrich fred freddie fritz
gabriel gabe
geoffrey jeffrey geoff jeff
gerald jerry gerry
gerard gerry
gregory greg
guillermo memo bill
harold hal harry
henry hank harry hal
ignacio nacho
irene rene
isabel isabella bella izzy
jacob jake
james jim jimmy jamie
janet jan
jennifer jen jenny
jessica jess jessie
johannes hannes hans jo
john jack johnny jon
jonathan jon jonny
jose pepe
joseph joe joey josef sepp
joshua josh
judith judy
kenneth ken kenny
kimberly kim
lawrence laurence larry
leonard len lenny leo
louis lou louie
louise lou
margaret maggie meg peggy marge margie greta
maria mia
martha marty
martin marty
mary molly polly
matthew matt
maximilian max
melissa missy
michael mike mick mickey micky
nancy nan
nathaniel nathan nate
nicholas nicolas nick nicky klaus
pamela pam
patricia pat patty tricia trish
patrick pat paddy
peter pete
philip phillip phil
randall randy
raymond ray
rebecca becky becca
richard rick dick rich ricky
robert bob rob bobby bert robbie
roberto beto bob
ronald ron ronnie
samantha sam
samuel sam sammy
sarah sara sally sadie
sebastian bastian
stephanie steph
stephen steven steve
susan suzanne sue susie
theodore ted teddy theo
theresa teresa terry tess
thomas tom tommy
timothy tim
ulrich uli
ulrike uli
veronica ronnie vera
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
william bill will billy willy liam
wolfgang wolf
zachary zach zack
`;

const LINES = SHORT_FORMS.trim()
  .split('\n')
  .map((line) => line.split(' '));
const linesOf = new Map<string, Set<number>>();
for (const [index, line] of LINES.entries()) {
  for (const name of line) linesOf.set(name, (linesOf.get(name) ?? new Set()).add(index));
}

/** Scripts of letters: elsewhere one sign is a word, and "伟" is no initial of "伟明". */
const LETTERS = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+$/u;
/** Shorter beginnings say little: "Jo" begins John, Joan and Joseph. */
const SHORTEST_BEGINNING = 3;

export function readGivenName(text: string): GivenName {
  const isOfLetters = LETTERS.test(text);
  const lines = linesOf.get(text) ?? NO_LINES;
  return {
    text,
    mayBe(other) {
      if (text === other) return true;
      if (!isOfLetters) return false;
      const [short, long] = text.length <= other.length ? [text, other] : [other, text];
      if (short.length === 1) return initialsOf(long).has(short);
      if (long.startsWith(short)) return short.length >= SHORTEST_BEGINNING;
      return lines.size > 0 && !lines.isDisjointFrom(linesOf.get(other) ?? NO_LINES);
    },
  };
}

/** Of the name and of what else the same person may be called: B. and R. of Robert, who is Bob. */
function initialsOf(name: string): ReadonlySet<string> {
  const forms = [...(linesOf.get(name) ?? NO_LINES)].flatMap((line) => LINES[line] ?? []);
  return new Set([name, ...forms].map(initialOf));
}

function initialOf(name: string): string {
  return String.fromCodePoint(name.codePointAt(0) ?? 0);
}

const NO_LINES: ReadonlySet<number> = new Set();
