import CloseIcon from '@mui/icons-material/CloseRounded';
import FileIcon from '@mui/icons-material/InsertDriveFileOutlined';
import { Box, Button, IconButton, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useLostFocus } from '../../../../ui/browser/useLostFocus.ts';
import { useFormat } from '../../../../ui/format/useFormat.ts';

interface ChosenFileProps {
  readonly name: string;
  readonly size: number;
  /** Whether another one hovers over the page. */
  readonly over: boolean;
  readonly disabled: boolean;
  readonly onReplace: () => void;
  readonly onRemove: () => void;
}

/** A file that the server has. */
export function ChosenFile({ name, size, over, disabled, onReplace, onRemove }: ChosenFileProps) {
  const translate = useTranslate();
  const format = useFormat();
  const title = useLostFocus<HTMLParagraphElement>();
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5 }}>
      <FileIcon aria-hidden color="primary" />
      <Box sx={{ minWidth: 0, flexGrow: 1 }}>
        <Typography ref={title} tabIndex={-1} sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {over
            ? translate('sluice.wizard.drop_instead')
            : translate('sluice.wizard.uploaded_whole', { size: format.bytes(size) })}
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
