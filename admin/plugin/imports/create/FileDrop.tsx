import CloseIcon from '@mui/icons-material/CloseRounded';
import UploadIcon from '@mui/icons-material/CloudUploadOutlined';
import FileIcon from '@mui/icons-material/InsertDriveFileOutlined';
import { Box, Button, IconButton, Stack, Typography } from '@mui/material';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFormat } from '../../shared/useFormat.ts';
import { loadSample } from './sample.ts';

interface FileDropProps {
  readonly labelledBy: string;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
  readonly disabled: boolean;
  readonly sampleOffered: boolean;
}

/** A file by drag and drop, by choosing, or the sample. */
export function FileDrop({ labelledBy, file, onFile, disabled, sampleOffered }: FileDropProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !disabled) onFile(dropped);
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
        p: { xs: 2, sm: file ? 2 : 4 },
        transition: 'background-color .15s, border-color .15s',
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        aria-labelledby={labelledBy}
        accept=".csv,.tsv,.txt,.json,text/csv,text/plain,text/tab-separated-values,application/json"
        onChange={(event) => {
          onFile(event.target.files?.[0] ?? null);
          // The same file chosen again, after it was mended, is a change too.
          event.target.value = '';
        }}
      />
      {file ? (
        <ChosenFile
          file={file}
          disabled={disabled}
          onReplace={() => input.current?.click()}
          onRemove={() => onFile(null)}
        />
      ) : (
        <Invitation over={over} onChoose={() => input.current?.click()} onFile={onFile} sampleOffered={sampleOffered} />
      )}
    </Box>
  );
}

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
        {translate(over ? 'sluice.create.drop_active' : 'sluice.create.drop')}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ maxWidth: 460 }}>
        {translate('sluice.create.drop_hint')}
      </Typography>
      <Stack direction="row" sx={{ gap: 1.5, mt: 1, flexWrap: 'wrap', justifyContent: 'center' }}>
        <Button variant="contained" onClick={onChoose}>
          {translate('sluice.create.choose')}
        </Button>
        {sampleOffered ? (
          <Button variant="outlined" aria-describedby={hint} onClick={() => void loadSample().then(onFile)}>
            {translate('sluice.create.sample')}
          </Button>
        ) : null}
      </Stack>
      {sampleOffered ? (
        <Typography id={hint} variant="caption" color="textSecondary">
          {translate('sluice.create.sample_hint')}
        </Typography>
      ) : null}
    </Stack>
  );
}

interface ChosenFileProps {
  readonly file: File;
  readonly disabled: boolean;
  readonly onReplace: () => void;
  readonly onRemove: () => void;
}

function ChosenFile({ file, disabled, onReplace, onRemove }: ChosenFileProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5 }}>
      <FileIcon aria-hidden color="primary" />
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{file.name}</Typography>
        <Typography variant="body2" color="textSecondary">
          {format.bytes(file.size)}
        </Typography>
      </Box>
      <Button size="small" variant="text" disabled={disabled} onClick={onReplace}>
        {translate('sluice.create.replace')}
      </Button>
      <IconButton size="small" disabled={disabled} aria-label={translate('sluice.create.remove')} onClick={onRemove}>
        <CloseIcon fontSize="small" />
      </IconButton>
    </Stack>
  );
}
