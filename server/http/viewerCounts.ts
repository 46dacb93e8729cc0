/** How many of something each viewer holds in this process now. */
export interface ViewerCounts {
  /** Takes one, and answers with how to give it back, any number of times; null when they hold as many as they may. */
  take(viewerId: string): (() => void) | null;
}

export function createViewerCounts(most: number): ViewerCounts {
  const counts = new Map<string, number>();
  return {
    take(viewerId) {
      const held = counts.get(viewerId) ?? 0;
      if (held >= most) return null;
      counts.set(viewerId, held + 1);
      let given = false;
      return () => {
        if (given) return;
        given = true;
        const left = (counts.get(viewerId) ?? 1) - 1;
        if (left > 0) counts.set(viewerId, left);
        else counts.delete(viewerId);
      };
    },
  };
}
