export { sluiceMessages } from './i18n/messages.ts';
export { ProjectSwitcher } from './pages/project/ProjectSwitcher.tsx';
export { SluiceScope } from './SluiceContext.tsx';
export { SluiceMenuItems } from './SluiceMenuItems.tsx';
export { createSluice, type Sluice } from './sluice.ts';
export { type SluiceAdminOptions, sluiceAdmin, sluiceScope } from './sluiceAdmin.tsx';
