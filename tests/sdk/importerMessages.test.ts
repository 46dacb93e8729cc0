import { describe, expect, it } from 'vitest';
import { messagesIn, withImporterText } from '../../server/engine/model/importerText.ts';
import { importerMessages } from '../../server/sdk/index.ts';

const moon = importerMessages({
  en: { MOON_PHASE: 'The moon is %{rate} full.', MOONS: '%{count} moon. |||| %{count} moons.' },
  de: { MOON_PHASE: 'Der Mond ist zu %{rate} voll.', MOONS: '%{count} Mond. |||| %{count} Monde.' },
  'de-AT': { MOON_PHASE: 'Da Mond is zu %{rate} voll.', MOONS: '%{count} Mond. |||| %{count} Monde.' },
});

describe("an importer's own sentences", () => {
  it('become the text of its codes, unless a message has one', () => {
    const phase = { ...moon.message('MOON_PHASE', { rate: 0.5 }), field: 'phase' };
    expect(withImporterText(moon, phase)).toEqual({ ...phase, message: 'The moon is 50 % full.' });
    expect(withImporterText(moon, moon.message('MOONS', { count: 1 })).message).toBe('1 moon.');
    expect(withImporterText(moon, { code: 'MOONS', message: 'Some.' }).message).toBe('Some.');
    expect(withImporterText(moon, { code: 'toString' })).toEqual({ code: 'toString' });
  });

  it('are those of the nearest language, else English', () => {
    expect(messagesIn(moon, 'de-CH')).toEqual(moon.messages.de);
    expect(messagesIn(moon, 'de-AT').MOON_PHASE).toBe('Da Mond is zu %{rate} voll.');
    for (const locale of ['fr', 'constructor', '']) expect(messagesIn(moon, locale)).toEqual(moon.messages.en);
    expect(messagesIn({}, 'de')).toEqual({});
  });

  it('do not compile with an unknown code, without a parameter, or with a code that one language lacks', () => {
    // @ts-expect-error: no such code.
    moon.message('SUN');
    // @ts-expect-error: its sentence names a rate.
    moon.message('MOON_PHASE');
    // @ts-expect-error: a rate is a number.
    moon.message('MOON_PHASE', { rate: 'half' });
    // @ts-expect-error: German lacks the code.
    importerMessages({ en: { MOON: 'Moon.' }, de: {} });
    // @ts-expect-error: English lacks the code.
    importerMessages({ en: { SUN: 'Sun.' }, de: { SUN: 'Sonne.', MOON: 'Mond.' } });
  });
});
