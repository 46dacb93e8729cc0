import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useProject } from './useProject.ts';

/** The project switcher; nothing if there is only one project. */
export function ProjectSwitcher() {
  const translate = useTranslate();
  const state = useProject();
  if (state.kind !== 'ready') return null;
  return (
    <TextField
      select
      size="small"
      margin="none"
      fullWidth={false}
      value={state.id}
      onChange={(event) => state.choose(event.target.value)}
      slotProps={{ select: { SelectDisplayProps: { 'aria-label': translate('sluice.project.switch') } } }}
      sx={{ minWidth: { xs: 96, sm: 160 }, maxWidth: { xs: 140, sm: 260 } }}
    >
      {state.projects.map(({ project }) => (
        <MenuItem key={project.id} value={project.id}>
          {project.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
