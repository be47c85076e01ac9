import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import type { Layout, LayoutIndustry } from '../api/layout.ts';
import { Cite } from '../controls/fact-name.tsx';
import { Name } from '../controls/name.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { groupsOf, parksOf, steppedTo, type GridSpot } from '../state/layout-face.ts';
import { Bodies, CellText, Names, Passages } from './layout-cell.tsx';

export type LayoutProps = {
  readonly layout: Layout;
  /** The industry whose row is selected. */
  readonly row: string | null;
  readonly onRow: (industry: string | null) => void;
  readonly onOpen: (relation: string) => void;
};

/** Industries × zones as one table. One tab stop: arrow keys move from cell to cell, Tab goes into the cell. */
export function LayoutTable({ layout, row, onRow, onOpen }: LayoutProps) {
  const words = useWords();
  const nameOf = useNameOf();
  const host = useRef<HTMLTableElement>(null);
  const selected = layout.industries.findIndex(({ chain }) => chain.id === row);
  const [spot, setSpot] = useState<GridSpot>({ row: Math.max(0, selected), column: 0 });
  const columns = layout.zones.length + 4;
  const current = spot.row < layout.industries.length && spot.column < columns ? spot : { row: 0, column: 0 };

  function press(event: KeyboardEvent, at: GridSpot): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return onRow(null);
    const next = steppedTo(at, event.key, layout.industries.length, columns);
    if (next) {
      event.preventDefault();
      setSpot(next);
      host.current?.querySelector<HTMLElement>(`[data-spot="${next.row}.${next.column}"]`)?.focus();
    } else if ((event.key === 'Enter' || event.key === ' ') && event.target === event.currentTarget) {
      event.preventDefault();
      choose(at.row);
    }
  }

  function choose(at: number): void {
    const id = layout.industries[at]?.chain.id ?? null;
    onRow(id === row ? null : id);
  }

  /** A link in a row leads to its source and leaves the row as it is. */
  function click(event: MouseEvent, at: number): void {
    if (event.target instanceof Element && event.target.closest('button, a') === null) choose(at);
  }

  function cellProps(at: GridSpot) {
    const isCurrent = at.row === current.row && at.column === current.column;
    return {
      'data-spot': `${at.row}.${at.column}`,
      tabIndex: isCurrent ? 0 : -1,
      onKeyDown: (event: KeyboardEvent) => press(event, at),
      onClick: () => setSpot(at),
    };
  }

  /** Links of the current cell follow it in the order of Tab; those of the others wait. */
  const linkTab = (at: GridSpot) => (at.row === current.row && at.column === current.column ? 0 : -1);

  function contents(industry: LayoutIndustry, at: number): readonly ReactNode[] {
    const link = (column: number) => ({ onOpen, tabIndex: linkTab({ row: at, column }) });
    const after = layout.zones.length + 1;
    return [
      ...industry.cells.map((cell, i) => {
        const zone = layout.zones[i];
        return zone && <CellText key={cell.zone.id} cell={cell} zone={zone} {...link(i + 1)} />;
      }),
      <Bodies key="bodies" industry={industry} {...link(after)} />,
      <Names key="partners" mentions={industry.partners} {...link(after + 1)} />,
      <Passages key="passages" industry={industry} {...link(after + 2)} />,
    ];
  }

  let at = -1;
  return (
    <>
      <p id="layout-help" className="unseen">
        {words.layout.help}
      </p>
      {/* A data grid as ARIA describes it; on a table its heads stay heads for every reader. */}
      <table
        ref={host}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        className="layout-table"
        aria-label={`${layout.policy ? nameOf(layout.policy) : layout.source.title} ${words.layout.table}`}
        aria-describedby="layout-help"
      >
        <Head layout={layout} onOpen={onOpen} />
        {groupsOf(layout).map((group) => (
          <tbody key={group.id ?? 'none'}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={columns}>
                {group.group === null
                  ? words.layout.noGroup(group.rows.length)
                  : words.layout.group(nameOf(group.group), group.rows.length)}
              </th>
            </tr>
            {group.rows.map((industry) => {
              const here = ++at;
              const isSelected = here === selected;
              return (
                <tr
                  key={industry.chain.id}
                  className="layout-row"
                  aria-selected={isSelected}
                  onClick={(event) => click(event, here)}
                >
                  <th scope="row" {...cellProps({ row: here, column: 0 })}>
                    <Name of={industry.chain} />
                  </th>
                  {contents(industry, here).map((content, column) => (
                    <td
                      key={column}
                      className={['bodies-cell', 'partners-cell'][column - layout.zones.length]}
                      {...cellProps({ row: here, column: column + 1 })}
                    >
                      {content}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </>
  );
}

function Head({ layout, onOpen }: Pick<LayoutProps, 'layout' | 'onOpen'>) {
  const words = useWords();
  return (
    <thead>
      <tr>
        <th scope="col">{words.layout.industry}</th>
        {layout.zones.map((zone) => {
          const { listed, named } = parksOf(zone);
          const [first] = listed;
          const passage = zone.overview[0]?.locator ?? first?.park.passages[0]?.locator ?? '';
          return (
            <th key={zone.zone.id} scope="col">
              <b>
                <Name of={zone.zone} />
              </b>
              <span className="under">
                {listed.length > 0 ? words.layout.parks(listed.length, named.length) : words.layout.noParks}{' '}
                {first && passage !== '' && <Cite mention={first.park} text={passage} onOpen={onOpen} />}
              </span>
            </th>
          );
        })}
        <th scope="col">{words.layout.bodies}</th>
        <th scope="col">{words.layout.partners}</th>
        <th scope="col">{words.layout.source}</th>
      </tr>
    </thead>
  );
}
