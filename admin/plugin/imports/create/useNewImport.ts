import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useCreatePath } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { DuplicatePolicy, ImportSourceInput } from '../../../gql/generated/graphql.ts';
import { SluiceError } from '../../api/errors.ts';
import type { ImporterInfo } from '../../api/types.ts';
import { importKey } from '../../live/patchCache.ts';
import { useSluice } from '../../SluiceContext.tsx';
import { FROM_TOP } from '../../shared/fromTop.ts';
import { useSignOutOnRefusal } from '../../shared/useSignOutOnRefusal.ts';

/** What the server takes within the request itself; anything larger goes up in pieces. */
const WITHIN_REQUEST_BYTES = 10_000_000;

export type StartState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'uploading'; readonly name: string; readonly sent: number; readonly total: number }
  | { readonly kind: 'starting' }
  | { readonly kind: 'refused'; readonly error: Error };

export interface NewImport {
  readonly importer: ImporterInfo;
  readonly chooseImporter: (name: string) => void;
  readonly file: File | null;
  readonly chooseFile: (file: File | null) => void;
  readonly policy: DuplicatePolicy;
  readonly choosePolicy: (policy: DuplicatePolicy) => void;
  readonly state: StartState;
  readonly busy: boolean;
  readonly start: () => void;
  readonly cancelUpload: () => void;
}

/** Choices, upload and start of one new import; ends on the page of the import. */
export function useNewImport(projectId: string, importers: readonly [ImporterInfo, ...ImporterInfo[]]): NewImport {
  const { sluice } = useSluice();
  const open = useOpenImport();
  const [importerName, chooseImporter] = useState(importers[0].name);
  const [file, setFile] = useState<File | null>(null);
  const [wantedPolicy, choosePolicy] = useState<DuplicatePolicy | null>(null);
  const [state, setState] = useState<StartState>({ kind: 'choosing' });
  const upload = useRef<AbortController | null>(null);
  useEffect(() => () => upload.current?.abort(), []);
  useSignOutOnRefusal(state.kind === 'refused' ? state.error : null);

  const importer = importers.find(({ name }) => name === importerName) ?? importers[0];
  const policy = offered(importer, wantedPolicy);

  async function source(chosen: File): Promise<ImportSourceInput> {
    if (chosen.size <= WITHIN_REQUEST_BYTES) return { file: chosen };
    const controller = new AbortController();
    upload.current = controller;
    const onProgress = (sent: number, total: number) => setState({ kind: 'uploading', name: chosen.name, sent, total });
    onProgress(0, chosen.size);
    return { uploadId: await sluice.upload({ projectId, file: chosen, onProgress, signal: controller.signal }) };
  }

  async function start(chosen: File): Promise<void> {
    try {
      setState({ kind: 'starting' });
      const input = { projectId, importer: importer.name, onDuplicate: policy, source: await source(chosen) };
      setState({ kind: 'starting' });
      open(await sluice.api.startImport(input));
    } catch (error) {
      setState(upload.current?.signal.aborted ? { kind: 'choosing' } : { kind: 'refused', error: asError(error) });
    } finally {
      upload.current = null;
    }
  }

  return {
    importer,
    chooseImporter,
    file,
    chooseFile(chosen) {
      setFile(chosen);
      setState({ kind: 'choosing' });
    },
    policy,
    choosePolicy,
    state,
    busy: state.kind === 'uploading' || state.kind === 'starting',
    start: () => {
      if (file) void start(file);
    },
    cancelUpload: () => upload.current?.abort(),
  };
}

/** Shows a started import at once: its answer is its page's first data. */
function useOpenImport(): (started: { id: string }) => void {
  const { importsResource } = useSluice();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const createPath = useCreatePath();
  return (started) => {
    queryClient.setQueryData(importKey(started.id), started);
    void queryClient.invalidateQueries({ queryKey: [importsResource, 'getList'] });
    void navigate(createPath({ resource: importsResource, type: 'show', id: started.id }), { state: FROM_TOP });
  };
}

function offered(importer: ImporterInfo, wanted: DuplicatePolicy | null): DuplicatePolicy {
  if (wanted && importer.duplicatePolicies.includes(wanted)) return wanted;
  return importer.duplicatePolicies[0] ?? 'SKIP';
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new SluiceError('INTERNAL', String(error));
}
