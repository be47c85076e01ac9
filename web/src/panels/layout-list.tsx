import { Button } from 'react-aria-components';
import { Name } from '../controls/name.tsx';
import { useNameOf, useWords } from '../locale/use-words.ts';
import { groupsOf } from '../state/layout-face.ts';
import { Bodies, CellText, Names, Passages } from './layout-cell.tsx';
import type { LayoutProps } from './layout-table.tsx';

/** The same table industry by industry, for a narrow screen: only zones of which the plan says something. */
export function LayoutList({ layout, row, onRow, onOpen }: LayoutProps) {
  const words = useWords();
  const nameOf = useNameOf();
  return (
    <div className="layout-list">
      {groupsOf(layout).map((group) => (
        <section key={group.id ?? 'none'} aria-labelledby={`group-${group.id ?? 'none'}`}>
          <h2 id={`group-${group.id ?? 'none'}`} className="caption">
            {group.group === null
              ? words.layout.noGroup(group.rows.length)
              : words.layout.group(nameOf(group.group), group.rows.length)}
          </h2>
          {group.rows.map((industry) => (
            <article key={industry.chain.id} className={row === industry.chain.id ? 'open' : ''}>
              <h3>
                <Button
                  className="link ink"
                  aria-pressed={row === industry.chain.id}
                  onPress={() => onRow(row === industry.chain.id ? null : industry.chain.id)}
                >
                  <Name of={industry.chain} />
                </Button>{' '}
                <Passages industry={industry} onOpen={onOpen} />
              </h3>
              <dl>
                {industry.cells.map((cell, i) => {
                  const zone = layout.zones[i];
                  const isEmpty = cell.says === 'none' && cell.seen === null;
                  return (
                    !isEmpty &&
                    zone && (
                      <div key={cell.zone.id}>
                        <dt>
                          <Name of={cell.zone} />
                        </dt>
                        <dd>
                          <CellText cell={cell} zone={zone} onOpen={onOpen} />
                        </dd>
                      </div>
                    )
                  );
                })}
                {industry.bodies.length + industry.elsewhere.length > 0 && (
                  <div>
                    <dt>{words.layout.bodies}</dt>
                    <dd>
                      <Bodies industry={industry} onOpen={onOpen} />
                    </dd>
                  </div>
                )}
                {industry.partners.length > 0 && (
                  <div>
                    <dt>{words.layout.partners}</dt>
                    <dd>
                      <Names mentions={industry.partners} onOpen={onOpen} />
                    </dd>
                  </div>
                )}
              </dl>
            </article>
          ))}
        </section>
      ))}
    </div>
  );
}
