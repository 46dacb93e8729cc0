import { useTranslate } from 'react-admin';

/** What the server calls rows that came without a file. */
const INLINE_ROWS = 'inline rows';

/** What a source is called: its file or address, which has the same name in all languages. */
export function useSourceName(): (sourceName: string) => string {
  const translate = useTranslate();
  return (sourceName) => (sourceName === INLINE_ROWS ? translate('sluice.inline_rows') : sourceName);
}
