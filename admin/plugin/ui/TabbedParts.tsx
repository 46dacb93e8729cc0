import { Box, Tab, Tabs } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';

interface Part {
  readonly name: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Parts of a page, one of which is shown. */
export function TabbedParts({ label, parts }: { label: string; parts: readonly [Part, ...Part[]] }) {
  const id = useId();
  const [chosen, choose] = useState<string>(parts[0].name);
  // The shown part can disappear, for example when the viewer loses the role ADMIN.
  const shown = parts.find(({ name }) => name === chosen) ?? parts[0];
  return (
    <>
      <Box sx={{ minWidth: 0, overflow: 'hidden', mb: 2.5, borderBottom: 1, borderColor: 'divider' }}>
        <Tabs
          value={shown.name}
          onChange={(_event, name: string) => choose(name)}
          aria-label={label}
          variant="scrollable"
          scrollButtons={false}
          // A theme may let them hang out, and then what is around them moves in place of them.
          sx={{ '& .MuiTabs-scroller': { overflow: 'auto hidden !important', scrollbarWidth: 'none' } }}
        >
          {parts.map((part) => (
            <Tab
              key={part.name}
              value={part.name}
              id={`${id}-tab-${part.name}`}
              aria-controls={`${id}-panel-${part.name}`}
              label={part.label}
              sx={{ textTransform: 'none' }}
            />
          ))}
        </Tabs>
      </Box>
      <Box role="tabpanel" id={`${id}-panel-${shown.name}`} aria-labelledby={`${id}-tab-${shown.name}`}>
        {shown.content}
      </Box>
    </>
  );
}
