import {
  Button,
  Collection,
  ComboBox,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Text,
} from 'react-aria-components';
import { useEffect, useEffectEvent, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { useLocation } from 'wouter';
import type { Kind } from '../api/fragments.ts';
import type { NamedFigure } from '../api/figures.ts';
import type { SearchHit } from '../api/search.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { said, useLang, useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { measured } from '../state/grouped.ts';
import { Measure } from './measure.tsx';
import { Name } from './name.tsx';
import { splitEnds, useEndsAhead, useSearch } from '../state/use-search.ts';

type Props = {
  readonly label: string;
  readonly placeholder: string;
  readonly version: number | null;
  readonly onPick: (entity: SearchHit['entity']) => void;
  /** Enter without a chosen hit, or `A → B`. Gives the part that nothing was found for, or null. */
  readonly onText?: (text: string) => Promise<string | null>;
  /** With it figures are found too, by the name of their measure. */
  readonly onFigure?: (figure: NamedFigure) => void;
  /** `A → B` stands in it: what shows the paths will be needed. */
  readonly onEnds?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly hint?: string;
  readonly className?: string;
  readonly prefix?: string;
  /** Finds these kinds only; a list that stays the same from render to render. */
  readonly kinds?: readonly Kind[];
};

/** The one way to find an entity by name: names, pinyin and aliases are the service's work, this shows what it found. */
export function SearchBox({
  label,
  placeholder,
  version,
  onPick,
  onText,
  onFigure,
  onEnds,
  inputRef,
  hint,
  className = '',
  prefix,
  kinds,
}: Props) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const [text, setText] = useState('');
  const [lost, setLost] = useState<string | null>(null);
  const [entered, setEntered] = useState(false);
  const ends = onText ? splitEnds(text) : null;
  const withFigures = onFigure !== undefined && ends === null;
  const { answer, asked, mayBe, figures } = useSearch(ends ? ends[1] : text, version, kinds, withFigures);
  useEndsAhead(ends, version, onEnds);
  const hits = answer?.edges.map((edge) => edge.node) ?? [];
  const [address] = useLocation();
  const nothing = answer !== null && hits.length === 0 && asked === (ends ? ends[1] : text.trim());

  // What was looked for on another page is done with, and what was not found there covers nothing here.
  const leave = useEffectEvent(() => {
    setText('');
    setLost(null);
    setEntered(false);
  });
  useEffect(() => {
    leave();
  }, [address]);

  function run(wanted: string): void {
    void onText?.(wanted).then(setLost);
  }

  function pick(entity: SearchHit['entity']): void {
    setText('');
    setEntered(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (ends) run(`${ends[0]} → ${entity.name}`);
    else onPick(entity);
  }

  function pickFigure(figure: NamedFigure): void {
    setText('');
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    onFigure?.(figure);
  }

  function press(event: KeyboardEvent): void {
    // A key of the screen that is pressed next is not meant for the search.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing) return (event.target as HTMLInputElement).blur();
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
    const input = event.target as HTMLInputElement;
    if (input.getAttribute('aria-activedescendant')) return;
    event.preventDefault();
    if (onText === undefined) return setEntered(true);
    // The keys of the screen that opens must not be typed into the search.
    input.blur();
    run(text);
  }

  // Where only an entity will do, Enter takes the best hit, once it is there: a name left standing would look chosen.
  const best = hits[0]?.entity;
  const arrived = entered && answer !== null && asked === text.trim();
  const take = useEffectEvent(() => {
    if (best !== undefined) return pick(best);
    setEntered(false);
    setLost(asked);
  });
  useEffect(() => {
    if (arrived) take();
  }, [arrived]);

  return (
    <ComboBox
      aria-label={label}
      className={`search ${className}`}
      inputValue={text}
      onInputChange={(next) => {
        setText(next);
        setLost(null);
        setEntered(false);
      }}
      defaultFilter={() => true}
      selectedKey={null}
      onSelectionChange={(key) => {
        const chosen = [...hits, ...mayBe.candidates].find(({ entity }) => entity.id === key);
        if (chosen) return pick(chosen.entity);
        const figure = figures.shown.find(({ id }) => id === key);
        if (figure) pickFigure(figure);
      }}
      allowsCustomValue
      allowsEmptyCollection={text.trim() !== ''}
      menuTrigger="input"
    >
      <div className="search-field" onKeyDownCapture={press}>
        {prefix ? <b className="search-prefix">{prefix}</b> : <Glass />}
        <Input ref={inputRef ?? null} placeholder={placeholder} />
        {hint && <kbd aria-hidden="true">{hint}</kbd>}
      </div>
      {lost !== null && (
        <p className="search-lost warn" role="status">
          {words.search.none(lost)}{' '}
          <Button slot={null} className="link" onPress={() => setLost(null)}>
            {words.app.close}
          </Button>
        </p>
      )}
      <Popover className="popover search-popover" offset={4}>
        {ends && <p className="search-cut">{words.search.path(ends[0], ends[1])}</p>}
        <ListBox
          className="options"
          renderEmptyState={() =>
            nothing && answer.truncated ? (
              <p className="search-none">{words.search.tooMany(asked)}</p>
            ) : nothing ? (
              <p className="search-none">
                <b>{words.search.none(asked)}</b>
                <span>{words.search.noneMore(answer.coverage.sources)}</span>
                {figures.whole && <span>{words.search.noFigure}</span>}
              </p>
            ) : (
              <p className="search-none caption">{words.search.pending}</p>
            )
          }
        >
          <Collection items={hits.map((hit) => ({ ...hit, id: hit.entity.id }))}>
            {(hit) => (
              <Found entity={hit.entity}>
                <span className="option-note">{noteOf(hit, words.kinds[hit.entity.kind], nameOf)}</span>
              </Found>
            )}
          </Collection>
          {figures.shown.length > 0 && (
            <ListBoxSection id="figures">
              <Header className="search-may-be">{words.search.figures}</Header>
              <Collection items={figures.shown}>
                {(one) => (
                  <ListBoxItem id={one.id} className="option" textValue={`${nameOf(one.entity)} ${one.measure}`}>
                    <Text slot="label">
                      <Measure name={one.measure} />
                    </Text>
                    <Text slot="description" className="option-note">
                      {[
                        nameOf(one.entity),
                        measured(one.value, one.unit, lang),
                        one.period,
                        words.figures[one.figure],
                      ].join(' · ')}
                    </Text>
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
          {mayBe.candidates.length > 0 && (
            <ListBoxSection id="may-be">
              <Header className="search-may-be">{words.search.mayBe}</Header>
              <Collection items={mayBe.candidates.map((one) => ({ ...one, id: one.entity.id }))}>
                {({ entity, reason }) => (
                  <Found entity={entity}>
                    <Text slot="description" className="option-note">
                      {[words.kinds[entity.kind], said(reason, lang)].join(' · ')}
                    </Text>
                  </Found>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
        {mayBe.candidates.length > 0 && answer !== null && (
          <p className="search-cut">
            {mayBe.omitted > 0 && words.search.mayBeMore(mayBe.omitted)}
            {words.search.noneMore(answer.coverage.sources)}
          </p>
        )}
        {figures.shown.length < figures.found && (
          <p className="search-cut">{words.search.figuresCut(figures.shown.length, figures.found)}</p>
        )}
        {answer?.truncated && hits.length > 0 && <p className="search-cut">{words.search.cut}</p>}
      </Popover>
    </ComboBox>
  );
}

/** One line of the list: what it is, its name, and what is to be said of it. */
function Found({ entity, children }: { readonly entity: SearchHit['entity']; readonly children: ReactNode }) {
  const nameOf = useNameOf();
  return (
    <ListBoxItem id={entity.id} className="option" textValue={nameOf(entity)}>
      <KindMark kind={entity.kind} coloured silent />
      <Text slot="label">
        <Name of={entity} />
      </Text>
      {children}
    </ListBoxItem>
  );
}

/** Kind, place, and the name that matched when it is not the one shown. */
function noteOf({ entity, matched }: SearchHit, kind: string, nameOf: (entity: Named) => string): string {
  const parts = [kind];
  if (entity.place) parts.push(nameOf(entity.place));
  if (matched.value !== nameOf(entity)) parts.push(matched.value);
  return parts.join(' · ');
}

function Glass() {
  return (
    <svg className="glass" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M9.4 9.4 13 13" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
