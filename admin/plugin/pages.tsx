import RulesIcon from '@mui/icons-material/BookmarksOutlined';
import OverviewIcon from '@mui/icons-material/DashboardOutlined';
import HistoryIcon from '@mui/icons-material/HistoryRounded';
import ReviewIcon from '@mui/icons-material/RuleRounded';
import SchedulesIcon from '@mui/icons-material/ScheduleRounded';
import ProjectIcon from '@mui/icons-material/SettingsOutlined';
import RecordsIcon from '@mui/icons-material/TableRowsOutlined';
import type { SluicePage } from './importers/feature.ts';
import { features } from './importers/features.ts';
import { OwnRecordsMenuItems } from './pages/records/own/OwnRecordsMenuItems.tsx';
import { lazyPage } from './ui/browser/lazyPage.tsx';

/** Every area, in the menu's order. A new one is a line here or in the feature of its importer, and its words in i18n. */
export const PAGES: readonly SluicePage[] = [
  {
    name: 'overview',
    title: 'sluice.overview.title',
    group: 'work',
    Icon: OverviewIcon,
    list: lazyPage(async () => (await import('./pages/overview/OverviewPage.tsx')).OverviewPage),
  },
  {
    name: 'imports',
    title: 'sluice.list.title',
    group: 'work',
    Icon: HistoryIcon,
    list: lazyPage(async () => (await import('./pages/imports/list/ImportListPage.tsx')).ImportListPage),
    create: lazyPage(async () => (await import('./pages/imports/create/NewImportPage.tsx')).NewImportPage),
    show: lazyPage(async () => (await import('./pages/imports/show/ImportPage.tsx')).ImportPage),
  },
  {
    name: 'review',
    title: 'sluice.review.title',
    group: 'work',
    Icon: ReviewIcon,
    list: lazyPage(async () => (await import('./pages/review/ReviewPage.tsx')).ReviewPage),
  },
  {
    name: 'rules',
    title: 'sluice.rules.title',
    group: 'work',
    Icon: RulesIcon,
    list: lazyPage(async () => (await import('./pages/review/rules/RulesPage.tsx')).RulesPage),
  },
  ...features.flatMap(({ pages }) => pages),
  {
    name: 'records',
    title: 'sluice.records.title',
    group: 'records',
    Icon: RecordsIcon,
    list: lazyPage(async () => (await import('./pages/records/own/OwnRecordsPages.tsx')).OwnRecordsPages),
    MenuItems: OwnRecordsMenuItems,
  },
  {
    name: 'schedules',
    title: 'sluice.schedules.title',
    group: 'work',
    Icon: SchedulesIcon,
    list: lazyPage(async () => (await import('./pages/schedules/ScheduleListPage.tsx')).ScheduleListPage),
    create: lazyPage(async () => (await import('./pages/schedules/NewSchedulePage.tsx')).NewSchedulePage),
    show: lazyPage(async () => (await import('./pages/schedules/SchedulePage.tsx')).SchedulePage),
  },
  {
    name: 'project',
    title: 'sluice.settings.title',
    group: 'settings',
    Icon: ProjectIcon,
    list: lazyPage(async () => (await import('./pages/settings/ProjectPage.tsx')).ProjectPage),
  },
];
