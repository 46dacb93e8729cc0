import { SluiceError } from '../../api/errors.ts';
import { useSaid } from '../../said/useSaid.ts';

/** What the server refused, in the person's language: its own sentence, else by the code. */
export function useErrorWords(): (error: unknown) => string {
  const said = useSaid();
  return (error) => {
    if (!(error instanceof SluiceError)) return error instanceof Error ? said(error.message) : '';
    const { code, issues, message } = error;
    const sentences = issues.length > 0 ? issues.map((issue) => issue.message) : [message];
    return [...new Set(sentences)].map((sentence) => said(sentence, `sluice.refusals.${code}`)).join(' ');
  };
}
