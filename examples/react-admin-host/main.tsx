import polyglotI18nProvider from 'ra-i18n-polyglot';
import english from 'ra-language-english';
import { Admin, Layout, type LayoutProps, ListGuesser, Menu, Resource } from 'react-admin';
import { createRoot } from 'react-dom/client';
import {
  createSluice,
  SluiceMenuItems,
  SluiceScope,
  sluiceAdmin,
  sluiceMessages,
  sluiceScope,
} from 'sluice/react-admin';
import { dataProvider } from './dataProvider';
import { settings } from './settings';
import { theme } from './theme';

const options = {
  sluice: createSluice({
    url: settings.sluiceUrl,
    headers: () => ({ authorization: `Bearer ${settings.token()}` }),
  }),
  projectId: 'demo',
};
const scope = sluiceScope(options);
const i18nProvider = polyglotI18nProvider(() => ({ ...english, ...sluiceMessages.en }), 'en');

function HostMenu() {
  return (
    <Menu>
      <Menu.ResourceItem name="products" />
      <SluiceScope value={scope}>
        <SluiceMenuItems />
      </SluiceScope>
    </Menu>
  );
}

function HostLayout(props: LayoutProps) {
  return <Layout {...props} menu={HostMenu} />;
}

createRoot(document.body.appendChild(document.createElement('div'))).render(
  <Admin dataProvider={dataProvider} i18nProvider={i18nProvider} layout={HostLayout} theme={theme}>
    <Resource name="products" list={ListGuesser} />
    {sluiceAdmin(options)}
  </Admin>,
);
