import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import type { DownloadFormat } from '../../../../gql/generated/graphql.ts';
import { useSluice } from '../../../SluiceContext.tsx';
import { openDownload } from '../../../ui/browser/openDownload.ts';
import { useCommand } from '../../../ui/hooks/useCommand.ts';

const FORMATS: readonly DownloadFormat[] = ['CSV', 'JSONL'];

interface DownloadMenuProps {
  readonly label: string;
  /** Asks for the file's signed URL, which holds for a while only. */
  readonly ask: (format: DownloadFormat) => Promise<string | null>;
}

/** Fetches a file in one of its formats. */
export function DownloadMenu({ label, ask }: DownloadMenuProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const { origin } = useSluice().sluice;
  const command = useCommand();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const fetchAs = (format: DownloadFormat) => {
    setAnchor(null);
    command.run({
      call: () => ask(format),
      onDone: (url) => (url ? openDownload(origin, url) : notify('sluice.download.gone', { type: 'info' })),
    });
  };
  return (
    <>
      <Button
        size="small"
        startIcon={<DownloadIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        disabled={command.busy}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {FORMATS.map((format) => (
          <MenuItem key={format} onClick={() => fetchAs(format)}>
            {translate(`sluice.download.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
