import { describe, expect, it } from 'vitest';
import { isUuid } from '../../server/sdk/isUuid.ts';

describe('isUuid', () => {
  it.each([
    '01890000-0000-7000-8000-000000000001',
    '01890000-0000-7000-8000-00000000000A',
    // Of no known version or variant, as records of a host may have.
    '12345678-1234-0234-0234-1234567890ab',
    'abcdefab-cdef-fabc-defa-bcdefabcdefa',
  ])('takes %s, as the database does', (id) => {
    expect(isUuid(id)).toBe(true);
  });

  it.each([
    '',
    'demo',
    '0189000000007000800000000000001',
    '01890000-0000-7000-8000-00000000000g',
    '01890000-0000-7000-8000-000000000001\n',
    ' 01890000-0000-7000-8000-000000000001',
  ])('takes no %j', (id) => {
    expect(isUuid(id)).toBe(false);
  });
});
