import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { message } from '../../messages/catalogue.ts';
import { Invalid, MAX_FIGURE } from '../../sdk/index.ts';

const OFFSET = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?([0-5]\d)|\.(\d{1,2}))?$/i;
const MAX_OFFSET = 14 * 60;

/**
 * The name of a zone as it is kept: IANA's, UTC, or an offset such as +05:30. WordPress writes an offset as UTC-5,
 * UTC+5.5 or UTC+0, which name no place. Anything else is INVALID_TIMEZONE: abbreviations such as EST mean several.
 */
export function zoneName(text: string): string | Invalid {
  if (/^(?:UTC|GMT|Z)$/i.test(text)) return 'UTC';
  const offset = OFFSET.exec(text);
  if (offset) {
    const [, sign, hours = '0', minutes, fraction] = offset;
    const size = Number(hours) * 60 + (minutes ? Number(minutes) : Math.round(Number(`0.${fraction ?? 0}`) * 60));
    if (size <= MAX_OFFSET) return offsetName(sign === '-' ? -size : size);
  }
  if (text.length <= MAX_FIGURE && text.includes('/') && IANAZone.isValidZone(text)) return text;
  return new Invalid(message('INVALID_TIMEZONE'));
}

/** The zone of a name that `zoneName` gave. */
export function zoneOf(name: string): Zone {
  if (name === 'UTC') return FixedOffsetZone.utcInstance;
  const offset = /^([+-])(\d\d):(\d\d)$/.exec(name);
  if (!offset) return IANAZone.create(name);
  const size = Number(offset[2]) * 60 + Number(offset[3]);
  return FixedOffsetZone.instance(offset[1] === '-' ? -size : size);
}

function offsetName(minutes: number): string {
  if (minutes === 0) return 'UTC';
  const size = Math.abs(minutes);
  const part = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${part(Math.floor(size / 60))}:${part(size % 60)}`;
}
