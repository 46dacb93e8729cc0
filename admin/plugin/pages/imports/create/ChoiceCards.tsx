import { Box, Radio, RadioGroup, Typography } from '@mui/material';
import { alpha } from '@mui/material/styles';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly title: string;
  readonly text: string;
  /** It cannot be chosen; the text says why. */
  readonly disabled?: boolean;
}

interface ChoiceCardsProps<Value extends string> {
  readonly labelledBy: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly choices: readonly Choice<Value>[];
  readonly disabled: boolean;
}

/** Radio buttons that say what each choice will do. */
export function ChoiceCards<Value extends string>(props: ChoiceCardsProps<Value>) {
  const { labelledBy, value, onChange, choices, disabled } = props;
  return (
    <RadioGroup
      aria-labelledby={labelledBy}
      value={value}
      onChange={(event) => {
        const choice = choices.find((one) => one.value === event.target.value);
        if (choice) onChange(choice.value);
      }}
      sx={{
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', md: choices.length % 3 === 0 ? '1fr 1fr 1fr' : '1fr 1fr' },
      }}
    >
      {choices.map((choice) => (
        <Box
          key={choice.value}
          component="label"
          sx={{
            display: 'flex',
            alignItems: 'flex-start',
            gap: 1,
            p: 1.5,
            border: 1,
            borderRadius: 1.5,
            cursor: disabled || choice.disabled ? 'default' : 'pointer',
            borderColor: choice.value === value ? 'primary.main' : 'divider',
            bgcolor: (theme) => (choice.value === value ? alpha(theme.palette.primary.main, 0.07) : 'transparent'),
            '&:hover': { borderColor: 'primary.main' },
            '&:focus-within': { outline: 2, outlineColor: 'primary.main', outlineOffset: 1 },
          }}
        >
          <Radio value={choice.value} size="small" disabled={disabled || choice.disabled === true} sx={{ p: 0.25 }} />
          <span>
            <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
              {choice.title}
            </Typography>
            <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
              {choice.text}
            </Typography>
          </span>
        </Box>
      ))}
    </RadioGroup>
  );
}
