type Told = 'opened' | 'ended';

/** What the tabs of this browser tell each other of the session that they share. */
export interface SessionChannel {
  tell(what: Told): void;
  /** Called with what another tab did, until the returned function is called. */
  onTold(listener: (what: Told) => void): () => void;
}

export function createSessionChannel(): SessionChannel {
  const channel = new BroadcastChannel('sluice.session');
  return {
    tell: (what) => channel.postMessage(what),
    onTold(listener) {
      const hear = ({ data }: MessageEvent<Told>) => listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
