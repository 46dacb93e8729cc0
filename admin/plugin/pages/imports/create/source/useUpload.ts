import { useEffect, useRef, useState } from 'react';
import type { UploadTask } from '../../../../api/uploads.ts';
import { useSluice } from '../../../../SluiceContext.tsx';
import { useSignOutOnRefusal } from '../../../../ui/browser/useSignOutOnRefusal.ts';
import type { DraftSource, UnfinishedFile } from '../draft.ts';
import { type Pace, paceFrom, secondsLeft } from './pace.ts';

export type UploadState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'sending';
      readonly name: string;
      readonly sent: number;
      readonly total: number;
      readonly paused: boolean;
      /** The connection is gone, and is tried again. */
      readonly cut: boolean;
      /** Null while there is nothing to tell by. */
      readonly secondsLeft: number | null;
    }
  /** The server keeps the uploaded part, so that `again` continues where it stopped. */
  | { readonly kind: 'refused'; readonly name: string; readonly error: unknown; readonly again: () => void };

export interface UploadControl {
  readonly state: UploadState;
  readonly send: (file: File) => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly cancel: () => void;
}

interface UploadEnds {
  readonly onDone: (source: DraftSource) => void;
  /** A file is on its way, which a later visit should know of; null: none is. */
  readonly onUnfinished: (file: UnfinishedFile | null) => void;
}

type Sending = Extract<UploadState, { kind: 'sending' }>;

/** Sends a file as soon as it is chosen, so that every later step, and a later visit, finds it on the server. */
export function useUpload(projectId: string, { onDone, onUnfinished }: UploadEnds): UploadControl {
  const { sluice } = useSluice();
  const [state, setState] = useState<UploadState>({ kind: 'idle' });
  const task = useRef<UploadTask | null>(null);
  const pace = useRef<Pace | null>(null);
  useSignOutOnRefusal(state.kind === 'refused' ? state.error : null);
  // Not cancelled: the uploaded part stays, and the same file continues from there.
  useEffect(() => () => task.current?.pause(), []);

  const whileSending = (change: (before: Sending) => Partial<Sending>): void =>
    setState((before) => (before.kind === 'sending' ? { ...before, ...change(before) } : before));

  const send = (file: File): void => {
    const { name, size } = file;
    task.current?.cancel();
    pace.current = null;
    setState({ kind: 'sending', name, sent: 0, total: size, paused: false, cut: false, secondsLeft: null });
    onUnfinished({ name, size });
    const sending = sluice.upload({
      projectId,
      file,
      onProgress(sent, total) {
        pace.current ??= paceFrom(sent);
        const left = secondsLeft(pace.current, sent, total);
        whileSending(() => ({ sent, total, cut: false, secondsLeft: left }));
      },
      onCut() {
        pace.current = null;
        whileSending(() => ({ cut: true, secondsLeft: null }));
      },
    });
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
        if (refused instanceof DOMException) {
          onUnfinished(null);
          return setState({ kind: 'idle' });
        }
        setState({ kind: 'refused', name, error: refused, again: () => send(file) });
      },
    );
  };
  const paused = (value: boolean): void => {
    pace.current = null;
    whileSending(() => ({ paused: value, cut: false, secondsLeft: null }));
  };
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
