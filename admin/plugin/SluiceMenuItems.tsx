import { MenuItemLink, useTranslate } from 'react-admin';
import { PAGES } from './pages.tsx';
import { usePath } from './usePath.ts';

/** The pages' entries for a menu, inside a SluiceScope. */
export function SluiceMenuItems() {
  const translate = useTranslate();
  const path = usePath();
  return PAGES.map(({ name, title, Icon }) => (
    <MenuItemLink key={name} to={path(name)} primaryText={translate(title)} leftIcon={<Icon />} />
  ));
}
