import { defaultTheme } from 'react-admin';

export const theme = {
  ...defaultTheme,
  palette: { ...defaultTheme.palette, primary: { main: 'rgb(123, 31, 162)' } },
};
