import { useTranslate } from 'react-admin';
import { SluiceError } from '../api/errors.ts';

/** What the server refused, by its code in the person's language; what no language knows in the server's words. */
export function useErrorWords(): (error: unknown) => string {
  const translate = useTranslate();
  return (error) => {
    const message = error instanceof Error ? error.message : '';
    const said = translate(message, { _: message });
    return error instanceof SluiceError ? translate(`sluice.refusals.${error.code}`, { _: said }) : said;
  };
}
