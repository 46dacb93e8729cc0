import { Paper, Stack, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: (labelledBy: string) => ReactNode;
}

/** A part of a step under its heading. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId();
  return (
    <Paper component="section" aria-labelledby={id} elevation={0} sx={{ p: { xs: 2, sm: 3 }, borderRadius: 2 }}>
      <Stack
        direction="row"
        sx={{ gap: 1.5, alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', mb: 2 }}
      >
        <Typography id={id} component="h2" variant="h6">
          {title}
        </Typography>
        {actions}
      </Stack>
      {children(id)}
    </Paper>
  );
}
