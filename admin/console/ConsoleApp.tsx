import { useMemo } from 'react';
import { Admin, CustomRoutes, type I18nProvider } from 'react-admin';
import { Route } from 'react-router-dom';
import type { Sluice } from '../plugin/sluice.ts';
import { sluiceAdmin } from '../plugin/sluiceAdmin.tsx';
import { createAuthProvider } from './authProvider.ts';
import { ConsoleLayout } from './ConsoleLayout.tsx';
import { InvitationPage } from './InvitationPage.tsx';
import { createKeptStore } from './keptStore.ts';
import { LoginPage } from './LoginPage.tsx';
import { consoleOptions } from './options.ts';
import { createSessionChannel } from './sessionChannel.ts';
import { darkTheme, lightTheme } from './theme.ts';
import { SessionChannelContext } from './useSessionChannel.ts';

/** The standalone console: the plug-in's pages with a sign-in, a frame and a theme around them. */
export function ConsoleApp({ sluice, i18nProvider }: { sluice: Sluice; i18nProvider: I18nProvider }) {
  const kept = useMemo(createKeptStore, []);
  const channel = useMemo(createSessionChannel, []);
  const authProvider = useMemo(() => createAuthProvider(sluice, kept, channel), [sluice, kept, channel]);
  return (
    <SessionChannelContext value={channel}>
      <Admin
        authProvider={authProvider}
        store={kept.store}
        i18nProvider={i18nProvider}
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
        <CustomRoutes noLayout>
          <Route path="/invitation/:token" element={<InvitationPage sluice={sluice} />} />
        </CustomRoutes>
      </Admin>
    </SessionChannelContext>
  );
}
