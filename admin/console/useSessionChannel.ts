import { createContext, useContext, useEffect } from 'react';
import type { SessionChannel } from './sessionChannel.ts';

export const SessionChannelContext = createContext<SessionChannel | null>(null);

/** Calls back when another tab of this browser has begun or ended the session. */
export function useSessionElsewhere(what: Parameters<SessionChannel['tell']>[0], happened: () => void): void {
  const channel = useContext(SessionChannelContext);
  useEffect(() => channel?.onTold((told) => told === what && happened()), [channel, what, happened]);
}
