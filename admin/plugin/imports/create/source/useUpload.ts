import { useEffect, useRef, useState } from 'react';
import type { UploadTask } from '../../../api/uploads.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { useSignOutOnRefusal } from '../../../shared/useSignOutOnRefusal.ts';
import type { DraftSource } from '../draft.ts';

export type UploadState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'sending';
      readonly name: string;
      readonly sent: number;
      readonly total: number;
      readonly paused: boolean;
    }
  | { readonly kind: 'refused'; readonly message: string };

export interface UploadControl {
  readonly state: UploadState;
  readonly send: (file: File) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
}

/** Sends a file as soon as it is chosen, so that every later step, and a later visit, finds it on the server. */
export function useUpload(projectId: string, onDone: (source: DraftSource) => void): UploadControl {
  const { sluice } = useSluice();
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const [error, setError] = useState<Error | null>(null);
  const task = useRef<UploadTask | null>(null);
  useSignOutOnRefusal(error);
  // Not cancelled: what was sent stays, and the same file goes on from there.
  useEffect(() => () => task.current?.pause(), []);

  const send = (file: File): void => {
    const { name, size } = file;
    task.current?.cancel();
    setError(null);
    setState({ kind: 'sending', name, sent: 0, total: size, paused: false });
    const onProgress = (sent: number, total: number) =>
      setState((before) => (before.kind === 'sending' ? { ...before, sent, total } : before));
    const sending = sluice.upload({ projectId, file, onProgress });
    task.current = sending;
    sending.done.then(
      (uploadId) => {
        task.current = null;
        setState({ kind: 'idle' });
        onDone({ kind: 'upload', uploadId, name, size });
      },
      (refused: unknown) => {
        // Another file was chosen meanwhile.
        if (task.current !== sending) return;
        task.current = null;
        if (refused instanceof DOMException) return setState({ kind: 'idle' });
        const fault = refused instanceof Error ? refused : new Error(String(refused));
        setError(fault);
        setState({ kind: 'refused', message: fault.message });
      },
    );
  };
  const paused = (value: boolean): void =>
    setState((before) => (before.kind === 'sending' ? { ...before, paused: value } : before));
  return {
    state,
    send,
    pause: () => {
      task.current?.pause();
      paused(true);
    },
    resume: () => {
      task.current?.resume();
      paused(false);
    },
    cancel: () => task.current?.cancel(),
  };
}
