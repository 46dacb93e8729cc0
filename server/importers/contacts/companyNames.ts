/** Forms of companies, without dots. Short ones count in capitals only: "Sa" and "Ag" are names of people. */
const FORMS = new Set(
  [
    'inc incorporated corp corporation company llc llp lllp pllc ltd limited plc pty gmbh mbh kgaa gbr sarl sàrl eurl',
    'srl spa sro doo oo aps oyj kft zrt bhd pvt',
  ].flatMap((forms) => forms.split(' ')),
);
const SHORT_FORMS = new Set('AB AG AS A/S BV CO CV KG KK LC LP NV OHG OY PC SA SAS SE SL UG eK eV'.split(' '));

/** Whether a full name ends as a company's does: "Acme, Inc.", "Acme GmbH & Co. KG". */
export function isCompanyName(fullName: string): boolean {
  const words = fullName.split(/[\s,]+/).filter((word) => word !== '');
  const last = (words.at(-1) ?? '').replaceAll('.', '');
  if (words.length < 2) return false;
  const isAbbreviated = last === 'Co' && (words.at(-1) === 'Co.' || /,\s*Co$/.test(fullName.trim()));
  return isAbbreviated || FORMS.has(last.toLowerCase()) || SHORT_FORMS.has(last);
}
