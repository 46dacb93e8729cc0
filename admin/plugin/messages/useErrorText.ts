import { useTranslate } from 'react-admin';
import { SluiceError } from '../api/errors.ts';
import { useMessageText } from './useMessageText.ts';

/** Why the server refused something, in the person's language; of any other error its message, which can be a key. */
export function useErrorText(): (error: unknown) => string {
  const translate = useTranslate();
  const messageText = useMessageText();
  return (error) => {
    if (!(error instanceof Error)) return '';
    if (error instanceof SluiceError) {
      if (error.issues.length > 0) return [...new Set(error.issues.map(messageText))].join(' ');
      if (error.reason) return messageText({ ...error.reason, message: error.message });
    }
    return translate(error.message, { _: error.message });
  };
}
