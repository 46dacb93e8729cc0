import CloseIcon from '@mui/icons-material/CloseRounded';
import UploadIcon from '@mui/icons-material/CloudUploadOutlined';
import FileIcon from '@mui/icons-material/InsertDriveFileOutlined';
import { Box, Button, IconButton, Stack, Typography } from '@mui/material';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../../shared/useFormat.ts';
import type { Wizard } from '../useWizard.ts';
import { loadSample } from './sample.ts';

/** A file by drag and drop, by choosing, or the sample. It is on its way to the server at once. */
export function FileDrop({ labelledBy, wizard }: { labelledBy: string; wizard: Wizard }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { upload, store, importer } = wizard;
  const { source } = store.draft;
  const sending = upload.state.kind === 'sending';

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped) upload.send(dropped);
  };
  return (
    <Box
      role="group"
      aria-labelledby={labelledBy}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      sx={{
        border: '2px dashed',
        borderColor: over ? 'primary.main' : 'divider',
        bgcolor: over ? 'action.hover' : 'transparent',
        borderRadius: 2,
        p: { xs: 2, sm: source.kind === 'upload' ? 2 : 4 },
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
          // The same file chosen again, after it was mended, is a change too.
          event.target.value = '';
        }}
      />
      {source.kind === 'upload' ? (
        <ChosenFile
          name={source.name}
          size={source.size}
          disabled={sending}
          onReplace={() => input.current?.click()}
          onRemove={() => store.chooseSource({ kind: 'none' })}
        />
      ) : (
        <Invitation
          over={over}
          onChoose={() => input.current?.click()}
          onFile={upload.send}
          sampleOffered={importer.name === 'contacts'}
        />
      )}
    </Box>
  );
}

/** What the server reads; it looks at the content, not at the name. */
const ACCEPTED = [
  ...['.csv', '.tsv', '.txt', '.json', '.jsonl', '.ndjson', '.xlsx', '.xml', '.gz'],
  ...['text/csv', 'text/plain', 'text/tab-separated-values', 'application/json'],
].join(',');

interface InvitationProps {
  readonly over: boolean;
  readonly onChoose: () => void;
  readonly onFile: (file: File) => void;
  readonly sampleOffered: boolean;
}

function Invitation({ over, onChoose, onFile, sampleOffered }: InvitationProps) {
  const translate = useTranslate();
  const hint = useId();
  return (
    <Stack sx={{ alignItems: 'center', textAlign: 'center', gap: 1 }}>
      <UploadIcon aria-hidden sx={{ fontSize: 40, color: 'text.secondary' }} />
      <Typography sx={{ fontWeight: 600 }}>
        {translate(over ? 'sluice.wizard.drop_active' : 'sluice.wizard.drop')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ maxWidth: 460 }}>
        {translate('sluice.wizard.drop_hint')}
      </Typography>
      <Stack direction="row" sx={{ gap: 1.5, mt: 1, flexWrap: 'wrap', justifyContent: 'center' }}>
        <Button variant="contained" onClick={onChoose}>
          {translate('sluice.wizard.choose')}
        </Button>
        {sampleOffered ? (
          <Button variant="outlined" aria-describedby={hint} onClick={() => void loadSample().then(onFile)}>
            {translate('sluice.wizard.sample')}
          </Button>
        ) : null}
      </Stack>
      {sampleOffered ? (
        <Typography id={hint} variant="caption" color="textSecondary">
          {translate('sluice.wizard.sample_hint')}
        </Typography>
      ) : null}
    </Stack>
  );
}

interface ChosenFileProps {
  readonly name: string;
  readonly size: number;
  readonly disabled: boolean;
  readonly onReplace: () => void;
  readonly onRemove: () => void;
}

function ChosenFile({ name, size, disabled, onReplace, onRemove }: ChosenFileProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5 }}>
      <FileIcon aria-hidden color="primary" />
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{name}</Typography>
        <Typography variant="body2" color="textSecondary">
          {format.bytes(size)}
        </Typography>
      </Box>
      <Button size="small" variant="text" disabled={disabled} onClick={onReplace}>
        {translate('sluice.wizard.replace')}
      </Button>
      <IconButton size="small" disabled={disabled} aria-label={translate('sluice.wizard.remove')} onClick={onRemove}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Stack>
  );
}
