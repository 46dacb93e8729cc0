import { Box, Link } from '@mui/material';
import { type ElementType, type ReactNode, useId, useState } from 'react';
import { useTranslate } from 'react-admin';

interface LongTextProps {
  readonly component: ElementType;
  /** Whether it is more than a few lines. */
  readonly isLong: boolean;
  readonly children: ReactNode;
}

/** The first lines of a long text, and the whole of it for who asks. */
export function LongText({ component, isLong, children }: LongTextProps) {
  const translate = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (!isLong) return <Box component={component}>{children}</Box>;
  return (
    <Box component={component}>
      <Box id={id} sx={open ? {} : FIRST_LINES}>
        {children}
      </Box>
      <Link component="button" type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {translate(open ? 'sluice.changes.less' : 'sluice.changes.more')}
      </Link>
    </Box>
  );
}

const FIRST_LINES = {
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 3,
  overflow: 'hidden',
} as const;
