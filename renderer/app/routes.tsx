import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Loading } from '../components/loading.tsx';

// Each screen is its own chunk: the first one shows without waiting for the rest.
const PortfolioScreen = lazy(async () => ({
  default: (await import('../features/portfolio/portfolio-screen.tsx')).PortfolioScreen,
}));
const RegisterScreen = lazy(async () => ({
  default: (await import('../features/register/register-screen.tsx')).RegisterScreen,
}));
const InitiativeScreen = lazy(async () => ({
  default: (await import('../features/initiative/initiative-screen.tsx')).InitiativeScreen,
}));
const MonthsScreen = lazy(async () => ({
  default: (await import('../features/months/months-screen.tsx')).MonthsScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import('../features/import/import-screen.tsx')).ImportScreen,
}));
const PolicyScreen = lazy(async () => ({
  default: (await import('../features/policy/policy-screen.tsx')).PolicyScreen,
}));
const ReportScreen = lazy(async () => ({
  default: (await import('../features/report/report-screen.tsx')).ReportScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}));
const HelpScreen = lazy(async () => ({
  default: (await import('../features/settings/help-screen.tsx')).HelpScreen,
}));
const BenchmarksScreen = lazy(async () => ({
  default: (await import('../features/settings/benchmarks-screen.tsx')).BenchmarksScreen,
}));
const RecoveryScreen = lazy(async () => ({
  default: (await import('../features/file/recovery-screen.tsx')).RecoveryScreen,
}));

function simple(path: string, Screen: ComponentType): ReactNode {
  return (
    <Route path={path}>
      <Screen />
    </Route>
  );
}

/** One screen per route; an unknown route goes home. */
export function Routes() {
  return (
    <Suspense fallback={<Loading what="the screen" />}>
      <Switch>
        {simple('/portfolio', PortfolioScreen)}
        {simple('/register', RegisterScreen)}
        <Route path="/initiative/:id/:tab?">
          {({ id, tab }) => <InitiativeScreen key={id} id={id} tab={tab} />}
        </Route>
        {simple('/months', MonthsScreen)}
        {simple('/import', ImportScreen)}
        {simple('/policy', PolicyScreen)}
        {simple('/report', ReportScreen)}
        {simple('/settings', SettingsScreen)}
        {simple('/help', HelpScreen)}
        {simple('/help/benchmarks', BenchmarksScreen)}
        {simple('/recovery', RecoveryScreen)}
        <Route>
          <Redirect to="/portfolio" replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
