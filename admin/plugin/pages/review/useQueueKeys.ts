import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { EntityMatch } from '../../api/reviewApi.ts';

export interface QueueActions {
  readonly link: (entity: EntityMatch, entityId: string) => void;
  readonly linkOther: (entity: EntityMatch) => void;
  readonly create: (entity: EntityMatch) => void;
  readonly ignore: (entity: EntityMatch) => void;
  readonly choose: (entity: EntityMatch) => void;
}

export interface QueueKeys {
  /** The place of the one that the keyboard stands on. */
  readonly current: number;
  readonly refOf: (index: number) => (element: HTMLElement | null) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>, index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

interface Place {
  readonly id: string | null;
  /** Where it stood last. */
  readonly index: number;
}

/** Moves through the queue and decides by the keyboard. What follows a decided one takes its place, and the focus. */
export function useQueueKeys(items: readonly EntityMatch[], actions: QueueActions | null): QueueKeys {
  // By its id: others come and go before it, and a key must not decide what has come into its place.
  const [wanted, setWanted] = useState<Place>({ id: null, index: 0 });
  const elements = useRef(new Map<number, HTMLElement>());
  const focused = useRef(false);
  const found = items.findIndex(({ id }) => id === wanted.id);
  const current = found >= 0 ? found : Math.min(wanted.index, Math.max(0, items.length - 1));
  const stand = (index: number) => setWanted({ id: items[index]?.id ?? null, index });
  const ids = items.map(({ id }) => id).join(' ');

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the entries that come and go.
  useEffect(() => {
    stand(current);
    if (focused.current && document.activeElement === document.body) elements.current.get(current)?.focus();
  }, [ids]);

  function move(to: number): void {
    const index = Math.min(Math.max(0, to), items.length - 1);
    stand(index);
    elements.current.get(index)?.focus();
  }
  function act(key: string, entity: EntityMatch): boolean {
    switch (key) {
      case 'ArrowDown':
      case 'PageDown':
        move(current + 1);
        return true;
      case 'ArrowUp':
      case 'PageUp':
        move(current - 1);
        return true;
      case 'Home':
        move(0);
        return true;
      case 'End':
        move(items.length - 1);
        return true;
      default:
        return actions !== null && decide(actions, key.toLowerCase(), entity);
    }
  }
  return {
    current,
    refOf: (index) => (element) => {
      if (element) elements.current.set(index, element);
      else elements.current.delete(index);
    },
    onFocus: (_event, index) => {
      focused.current = true;
      stand(index);
    },
    onKeyDown: (event) => {
      // Letters that are typed into a field or a button within are theirs.
      if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
      const entity = items[current];
      if (entity && act(event.key, entity)) event.preventDefault();
    },
  };
}

function decide(actions: QueueActions, key: string, entity: EntityMatch): boolean {
  const candidate = /^[1-9]$/.test(key) ? entity.candidates[Number(key) - 1] : undefined;
  if (candidate) actions.link(entity, candidate.entityId);
  else if (key === 'l') actions.linkOther(entity);
  else if (key === 'c') actions.create(entity);
  else if (key === 'i') actions.ignore(entity);
  else if (key === ' ') actions.choose(entity);
  else return false;
  return true;
}
