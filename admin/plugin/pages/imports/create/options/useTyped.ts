import { useState } from 'react';

interface Typed {
  readonly value: string;
  readonly onChange: (event: { readonly target: { readonly value: string } }) => void;
  readonly onBlur: () => void;
}

/**
 * A field whose empty text means its default: while one types, it shows what one types, so that the default does not
 * come back under one's hands when the last letter is taken away.
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
