import { type ComponentType, useEffect, useState } from 'react';
import { LoadingNotice } from '../Notices.tsx';
import { loadPart } from './loadPart.ts';

/**
 * A component whose code comes when it is first drawn, however long the server is away then. Not React.lazy: once a
 * fallback was seen, React holds what comes after it back until 300 ms are over, and a part is there in 20.
 */
export function lazyPage<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let part: ComponentType<Props> | null = null;
  let coming: Promise<void> | null = null;
  async function come(): Promise<void> {
    try {
      part = await loadPart(load);
    } catch (error) {
      coming = null;
      throw error;
    }
  }
  return function Later(props: Props) {
    const [state, setState] = useState<'coming' | 'there' | { readonly broken: unknown }>('coming');
    useEffect(() => {
      let left = false;
      coming ??= come();
      coming.then(
        () => left || setState('there'),
        (broken: unknown) => left || setState({ broken }),
      );
      return () => {
        left = true;
      };
    }, []);
    if (typeof state === 'object') throw state.broken;
    const Part = part;
    return Part ? <Part {...props} /> : <LoadingNotice />;
  };
}
