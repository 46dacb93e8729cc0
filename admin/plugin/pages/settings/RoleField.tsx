import { ListItemText, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Role } from '../../../gql/generated/graphql.ts';
import { DIALOG_FIELD } from '../../ui/FormDialog.tsx';

const ROLES: readonly Role[] = ['VIEWER', 'EDITOR', 'ADMIN'];

interface RoleFieldProps {
  readonly label: string;
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

/** The choice of a role, in words that say what it may do. */
export function RoleField({ label, value, onChange }: RoleFieldProps) {
  const translate = useTranslate();
  return (
    <TextField
      {...DIALOG_FIELD}
      select
      label={label}
      value={value}
      helperText={translate(`sluice.roles.${value}.text`)}
      onChange={(event) => choose(event.target.value, onChange)}
      slotProps={{ select: { renderValue: () => translate(`sluice.roles.${value}.name`) } }}
    >
      {roleItems(translate)}
    </TextField>
  );
}

interface RoleSelectProps extends RoleFieldProps {
  readonly disabled: boolean;
}

/** The same for a line of a table. */
export function RoleSelect({ label, value, onChange, disabled }: RoleSelectProps) {
  const translate = useTranslate();
  return (
    <TextField
      select
      size="small"
      margin="none"
      value={value}
      disabled={disabled}
      onChange={(event) => choose(event.target.value, onChange)}
      slotProps={{
        select: {
          SelectDisplayProps: { 'aria-label': label },
          renderValue: () => translate(`sluice.roles.${value}.name`),
        },
      }}
      sx={{ minWidth: 150 }}
    >
      {roleItems(translate)}
    </TextField>
  );
}

function roleItems(translate: (key: string) => string) {
  return ROLES.map((role) => (
    <MenuItem key={role} value={role}>
      <ListItemText
        primary={translate(`sluice.roles.${role}.name`)}
        secondary={translate(`sluice.roles.${role}.text`)}
      />
    </MenuItem>
  ));
}

function choose(value: string, onChange: (role: Role) => void): void {
  const role = ROLES.find((one) => one === value);
  if (role) onChange(role);
}
