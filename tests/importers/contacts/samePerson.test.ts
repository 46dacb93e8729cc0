import { describe, expect, test } from 'vitest';
import { splitFullName } from '../../../server/importers/contacts/names.ts';
import { compareNames, type NameRelation } from '../../../server/importers/contacts/samePerson.ts';

function relation(a: string, b: string): NameRelation {
  return compareNames(splitFullName(a), splitFullName(b));
}

describe('two names', () => {
  test.each<[string, string, NameRelation]>([
    ['Zoë Ray', 'zoe ray', 'SAME'],
    ['Zoë Ray', 'Zoe\u0308 Ray', 'SAME'],
    ['Dr. Ann Lee', 'Ann Lee, MD', 'SAME'],
    ['Bob Ray', 'Robert Ray', 'MAY_BE'],
    ['Bob Ray', 'Bobby Ray', 'MAY_BE'],
    ['B. Ray', 'Robert Ray', 'MAY_BE'],
    ['R. Ray', 'Robert Ray', 'MAY_BE'],
    ['R. Ray', 'Bob Ray', 'MAY_BE'],
    ['B Ray', 'Bob Ray', 'MAY_BE'],
    ['Z. Ray', 'Robert Ray', 'DIFFERENT'],
    ['B. Lee', 'Robert Ray', 'DIFFERENT'],
    ['Doe, RN', 'Jane Doe', 'MAY_BE'],
    ['Alex Kim', 'Alexandra Kim', 'MAY_BE'],
    ['Mary Ann Lee', 'Mary Lee', 'MAY_BE'],
    ['Ann Smith-Jones', 'Ann Smith', 'MAY_BE'],
    ['Lee Ann', 'Ann Lee', 'MAY_BE'],
    ['Ann', 'Ann Lee', 'MAY_BE'],
    ['Lee', 'Ann Lee', 'MAY_BE'],
    ['John Ray', 'John Ray Jr', 'MAY_BE'],
    ['Ann Lee', 'Ann Ray', 'RENAMED'],
    ['Ann Lee', 'Bob Ray', 'DIFFERENT'],
    ['Ann Lee', 'Bob Lee', 'DIFFERENT'],
    ['Ann', 'Bob Ray', 'DIFFERENT'],
    ['Ann', 'Bob', 'DIFFERENT'],
    ['John Ray Sr', 'John Ray Jr', 'DIFFERENT'],
    ['John A. Ray', 'John B. Ray', 'DIFFERENT'],
    ['Jo Ray', 'Joan Ray', 'DIFFERENT'],
    ['伟 李', '伟明 李', 'DIFFERENT'],
    ['', 'Ann Lee', 'UNKNOWN'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(relation(a, b)).toBe(expected);
    expect(relation(b, a)).toBe(expected);
  });
});
