import { Box } from '@mui/material';
import { useRef } from 'react';
import type { Wizard } from '../useWizard.ts';
import { ChosenFile } from './ChosenFile.tsx';
import { Invitation } from './Invitation.tsx';

interface FileDropProps {
  readonly labelledBy: string;
  readonly wizard: Wizard;
  /** Whether a file hovers over the page. */
  readonly over: boolean;
}

/** A file by drag and drop, by choosing, or the sample. It is on its way to the server at once. */
export function FileDrop({ labelledBy, wizard, over }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const { upload, store, importer } = wizard;
  const { source } = store.draft;
  const chosen = source.kind === 'upload';
  return (
    <Box
      role="group"
      aria-labelledby={labelledBy}
      sx={{
        border: '2px dashed',
        borderColor: over ? 'primary.main' : 'divider',
        bgcolor: over ? 'action.hover' : 'transparent',
        borderRadius: 2,
        p: { xs: 2, sm: chosen ? 2 : 4 },
        transition: 'background-color .15s, border-color .15s',
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        aria-labelledby={labelledBy}
        accept={ACCEPTED}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) upload.send(file);
          // Choosing the same file again, after fixing it, is a change too.
          event.target.value = '';
        }}
      />
      {chosen ? (
        <ChosenFile
          name={source.name}
          size={source.size}
          over={over}
          disabled={upload.state.kind === 'sending'}
          onReplace={() => input.current?.click()}
          onRemove={() => store.chooseSource({ kind: 'none' })}
        />
      ) : (
        <Invitation over={over} importer={importer.name} onChoose={() => input.current?.click()} onFile={upload.send} />
      )}
    </Box>
  );
}

/** What the server reads; it looks at the content, not at the name. */
const ACCEPTED = [
  ...['.csv', '.tsv', '.txt', '.json', '.jsonl', '.ndjson', '.xlsx', '.xml', '.gz'],
  ...['text/csv', 'text/plain', 'text/tab-separated-values', 'application/json'],
].join(',');
