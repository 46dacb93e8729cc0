import { useMemo } from 'react';
import { Layout, type LayoutProps, Menu, useLogoutIfAccessDenied } from 'react-admin';
import { SluiceError, UNAUTHENTICATED } from '../plugin/api/errors.ts';
import { SluiceScope } from '../plugin/SluiceContext.tsx';
import { SluiceMenuItems } from '../plugin/SluiceMenuItems.tsx';
import type { Sluice } from '../plugin/sluice.ts';
import { sluiceScope } from '../plugin/sluiceAdmin.tsx';
import { BrokenPage } from './BrokenPage.tsx';
import { ConsoleAppBar } from './ConsoleAppBar.tsx';
import { consoleOptions } from './options.ts';
import { useSessionElsewhere } from './useSessionChannel.ts';

/** Bar, menu and page. */
export function ConsoleLayout({ sluice, ...props }: LayoutProps & { sluice: Sluice }) {
  const scope = useMemo(() => sluiceScope(consoleOptions(sluice)), [sluice]);
  const leave = useLogoutIfAccessDenied();
  useSessionElsewhere('ended', () => void leave(new SluiceError(UNAUTHENTICATED, 'sluice.console.over')));
  return (
    <SluiceScope value={scope}>
      {/* react-admin's frame grows with its widest child, which takes a phone's page out of the screen. */}
      <Layout {...props} appBarAlwaysOn error={BrokenPage} appBar={ConsoleAppBar} menu={ConsoleMenu} sx={FRAME} />
    </SluiceScope>
  );
}

const FRAME = { minWidth: 0, '& .RaLayout-content': { minWidth: 0, px: 0 } };

function ConsoleMenu() {
  return (
    <Menu>
      <SluiceMenuItems />
    </Menu>
  );
}
