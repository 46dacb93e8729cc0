/** The longest address that RFC 5321 can carry: 64 for the mailbox, the @, 255 for the domain. */
const MAX_LENGTH = 320;
/** Longer texts are none, however few letters they compose to: composing takes quadratic time over marks in a row. */
const MAX_GIVEN = 4 * MAX_LENGTH;

/**
 * Deliberately wide on the left: some carriers gave out addresses like `a..b.@example.jp`, and only the receiving
 * server knows. Strict on the right: labels of letters (of any script), digits and inner hyphens, two of them at least.
 */
const PATTERN =
  /^[^\s@"(),:;<>[\\\]\p{Cc}]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*[\p{L}\p{N}\p{M}]$/u;
const PLAIN = /^[a-z0-9._%+'-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** Zero-width spaces, marks of direction and their like, which come along when an address is copied. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The address trimmed, in lower case and without invisible characters, its letters composed (NFC), since by either one
 * person would be two; null for a text that cannot be one. Says nothing of whether it exists.
 */
export function normaliseEmail(text: string): string | null {
  const given = text.trim().toLowerCase();
  if (PLAIN.test(given)) return given.length > MAX_LENGTH ? null : given;
  const visible = given.replace(INVISIBLE, '').trim();
  if (visible.length > MAX_GIVEN) return null;
  const email = visible.normalize('NFC');
  return email.length <= MAX_LENGTH && PATTERN.test(email) && email.isWellFormed() ? email : null;
}
