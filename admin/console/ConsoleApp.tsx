import { useMemo } from 'react';
import { Admin } from 'react-admin';
import type { Sluice } from '../plugin/sluice.ts';
import { sluiceAdmin } from '../plugin/sluiceAdmin.tsx';
import { createAuthProvider } from './authProvider.ts';
import { ConsoleLayout } from './ConsoleLayout.tsx';
import { createI18nProvider } from './i18nProvider.ts';
import { LoginPage } from './LoginPage.tsx';
import { consoleOptions } from './options.ts';
import { darkTheme, lightTheme } from './theme.ts';

/** The standalone console: the plug-in's pages with a sign-in, a frame and a theme around them. */
export function ConsoleApp({ sluice }: { sluice: Sluice }) {
  const providers = useMemo(
    () => ({ authProvider: createAuthProvider(sluice), i18nProvider: createI18nProvider() }),
    [sluice],
  );
  return (
    <Admin
      {...providers}
      dataProvider={sluice.dataProvider}
      layout={(props) => <ConsoleLayout {...props} sluice={sluice} />}
      loginPage={LoginPage}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
      title="Sluice"
      requireAuth
      disableTelemetry
    >
      {sluiceAdmin(consoleOptions(sluice))}
    </Admin>
  );
}
