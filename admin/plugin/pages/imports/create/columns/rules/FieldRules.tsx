import DeleteIcon from '@mui/icons-material/DeleteOutlineRounded';
import { Box, Button, IconButton, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { FieldRuleInput } from '../../../../../../gql/generated/graphql.ts';
import type { SourceInspection } from '../../../../../api/types.ts';
import { useRuleText } from '../../../../../ui/words/useRuleText.ts';
import { Section } from '../../Section.tsx';
import type { Wizard } from '../../useWizard.ts';
import { RuleDialog } from './RuleDialog.tsx';
import { withRule } from './rules.ts';

/** What fields get beside the cells of their columns: constants, defaults, joined columns and changes of texts. */
export function FieldRules({ wizard, inspection }: { wizard: Wizard; inspection: SourceInspection }) {
  const translate = useTranslate();
  const [open, setOpen] = useState<FieldRuleInput | null>(null);
  const { importer, rules, store } = wizard;
  const labelOf = (field: string) => importer.fields.find(({ name }) => name === field)?.label ?? field;
  const set = (fieldRules: FieldRuleInput[]) => store.change({ fieldRules });
  return (
    <Section title={translate('sluice.fieldRules.section')}>
      {(labelledBy) => (
        <Stack sx={{ gap: 1.5 }}>
          <Typography color="textSecondary">{translate('sluice.fieldRules.hint')}</Typography>
          <Box
            component="ul"
            aria-labelledby={labelledBy}
            sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}
          >
            {rules.map((rule) => (
              <RuleLine
                key={rule.field}
                rule={rule}
                label={labelOf(rule.field)}
                onEdit={() => setOpen(rule)}
                onRemove={() => set(rules.filter((one) => one !== rule))}
              />
            ))}
          </Box>
          <TextField
            select
            size="small"
            margin="none"
            label={translate('sluice.fieldRules.add')}
            value=""
            onChange={(event) => setOpen({ field: event.target.value })}
            sx={{ maxWidth: 320 }}
          >
            {importer.fields
              .filter(({ name }) => !rules.some(({ field }) => field === name))
              .map(({ name, label }) => (
                <MenuItem key={name} value={name}>
                  {label}
                </MenuItem>
              ))}
          </TextField>
          {open ? (
            <RuleDialog
              wizard={wizard}
              inspection={inspection}
              rule={open}
              label={labelOf(open.field)}
              onClose={() => setOpen(null)}
              onSave={(rule) => {
                set(withRule(rules, rule));
                setOpen(null);
              }}
            />
          ) : null}
        </Stack>
      )}
    </Section>
  );
}

interface RuleLineProps {
  readonly rule: FieldRuleInput;
  readonly label: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function RuleLine({ rule, label, onEdit, onRemove }: RuleLineProps) {
  const translate = useTranslate();
  const ruleText = useRuleText();
  return (
    <Stack component="li" direction="row" sx={{ gap: 1, alignItems: 'center' }}>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{label}</Typography>
        <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {ruleText(rule)}
        </Typography>
      </Box>
      <Button
        size="small"
        variant="text"
        onClick={onEdit}
        aria-label={translate('sluice.fieldRules.edit_of', { field: label })}
      >
        {translate('sluice.fieldRules.edit')}
      </Button>
      <IconButton size="small" onClick={onRemove} aria-label={translate('sluice.fieldRules.remove', { field: label })}>
        <DeleteIcon fontSize="small" />
      </IconButton>
    </Stack>
  );
}
