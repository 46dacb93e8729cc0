import { ListSubheader } from '@mui/material';
import { Fragment } from 'react';
import { MenuItemLink, useSidebarState, useTranslate } from 'react-admin';
import { MENU_GROUPS } from './importers/feature.ts';
import { PAGES } from './pages.tsx';
import { usePath } from './usePath.ts';

/** The pages' entries for a menu, part by part, inside a SluiceScope. */
export function SluiceMenuItems() {
  const translate = useTranslate();
  const path = usePath();
  // A menu that is folded to its icons has no room for the parts' names.
  const [open] = useSidebarState();
  return MENU_GROUPS.map((group) => {
    const pages = PAGES.filter((page) => page.group === group);
    if (pages.length === 0) return null;
    return (
      <Fragment key={group}>
        {open ? <GroupName name={translate(`sluice.menu.${group}`)} /> : null}
        {pages.map(({ name, title, Icon, MenuItems }) =>
          MenuItems ? (
            <MenuItems key={name} />
          ) : (
            <MenuItemLink key={name} to={path(name)} primaryText={translate(title)} leftIcon={<Icon />} />
          ),
        )}
      </Fragment>
    );
  });
}

function GroupName({ name }: { name: string }) {
  return (
    <ListSubheader
      component="div"
      role="presentation"
      disableSticky
      sx={{ bgcolor: 'transparent', lineHeight: 1.4, fontSize: 12, fontWeight: 600, px: 2, pt: 1.5, pb: 0.5 }}
    >
      {name}
    </ListSubheader>
  );
}
