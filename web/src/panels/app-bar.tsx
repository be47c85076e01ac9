import { useEffect, useRef, useState } from 'react';
import { Button, Link } from 'react-aria-components';
import { useLocation, useSearch } from 'wouter';
import { SearchBox } from '../controls/search-box.tsx';
import { useLang, useWords } from '../locale/use-words.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { NARROW, useMedia } from '../state/use-media.ts';
import { keepLang, keepTheme } from '../state/use-preferences.ts';
import { EMPTY_VIEW, type Lang, type Theme } from '../state/url.ts';
import { useOpenText } from '../state/use-open.ts';

type Props = {
  readonly theme: Theme;
  /** The reader is about to ask for the paths between two ends. */
  readonly onEnds: () => void;
};

/** The bar on every screen. It names only places that exist. */
export function AppBar({ theme, onEnds }: Props) {
  const words = useWords();
  const { view } = useView();
  const [location] = useLocation();
  const search = useSearch();
  const narrow = useMedia(NARROW);
  const [open, setOpen] = useState<'menu' | 'search' | null>(null);
  const along = { ...EMPTY_VIEW, ...carried(view) };
  const places = [
    { path: '/', word: words.places.start, here: location === '/' },
    {
      path: '/chains',
      word: words.places.chains,
      here: location === '/chains' || location.startsWith('/chain/') || location === '/survey',
    },
    { path: '/layout', word: words.places.layout, here: location === '/layout' },
    { path: '/explore', word: words.places.explore, here: location === '/explore' },
    { path: '/consortia', word: words.places.consortia, here: location === '/consortia' },
    { path: '/candidates', word: words.places.candidates, here: location === '/candidates' },
    { path: '/changes', word: words.places.changes, here: location === '/changes' },
    { path: '/match', word: words.places.match, here: location === '/match' },
  ];

  useEffect(() => setOpen(null), [location, search]);

  const links = places.map(({ path, word, here }) => (
    <Link
      key={path}
      className="place"
      href={addressOf(path, path === '/chains' ? { ...along, regions: view.regions } : along)}
      aria-current={here ? 'page' : undefined}
    >
      {word}
    </Link>
  ));
  return (
    <header className="bar">
      <Link className="mark" href={addressOf('/', along)}>
        <svg width="24" height="14" viewBox="0 0 24 14" aria-hidden="true">
          <rect x="0" y="3" width="8" height="8" rx="1.5" fill="currentColor" />
          <path d="M8 7h8" stroke="currentColor" strokeWidth="2" />
          <circle cx="19" cy="7" r="4" fill="none" stroke="currentColor" strokeWidth="2" />
        </svg>
        {words.app.name}
      </Link>
      {!narrow && (
        <nav className="places" aria-label={words.app.navigation}>
          {links}
        </nav>
      )}
      <span className="grow" />
      {!narrow && <BarSearch onEnds={onEnds} />}
      {!narrow && <Preferences theme={theme} />}
      {narrow && (
        <>
          <Button
            className="button"
            aria-expanded={open === 'search'}
            onPress={() => setOpen(open === 'search' ? null : 'search')}
          >
            {words.search.label}
          </Button>
          <Button
            className="button"
            aria-expanded={open === 'menu'}
            onPress={() => setOpen(open === 'menu' ? null : 'menu')}
          >
            {words.app.menu}
          </Button>
          {open === 'search' && (
            <div className="bar-drop">
              <BarSearch onEnds={onEnds} />
            </div>
          )}
          {open === 'menu' && (
            <nav className="bar-drop" aria-label={words.app.navigation}>
              {links}
              <Preferences theme={theme} />
            </nav>
          )}
        </>
      )}
    </header>
  );
}

function BarSearch({ onEnds }: Pick<Props, 'onEnds'>) {
  const words = useWords();
  const { view } = useView();
  const { openEntity, openFigure, openText } = useOpenText();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    function focus(event: KeyboardEvent): void {
      const target = event.target;
      const typing = target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    }
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);

  return (
    <SearchBox
      label={words.search.label}
      placeholder={words.search.placeholder}
      version={view.version}
      onPick={(entity) => openEntity(entity.id)}
      onText={openText}
      onFigure={openFigure}
      onEnds={onEnds}
      inputRef={input}
      hint="/"
      className="bar-search"
    />
  );
}

function Preferences({ theme }: { readonly theme: Theme }) {
  const words = useWords();
  const lang = useLang();
  const { change } = useView();
  const other: Theme = theme === 'dark' ? 'light' : 'dark';

  function choose(next: Lang): void {
    keepLang(next);
    change({ lang: next }, { replace: true });
  }

  return (
    <div className="preferences">
      <div role="group" aria-label={words.app.language} className="languages">
        <Button className="plain" lang="zh-CN" aria-pressed={lang === 'zh'} onPress={() => choose('zh')}>
          中文
        </Button>
        <Button className="plain" lang="en" aria-pressed={lang === 'en'} onPress={() => choose('en')}>
          EN
        </Button>
      </div>
      <Button
        className="plain"
        aria-label={`${words.app.theme} ${other === 'dark' ? words.app.toDark : words.app.toLight}`}
        onPress={() => {
          keepTheme(other);
          change({ theme: other }, { replace: true });
        }}
      >
        {other === 'dark' ? words.app.toDark : words.app.toLight}
      </Button>
    </div>
  );
}
