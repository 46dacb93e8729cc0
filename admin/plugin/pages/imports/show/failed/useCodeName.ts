import { useTranslate } from 'react-admin';

/** An error's code in words; of one that no language knows, as an importer of the user's own may have, the code. */
export function useCodeName(): (code: string) => string {
  const translate = useTranslate();
  return (code) => translate(`sluice.codes.${code}`, { _: code });
}
