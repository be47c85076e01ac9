import { useEffect } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { Provider } from 'urql';
import { Route, Switch, useLocation } from 'wouter';
import { client } from './api/client.ts';
import { startWorker } from './canvas/layout-client.ts';
import { late } from './controls/late.tsx';
import { en } from './locale/en.ts';
import { LangContext } from './locale/use-words.ts';
import { zh } from './locale/zh.ts';
import { AppBar } from './panels/app-bar.tsx';
import { LiveRegion } from './panels/live-region.tsx';
import { SkipLink } from './panels/skip-link.tsx';
import { Start } from './screens/start.tsx';
import { usePreferences } from './state/use-preferences.ts';
import { useView } from './state/use-view.ts';

const Explore = late(() => import('./screens/explore.tsx').then((module) => module.Explore));
const EntityPage = late(() => import('./screens/entity.tsx').then((module) => module.EntityPage));
const Chains = late(() => import('./screens/chains.tsx').then((module) => module.Chains));
const BoardPage = late(() => import('./screens/board.tsx').then((module) => module.BoardPage));
const LayoutPage = late(() => import('./screens/layout.tsx').then((module) => module.LayoutPage));
const CandidatesPage = late(() => import('./screens/candidates.tsx').then((module) => module.CandidatesPage));
const ChangesPage = late(() => import('./screens/changes.tsx').then((module) => module.ChangesPage));
const MatchPage = late(() => import('./screens/match.tsx').then((module) => module.MatchPage));
const ConsortiaPage = late(() => import('./screens/consortia.tsx').then((module) => module.ConsortiaPage));
const SurveyPage = late(() => import('./screens/survey.tsx').then((module) => module.SurveyPage));

/** Before the graph is asked for: its screen and the worker that lays out. */
function fetchGraph(): void {
  Explore.fetch();
  startWorker();
}

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
              <AppBar theme={theme} onEnds={fetchGraph} />
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
                  <Start onEnds={fetchGraph} />
                </Route>
              </Switch>
              <LiveRegion />
            </div>
          </RouterProvider>
        </I18nProvider>
      </LangContext>
    </Provider>
  );
}
