import ArrowBackIcon from '@mui/icons-material/ArrowBackRounded';
import { Box, Link, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { useDocumentTitle } from './browser/useDocumentTitle.ts';
import { useFocusHeading } from './browser/useFocusHeading.ts';

interface PageHeaderProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly to: string; readonly label: string };
}

/** A page's one h1, with what belongs beside it; the document's title follows. */
export function PageHeader({ title, subtitle, beside, actions, back }: PageHeaderProps) {
  useDocumentTitle(title);
  const heading = useFocusHeading(title);
  return (
    <Box component="header" sx={{ mb: 3 }}>
      {back ? (
        <Link
          component={RouterLink}
          to={back.to}
          underline="hover"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, mb: 1, fontSize: 14 }}
        >
          <ArrowBackIcon aria-hidden sx={{ fontSize: 16 }} />
          {back.label}
        </Link>
      ) : null}
      <Stack
        direction={{ xs: 'column', sm: 'row' }}
        sx={{ gap: 2, alignItems: { xs: 'stretch', sm: 'center' }, justifyContent: 'space-between' }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography
              component="h1"
              variant="h5"
              ref={heading}
              tabIndex={-1}
              sx={{ overflowWrap: 'anywhere', fontSize: { xs: 20, sm: 24 } }}
            >
              {title}
            </Typography>
            {beside}
          </Stack>
          {subtitle ? (
            <Typography variant="body2" color="textSecondary" component="div" sx={{ mt: 0.5 }}>
              {subtitle}
            </Typography>
          ) : null}
        </Box>
        {actions ? <Stack sx={{ flexShrink: 0 }}>{actions}</Stack> : null}
      </Stack>
    </Box>
  );
}
