import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import { Box, IconButton, Tooltip, Typography } from '@mui/material';
import { AppBar, type AppBarProps, useTheme, useTranslate } from 'react-admin';
import { ProjectSwitcher } from '../plugin/pages/project/ProjectSwitcher.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';

export function ConsoleAppBar(props: AppBarProps) {
  return (
    <AppBar {...props} color="inherit" elevation={0} toolbar={<Tools />} userMenu={<AccountMenu />}>
      <Typography component="span" sx={{ fontWeight: 700, fontSize: 18, mr: 2 }}>
        Sluice
      </Typography>
      <ProjectSwitcher />
      <Box sx={{ flexGrow: 1 }} />
    </AppBar>
  );
}

function Tools() {
  return (
    <>
      <LanguageMenu />
      <ThemeButton />
    </>
  );
}

function ThemeButton() {
  const translate = useTranslate();
  const [theme, setTheme] = useTheme();
  const dark = theme === 'dark';
  const label = translate(dark ? 'sluice.console.theme_light' : 'sluice.console.theme_dark');
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} color="inherit" onClick={() => setTheme(dark ? 'light' : 'dark')}>
        {dark ? <LightIcon /> : <DarkIcon />}
      </IconButton>
    </Tooltip>
  );
}
