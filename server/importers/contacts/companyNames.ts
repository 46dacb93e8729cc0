/** Forms of companies, without dots. Short ones count in capitals only: "Sa" and "Ag" are names of people. */
const FORMS = new Set(
  'inc incorporated corp corporation company llc llp ltd limited gmbh mbh plc pty sarl srl spa'.split(' '),
);
const SHORT_FORMS = new Set('AB AG AS BV CO KG KK LP NV OHG OY SA SAS SE UG'.split(' '));

/** Whether a full name ends as a company's does: "Acme, Inc.", "Acme GmbH & Co. KG". */
export function isCompanyName(fullName: string): boolean {
  const words = fullName.split(/[\s,]+/).filter((word) => word !== '');
  const last = (words.at(-1) ?? '').replaceAll('.', '');
  if (words.length < 2) return false;
  const isAbbreviated = last === 'Co' && (words.at(-1) === 'Co.' || /,\s*Co$/.test(fullName.trim()));
  return isAbbreviated || FORMS.has(last.toLowerCase()) || SHORT_FORMS.has(last);
}
