import { lazy, Suspense, useEffect } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Provider } from 'urql';
import { Route, Switch, useLocation } from 'wouter';
import { client } from './api/client.ts';
import { Loading } from './controls/states.tsx';
import { en } from './locale/en.ts';
import { LangContext } from './locale/use-words.ts';
import { zh } from './locale/zh.ts';
import { AppBar } from './panels/app-bar.tsx';
import { LiveRegion } from './panels/live-region.tsx';
import { SkipLink } from './panels/skip-link.tsx';
import { Start } from './screens/start.tsx';
import { usePreferences } from './state/use-preferences.ts';
import { useView } from './state/use-view.ts';

const Explore = lazy(() => import('./screens/explore.tsx').then((module) => ({ default: module.Explore })));
const EntityPage = lazy(() => import('./screens/entity.tsx').then((module) => ({ default: module.EntityPage })));
const Chains = lazy(() => import('./screens/chains.tsx').then((module) => ({ default: module.Chains })));
const BoardPage = lazy(() => import('./screens/board.tsx').then((module) => ({ default: module.BoardPage })));
const LayoutPage = lazy(() => import('./screens/layout.tsx').then((module) => ({ default: module.LayoutPage })));
const CandidatesPage = lazy(() =>
  import('./screens/candidates.tsx').then((module) => ({ default: module.CandidatesPage })),
);
const ChangesPage = lazy(() => import('./screens/changes.tsx').then((module) => ({ default: module.ChangesPage })));
const MatchPage = lazy(() => import('./screens/match.tsx').then((module) => ({ default: module.MatchPage })));
const ConsortiaPage = lazy(() =>
  import('./screens/consortia.tsx').then((module) => ({ default: module.ConsortiaPage })),
);
const SurveyPage = lazy(() => import('./screens/survey.tsx').then((module) => ({ default: module.SurveyPage })));

/** The frame around every screen: language, theme, the bar on top and the screen that the address names. */
export function App() {
  const { view } = useView();
  const { lang, theme } = usePreferences(view);
  const [, navigate] = useLocation();
  const words = lang === 'zh' ? zh : en;

  useEffect(() => {
    document.title = words.app.title;
  }, [words]);

  return (
    <Provider value={client}>
      <LangContext value={lang}>
        <I18nProvider locale={lang === 'zh' ? 'zh-CN' : 'en-US'}>
          <RouterProvider navigate={navigate}>
            <div className="app">
              <SkipLink />
              <AppBar theme={theme} />
              <Suspense fallback={<Loading rows={6} />}>
                <Switch>
                  <Route path="/explore">
                    <Explore theme={theme} />
                  </Route>
                  <Route path="/entity/:id">{({ id }) => <EntityPage key={id} id={id} />}</Route>
                  <Route path="/chains">
                    <Chains />
                  </Route>
                  <Route path="/chain/:id">{({ id }) => <BoardPage key={id} id={id} />}</Route>
                  <Route path="/layout">
                    <LayoutPage />
                  </Route>
                  <Route path="/candidates">
                    <CandidatesPage />
                  </Route>
                  <Route path="/changes">
                    <ChangesPage />
                  </Route>
                  <Route path="/consortia">
                    <ConsortiaPage />
                  </Route>
                  <Route path="/survey">
                    <SurveyPage />
                  </Route>
                  <Route path="/match">
                    <MatchPage />
                  </Route>
                  <Route>
                    <Start />
                  </Route>
                </Switch>
              </Suspense>
              <LiveRegion />
            </div>
          </RouterProvider>
        </I18nProvider>
      </LangContext>
    </Provider>
  );
}
