import ExpandIcon from '@mui/icons-material/ExpandMoreRounded';
import { Accordion, AccordionDetails, AccordionSummary, Box, Typography } from '@mui/material';
import { isRecord } from '../../../api/json.ts';
import { OptionInput } from './OptionInput.tsx';
import type { OptionField } from './schema.ts';

interface OptionGroupProps {
  readonly fields: readonly OptionField[];
  readonly label: string;
  readonly text: string;
  readonly value: unknown;
  /** Undefined when nothing of it is said. */
  readonly onChange: (value: unknown) => void;
}

/** Options that belong together. They are in nobody's way until they are wanted. */
export function OptionGroup({ fields, label, text, value, onChange }: OptionGroupProps) {
  const group = isRecord(value) ? value : {};
  return (
    <Accordion
      disableGutters
      variant="outlined"
      defaultExpanded={Object.keys(group).length > 0}
      slotProps={{ heading: { component: 'h3' } }}
      sx={{ gridColumn: '1 / -1', borderRadius: 1.5, '&::before': { display: 'none' } }}
    >
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <span>
          <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
            {label}
          </Typography>
          <Typography component="span" variant="body2" color="textSecondary">
            {text}
          </Typography>
        </span>
      </AccordionSummary>
      <AccordionDetails>
        <Box sx={{ display: 'grid', gap: 2, pt: 0.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          {fields.map((inner) => (
            <OptionInput
              key={inner.name}
              field={inner}
              value={group[inner.name]}
              onChange={(said) => onChange(without({ ...group, [inner.name]: said }))}
            />
          ))}
        </Box>
      </AccordionDetails>
    </Accordion>
  );
}

/** Undefined when nothing is left. */
function without(group: Record<string, unknown>): Record<string, unknown> | undefined {
  const entries = Object.entries(group).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
