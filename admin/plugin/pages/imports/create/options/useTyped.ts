import { useState } from 'react';

interface Typed {
  readonly value: string;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
  readonly onBlur: () => void;
}

/**
 * A field whose empty text means its default. While the user types, it shows the typed text, so that the default does
 * not reappear when the last character is deleted.
 */
export function useTyped(shown: string, onEnter: (text: string) => void): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  return {
    value: typed ?? shown,
    onChange({ target }) {
      setTyped(target.value);
      onEnter(target.value);
    },
    onBlur: () => setTyped(null),
  };
}
